"""Who is said to have said, thought or known what: source, cue, content, nested chains.

Forms (forms.py, labels.py): a reporting verb with its clause before, after or around it, with an infinitive, a thing or
a name; "according to"; "in X's view"; nouns of saying; passives; headlines and turns with a colon. Quotations that run
over sentences are joined after (quotations.py).
"""

from __future__ import annotations

from dataclasses import replace

from comity.actors.discourse import Discourse
from comity.coding.cues import QUOTES, cues
from comity.coding.forms import attribution_at
from comity.coding.identity import identity
from comity.coding.nested import is_listed
from comity.coding.reported import Reported, clausal
from comity.language.sentence import Sentence
from comity.values import Actor, Article, Attribution, Directness, Quoted, Span

__all__ = ["Reported", "attributions", "chain", "directness", "joined", "turn_attribution"]


def attributions(s: Sentence, d: Discourse) -> list[Reported]:
    """All attributions of a sentence, in the order of their cues."""
    quoted = _quoted_tokens(s)
    at = cues()
    said = [t for t in s.tokens if t.mention < 0 and (t.lemma in at or t.text.lower() in at)]
    found = [made for t in said if (made := attribution_at(s, t, d, quoted)) is not None]
    return [_judged(s, a, found, quoted) for a in (_over_colon(s, x) for x in found)]


def _over_colon(s: Sentence, a: Reported) -> Reported:
    """ "She pointed to another gap: they did not condemn …": what follows the colon is said as well."""
    colon = next((t.i for t in s.tokens if t.text == ":" and t.i > a.cue), None)
    if colon is None or not a.inside or max(a.inside) not in (colon - 1, colon) or colon + 4 > len(s.tokens):
        return a
    inside = a.inside | {t.i for t in s.tokens[colon + 1 :]}
    return replace(a, inside=inside, content=s.gapless(sorted(inside)))


def _judged(s: Sentence, a: Reported, found: list[Reported], quoted: frozenset[int]) -> Reported:
    outer = [r for r in chain(found, a.cue) if r is not a]
    if not outer and a.cue not in quoted:
        return a
    speakers = [r.source for r in outer]
    own = clausal(s, a.cue, a.inside) and is_listed(s, s.tokens[a.cue], a.source, speakers, a.stance)
    return a if own else replace(a, listed=False)


def _quoted_tokens(s: Sentence) -> frozenset[int]:
    """Tokens inside quotation marks that open or close in this sentence."""
    inside: set[int] = set()
    opened: int | None = None
    for t in s.tokens:
        if t.text not in QUOTES and t.text != "''":
            continue
        if t.text == "”" and opened is None:
            inside.update(range(t.i))
        elif opened is None:
            opened = t.i
        else:
            inside.update(range(opened, t.i))
            opened = None
    if opened is not None:
        inside.update(range(opened, len(s.tokens)))
    return frozenset(inside)


def chain(found: list[Reported], i: int) -> list[Reported]:
    """The attributions whose content holds token ``i``, outermost first."""
    return sorted((a for a in found if i in a.inside), key=lambda a: -len(a.inside))


def joined(article: Article, found: list[Reported], speaker: Actor | None) -> list[Attribution]:
    """The attributions of one sentence as values, each with the chain it stands in."""
    made = []
    for a in (r for r in found if r.listed):
        outer = [r.source for r in chain(found, a.cue) if r.source is not None and r is not a]
        links = ((speaker,) if speaker else ()) + tuple(outer) + ((a.source,) if a.source else ())
        made.append(
            Attribution(
                id=identity(article.id, "attribution", a.cue_span, a.content),
                source=a.source,
                cue=Quoted(article.text[a.cue_span[0] : a.cue_span[1]], a.cue_span),
                content=a.content,
                directness=directness(article.text, a.content),
                stance=a.stance,
                chain=links,
                medium=a.medium,
                factive=a.factive,
            )
        )
    return made


def turn_attribution(article: Article, speaker: Actor, label: Span, sentence: Span) -> Attribution:
    """The label of a speaker's turn as the cue for the words that follow it."""
    cue = Quoted(article.text[label[0] : label[1]], label)
    start = label[1] + len(article.text[label[1] : sentence[1]]) - len(article.text[label[1] : sentence[1]].lstrip())
    content = ((start, sentence[1]),)
    key = identity(article.id, "turn", label, content)
    return Attribution(key, speaker, cue, content, "direct", "said", (speaker,))


def directness(text: str, content: tuple[Span, ...]) -> Directness:
    """Direct where the content stands in quotation marks, mixed where a part of it does, else indirect."""
    words = " ".join(text[max(0, a - 1) : b + 1] for a, b in content)
    marks = sum(words.count(q) for q in QUOTES)
    if not marks:
        return "indirect"
    first, last = words.strip()[:2], words.strip()[-2:]
    whole = marks <= 2 and any(q in first for q in QUOTES) and (marks == 1 or any(q in last for q in QUOTES))
    return "direct" if whole else "mixed"

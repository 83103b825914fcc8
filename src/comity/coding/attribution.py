"""Who is said to have said, thought or known what: source, cue, content, nested chains.

Forms: a reporting verb with its clause before, after or around it, with an infinitive, a thing or a name; "according
to"; "in X's view"; nouns of saying; passives; headlines and turns with a colon. The content is the clause
(contents.py); the source is the verb's logical subject (sources.py); quotations that run over sentences are joined
after (quotations.py).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from comity.actors.discourse import Discourse
from comity.actors.noun_phrases import is_actor
from comity.coding.contents import (
    content_around,
    content_of_adjective,
    content_of_noun,
    content_of_verb,
    named,
    tagged,
    trimmed,
)
from comity.coding.cues import FIRST_PERSON, QUOTES, listed, phrases, prepositions, prospective, stance_of, stances
from comity.coding.identity import identity
from comity.coding.nested import is_listed, stands
from comity.coding.participants import subject
from comity.coding.quotations import beside
from comity.coding.sources import actor_or_phrase, addressee, owner_of_noun, source_of_verb
from comity.language.sentence import Sentence, Token
from comity.values import Actor, Article, Attribution, Directness, Quoted, Span

LABEL = 5  # words; a longer phrase before a colon names no speaker
HEADLINE = 30  # tokens


@dataclass(frozen=True, slots=True)
class Reported:
    """One attribution inside one sentence, before chains are joined: token indices of cue and content."""

    cue: int
    cue_span: Span
    source: Actor | None
    content: tuple[Span, ...]
    stance: str
    medium: Actor | None
    factive: bool
    inside: frozenset[int]  # token indices of the content
    listed: bool = True  # False: a link of chains only (nested.py)


def attributions(s: Sentence, d: Discourse) -> list[Reported]:
    """All attributions of a sentence, in the order of their cues."""
    quoted = _quoted_tokens(s)
    found = [made for t in s.tokens if t.mention < 0 and (made := _at(s, t, d, quoted)) is not None]
    return [_judged(s, a, found, quoted) for a in found]


def _judged(s: Sentence, a: Reported, found: list[Reported], quoted: frozenset[int]) -> Reported:
    outer = [r for r in chain(found, a.cue) if r is not a]
    if not outer and a.cue not in quoted:
        return a
    listed_too = is_listed(s, s.tokens[a.cue], a.source, [r.source for r in outer], _clausal(s, a.cue, a.inside))
    return a if listed_too else replace(a, listed=False)


def _clausal(s: Sentence, cue: int, content: Collection[int]) -> bool:
    """Whether a clause, before, after or around the cue, is what is said."""
    return s.tokens[cue].head in content or any(s.tokens[i].head == cue and s.tokens[i].dep == "ccomp" for i in content)


def _at(s: Sentence, t: Token, d: Discourse, quoted: frozenset[int]) -> Reported | None:
    if t.text.lower() == "according":
        return _according(s, t, d)
    if t.verbal and t.lemma in listed("phrasing") and (made := _phrased(s, t, d)) is not None:
        return made
    if t.verbal and t.lemma in stances():
        return _by_verb(s, t, d, t.i in quoted)
    if t.tag[:2] == "NN" and t.lemma in listed("nouns"):
        return _by_noun(s, t, d)
    if t.tag[:2] == "JJ" and t.lemma in prepositions("adjectives"):
        return _by_adjective(s, t, d)
    if t.lemma in ("in", "for") and t.dep == "prep":
        return _in_view(s, t, d)
    if t.text == ":" and t.i and d.article.kind == "news":
        return _by_label(s, t, d)
    return None


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


def _made(s: Sentence, cue: list[int], content: list[int], who: Actor | None, stance: str) -> Reported | None:
    """The attribution with these tokens as cue and content; None where no word is left as content."""
    kept = [i for i in content if i not in cue]
    spans = s.gapless(kept)
    if not spans:
        return None
    factive = s.tokens[cue[0]].lemma in listed("factive")
    return Reported(cue[0], s.extent(cue), who, spans, stance, None, factive, frozenset(kept))


def _who(s: Sentence, source: int | None, d: Discourse) -> Actor | None:
    return None if source is None else actor_or_phrase(s, source, d)


def _by_verb(s: Sentence, t: Token, d: Discourse, quoted: bool) -> Reported | None:
    if prospective(s, t):
        return None
    source = source_of_verb(s, t, d)
    if quoted and source is not None and s.tokens[source].text.lower() in FIRST_PERSON:
        return None  # the quotation's own speaker goes on
    content = trimmed(s, content_of_verb(s, t))
    if not content and stances()[t.lemma] == "said" and source is not None:
        return _by_tag(s, t, d, source)
    made = _made(s, [t.i], content, _who(s, source, d), stance_of(t, bool(named(s, t))))
    if made is None or not stands(s, t, made.source, made.stance, _clausal(s, t.i, content)):
        return None
    return replace(made, medium=addressee(s, t, d))


def _by_tag(s: Sentence, t: Token, d: Discourse, source: int) -> Reported | None:
    """A speaker's tag that the parser gave no content: the quotation that it adjoins, else the words before it."""
    who = actor_or_phrase(s, source, d)
    adjoining = beside(d.article.text, (t.start, t.end), s.span)
    if adjoining is None:
        return _made(s, [t.i], tagged(s, t, source), who, "said")
    inside = frozenset(x.i for x in s.tokens if adjoining[0] <= x.start < adjoining[1])
    return Reported(t.i, (t.start, t.end), who, (adjoining,), "said", addressee(s, t, d), False, inside)


def _by_adjective(s: Sentence, t: Token, d: Discourse) -> Reported | None:
    """ "is critical of the plan", "are confident that it will hold": what the subject of the copula holds."""
    if t.dep not in ("acomp", "attr", "oprd") or not s.tokens[t.head].verbal:
        return None
    source = subject(s, t.head)
    if source is None or s.tokens[source].text.lower() == "it":
        return None
    return _made(s, [t.i], content_of_adjective(s, t), actor_or_phrase(s, source, d), "believed")


def _according(s: Sentence, t: Token, d: Discourse) -> Reported | None:
    to = s.child(t.i, "prep") or next((x for x in s.tokens[t.i + 1 : t.i + 2] if x.lemma == "to"), None)
    if to is None:
        return None
    noun = s.child(to.i, "pobj")
    if noun is not None:
        return _made(s, [t.i, to.i], content_around(s, t.i), actor_or_phrase(s, noun.i, d), "said")
    return _according_by_place(s, [t.i, to.i], d)


def _according_by_place(s: Sentence, cue: list[int], d: Discourse) -> Reported | None:
    """Where the parser took a noun of the source for a verb: the phrase up to the next comma."""
    stop = next((x.i for x in s.tokens[cue[1] + 1 :] if x.text in (",", ".", ";")), len(s.tokens))
    names = [i for i in range(cue[1] + 1, stop) if s.tokens[i].nominal]
    if not names:
        return None
    outside = range(cue[0], stop)
    return _made(s, cue, [x.i for x in s.tokens if x.i not in outside], actor_or_phrase(s, names[-1], d), "said")


def _phrased(s: Sentence, t: Token, d: Discourse) -> Reported | None:
    """ "as the minister put it": the clause that it qualifies is what was said."""
    obj, source = s.child(t.i, "dobj"), s.child(t.i, "nsubj")
    like = next((k for k in s.children(t.i, "mark", "advmod") if k.lemma == "as"), None)
    if obj is None or source is None or like is None or obj.text.lower() != "it":
        return None
    return _made(s, [t.i, obj.i], content_around(s, t.i), actor_or_phrase(s, source.i, d), "said")


def _by_noun(s: Sentence, t: Token, d: Discourse) -> Reported | None:
    owner = owner_of_noun(s, t)
    content = content_of_noun(s, t, owner is not None)
    return _made(s, [t.i], content, _who(s, owner, d), "said")


def _in_view(s: Sentence, t: Token, d: Discourse) -> Reported | None:
    noun = s.child(t.i, "pobj")
    if noun is None or noun.lemma not in phrases():
        return None
    of = next((p for p in s.children(noun.i, "prep") if p.lemma == "of"), None)
    owner = s.child(noun.i, "poss") or (s.child(of.i, "pobj") if of else None)
    if owner is None or owner.text.lower() in FIRST_PERSON:
        return None
    return _made(s, [t.i, noun.i], content_around(s, t.i), actor_or_phrase(s, owner.i, d), phrases()[noun.lemma])


def _by_label(s: Sentence, t: Token, d: Discourse) -> Reported | None:
    """ "Capital: sanctions will fail" as a headline, "SPEAKER: Yes." as a turn: a name and a colon open a paragraph."""
    words = [x for x in s.tokens[: t.i] if x.tag not in ("POS", "DT") and x.text[:1].isalnum()]
    start = s.span[0]
    if not words or d.article.text[:start].rstrip(" \t")[-1:] not in ("\n", ""):
        return None
    source = words[-1].i if _names_speaker(words) else _headline_speaker(s, t, d)
    if source is None:
        return None
    return _made(s, [t.i], [x.i for x in s.tokens[t.i + 1 :]], actor_or_phrase(s, source, d), "said")


def _names_speaker(words: list[Token]) -> bool:
    """A name, a label in capitals, or a text that can speak ("Poll")."""
    if len(words) > LABEL or not all(x.mention >= 0 or x.tag[:2] == "NN" for x in words):
        return False
    alone = len(words) <= 2 and all(x.mention >= 0 or x.tag in ("NNP", "NNPS") or x.text.isupper() for x in words)
    return alone or any(x.mention >= 0 for x in words) or words[-1].lemma.lower() in listed("speaking_texts")


def _headline_speaker(s: Sentence, t: Token, d: Discourse) -> int | None:
    """ "Minister to envoys: 'No deal.'": whoever a line names before a colon and a quotation, its subject first."""
    after = s.tokens[t.i + 1].text if t.i + 1 < len(s.tokens) else ""
    if after not in (*QUOTES, "'", "‘", "`", "``", "''") or len(s.tokens) > HEADLINE:
        return None
    actors = [x.i for x in s.tokens[: t.i] if is_actor(s, x.i, d)]
    return next((i for i in actors if s.tokens[i].dep in ("nsubj", "nsubjpass")), actors[-1] if actors else None)


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

"""Who is said to have said, thought or known what: source, cue, content, nested chains.

Forms: a reporting verb with its clause before, after or around it; "according to"; "in X's view"; nouns of saying with a
clause; headlines with a colon. The content is the clause; the source is the verb's logical subject.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from comity import vocabulary
from comity.actors.discourse import Discourse
from comity.actors.noun_phrases import actors_at, core, dig, is_actor, resolve
from comity.coding.participants import subject, subject_or_patient
from comity.language.sentence import Sentence, Token
from comity.values import Actor, Article, Attribution, Directness, Quoted, Span
from comity.coding.identity import identity

QUOTES = "\"“”„«»"


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


@cache
def stances() -> dict[str, str]:
    """Reporting verbs by lemma with their stance."""
    table = vocabulary.table("reporting")["verbs"]
    return {verb: stance for stance in reversed(table) for verb in table[stance]}


@cache
def listed(key: str) -> frozenset[str]:
    return frozenset(vocabulary.table("reporting")[key])


def attributions(s: Sentence, d: Discourse) -> list[Reported]:
    """All attributions of a sentence, in the order of their cues."""
    found: list[Reported] = []
    for t in s.tokens:
        if t.mention >= 0:
            continue
        made = None
        if t.verbal and t.lemma in stances():
            made = _by_verb(s, t, d)
        elif t.text.lower() == "according":
            made = _according(s, t, d)
        elif t.tag[:2] == "NN" and t.lemma in listed("nouns"):
            made = _by_noun(s, t, d)
        elif t.lemma in ("in", "for") and t.dep == "prep":
            made = _in_view(s, t, d)
        if made is not None:
            found.append(made)
    return found


def actor_or_phrase(s: Sentence, i: int, d: Discourse) -> Actor:
    """The actor a source phrase means; a phrase that names none ("a report") is kept as text, with the actor inside it."""
    if is_actor(s, i, d):
        return resolve(s, i, d)
    span = s.extent(core(s, i))
    inner = dig(s, i, d)
    code = inner[0] if inner else Actor("")
    return Actor(d.article.text[span[0] : span[1]], span, code.code, code.id, code.sector, None)


def _made(s: Sentence, cue: list[int], content: list[int], d: Discourse, source: int | None, stance: str, medium: Actor | None = None) -> Reported | None:
    if not content:
        return None
    spans = s.gapless(content)
    if not spans:
        return None
    who = actor_or_phrase(s, source, d) if source is not None else None
    return Reported(cue[0], s.extent(cue), who, spans, stance, medium, s.tokens[cue[0]].lemma in listed("factive"), frozenset(content))


def _by_verb(s: Sentence, t: Token, d: Discourse) -> Reported | None:
    clause = s.child(t.i, "ccomp")
    source = subject(s, t.i)
    if clause is None and (t.lemma, t.dep) == (t.lemma, "parataxis"):
        return _parenthetical(s, t, d, source)
    if clause is None:
        quoted = _quoted_object(s, t)
        if quoted:
            return _made(s, [t.i], quoted, d, source, stances()[t.lemma], _addressee(s, t, d))
        return _by_infinitive(s, t, d, source)
    if source is None and not _passive(s, t):
        source = subject_or_patient(s, t.i)
    content = s.subtree(clause.i)
    return _made(s, [t.i], content, d, source, stances()[t.lemma], _addressee(s, t, d))


INFINITIVE = frozenset({"vow", "promise", "pledge", "threaten", "agree", "claim", "hope", "want", "expect", "swear", "plan", "intend", "refuse"})


def _by_infinitive(s: Sentence, t: Token, d: Discourse, source: int | None) -> Reported | None:
    """ "vowed to retaliate", "called on them to leave": the content is the infinitive."""
    stance = stances()[t.lemma]
    if t.lemma not in INFINITIVE and stance not in ("demanded", "assured"):
        return None
    inf = s.child(t.i, "xcomp", "ccomp")
    return _made(s, [t.i], s.subtree(inf.i), d, source, stance, _addressee(s, t, d)) if inf and _to(s, inf) else None


def _to(s: Sentence, k: Token) -> bool:
    return any(a.lemma == "to" for a in s.children(k.i, "aux"))


def _passive(s: Sentence, t: Token) -> bool:
    return any(True for _ in s.children(t.i, "auxpass"))


def _parenthetical(s: Sentence, t: Token, d: Discourse, source: int | None) -> Reported | None:
    """ "The town, officials said, was shelled": the cue's clause hangs inside its content."""
    outside = frozenset(s.subtree(t.i))
    content = [i for i in s.subtree(t.head) if i not in outside]
    return _made(s, [t.i], content, d, source, stances()[t.lemma], _addressee(s, t, d))


def _quoted_object(s: Sentence, t: Token) -> list[int]:
    """Quoted words that hang on a reporting verb without a clause of its own."""
    for k in s.children(t.i, "dobj", "oprd", "attr", "prep", "advcl", "dep", "acomp"):
        inside = s.subtree(k.i)
        if any(s.tokens[i].text in QUOTES or s.tokens[i].tag in ("``", "''") for i in inside):
            return inside
    return []


def _addressee(s: Sentence, t: Token, d: Discourse) -> Actor | None:
    for k in s.children(t.i, "dative", "dobj"):
        if k.nominal and is_actor(s, k.i, d):
            return resolve(s, k.i, d)
    for k in s.children(t.i, "prep", "dative"):
        if k.lemma in ("to", "with", "in") and (noun := s.child(k.i, "pobj")):
            found = actors_at(s, noun.i, d)
            if found and (k.lemma == "to" or found[0].sector == "MED"):
                return found[0]
            inner = dig(s, noun.i, d) if k.lemma in ("in", "with") else []
            if inner and inner[0].sector == "MED":
                return inner[0]
    return None


def _according(s: Sentence, t: Token, d: Discourse) -> Reported | None:
    to = s.child(t.i, "prep")
    noun = s.child(to.i, "pobj") if to else None
    if noun is None:
        return None
    outside = frozenset(s.subtree(t.i))
    content = [i for i in s.subtree(t.head) if i not in outside]
    cue = [t.i, to.i] if to else [t.i]
    return _made(s, cue, content, d, noun.i, "said")


def _by_noun(s: Sentence, t: Token, d: Discourse) -> Reported | None:
    clause = s.child(t.i, "acl", "ccomp", "relcl")
    if clause is None or not any(k.lemma == "that" and k.dep == "mark" for k in s.children(clause.i)):
        return None
    source = next((k.i for k in s.children(t.i, "poss")), None)
    if source is None:
        source = next((n.i for p in s.children(t.i, "prep") if p.lemma in ("by", "from", "of") for n in s.children(p.i, "pobj")), None)
    if source is None and t.dep == "dobj" and s.tokens[t.head].verbal:
        source = subject(s, t.head)
    return _made(s, [t.i], s.subtree(clause.i), d, source, "said")


def _in_view(s: Sentence, t: Token, d: Discourse) -> Reported | None:
    noun = s.child(t.i, "pobj")
    if noun is None or noun.lemma not in listed("as_phrases"):
        return None
    owner = s.child(noun.i, "poss")
    if owner is None:
        return None
    outside = frozenset(s.subtree(t.i))
    content = [i for i in s.subtree(t.head) if i not in outside]
    return _made(s, [t.i, noun.i], content, d, owner.i, "believed")


def chain(found: list[Reported], i: int) -> list[Reported]:
    """The attributions whose content holds token ``i``, outermost first."""
    return sorted((a for a in found if i in a.inside), key=lambda a: -len(a.inside))


def joined(article: Article, found: list[Reported], speaker: Actor | None) -> list[Attribution]:
    """The attributions of one sentence as values, each with the chain it stands in."""
    made = []
    for a in found:
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

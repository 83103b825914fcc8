"""Why a sentence is coded as it is: the parse, the patterns that held or did not, the way of each status, who is meant.

For an analyst who asks. It asks the coder's own deciders again, sentence by sentence, and codes nothing by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from comity import coder, vocabulary
from comity.actors.discourse import FIRST, Discourse
from comity.actors.owners import modifier
from comity.actors.phrases import PERSONAL, agent_of
from comity.coding.claims import Event, Weighed, pairs, unclaimed, weighed
from comity.coding.factuality import steps
from comity.coding.matching import Misfit, fit, headed
from comity.coding.participants import slots
from comity.coding.reported import Reported
from comity.language.sentence import Sentence, Token
from comity.signals.scene import Scene
from comity.values import Actor, Article, Claim, Coded, Quoted, Signals
from comity.vocabulary.frames import Frame

SPEAKER = "whose words these are"
GRAMMAR = "grammar: a demand by “must”, “should” and the like"


@dataclass(frozen=True, slots=True)
class Named:
    """A name found, and the word under which it was parsed."""

    text: str
    kind: str
    stand_in: str
    bearers: tuple[str, ...]  # ids of the vocabulary


@dataclass(frozen=True, slots=True)
class Word:
    """One token of the parse; ``head`` is the token that it hangs on, its own number for the root."""

    i: int
    text: str
    lemma: str
    tag: str
    arc: str
    head: int


@dataclass(frozen=True, slots=True)
class Told:
    """An attribution: ``listed`` False is a link of chains only."""

    cue: str
    source: Actor | None
    stance: str
    content: tuple[str, ...]
    listed: bool


@dataclass(frozen=True, slots=True)
class StatusStep:
    """A step on the way to a status: which word made it, as what, and the status after it."""

    word: str
    by: str
    status: str


@dataclass(frozen=True, slots=True)
class Who:
    """One side of an event and how its code was come by."""

    actor: Actor
    because: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern that holds. ``dropped`` says why it codes nothing; None: it became an event."""

    pattern: str
    file: str
    type: str
    mode: str | None
    at: str
    slots: tuple[str, ...]  # "B: the words"
    dropped: str | None
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    status: tuple[StatusStep, ...]
    unclaimed: tuple[str, ...]  # why some pair of actor and recipient makes no claim


@dataclass(frozen=True, slots=True)
class Miss:
    """A pattern whose head word stands there, and that does not hold."""

    pattern: str
    file: str
    at: str
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """One sentence from its names to its claims and signals."""

    sentence: Quoted
    names: tuple[Named, ...]
    words: tuple[Word, ...]
    attributions: tuple[Told, ...]
    patterns: tuple[Pattern, ...]
    misses: tuple[Miss, ...]
    claims: tuple[Claim, ...]
    signals: Signals


def explain(article: Article) -> tuple[Explanation, ...]:
    """Each sentence of an article explained, in order; empty where it is in a language that is not coded."""
    coded = coder.code_article(article)
    return tuple(explained(scene, coded) for scene in coder.scenes(article))


def explained(scene: Scene, coded: Coded) -> Explanation:
    """One scene, with what came out of the whole article for its sentence."""
    s = scene.sentence
    start, end = scene.span
    kept = {name: tuple(x for x in getattr(coded.signals, name) if x.sentence == scene.span) for name in SIGNALS}
    considered = weighed(s, scene.discourse, list(scene.reported))
    return Explanation(
        sentence=Quoted(scene.text((start, end)), (start, end)),
        names=tuple(_named(t, scene.discourse) for t in s.tokens if t.mention >= 0),
        words=tuple(Word(t.i, t.text, t.lemma, t.tag, t.dep, t.head) for t in s.tokens),
        attributions=tuple(_told(scene, r) for r in scene.reported),
        patterns=tuple(_pattern(scene, w) for w in sorted(considered, key=lambda w: (w.match.head, w.event is None))),
        misses=tuple(_misses(s)),
        claims=tuple(c for c in coded.claims if c.sentence == scene.span),
        signals=Signals(**kept),
    )


SIGNALS = tuple(Signals.__dataclass_fields__)


def _named(t: Token, d: Discourse) -> Named:
    mention = d.mentions[t.mention]
    stand_in = vocabulary.table("stand_ins")[mention.kind]
    return Named(mention.text, mention.kind, stand_in, tuple(e.id for e in mention.entities))


def _told(scene: Scene, r: Reported) -> Told:
    return Told(scene.text(r.cue_span), r.source, r.stance, tuple(map(scene.text, r.content)), r.listed)


def _pattern(scene: Scene, w: Weighed) -> Pattern:
    s, m, e = scene.sentence, w.match, w.event
    frame = m.frame
    grammar = not frame.parts and frame not in headed(s, m.head)
    speaks = frame.by_speaker or grammar
    a, b = (None, None) if speaks else slots(s, m)
    return Pattern(
        pattern=frame.text,
        file=GRAMMAR if grammar else file_of(frame),
        type=e.type if e else frame.type,
        mode=e.mode if e else frame.mode,
        at=s.tokens[m.head].text,
        slots=tuple(f"{slot}: {scene.text(s.extent(s.subtree(i)))}" for slot, i in sorted(m.slots.items())),
        dropped=None if e else f"{w.why} (“{w.over.frame.text}”)" if w.over else w.why,
        actors=tuple(Who(x, SPEAKER if speaks else because(x, scene, a)) for x in e.actors) if e else (),
        recipients=tuple(Who(x, because(x, scene, b)) for x in e.recipients) if e else (),
        status=((_spoken(s, e),) if speaks else tuple(_way(s, e))) if e else (),
        unclaimed=tuple(dict.fromkeys(why for x, y in pairs(e) if (why := unclaimed(e, x, y)))) if e else (),
    )


def _way(s: Sentence, e: Event) -> Iterator[StatusStep]:
    """How the status of an event came about; the words above it that change nothing are left out."""
    before = None
    for step in steps(s, e.match.head):
        if step.status != before:
            yield StatusStep(s.tokens[step.at].text, step.by, step.status)
        before = step.status
    if e.status != before:
        yield StatusStep(s.tokens[e.match.head].text, f"as {e.type}, which this act is then", e.status)


def _spoken(s: Sentence, e: Event) -> StatusStep:
    return StatusStep(s.tokens[e.match.head].text, "the speaker does it by saying so", e.status)


def _misses(s: Sentence) -> Iterator[Miss]:
    for t in s.tokens:
        for frame in headed(s, t.i):
            found = fit(s, t.i, frame)
            if isinstance(found, Misfit):
                yield Miss(frame.text, file_of(frame), t.text, _why(found, frame))


def _why(found: Misfit, frame: Frame) -> str:
    if found.part is None:
        return found.why
    part = frame.parts[found.part]
    prepositions = f"{'|'.join(sorted(part.prepositions))} " if part.prepositions else ""
    return f"nothing fits its {part.relation} “{prepositions}{'|'.join(sorted(part.words))}”"


def file_of(frame: Frame) -> str:
    """The file of the vocabulary in which a pattern stands."""
    return f"events/{frame.type}.yaml"


def because(a: Actor, scene: Scene, slot: int | None = None) -> str:
    """How the code of an actor was come by, as far as the sentence tells; ``slot`` is the head of the words in its place."""
    s, d = scene.sentence, scene.discourse
    if a.span is None:
        return "known from title or outlet"
    if slot is not None and s.tokens[slot].tag[:3] == "PRP" and s.tokens[slot].start != a.span[0]:
        return f"“{s.tokens[slot].text}”: the nearest actor before it that agrees"
    inside = [t for t in s.tokens if a.span[0] <= t.start and t.end <= a.span[1]]
    if not inside:
        return "named in another sentence"
    for t in inside:
        if t.mention >= 0:
            return _by_name(a, t, d)
    if len(inside) == 1 and inside[0].text.lower() in PERSONAL:
        first = inside[0].text.lower() in FIRST and d.speaker is not None
        return "the speaker of the text" if first else _by_pronoun(a)
    return _by_noun(a, inside[-1], scene)


def _by_name(a: Actor, t: Token, d: Discourse) -> str:
    mention = d.mentions[t.mention]
    bearers = [e for e in mention.entities if e.code == a.code] or list(mention.entities)
    named = f"“{mention.text}”, {mention.kind} of {bearers[0].name}" if bearers else f"“{mention.text}”"
    return named if a.code else f"{named}: no code, several bear it or it is not certain on that day"


def _by_pronoun(a: Actor) -> str:
    return "a pronoun: the nearest actor before it that agrees" if a.code else "a pronoun: nobody before it agrees"


def _by_noun(a: Actor, head: Token, scene: Scene) -> str:
    s, d = scene.sentence, scene.discourse
    if a.code is None:
        return "no name of the vocabulary in these words or about them"
    owner = modifier(s, head.i, d)
    if owner is not None and owner.code == a.code:
        return f"“{head.text}” belongs to {owner.name}"
    if agent_of(s, head.i) is not None and d.by_noun(head.lemma) is not None:
        return f"“{head.text}”: the one named so before"
    return "told by what stands beside it, or by the text before"

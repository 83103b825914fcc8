"""Claims about a public's view, with the evidence that they give: figures, a named poll, an anecdote or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from comity.actors.phrases import core
from comity.language.sentence import EVERY_WORD, Token
from comity.signals import beginnings
from comity.signals.figures import figures
from comity.signals.lexicon import words
from comity.signals.publics import holds_a_view, interviewed, is_public, of_those, official, population
from comity.signals.scene import Scene
from comity.values import Actor, Figure, Opinion

Basis = Literal["poll_cited", "poll_named", "anecdotal", "bare"]
RATIO = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d+) (?:in|out of) (?:two|three|four|five|six|eight|ten|\d+)\b"
    r"|\b(?:two|three)[ -](?:thirds|quarters|fifths)\b|\ba (?:quarter|third|fifth) of\b",
    re.IGNORECASE,
)
NEAR = 12  # tokens between a public and the part of it that is singled out


def opinions(scene: Scene) -> Iterator[Opinion]:
    """At most one claim about a public for a sentence; a question claims nothing."""
    if scene.sentence.tokens[-1].text == "?":
        return
    at = beginnings.opinion()
    for t in scene.sentence.tokens:
        if (t.mention >= 0 or t.lemma in at or EVERY_WORD) and _of_a_public(scene, t):
            whose = of_those(scene, t) if t.mention < 0 and t.lemma not in words("opinion", "publics") else None
            yield _made(scene, t, population(scene, whose or t))
            return
    poll = _poll(scene)
    if poll is not None and _finds(scene, poll):
        yield _made(scene, poll, _polled(scene))


def _of_a_public(scene: Scene, t: Token) -> bool:
    """Whether ``t`` is a public that is said to hold a view, or its "public opinion"."""
    s = scene.sentence
    if t.lemma in ("unpopular", "popular") and t.dep == "acomp":
        return _unpopular(scene, t)
    if t.lemma in words("opinion", "among") and t.tag[:2] == "NN" and of_those(scene, t) is not None:
        return True
    if t.lemma in words("opinion", "sentiment") and t.tag[:2] == "NN" and not _poll_of(scene, t):
        return _marked(scene, t)
    if t.dep not in ("nsubj", "nsubjpass") or not is_public(scene, t):
        return False
    verb = s.tokens[t.head]
    if official(scene, t, verb) and _poll(scene) is None:
        return False
    return holds_a_view(scene, verb) or (_poll(scene) is not None and not _supposed(scene, verb))


def _unpopular(scene: Scene, t: Token) -> bool:
    """ "unpopular in B", "unpopular among Armenians"."""
    s = scene.sentence
    near = [p for h in (t.i, t.head) for p in s.children(h, "prep") if p.lemma in ("in", "among", "with")]
    return any(n.mention >= 0 for p in near for n in s.children(p.i, "pobj"))


def _marked(scene: Scene, t: Token) -> bool:
    """ "public opinion", "elite and public opinion"; "will" and "support" only of a public."""
    s = scene.sentence
    before = [s.tokens[k] for a in s.children(t.i, "amod", "compound") for k in s.conjuncts(a.i)]
    marks = {k.lemma for k in before}
    anti = any(x.text.lower().startswith("anti") for x in s.tokens[max(0, t.i - 3) : t.i])
    if anti and t.lemma in ("sentiment", "feeling", "mood"):
        return True
    if t.lemma == "mood" and any(n.mention >= 0 for p in s.children(t.i, "prep") for n in s.children(p.i, "pobj")):
        return True
    if t.lemma in ("opinion", "sentiment", "mood", "attitude", "perception"):
        return bool(marks & words("opinion", "markers"))
    return "public" in marks or "popular" in marks


def _poll_of(scene: Scene, t: Token) -> bool:
    """ "public opinion polls": the poll is the word, not the opinion."""
    return scene.sentence.tokens[t.head].lemma in words("opinion", "polls") and t.dep in ("compound", "nmod")


def _supposed(scene: Scene, verb: Token) -> bool:
    return any(k.lemma in ("if", "whether") for k in scene.sentence.children(verb.i, "mark"))


def _poll(scene: Scene) -> Token | None:
    """A poll of opinions, or the house that took it: not the poll of an election that opens or closes."""
    s = scene.sentence
    for t in s.tokens:
        if t.lemma in words("opinion", "polls") and t.tag[:2] in ("NN", "VB") and t.mention < 0:
            host = s.tokens[t.head]
            if host.lemma not in words("opinion", "elections") and s.tokens[host.head].lemma not in ("go", "head"):
                return t
    return next((t for t in s.tokens if t.text in words("opinion", "pollsters")), None)


def _finds(scene: Scene, poll: Token) -> bool:
    """Whether the poll is said to find something that people think; what it finds of prices or contracts is none."""
    s = scene.sentence
    verb = s.tokens[poll.head]
    asked = {n.lemma for p in s.children(poll.i, "prep") if p.lemma == "of" for n in s.children(p.i, "pobj")}
    measured = {poll.lemma, *asked, *(k.lemma for c in s.children(verb.i, "ccomp", "dobj") for k in _heads(scene, c))}
    if measured & words("opinion", "measured"):
        return False
    return verb.lemma in words("opinion", "findings") or _share(scene) is not None


def _heads(scene: Scene, t: Token) -> list[Token]:
    """The noun itself, or the subject of a clause."""
    return [t, *scene.sentence.children(t.i, "nsubj", "nsubjpass")]


def _polled(scene: Scene) -> Actor | None:
    """Whom the poll asked: a public that the sentence names anywhere; None where it names none."""
    return next((population(scene, t) for t in scene.sentence.tokens if is_public(scene, t)), None)


def _share(scene: Scene) -> Figure | None:
    return next((f for f in figures(scene) if f.unit == "percent"), None)


def _basis(scene: Scene, t: Token) -> Basis:
    told = scene.text(scene.span)
    counted = _share(scene) is not None or RATIO.search(told) is not None
    of_them = any(scene.sentence.tokens[i].lemma in ("percent", "%", "cent") for i in scene.sentence.subtree(t.i))
    if (counted and _poll(scene)) or (of_them and _share(scene)):  # a figure of something else shows no view
        return "poll_cited"
    if _poll(scene):
        return "poll_named"
    return "anecdotal" if interviewed(scene, t) else "bare"


def _made(scene: Scene, t: Token, whose: Actor | None) -> Opinion:
    s = scene.sentence
    verb = s.tokens[t.head]
    issue = s.child(verb.i, "dobj", "ccomp", "xcomp") if verb.verbal else None
    where = s.extent(s.subtree(issue.i)) if issue else scene.span
    return Opinion(
        **scene.evidence("opinion", t.i, (s.extent(s.subtree(t.i)),)),
        population=whose,
        group=_group(scene, t),
        issue=scene.text(where),
        evidence=_basis(scene, t),
        figure=_share(scene),
    )


def _group(scene: Scene, t: Token) -> str | None:
    """A part of the public that the text singles out: "including residents who speak another language"."""
    s = scene.sentence
    for x in s.tokens:
        if x.lemma in words("opinion", "singling") and abs(x.i - t.i) < NEAR:
            noun = s.child(x.i, "pobj", "dobj") or (s.tokens[x.head] if x.dep == "advmod" else None)
            if noun is not None and noun.nominal and noun.i > max(t.i, x.i):
                return scene.text(s.extent([k for k in core(s, noun.i) if k > x.i]))
    return None

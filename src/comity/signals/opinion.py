"""Claims about a public's view, with the evidence that they give: figures, a named poll, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from comity.actors.owners import modifier
from comity.actors.phrases import core, entity_of
from comity.language.sentence import Token
from comity.signals.figures import figures
from comity.signals.lexicon import words
from comity.signals.scene import Scene
from comity.values import Actor, Figure, Opinion

Basis = Literal["poll_cited", "poll_named", "anecdotal", "bare"]


def opinions(scene: Scene) -> Iterator[Opinion]:
    """At most one claim about a public for a sentence."""
    s = scene.sentence
    for t in s.tokens:
        found = _public(scene, t)
        if found is not None:
            yield _made(scene, t, found)
            return
    poll = _poll(scene)
    if poll is not None and (_share(scene) is not None or s.tokens[poll.head].lemma in words("opinion", "findings")):
        yield _made(scene, poll, _population(scene, poll))


def _poll(scene: Scene) -> Token | None:
    """A poll of opinions: not the poll of an election that opens or closes."""
    s = scene.sentence
    for t in s.tokens:
        if t.lemma in words("opinion", "polls") and t.tag[:2] in ("NN", "VB"):
            host = s.tokens[t.head]
            if not (host.lemma in ("open", "close", "go", "head") or t.lemma == "referendum"):
                return t
    return None


def _share(scene: Scene) -> Figure | None:
    return next((f for f in figures(scene.discourse.article.text, scene.span) if f.unit == "percent"), None)


def _public(scene: Scene, t: Token) -> Actor | None:
    """The public whose view the word at ``t`` tells of, where it is the subject of an attitude or a "public opinion"."""
    s = scene.sentence
    if t.lemma in words("opinion", "sentiment") and any(
        k.lemma in ("public", "popular", "legal") for k in s.children(t.i)
    ):
        return _population(scene, t)
    if t.dep not in ("nsubj", "nsubjpass") or not _is_public(scene, t):
        return None
    verb = s.tokens[t.head]
    holding = (
        _poll(scene) is not None
        or verb.lemma in words("opinion", "attitudes")
        or any(k.lemma in words("opinion", "attitudes") for k in s.children(verb.i, "conj", "ccomp", "xcomp"))
    )
    return _population(scene, t) if holding else None


def _is_public(scene: Scene, t: Token) -> bool:
    """ "the people of B", "most Kenyans", "62 percent of the public", "our people": a whole, not some of them."""
    s = scene.sentence
    if t.mention >= 0:
        kind = scene.discourse.mentions[t.mention].kind
        return kind == "demonym" or (kind == "adjective" and t.dep in ("nsubj", "nsubjpass", "pobj"))
    if t.lemma in ("majority", "percent", "%", "cent", "half", "most", "many"):
        return any(
            _is_public(scene, n) or n.lemma in words("opinion", "publics")
            for p in s.children(t.i, "prep")
            for n in s.children(p.i, "pobj")
        )
    if t.lemma not in words("opinion", "publics"):
        return False
    whole = modifier(s, t.i, scene.discourse) is not None or _state_before(scene, t)
    return t.lemma in ("public", "population", "society") or whole or _share(scene) is not None


def _state_before(scene: Scene, t: Token) -> bool:
    """ "In Iceland, people remember": the sentence opens with the place of the public."""
    first = scene.sentence.tokens[:4]
    return t.i < 7 and first[0].lemma == "in" and any(x.mention >= 0 for x in first)


def _population(scene: Scene, t: Token) -> Actor:
    """The population as an actor: the state's people; its code unknown where the text names no state."""
    s = scene.sentence
    span = s.extent(core(s, t.i))
    inner = scene.actors(t.i)
    if inner and inner[0].code:
        return Actor(scene.text(span), span, inner[0].code, None, "CVL")
    owner = modifier(s, t.i, scene.discourse)
    code = owner.code if owner else _state_after(scene, t)
    return Actor(scene.text(span), span, code, None, "CVL")


def _state_after(scene: Scene, t: Token) -> str | None:
    """The state of "public opinion within B", wherever the phrase hangs; None where no state follows closely."""
    for x in scene.sentence.tokens[t.i + 1 : t.i + 4]:
        entity = entity_of(x, scene.discourse) if x.mention >= 0 else None
        if entity is not None and entity.kind == "state":
            return entity.code
    return None


def _made(scene: Scene, t: Token, population: Actor) -> Opinion:
    s = scene.sentence
    share, poll = _share(scene), _poll(scene)
    basis: Basis = "poll_cited" if share else "poll_named" if poll else "bare"
    verb = s.tokens[t.head]
    issue = s.child(verb.i, "dobj", "ccomp", "xcomp") if verb.verbal else None
    where = s.extent(s.subtree(issue.i)) if issue else scene.span
    return Opinion(
        **scene.evidence("opinion", t.i, (s.extent(s.subtree(t.i)),)),
        population=population,
        group=_group(scene, t),
        issue=scene.text(where),
        evidence=basis,
        figure=share,
    )


def _group(scene: Scene, t: Token) -> str | None:
    """A part of the public that the text singles out: "including Russian-speaking residents"."""
    s = scene.sentence
    for x in s.tokens:
        if x.lemma in ("include", "especially", "particularly", "among") and abs(x.i - t.i) < 12:
            noun = s.child(x.i, "pobj", "dobj")
            if noun is not None and noun.i > t.i:
                return scene.text(s.extent(core(s, noun.i)))
    return None

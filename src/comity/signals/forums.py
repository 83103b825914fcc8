"""The body in which states vote, sue or join: named in the sentence, known by a text's number, or named just before."""

from __future__ import annotations

import re

from comity import vocabulary
from comity.actors.phrases import entity_of
from comity.language.sentence import Token
from comity.signals.scene import Scene
from comity.values import Actor

# Numbers of documents: the Security Council's begin with S/, the General Assembly's with A/; four bare digits are the Council's.
COUNCIL = re.compile(r"\bS/(?:RES/)?\d{4}|\b[Rr]esolution \d{4}\b")
ASSEMBLY = re.compile(r"\bA/(?:RES/)?(?:ES-)?\d+|\b[Rr]esolution (?:ES-)?\d+/\d+")
NEAR = 400  # characters: a forum named further back is another matter's


def forum_of(scene: Scene, others: tuple[Actor, ...], before: bool) -> Actor | None:
    """The forum that the sentence names, the most specific first; ``before``: else the one named just before it.

    ``others`` are the actors and sides: who votes is not where.
    """
    taken = {a.span for a in others}
    named = [f for t in scene.sentence.tokens if (f := _at(scene, t)) and f.span not in taken]
    if named:
        return min(named, key=lambda f: ranks().index(f.code or ""))
    if numbered := _by_number(scene):
        return numbered
    return _named_before(scene) if before else None


def ranks() -> list[str]:
    """Codes of the bodies that count as forums, the most specific first."""
    return list(vocabulary.table("signals/alignment")["forums"])


def _at(scene: Scene, t: Token) -> Actor | None:
    entity = entity_of(t, scene.discourse) if t.mention >= 0 else None
    if entity is None or entity.code not in ranks():
        return None
    return Actor(scene.text((t.start, t.end)), (t.start, t.end), entity.code, entity.id, entity.sector)


def _by_number(scene: Scene) -> Actor | None:
    text = scene.text(scene.span)
    for pattern, code in ((COUNCIL, ranks()[0]), (ASSEMBLY, ranks()[1])):
        if found := pattern.search(text):
            start = scene.span[0] + found.start()
            return Actor(found.group(0), (start, start + len(found.group(0))), code)
    return None


def _named_before(scene: Scene) -> Actor | None:
    """The last forum named in the few sentences before, or in the title."""
    start = scene.span[0]
    for m in reversed(scene.discourse.mentions):
        if m.span[0] < start and start - m.span[0] < NEAR and len(m.entities) == 1 and m.entities[0].code in ranks():
            e = m.entities[0]
            return Actor(m.text, m.span, e.code, e.id, e.sector)
    return None

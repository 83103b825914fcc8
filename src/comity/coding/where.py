"""Where an act took place: the place after "in", "at" or "near" that hangs on it. The country is "per GeoNames"."""

from __future__ import annotations

from functools import cache

from comity import vocabulary
from comity.actors.discourse import Discourse
from comity.actors.phrases import entity_of
from comity.language.sentence import Sentence, Token
from comity.values import Place

BEFORE = frozenset({"in", "at", "near", "on", "off", "inside", "outside", "around", "across", "over"})
KINDS = frozenset({"place", "state", "metonym"})


def place_at(s: Sentence, i: int, d: Discourse) -> Place | None:
    """The place of the act whose word stands at ``i``; None where the sentence gives none."""
    for host in (i, *_hosts(s, i)):
        for prep in s.children(host, "prep"):
            noun = s.child(prep.i, "pobj") if prep.lemma in BEFORE else None
            if noun is not None and (found := _place(noun, d)):
                return found
    return None


def _hosts(s: Sentence, i: int) -> list[int]:
    """The objects of the act and, for an event noun, the verb that carries it."""
    t = s.tokens[i]
    below = [k.i for k in s.children(i, "dobj", "attr")]
    above = [t.head] if t.tag[:2] == "NN" and s.tokens[t.head].verbal else []
    return [*below, *above]


def _place(t: Token, d: Discourse) -> Place | None:
    if t.mention < 0 or d.mentions[t.mention].kind not in KINDS:
        return None
    entity = entity_of(t, d)
    row = places().get(d.mentions[t.mention].text) or places().get(entity.name if entity else "") or {}
    kind = d.mentions[t.mention].kind
    text = d.article.text[t.start : t.end]
    return Place(
        text=text,
        span=(t.start, t.end),
        country=entity.code if entity else row.get("country"),
        geonameid=row.get("geonameid"),
        lat=row.get("lat"),
        lon=row.get("lon"),
        precision=str(row["kind"]) if "kind" in row else "country" if kind == "state" else None,
    )


@cache
def places() -> dict[str, vocabulary.Row]:
    """Rows of vocabulary/places.yaml by every name that only one of them bears."""
    found: dict[str, list[vocabulary.Row]] = {}
    for row in vocabulary.rows("places"):
        for name in dict.fromkeys((row["name"], *(row.get("names") or ()))):
            found.setdefault(name, []).append(row)
    return {name: rows[0] for name, rows in found.items() if len(rows) == 1}

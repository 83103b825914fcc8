"""Where an act took place: the place after "in", "at" or "near" that hangs on it. The country is "per GeoNames"."""

from __future__ import annotations

from functools import cache

from comity import vocabulary
from comity.actors.discourse import Discourse
from comity.actors.phrases import entity_of
from comity.coding.attachment import carriers, is_event
from comity.language.sentence import Sentence, Token
from comity.values import Place

BEFORE = frozenset({"in", "at", "near", "on", "off", "inside", "outside", "around", "across", "within"})
# After these a state is the target or the theme of an act, not its place: "sanctions on", "fired at".
AIMED = frozenset({"on", "at", "around"})
KINDS = frozenset({"place", "state", "metonym"})
DEEPEST = 4  # "at a hospital in the city of X": phrases inside one another


def place_at(s: Sentence, i: int, d: Discourse) -> Place | None:
    """The place of the act whose word stands at ``i``; None where the sentence gives none."""
    for at in carriers(s, i):
        for prep in s.children(at, "prep"):
            if found := _after(s, prep, d, DEEPEST):
                return found
    return None


def _after(s: Sentence, prep: Token, d: Discourse, depth: int) -> Place | None:
    """The place that a preposition leads to, itself or inside its noun phrase: "in the north of X", "at a base in X"."""
    noun = s.child(prep.i, "pobj")
    if noun is None or depth == 0:
        return None
    local = prep.lemma in BEFORE or (prep.lemma == "of" and depth < DEEPEST)
    kinds = KINDS - {"state"} if prep.lemma in AIMED else KINDS
    if local and (found := _named(s, noun, d, kinds)):
        return found
    if is_event(s, noun.i) and noun.mention < 0:
        return None
    inner = (p for p in s.children(noun.i, "prep") if p.lemma in BEFORE or (local and p.lemma == "of"))
    return next((found for p in inner if (found := _after(s, p, d, depth - 1))), None)


def _named(s: Sentence, noun: Token, d: Discourse, kinds: frozenset[str]) -> Place | None:
    """The noun as a place, or a place that stands before it: "the Donbas region", "Beirut's suburbs"."""
    before = (*s.children(noun.i, "compound", "nmod"), *s.children(noun.i, "poss"))
    own = _place(noun, d, kinds)
    if own or noun.mention >= 0:
        return own
    return next((found for k in before if (found := _place(k, d, KINDS))), None)


def _place(t: Token, d: Discourse, kinds: frozenset[str]) -> Place | None:
    if t.mention < 0 or d.mentions[t.mention].kind not in kinds:
        return None
    mention = d.mentions[t.mention]
    entity = entity_of(t, d)
    row = places().get(mention.text) or places().get(entity.name if entity else "") or {}
    return Place(
        text=d.article.text[t.start : t.end],
        span=(t.start, t.end),
        country=entity.code if entity else row.get("country"),
        geonameid=row.get("geonameid"),
        lat=row.get("lat"),
        lon=row.get("lon"),
        precision=str(row["kind"]) if "kind" in row else "country" if mention.kind == "state" else None,
    )


@cache
def places() -> dict[str, vocabulary.Row]:
    """Rows of vocabulary/places.yaml by every name that only one of them bears."""
    found: dict[str, list[vocabulary.Row]] = {}
    for row in vocabulary.rows("places"):
        for name in dict.fromkeys((row["name"], *(row.get("names") or ()))):
            found.setdefault(name, []).append(row)
    return {name: rows[0] for name, rows in found.items() if len(rows) == 1}

"""Where an act took place: the place after "in", "at" or "near" that hangs on it. The country is "per GeoNames"."""

from __future__ import annotations

from functools import cache

from comity import vocabulary
from comity.actors.discourse import Discourse
from comity.actors.phrases import entity_of
from comity.coding.attachment import carriers, host, listed
from comity.coding.cues import stances
from comity.language.sentence import Sentence, Token
from comity.values import Place

BEFORE = frozenset({"in", "at", "near", "on", "off", "inside", "outside", "around", "across", "within"})
# After these a state is the target or the theme of an act, not its place: "sanctions on", "fired at".
AIMED = frozenset({"on", "at", "around", "across"})
KINDS = frozenset({"place", "state", "metonym"})
PASSING = frozenset({"dobj", "pobj", "prep", "attr", "nsubjpass", "conj", "appos", "dative", "agent"})


def place_at(s: Sentence, i: int, d: Discourse) -> Place | None:
    """The place of the act whose word stands at ``i``, nearest first; None where the sentence gives none."""
    found = [(p.i, place) for p in s.tokens if p.lemma in BEFORE and p.dep == "prep" and (place := _after(s, p, d))]
    if not found:
        return None
    hosts = carriers(s, i)
    placed = [(hosts.index(at), abs(k - at), place) for k, place in found if (at := _host(s, k)) in hosts]
    return min(placed, key=lambda p: p[:2])[2] if placed else None


def _host(s: Sentence, prep: int) -> int | None:
    """The act that a phrase of place hangs on, itself or through what the act is done to, with or at; of words, itself only."""
    at = host(s, [prep])
    step = s.tokens[prep].head
    while at is not None and step != at:
        t = s.tokens[step]
        plain = t.dep in PASSING and (t.dep != "prep" or t.lemma in listed("sites", "leading"))
        if not plain or s.tokens[at].lemma in stances():
            return None
        step = t.head
    return at


def _after(s: Sentence, prep: Token, d: Discourse) -> Place | None:
    """The place that a preposition leads to: "in X", "in the X region", "in the town of X"."""
    noun = s.child(prep.i, "pobj")
    if noun is None:
        return None
    if noun.mention >= 0:
        return _place(noun, d, KINDS - {"state"} if prep.lemma in AIMED else KINDS)
    if noun.lemma not in listed("sites", "nouns"):
        return None
    before = (*s.children(noun.i, "compound", "nmod"), *s.children(noun.i, "poss"))
    under = (k for p in s.children(noun.i, "prep") if p.lemma == "of" for k in s.children(p.i, "pobj"))
    return next((found for k in (*before, *under) if (found := _place(k, d, KINDS))), None)


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

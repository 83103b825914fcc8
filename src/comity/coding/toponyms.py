"""Which place in the world a name means: by what is said with it, by its people, by the countries that the article speaks of.

The rule stands in docs/places.md. Pure: the same name with the same countries spoken of has the same answer, and a country of
which no bearer of the name lies in decides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from comity import vocabulary
from comity.coding.geonames import Region, Town, region_of, regions, towns
from comity.values import Place, Precise, Span

# Of how many people a town must be to be meant where nothing speaks for it, and how many times those of any other.
KNOWN_FROM = 100_000
OUTWEIGHS = 10
# From so many people a town is meant rather than a region of the same name elsewhere in its country.
METROPOLIS = 500_000
# Kinds of rows of places that are areas; an island is one that news names as a place.
AREAS = frozenset({"region", "province", "sea", "island"})

Bearer = Town | Region


@dataclass(frozen=True, slots=True)
class Named:
    """A place as a text names it: ``country`` and ``region`` are those said with it ("the town of X, Y")."""

    text: str
    span: Span
    country: str | None = None
    region: str | None = None
    areal: bool | None = None  # "the X region" or "the town of X"; None: neither is said


def resolve(named: Named, spoken: frozenset[str]) -> Place | None:
    """The place that a name outside the vocabulary means; None where no place of the tables bears it and no country is said."""
    found = bearers(named)
    within = _said(found, named)
    if named.country and not within:
        return _place(named, named.country, "country")
    if not found:
        return _place(named, None, "unresolved") if named.areal is not None else None
    return _answer(named, within or found, spoken | ({named.country} if named.country else frozenset()))


def resolve_listed(named: Named, row: vocabulary.Row, country: str | None, spoken: frozenset[str]) -> Place:
    """The place of a row of the vocabulary, unless a namesake is said, or is alone spoken of and has a tenth of its people.

    Where both are spoken of, or neither, no namesake may have more people; a capital whose state is spoken of is always meant.
    """
    listed = _listed(named, row, country)
    if country is None or row.get("kind") not in (None, "city"):
        return listed
    own, others = _namesakes(named, row, country)
    said = _said([t for t in others if named.region or t.country == named.country], named)
    if said and named.country != country and (named.region or _rivals(said, own)):
        return _answer(named, said, spoken)
    rivals = _rivals([t for t in others if t.country != country], own)
    near = [t for t in rivals if t.country in spoken]
    if near and country not in spoken and not named.country:
        return _answer(named, near, spoken)
    capital = named.text in capitals().values()
    larger = [] if named.country or (capital and country in spoken) else near if country in spoken else rivals
    return _place(named, None, "unresolved") if any(t.population > own for t in larger) else listed


def bearers(named: Named) -> tuple[Bearer, ...]:
    """Who bears the name. A region with a town of its own name means the town, unless the text says "region"; a region
    with smaller namesakes elsewhere in its country means the region."""
    people = towns(named.text) if named.areal is not True else ()
    areas = regions(named.text) if named.areal is not False else ()
    chief = {(t.country, t.region) for t in people if t.principal}
    areas = tuple(r for r in areas if (r.country, r.code) not in chief)
    beside = {r.country for r in areas}
    larger = (t for t in people if t.country not in beside or (t.population >= METROPOLIS and t.principal))
    return (*larger, *areas)


def _said(found: Sequence[Bearer], named: Named) -> list[Bearer]:
    """Those of the country and region that are said with the name; where only a region is said, all if none lies in it."""
    inside = [b for b in found if named.country in (None, b.country)]
    if named.region is None:
        return inside
    areas = {(r.country, r.code) for r in regions(named.region)}
    return [b for b in inside if isinstance(b, Town) and (b.country, b.region) in areas]


def _answer(named: Named, found: Sequence[Bearer], spoken: frozenset[str]) -> Place:
    """The bearer that is meant: known and far larger than the rest, else of the one country spoken of; else what they share."""
    chosen = _outweighing(found, KNOWN_FROM)
    if chosen is None and named.region:
        chosen = _outweighing(found, 0)
    likely = [b for b in found if b.country in spoken]
    if chosen is None and len({b.country for b in likely}) == 1:
        chosen = _outweighing(likely, 0) or _shared(likely)
        if chosen is None:
            return _place(named, likely[0].country, "country")
    if isinstance(chosen, Town):
        return _town_place(named, chosen)
    if isinstance(chosen, Region):
        return _region_place(named, chosen.country, chosen)
    return _place(named, None, "unresolved")


def _outweighing(found: Sequence[Bearer], people: int) -> Bearer | None:
    """The one bearer, or the town with ten times the people of any other. With ``people`` asked for, nothing else speaks for
    the bearer: a town must have so many, and the name must be its first."""
    first, *others = sorted(found, key=lambda b: -_people(b))
    if isinstance(first, Region):
        return None if others else first
    if first.population < people or (people and not first.principal):
        return None
    if not first.principal and any(isinstance(b, Town) and b.principal for b in others):
        return None
    outweighed = all(isinstance(b, Town) and first.population >= OUTWEIGHS * b.population for b in others)
    return first if outweighed else None


def _shared(found: Sequence[Bearer]) -> Region | None:
    """The region that several bearers in one country have in common."""
    codes = {b.region if isinstance(b, Town) else b.code for b in found}
    return region_of(found[0].country, codes.pop()) if len(codes) == 1 else None


def _people(b: Bearer) -> int:
    return b.population if isinstance(b, Town) else 0


def _namesakes(named: Named, row: vocabulary.Row, country: str) -> tuple[int, list[Town]]:
    """The people of the row's own place, and the other towns with the name as the text gives it."""
    found = towns(named.text)
    ids = {row.get("geonameid")} if row.get("geonameid") else {t.geonameid for t in found if t.country == country}
    own = max((t.population for t in found if t.geonameid in ids), default=KNOWN_FROM * OUTWEIGHS)
    return own, [t for t in found if t.geonameid not in ids]


def _rivals(found: Sequence[Bearer], own: int) -> list[Town]:
    return [b for b in found if isinstance(b, Town) and b.principal and OUTWEIGHS * b.population >= own]


def _listed(named: Named, row: vocabulary.Row, country: str | None) -> Place:
    """The row's own country and point; the id and region of GeoNames where the tables have it in that country."""
    kind, filed = row.get("kind"), row.get("country") or country
    names = tuple(dict.fromkeys((str(row.get("name") or named.text), named.text)))
    town = _town_of(row, names, filed) if kind in (None, "city") else None
    if named.areal and kind in (None, "city"):
        return _region_place(named, country, _around(named, town, filed))
    if town is not None:
        return replace(_town_place(named, town), country=country, **_point(row))
    if kind in AREAS:
        of_gazetteer = _region_place(
            named, country, next((r for n in names for r in regions(n) if r.country == filed), None)
        )
        return replace(of_gazetteer, precision="place" if kind == "island" else "region", **_point(row))
    return replace(_place(named, country, "place" if kind else "country"), **_point(row))


def _around(named: Named, town: Town | None, country: str | None) -> Region | None:
    """The region with a town's name: of several the one beside the town (a town may be a region of its own), else the town's."""
    found = [r for r in regions(named.text) if r.country == country]
    beside = [r for r in found if town is None or r.code != town.region]
    return next(iter(beside or found), region_of(town.country, town.region) if town else None)


def _point(row: vocabulary.Row) -> dict[str, Any]:
    """What the row says of id and point."""
    return {key: row[key] for key in ("geonameid", "lat", "lon") if row.get(key) is not None}


def _town_of(row: vocabulary.Row, names: Sequence[str], country: str | None) -> Town | None:
    """The town of the tables that a row is: by its id, else the largest with its name in its country."""
    found = [t for n in names for t in towns(n)]
    if row.get("geonameid"):
        return next((t for t in found if t.geonameid == row["geonameid"]), None)
    return next((t for t in found if t.country == country), None)


def _town_place(named: Named, town: Town) -> Place:
    area = region_of(town.country, town.region)
    return Place(
        text=named.text,
        span=named.span,
        country=town.country,
        region=area.name if area else None,
        geonameid=town.geonameid,
        lat=town.lat,
        lon=town.lon,
        precision="place",
    )


def _region_place(named: Named, country: str | None, area: Region | None) -> Place:
    """A first-level region: it has an id and no one point. Where the tables do not know it, the country is all that is known."""
    place = _place(named, country, "region")
    return replace(place, region=area.name, geonameid=area.geonameid) if area else place


def _place(named: Named, country: str | None, precision: Precise) -> Place:
    return Place(named.text, named.span, country, precision=precision)


@cache
def capitals() -> dict[str, str]:
    """The capital of each state of today by its code."""
    rows = vocabulary.rows("states")
    return {row["code"]: row["capital"] for row in rows if row.get("capital") and not row.get("to")}

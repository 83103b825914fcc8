"""Which place in the world a name means: by what is said with it, by its people, by the countries that the article speaks of.

The rule stands in docs/places.md. Pure: the same name with the same countries spoken of has the same answer, and a country of
which no bearer of the name lies in decides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from comity import vocabulary
from comity.coding.geonames import Region, Town, key, region_name, regions, towns
from comity.values import Place, Span

# Of how many people a town must be to be meant where nothing speaks for it, and how many times those of any other.
KNOWN_FROM = 100_000
OUTWEIGHS = 10
# From so many people a town is meant rather than a region of the same name elsewhere in its country.
METROPOLIS = 500_000
PLACES = frozenset({"city", "camp", "crossing", "base", "site", "island", "strait"})

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

    Where neither it nor a namesake is spoken of, it must be the most populous of its name.
    """
    listed = _listed(named, row, country)
    if country is None or row.get("kind") not in (None, "city"):
        return listed
    own, others = _namesakes(named, row, country)
    said = _said([t for t in others if named.region or t.country == named.country], named)
    if said and named.country != country and (named.region or _rivals(said, own)):
        return _answer(named, said, spoken)
    if country in spoken or named.country:
        return listed
    rivals = [t for t in _rivals(others, own) if t.country in spoken]
    if rivals or any(_people(t) > own for t in _rivals(others, own) if t.country != country):
        return _answer(named, rivals or [*others, *_own(named, country)], spoken)
    return listed


def _own(named: Named, country: str) -> list[Bearer]:
    return [t for t in towns(named.text) if t.country == country][:1]


def bearers(named: Named) -> list[Bearer]:
    """Who bears the name. A region with a town of its own name means the town, unless the text says "region"; a region
    with smaller namesakes elsewhere in its country means the region."""
    people = towns(named.text) if named.areal is not True else ()
    areas = regions(named.text) if named.areal is not False else ()
    chief = {(t.country, t.region) for t in people}
    areas = tuple(r for r in areas if (r.country, r.code) not in chief)
    beside = {r.country for r in areas}
    return [*(t for t in people if t.country not in beside or t.population >= METROPOLIS), *areas]


def _said(found: Sequence[Bearer], named: Named) -> list[Bearer]:
    """Those of the country and region that are said with the name; where only a region is said, all if none lies in it."""
    inside = [b for b in found if named.country in (None, b.country)]
    if named.region is None:
        return inside
    areas = {(r.country, r.code) for r in regions(named.region)}
    return [b for b in inside if isinstance(b, Town) and (b.country, b.region) in areas]


def _answer(named: Named, found: Sequence[Bearer], spoken: frozenset[str]) -> Place:
    likely = [b for b in found if b.country in spoken]
    chosen = _outweighing(found, KNOWN_FROM)
    if chosen is None and len({b.country for b in likely}) == 1:
        chosen = _outweighing(likely, 0) or _shared(likely)
    if chosen is None and named.region:
        chosen = _outweighing(found, 0)
    if isinstance(chosen, Town):
        within = region_name(chosen.country, chosen.region)
        point = {"geonameid": chosen.geonameid, "lat": chosen.lat, "lon": chosen.lon}
        return replace(_place(named, chosen.country, "place"), region=within, **point)
    if isinstance(chosen, Region):
        return replace(_place(named, chosen.country, "region"), region=chosen.name, geonameid=chosen.geonameid)
    return _place(named, chosen, "country" if chosen else "unresolved")


def _outweighing(found: Sequence[Bearer], people: int) -> Bearer | None:
    """The one bearer, or the town with ten times the people of any other, under its first name if others have that."""
    if len(found) == 1:
        only = found[0]
        return (
            only if isinstance(only, Region) or not people or (only.population >= people and only.principal) else None
        )
    first, *others = sorted(found, key=lambda b: -_people(b))
    if not isinstance(first, Town) or first.population < people:
        return None
    outweighed = all(isinstance(b, Town) and first.population >= OUTWEIGHS * b.population for b in others)
    named_so = first.principal or not (people or any(isinstance(b, Town) and b.principal for b in others))
    return first if outweighed and named_so else None


def _shared(found: Sequence[Bearer]) -> Region | str | None:
    """What several bearers in one country have in common: the region, else the country."""
    codes = {b.region if isinstance(b, Town) else b.code for b in found}
    country = found[0].country
    if len(codes) == 1:
        area = regions(f"#{country} {codes.pop()}")
        return area[0] if area else country
    return country


def _people(b: Bearer) -> int:
    return b.population if isinstance(b, Town) else 0


def _namesakes(named: Named, row: vocabulary.Row, country: str) -> tuple[int, list[Bearer]]:
    """The people of the row's own place, and the other towns with the name as the text gives it."""
    found = towns(named.text)
    ids = {row.get("geonameid")} if row.get("geonameid") else {t.geonameid for t in found if t.country == country}
    own = max((t.population for t in found if t.geonameid in ids), default=KNOWN_FROM * OUTWEIGHS)
    return own, [t for t in found if t.geonameid not in ids]


def _rivals(found: Sequence[Bearer], own: int) -> list[Bearer]:
    return [b for b in found if isinstance(b, Town) and b.principal and OUTWEIGHS * b.population >= own]


def _listed(named: Named, row: vocabulary.Row, country: str | None) -> Place:
    """The row's own country and point; the id and region of GeoNames where the tables have it in that country."""
    kind = row.get("kind")
    names = dict.fromkeys((str(row.get("name") or named.text), named.text))
    town = _town_of(row, tuple(names), country)
    area = next((r for n in names for r in regions(n) if r.country == (row.get("country") or country)), None)
    if named.areal and kind in (None, "city"):
        area = area or next(iter(regions(f"#{town.country} {town.region}") if town else ()), None)
        place = _place(named, country, "region")
        return replace(place, region=area.name, geonameid=area.geonameid) if area else place
    if kind in ("region", "province", "island"):
        place = _place(named, country, "place" if kind == "island" else "region")
        place = replace(place, lat=row.get("lat"), lon=row.get("lon"), geonameid=row.get("geonameid"))
        return replace(place, region=area.name, geonameid=place.geonameid or area.geonameid) if area else place
    place = _place(named, country, "place" if kind in PLACES or town else "region" if kind else "country")
    point = {"geonameid": row.get("geonameid"), "lat": row.get("lat"), "lon": row.get("lon")}
    if town is None:
        return replace(place, **point)
    if point["lat"] is None:
        point = {"geonameid": town.geonameid, "lat": town.lat, "lon": town.lon}
    return replace(place, region=region_name(town.country, town.region), **point)


def _town_of(row: vocabulary.Row, names: Sequence[str], country: str | None) -> Town | None:
    """The town of the tables that a row is: by its id, else the largest with its name in its country."""
    if row.get("kind") not in (None, "city"):
        return None
    found = [t for n in names for t in towns(n)]
    if row.get("geonameid"):
        return next((t for t in found if t.geonameid == row["geonameid"]), None)
    return next((t for t in found if t.country == (row.get("country") or country)), None)


def _place(named: Named, country: str | None, precision: str) -> Place:
    return Place(named.text, named.span, country, precision=precision)


@cache
def is_region(name: str) -> bool:
    """Whether some first-level region bears the name."""
    return bool(regions(key(name)))

"""Where land is, for the ground of a map: outlines of states where a package brings them, and the places of towns elsewhere.

The outlines are those of Natural Earth (1:110 million, public domain), as the package countryinfo carries them; it lacks some
states, and small islands. For those, and for all where the package is not there, the towns of GeoNames stand in: each half
degree with a town in it. Lines between states are never drawn: a map of ours says nothing of whose a place is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from comity import vocabulary

Ring = tuple[tuple[float, float], ...]  # longitude and latitude, in degrees
CELL = 0.5  # degrees
TOWNS = vocabulary.HERE / "geonames" / "towns.tsv"


@dataclass(frozen=True, slots=True)
class Land:
    """``rings`` are outlines; ``cells`` are the south-western corners of half degrees with a town, where there is none."""

    rings: tuple[Ring, ...]
    cells: tuple[tuple[float, float], ...]


@cache
def land() -> Land:
    """The ground of a map, read once."""
    outlines = _outlines()
    rings = tuple(ring for found in outlines.values() for ring in found)
    return Land(rings, tuple(sorted(_cells(frozenset(outlines)))))


def _outlines() -> dict[str, list[Ring]]:
    """The outer rings of each state by its code; none where the package is not there."""
    try:
        from countryinfo import CountryInfo
    except ImportError:
        return {}
    found: dict[str, list[Ring]] = {}
    for country in CountryInfo.all().values():
        given: dict[str, Any] = dict(country)
        code = (given.get("ISO") or {}).get("alpha3")
        for feature in (given.get("geoJSON") or {}).get("features", ()):
            shape = feature["geometry"]
            parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
            found.setdefault(str(code), []).extend(tuple((x, y) for x, y, *_ in part[0]) for part in parts)
    return found


def _cells(outlined: frozenset[str]) -> set[tuple[float, float]]:
    found = set()
    with TOWNS.open(encoding="utf-8") as lines:
        for line in lines:
            _, _, _, country, _, _, lat, lon = line.rstrip("\n").split("\t")
            if country not in outlined:
                found.add((float(lon) // CELL * CELL, float(lat) // CELL * CELL))
    return found

"""Towns and first-level regions of the world by name: two prepared tables, read where a name is asked for.

The tables (vocabulary/geonames, made by gazetteer/prepare.py) are sorted by the bytes of the first column and searched by
halving on a memory map: nothing is loaded, and forked processes share the pages. Source: GeoNames (geonames.org, CC BY 4.0).
"""

from __future__ import annotations

import mmap
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from comity import vocabulary

FOLDER = vocabulary.HERE / "geonames"
# Letters that no decomposition takes apart, and the marks with which names are transliterated.
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "-": " "} | dict.fromkeys("‘’ʼʹʻ'`.", None)
)


@dataclass(frozen=True, slots=True)
class Town:
    """One populated place. ``region``: GeoNames' code of its first-level region, without the country."""

    geonameid: int
    country: str
    region: str
    population: int
    lat: float
    lon: float
    principal: bool  # the name asked for is its first name in GeoNames, not another one


@dataclass(frozen=True, slots=True)
class Region:
    """One first-level region of a country."""

    geonameid: int
    country: str
    code: str
    name: str


def key(name: str) -> str:
    """A name as the tables write it: without case, diacritics, hyphens and apostrophes."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    apart = unicodedata.normalize("NFKD", folded).translate(_LETTERS)
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split())


@lru_cache(maxsize=4096)
def towns(name: str) -> tuple[Town, ...]:
    """All towns that bear a name, the most populous first."""
    found = [
        Town(int(i), country, region, int(people), float(lat), float(lon), rank == "n")
        for rank, i, country, region, people, lat, lon in _lines("towns", key(name))
    ]
    return tuple(sorted(found, key=lambda t: (-t.population, t.geonameid)))


@lru_cache(maxsize=4096)
def regions(name: str) -> tuple[Region, ...]:
    """All first-level regions that bear a name, with or without the word for their kind ("Oblast", "Province")."""
    return tuple(Region(int(i), country, code, own) for i, country, code, own in _lines("regions", key(name)))


def region_of(country: str, code: str) -> Region | None:
    """The first-level region with this code in a country; None where GeoNames has none."""
    found = regions(f"#{country} {code}")
    return found[0] if found else None


def _lines(table: str, wanted: str) -> Iterator[list[str]]:
    """The fields after the first of every line whose first field is ``wanted``."""
    content = _content(table)
    sought = wanted.encode() + b"\t"
    at = _first(content, sought)
    while content[at : at + len(sought)] == sought:
        end = content.find(b"\n", at)
        yield content[at + len(sought) : end].decode().split("\t")
        at = end + 1


def _first(content: mmap.mmap, sought: bytes) -> int:
    """Where the first line stands that is not below ``sought``."""
    low, high = 0, len(content)
    while low < high:
        start = content.rfind(b"\n", 0, (low + high) // 2) + 1
        end = content.find(b"\n", start) + 1
        if content[start:end] < sought:
            low = end
        else:
            high = start
    return low


@cache
def _content(table: str) -> mmap.mmap:
    with (FOLDER / f"{table}.tsv").open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

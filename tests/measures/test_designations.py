"""Who is listed where on a day: worked examples, what is verified and what stays unknown, and claims beside."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

from comity.facts.imported import SCHEMAS
from comity.measures.answer import Answer
from comity.measures.designations import designations
from comity.measures.frames import Frames
from comity.vocabulary.listings import Entity, entity, listings
from measures.building import day, frames

NOTHING = pl.DataFrame(schema=SCHEMAS["un_list"])


def ask(of: str, on: str, un_list: pl.DataFrame = NOTHING, read: Frames | None = None) -> Answer:
    return designations(read or frames(), listings(), un_list, entity(of), date.fromisoformat(on))


def state(of: str, forum: str, on: str, un_list: pl.DataFrame = NOTHING) -> str:
    rows = ask(of, on, un_list).rows
    return str(rows.filter((pl.col("forum") == forum) | (pl.col("id") == forum))["state"].item())


@pytest.mark.parametrize(
    ("of", "forum", "on", "expected"),
    [
        ("Taliban", "Russia", "2025-04-16", "listed"),
        ("Taliban", "Russia", "2025-04-17", "suspended"),
        ("Hamas", "United Kingdom", "2010-01-01", "listed_in_part"),
        ("Hamas", "United Kingdom", "2022-01-01", "listed"),
        ("Hamas", "United Kingdom", "2000-01-01", "unknown"),
        ("Al-Qassam Brigades", "United Kingdom", "2010-01-01", "listed"),
        ("Al-Qassam Brigades", "United Kingdom", "2022-01-01", "listed"),
        ("Houthis", "US-FTO", "2021-02-01", "listed"),
        ("Houthis", "US-FTO", "2023-06-01", "delisted"),
        ("Houthis", "US-FTO", "2025-03-10", "listed"),
        ("Mujahedin-e Khalq", "United Kingdom", "2010-01-01", "delisted"),
        ("Hezbollah", "European Union", "2024-01-01", "listed_in_part"),
    ],
)
def test_the_state_on_a_day(of: str, forum: str, on: str, expected: str) -> None:
    assert state(of, forum, on) == expected


def test_every_forum_is_shown_and_those_in_force_with_their_effect_and_instrument() -> None:
    rows = ask("Hamas", "2022-01-01").rows
    assert rows.height == len(listings().forums)
    for row in rows.iter_rows(named=True):
        in_force = row["state"] in ("listed", "listed_in_part", "suspended")
        assert bool(row["effect"]) == in_force
        assert bool(row["instrument"] and row["source"] and row["part"]) == in_force


def test_after_the_day_as_of_which_a_row_is_known_nothing_is_known() -> None:
    row = ask("Taliban", "2026-01-01").rows.filter(pl.col("id") == "RUS").row(0, named=True)
    assert (row["state"], row["effect"]) == ("unknown", None)
    assert row["note"].startswith("last known: suspended on 2025-05-29")


def entry(**told: Any) -> pl.DataFrame:
    base = {"snapshot": "2015-03-27", "list": "Taliban", "reference": "X.1", "kind": "entity", "name": "Grey Falcons"}
    row = {**base, "aliases": [], "listed": "2012-05-01", **told}
    return pl.DataFrame(
        [{**row, "snapshot": day(row["snapshot"]), "listed": day(row["listed"])}], schema=SCHEMAS["un_list"]
    )


def test_not_listed_is_said_only_against_a_complete_list_of_that_very_day() -> None:
    assert state("Hamas", "UN-1988", "2015-03-27", entry()) == "not_listed_verified"
    assert state("Hamas", "UN-1988", "2015-03-26", entry()) == "unknown"
    assert state("Hamas", "UN-1988", "2015-03-28", entry()) == "unknown"
    assert state("Hamas", "UN-1267", "2015-03-27", entry()) == "unknown"
    assert state("Taliban", "US-FTO", "1997-10-08") == "not_listed_verified"


def test_a_name_like_it_on_the_list_leaves_it_unknown() -> None:
    assert state("Hamas", "UN-1988", "2015-03-27", entry(name="HAMAS Relief Office")) == "unknown"


def test_a_name_that_the_vocabulary_does_not_know_is_never_verified_to_be_absent() -> None:
    assert state("Order of the Heron", "UN-1988", "2015-03-27", entry()) == "unknown"
    assert state("grey falcons", "UN-1988", "2015-03-27", entry()) == "listed"


def test_an_imported_entry_holds_from_its_listing_to_the_day_of_the_list() -> None:
    named = entry(aliases=["Hamás"])
    assert [state("Hamas", "UN-1988", d, named) for d in ("2012-04-30", "2012-05-01", "2015-03-27", "2015-03-28")] == [
        "unknown",
        "listed",
        "listed",
        "unknown",
    ]


def test_an_entry_that_bears_the_name_as_an_alias_is_told_to() -> None:
    row = ask("Hamas", "2014-01-01", entry(aliases=["Hamas"])).rows.filter(pl.col("id") == "UN-1988").row(0, named=True)
    assert row["instrument"] == "entry X.1, Grey Falcons"
    assert "alias" in row["note"]


def test_what_texts_say_stands_beside_and_decides_nothing() -> None:
    said = {"designee": "Hamas", "authority": "RUS", "status": "listed", "part": "whole", "published": "2024-02-05"}
    read = frames(designations=[said, {**said, "article": "a2"}, {**said, "designee": "ISIS"}])
    answer = ask("Hamas", "2024-02-05", read=read)
    assert answer.rows.filter(pl.col("id") == "RUS")["state"].item() == "unknown"
    assert answer.series["claims"].select("authority", "status", "mentions").rows() == [("RUS", "listed", 2)]
    assert set(answer.evidence["row"]) == set(answer.series["claims"]["id"])


def test_a_name_not_known_is_told() -> None:
    assert entity("Order of the Heron") == Entity(None, None, ("Order of the Heron",))
    assert "no name of the vocabulary" in ask("Order of the Heron", "2024-01-01").notes[0]

"""Texts that retell another outlet's interview or report name it, and count as one origin."""

from __future__ import annotations

from pathlib import Path

import pytest

import comity
from comity.asking.frames import frames
from comity.measures.frames import Frames
from comity.reading import Coder, read
from comity.values import Article

SAID = "The Norwegian foreign minister told Reuters on Monday that Norway had condemned Chile."
AGAIN = "Norway's foreign minister said in an interview with Reuters that Norway had condemned Chile."
OWN = "Norway had condemned Chile, the foreign ministry said on Monday."


def told(folder: Path, *texts: tuple[str, str]) -> Frames:
    """The frames of a record of these texts, each with its outlet."""
    from comity import coder

    record = comity.open(folder / "r.comity")
    found = [Article(f"a{n}", text, published="2024-05-07", outlet=outlet) for n, (outlet, text) in enumerate(texts)]
    read(record, found, Coder(lambda articles: coder.code_many(articles, 1), coder.version()))
    return frames(record.reader())


def accusations(read: Frames) -> list[tuple[str | None, str]]:
    accused = read.claims.filter(type="ACCUSE", actor_code="NOR")
    return [tuple(row) for row in accused.sort("outlet").select("medium", "origin").iter_rows()]


def test_two_outlets_that_retell_one_interview_are_one_origin(tmp_path: Path) -> None:
    found = accusations(told(tmp_path, ("Demo Post", SAID), ("Demo Gazette", AGAIN)))
    assert [medium for medium, _ in found] == ["Reuters", "Reuters"]
    assert len({origin for _, origin in found}) == 1


def test_the_text_of_the_medium_itself_is_the_origin_where_the_record_holds_it(tmp_path: Path) -> None:
    read = told(tmp_path, ("Demo Gazette", AGAIN), ("Reuters", SAID))
    texts = dict(read.articles.select("outlet", "origin").iter_rows())
    assert accusations(read) == [("Reuters", texts["Reuters"]), (None, texts["Reuters"])]


@pytest.mark.parametrize("outlet", ["Demo Post", "Demo Gazette"])
def test_a_text_that_names_no_medium_is_its_own_origin(tmp_path: Path, outlet: str) -> None:
    read = told(tmp_path, ("Demo Wire", SAID), (outlet, OWN))
    texts = dict(read.articles.select("outlet", "text").iter_rows())
    assert (None, texts[outlet]) in accusations(read)
    assert len({origin for _, origin in accusations(read)}) == 2


def test_contacts_count_origins_and_not_retellings(tmp_path: Path) -> None:
    from comity.measures.contacts import contacts

    met = "The foreign ministers of Norway and Chile met on 2 May 2024, Reuters reported."
    read = told(tmp_path, ("Demo Post", met), ("Demo Gazette", f"OSLO. {met}"))
    rows = contacts(read, "NOR", "CHL").rows
    assert rows.select("mentions", "origins").rows() == [(2, 1)]

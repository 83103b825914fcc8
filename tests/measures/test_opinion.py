"""Claims about a public's view."""

from __future__ import annotations

from typing import Any

import pytest

from comity.measures.answer import Answer
from comity.measures.disclosure import items
from comity.measures.opinion import opinion
from comity.vocabulary.rules import rules
from measures.building import frames

TABLE = items(rules("disclosure").content)
TEXT = "62 percent of Norwegians favour the treaty, by a survey of 1,000 adults. It polled 1,000 by telephone."


def view(article: str, evidence: str = "poll_cited", **more: Any) -> dict[str, Any]:
    share = {"value": 62.0, "unit": "percent", "of": None, "span": [0, 10]} if evidence == "poll_cited" else None
    base = {
        "population": "NOR",
        "issue": "the treaty",
        "evidence": evidence,
        "figure": share,
        "published": "2024-05-01",
    }
    return {**base, "article": article, **more}


def asked(*rows: dict[str, Any], texts: dict[str, str] | None = None, population: str = "NOR") -> Answer:
    return opinion(frames(opinions=list(rows)), population, texts or {}, TABLE)


def test_a_cited_poll_has_share_sample_margin_and_what_it_discloses() -> None:
    row = asked(view("a1"), texts={"t-a1": TEXT}).rows.row(0, named=True)
    assert (row["share"], row["sample"], row["disclosed"]) == (62.0, 1000, len(row["items"]))
    assert row["margin"] == pytest.approx(3.01, abs=0.01)
    assert {"size", "mode", "population"} <= set(row["items"])


def test_a_bare_assertion_has_no_score_and_a_poll_that_tells_nothing_scores_nought() -> None:
    rows = asked(view("a1", "bare"), view("a2", "poll_named"), texts={"t-a1": TEXT, "t-a2": "A poll said so."}).rows
    scores = dict(rows.select("evidence", "disclosed").rows())
    assert scores["bare"] is None
    assert scores["poll_named"] == 0
    assert rows["margin"].to_list() == [None, None]


def test_copies_are_one_claim_and_other_publics_are_not_asked_for() -> None:
    answer = asked(view("a1"), view("a2", text="t2", origin="t-a1"), view("a3", population="CHL"))
    assert answer.rows.select("mentions", "origins").rows() == [(2, 1)]
    assert answer.figures[0].says == "1 poll cited, 0 poll named, 0 anecdotal, 0 bare"

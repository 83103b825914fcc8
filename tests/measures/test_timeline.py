"""The days that matter between two actors: what weighs, what is cited, and that the rule is the same for all."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.measures.answer import Answer
from comity.measures.frames import Frames
from comity.measures.timeline import timeline
from comity.vocabulary.rules import rules
from measures.building import frames

WEIGHTS = rules("timeline").content
NAMES = ("NOR", "CHL", "GHA", None)


def ask(read: Frames, one: str = "NOR", other: str = "CHL", limit: int = 15) -> Answer:
    return timeline(read, (one, other), WEIGHTS, {}, limit)


def said(day: str, actor: str | None, recipient: str | None = None, **more: Any) -> dict[str, Any]:
    where = {"article": "a1", "published": "2024-06-01", **more}
    return {"on": day, "basis": "text", "actor": actor, "recipient": recipient, **where}


def days(answer: Answer) -> list[str]:
    return [str(d) for d in answer.rows["day"]]


def test_a_day_between_the_two_outweighs_a_day_of_others_and_days_stand_in_order_of_time() -> None:
    read = frames(claims=[said("2024-05-09", "NOR", "CHL"), said("2024-05-01", "GHA", sentence_start=30)])
    assert days(ask(read, limit=1)) == ["2024-05-09"]
    assert days(ask(read)) == ["2024-05-01", "2024-05-09"]


def test_copies_of_a_text_count_once_and_texts_of_their_own_each() -> None:
    copies = [said("2024-05-01", "NOR", article=f"a{n}") for n in (1, 2, 3)]
    same = [{"article": f"a{n}", "origin": "same", "published": "2024-06-01"} for n in (1, 2, 3)]
    own = [said("2024-05-02", "NOR", article=f"b{n}") for n in (1, 2)]
    counted = ask(frames(same, [*copies, *own])).rows
    assert counted.select("sentences", "origins").rows() == [(1, 1), (2, 2)]


def test_a_day_known_from_publication_alone_or_only_as_a_month_is_none() -> None:
    unnamed = {**said("2024-05-01", "NOR", "CHL"), "basis": "published"}
    month = {**said("2024-05-01", "NOR", "CHL"), "latest": "2024-05-31"}
    assert ask(frames(claims=[unnamed, month])).rows.is_empty()


def test_the_line_is_what_was_done_between_the_two_and_its_sentence_comes_first() -> None:
    read = frames(
        claims=[
            said("2024-05-01", "GHA", id="other"),
            said("2024-05-01", "NOR", "CHL", id="asked", status="demanded", sentence_start=30),
            said("2024-05-01", "NOR", "CHL", id="met", type="CONSULT", mode="visit", sentence_start=60),
        ]
    )
    answer = ask(read)
    assert answer.rows["line"].to_list() == ["NOR → CHL: CONSULT visit, happened"]
    assert answer.evidence.select("source", "role").rows()[0] == ("met", "line")
    assert set(answer.evidence["source"]) == {"other", "asked", "met"}


def test_a_signal_of_its_own_weighs_and_a_list_of_parties_names_both() -> None:
    met = {"article": "a1", "parties": ["NOR", "CHL"], "status": "happened", "on": "2024-05-01", "basis": "text"}
    row = ask(frames(contacts=[met], articles=[{"article": "a1", "published": "2024-05-01"}])).rows.row(0, named=True)
    assert (row["between"], row["signals"], row["published"], row["line"]) == (1, 1, 1, "contacts")


def test_without_the_evidence_there_is_no_day_and_an_unrelated_article_changes_only_what_is_covered() -> None:
    claims = [said("2024-05-01", "NOR", "CHL"), said("2024-05-02", "NOR", "CHL", article="a2")]
    assert days(ask(frames(claims=claims[:1]))) == ["2024-05-01"]
    before, after = ask(frames(claims=claims)), ask(frames(claims=claims, articles=[{"article": "z"}]))
    assert after.rows.equals(before.rows)
    assert after.basis.articles == before.basis.articles + 1


acts = st.lists(
    st.tuples(
        st.sampled_from(["2024-05-01", "2024-05-02", "2024-05-03"]),
        st.sampled_from(NAMES),
        st.sampled_from(NAMES),
        st.sampled_from(["a1", "a2", "a3"]),
        st.integers(0, 3),
    ),
    max_size=12,
)


@given(acts)
def test_swapping_the_two_actors_everywhere_swaps_nothing_but_their_names(told: list[Any]) -> None:
    swap = {"NOR": "CHL", "CHL": "NOR"}
    plain = [said(d, a, b, article=x, sentence_start=s) for d, a, b, x, s in told]
    swapped = [
        said(d, swap.get(a or "", a), swap.get(b or "", b), article=x, sentence_start=s) for d, a, b, x, s in told
    ]
    one, other = ask(frames(claims=plain)), ask(frames(claims=swapped))
    assert one.rows.drop("line").equals(other.rows.drop("line"))
    assert one.evidence.equals(other.evidence)
    assert one.rows.equals(ask(frames(claims=plain), "CHL", "NOR").rows)


def test_days_of_one_weight_are_taken_from_the_earlier_on() -> None:
    read = frames(claims=[said("2024-05-02", "NOR"), said("2024-05-01", "NOR", sentence_start=9)])
    assert ask(read, limit=1).rows["day"].to_list() == [date(2024, 5, 1)]
    assert ask(read, limit=1).notes == ("1 more days are named by a dated act: --limit N",)


@pytest.mark.parametrize("asked", ["nor", "NOR.GOV"])
def test_an_actor_is_found_in_either_case_and_a_part_is_not_the_whole(asked: str) -> None:
    counted = ask(frames(claims=[said("2024-05-01", "NOR", "CHL")]), asked).rows["between"].to_list()
    assert counted == [1 if asked == "nor" else 0]

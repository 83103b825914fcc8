"""All responses at once: every actor has a cell for every trigger."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl

from comity.measures.answer import Answer
from comity.measures.response_matrix import Wanted, cell_of, response_matrix
from comity.measures.response_rules import Responder, Responders, trigger_rule
from comity.measures.responses import responses
from comity.vocabulary.rules import rules
from measures.building import Row, frames

RULE = trigger_rule(rules("triggers"))
EXPECTED = Responders(tuple(map(Responder, ("NOR", "PER", "KEN"))), {})
GROUPS = {
    "the north": Responders((Responder("NOR", date(2024, 6, 1)),), {}),
    "all": Responders((Responder("NOR"), Responder("KEN")), {}),
}
FACTS = dict.fromkeys(("word", "perpetrator_named", "act_named", "unqualified"), True)


def act(name: str, day: str, outlets: int = 1) -> list[Row]:
    base = {"actor": "CHL", "recipient": "GHA", "type": "ASSAULT", "quad": 4, "on": day, "published": day, "id": name}
    return [{**base, "article": f"{name}-{n}", "outlet": f"Outlet {n}", "id": name} for n in range(outlets)]


def said(by: str, day: str, degree: str = "full", polarity: str = "made") -> Row:
    row = {"by": by, "target": "CHL", "polarity": polarity, "degree": degree, "on": day, "published": day}
    return {**row, **FACTS, "article": f"{by}-{day}"}


def matrix(wanted: Wanted | None = None) -> Answer:
    claims = [*act("first", "2024-05-01"), *act("later", "2024-07-01", outlets=3)]
    spoken = [
        said("NOR", "2024-05-03"),
        said("FJI", "2024-07-02", "partial"),
        said("KEN", "2024-07-05", "full", "withheld"),
    ]
    end: Row = {"article": "end", "published": "2024-09-01", "outlet": "Wire"}
    read = frames([end], claims, condemnations=spoken)
    return response_matrix(read, RULE, (EXPECTED, GROUPS), {}, wanted or Wanted())


def cell(answer: Answer, actor: str, trigger: str) -> dict[str, Any]:
    return answer.rows.row(by_predicate=(pl.col("responder") == actor) & (pl.col("trigger") == trigger), named=True)


def test_no_cell_is_blank_also_of_who_responded_to_another_act_and_was_not_expected() -> None:
    answer = matrix()
    actors, columns = answer.rows["responder"].unique(), answer.series["triggers"]["id"]
    assert columns.to_list() == ["first", "later"]
    assert answer.rows.height == len(actors) * len(columns)
    assert (cell(answer, "FJI", "first")["cell"], cell(answer, "FJI", "first")["expected"]) == ("not_observed", "no")


def test_made_partial_and_withheld_are_told_apart_with_the_days_after_the_clock() -> None:
    answer = matrix()
    told = {(r["responder"], r["trigger"]): (r["cell"], r["T"]) for r in answer.rows.iter_rows(named=True)}
    assert told["NOR", "first"] == ("made", 2)
    assert told["FJI", "later"] == ("partial", 1)
    assert told["KEN", "later"] == ("withheld", None)


def test_a_status_is_never_made_more_of_than_it_is() -> None:
    assert cell_of("criticised", None) == "other"
    assert cell_of("concern", "concern") == "other"
    assert cell_of("condemned", "generic") == "partial"
    assert cell_of("before_clock", "full") == "other"


def test_a_cell_says_what_the_matrix_of_its_one_trigger_says() -> None:
    answer = matrix()
    claims = [*act("first", "2024-05-01"), *act("later", "2024-07-01", outlets=3)]
    spoken = [
        said("NOR", "2024-05-03"),
        said("FJI", "2024-07-02", "partial"),
        said("KEN", "2024-07-05", "full", "withheld"),
    ]
    read = frames([{"article": "end", "published": "2024-09-01", "outlet": "Wire"}], claims, condemnations=spoken)
    for trigger in ("first", "later"):
        alone = responses(read, RULE, EXPECTED, {}, trigger).rows
        for row in alone.iter_rows(named=True):
            found = cell(answer, row["responder"], trigger)
            assert (found["status"], found["T"], found["expected"]) == (row["status"], row["T"], row["expected"])


def test_the_acts_that_most_outlets_tell_come_first_and_the_rest_on_the_next_page() -> None:
    assert matrix(Wanted(per_page=1)).series["triggers"]["id"].to_list() == ["later"]
    assert matrix(Wanted(per_page=1, page=2)).series["triggers"]["id"].to_list() == ["first"]
    assert matrix(Wanted(page=2)).rows.is_empty()


def test_actors_stand_by_their_delay_in_one_column_where_that_is_asked_for() -> None:
    by_name, by_column = matrix(), matrix(Wanted(sort="first"))
    assert by_name.rows["responder"].unique(maintain_order=True).to_list() == ["FJI", "KEN", "NOR", "PER"]
    assert by_column.rows["responder"][0] == "NOR"


def test_a_group_has_the_members_of_the_day_of_the_act() -> None:
    answer = matrix()
    assert cell(answer, "NOR", "first")["blocs"] == ["all"]
    assert cell(answer, "NOR", "later")["blocs"] == ["the north", "all"]

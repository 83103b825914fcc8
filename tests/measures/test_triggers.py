"""Triggers come from one rule for all sides."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from comity.errors import RecordError, VocabularyError
from comity.measures.frames import Frames
from comity.measures.response_rules import TriggerRule, responders, trigger_rule
from comity.measures.triggers import chosen, find, triggers
from comity.vocabulary.rules import FOLDER, rules
from measures.building import Row, frames

RULE = trigger_rule(rules("triggers"))


def attack(article: str, day: str | None, **more: object) -> Row:
    row = {"actor": "CHL", "recipient": "GHA", "type": "ASSAULT", "quad": 4, "on": day, "published": day}
    return {**row, "article": article, "id": article, "outlet": f"outlet {article}", **more}


def found(read: Frames, rule: TriggerRule = RULE) -> list[tuple[object, ...]]:
    return find(read, rule).triggers.select("id", "actor", "recipient", "outlets", "mentions").rows()


def test_tellings_that_lie_within_days_are_one_trigger_and_a_later_act_is_another() -> None:
    read = frames(claims=[attack("a", "2024-05-01"), attack("b", "2024-05-03"), attack("c", "2024-06-01")])
    assert found(read) == [("a", "CHL", "GHA", 2, 2), ("c", "CHL", "GHA", 1, 1)]


def test_a_telling_without_recipient_joins_the_one_act_that_lies_near_and_no_act_where_two_do() -> None:
    nameless = attack("b", "2024-05-02", recipient=None)
    assert found(frames(claims=[attack("a", "2024-05-01"), nameless])) == [("a", "CHL", "GHA", 2, 2)]
    two = [attack("a", "2024-05-01"), attack("c", "2024-05-01", recipient="NOR"), nameless]
    assert [row[0] for row in found(frames(claims=two))] == ["a", "c", "b"]


def test_only_outlets_within_the_hours_of_the_rule_count_and_the_user_may_ask_for_more() -> None:
    late = attack("b", "2024-05-01", published="2024-05-09", cluster="a")
    soon = attack("c", "2024-05-01", published="2024-05-04", cluster="a")
    read = frames(claims=[attack("a", "2024-05-01", cluster="a"), late, soon])
    assert found(read) == [("a", "CHL", "GHA", 2, 3)]
    assert found(read, RULE.corroborated(3)) == []


def test_the_clock_starts_at_the_latest_bound_of_the_first_report() -> None:
    first = attack("a", None, earliest="2024-04-27", latest="2024-04-30", published="2024-05-02", cluster="a")
    read = frames(claims=[first, attack("b", "2024-05-04", cluster="a")])
    begun = find(read, RULE).triggers.select("first_report", "clock_start", "dated").row(0)
    assert begun == (date(2024, 5, 2), date(2024, 4, 30), True)


@pytest.mark.parametrize(
    "change",
    [{"status": "possible"}, {"status": "denied"}, {"type": "CONSULT"}, {"actor": None}, {"recipient": "CHL"}],
    ids=str,
)
def test_what_is_no_trigger(change: dict[str, object]) -> None:
    assert found(frames(claims=[attack("a", "2024-05-01", **change)])) == []


def test_an_undated_article_tells_no_first_report() -> None:
    assert found(frames(claims=[attack("a", "2024-05-01", published=None)])) == []


def test_the_answer_tells_the_rule_and_the_comparison_set() -> None:
    read = frames(
        claims=[attack("a", "2024-05-01"), attack("b", "2024-06-01"), attack("c", "2024-06-01", type="THREATEN")]
    )
    answer = triggers(read, RULE, {"triggers": "1"})
    assert answer.rows.select("id", "class", "comparison").rows() == [
        ("a", "attack", 1),
        ("b", "attack", 1),
        ("c", "threat", 0),
    ]
    assert "at least 1 outlet(s)" in answer.notes[0]
    assert answer.basis.rules == {"triggers": "1"}
    assert set(answer.evidence["row"]) == {"a", "b", "c"}
    assert triggers(read, RULE, {}, only="threat").rows["id"].to_list() == ["c"]


def test_an_id_may_be_given_by_its_beginning_where_one_trigger_has_it() -> None:
    read = find(frames(claims=[attack("abc", "2024-05-01"), attack("abd", "2024-06-01")]), RULE).triggers
    assert chosen(read, "abd")["id"] == "abd"
    for asked in ("ab", "x"):
        with pytest.raises(RecordError, match=asked):
            chosen(read, asked)


def test_a_rule_of_the_users_own_by_quad_and_mode(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    text = (FOLDER / "triggers.yaml").read_text(encoding="utf-8")
    start, end = text.index("classes:"), text.index("# Claims that are criticism")
    own.write_text(
        text[:start] + "classes:\n  - {class: force, quads: [4], modes: []}\n" + text[end:], encoding="utf-8"
    )
    rule = trigger_rule(rules("triggers", own))
    read = frames(
        claims=[attack("a", "2024-05-01"), attack("b", "2024-06-01", type="COERCE"), attack("c", "2024-07-01", quad=3)]
    )
    assert [row[0] for row in found(read, rule)] == ["a", "b"]


@pytest.mark.parametrize("content", ["[]", "classes: []", "{classes: [{class: x}], statuses: []}"])
def test_a_rule_that_does_not_stand_is_refused_with_its_place(tmp_path: Path, content: str) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(content, encoding="utf-8")
    with pytest.raises(VocabularyError, match="rules triggers"):
        trigger_rule(rules("triggers", own))


def test_the_shipped_responders_have_a_source_and_hold_on_their_days_only() -> None:
    table = rules("responders")
    assert all(row["source"] and row["as_of"] for row in table.content["any"])
    in_1962, in_2024 = (responders(table).expected("attack", date(year, 10, 22)) for year in (1962, 2024))
    assert ("SUN" in in_1962, "RUS" in in_1962) == (True, False)
    assert ("SUN" in in_2024, "RUS" in in_2024) == (False, True)


def test_the_users_responders_may_be_bare_codes_by_class(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("{any: [NOR], classes: {attack: [GHA, NOR]}}", encoding="utf-8")
    declared = responders(rules("responders", own))
    assert declared.expected("attack", date(2024, 1, 1)) == ("NOR", "GHA")
    assert declared.expected("threat", date(2024, 1, 1)) == ("NOR",)


@pytest.mark.parametrize("content", ["[NOR]", "{any: NOR}", "{any: [{name: NOR}]}", "{classes: [attack]}"])
def test_responders_that_do_not_stand_are_refused_with_their_place(tmp_path: Path, content: str) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(content, encoding="utf-8")
    with pytest.raises(VocabularyError, match="rules responders"):
        responders(rules("responders", own))

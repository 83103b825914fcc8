"""``comity explain`` as an analyst calls it: everything that decided is told."""

from __future__ import annotations

import json

import pytest

import comity
from cli.conftest import Run


def test_a_denial_is_told_from_names_to_claim(run: Run) -> None:
    status, out, _ = run("explain", "Chile denied it attacked Peru.")
    assert status == 0
    assert "“Chile”: state (CHL), parsed as" in out
    assert "attacked  attack  VBD  ccomp  1 denied" in out
    assert "“denied” (denied) by CHL (Chile)" in out
    assert "events/ASSAULT.yaml, at “attacked”; B: Peru" in out
    assert "“it”: the nearest actor before it that agrees" in out
    assert "happened (“attacked”, its own form) → denied (“denied”, the word above it)" in out
    assert "CHL (Chile) → PER (Peru)  ASSAULT, denied; according to CHL (Chile)" in out


def test_what_was_considered_and_dropped_is_told_with_the_reason(run: Run) -> None:
    out = run("explain", "Chile launched an attack on Peru.")[1]
    assert "dropped: ASSAULT" in out
    assert "another pattern has this word (“" in out
    assert "no actor on either side" in run("explain", "Chile did not condemn the strike.")[1]
    assert "it has no object, and here is one" in run("explain", "Chile attacked Peru.")[1]


def test_signals_and_the_speaker_of_a_demand_are_told(run: Run) -> None:
    out = run("explain", "Chile said Peru must stop.")[1]
    assert "grammar: a demand" in out
    assert "the speaker does it by saying so" in out
    assert "condemnations: by CHL, target PER, polarity withheld" in run("explain", "Chile did not condemn Peru.")[1]


def test_as_json_nothing_is_left_out(run: Run) -> None:
    out = run("explain", "Chile attacked Peru. Peru condemned Chile.", "--json")[1]
    first, second = map(json.loads, out.splitlines())
    assert set(first) == set(comity.explain("Chile attacked Peru.")[0].__dataclass_fields__)
    assert [c["type"] for c in (*first["claims"], *second["claims"])] == ["ASSAULT", "ACCUSE"]
    assert len(first["misses"]) > 1


@pytest.mark.parametrize(
    "text",
    ["If Chile attacks Peru, Ghana will attack Chile.", "Ghana called on Chile to withdraw from Peru.", "A quiet day."],
)
def test_the_claims_and_the_last_status_told_are_those_of_the_coder(text: str) -> None:
    explained = comity.explain(text)
    from comity.values import Article

    coded = comity.code(Article("explained", text))
    assert tuple(c for x in explained for c in x.claims) == coded.claims
    ways = [p.status[-1].status for x in explained for p in x.patterns if p.dropped is None]
    assert [c.status for c in coded.claims if c.type != "STATEMENT"] == ways


def test_a_day_that_is_none_is_told(run: Run) -> None:
    status, _, err = run("explain", "Chile attacked Peru.", "--published", "Monday")
    assert status == 1
    assert "no such day" in err


def test_the_day_gives_times(run: Run) -> None:
    assert "2024-02-05" in run("explain", "Chile attacked Peru today.", "--published", "2024-02-05")[1]


@pytest.mark.parametrize("text", ["", "Президент Чили встретился с министром Перу в понедельник."])
def test_what_is_no_sentence_in_english_is_told(run: Run, text: str) -> None:
    status, out, err = run("explain", text)
    assert (status, out) == (1, "")
    assert "give a sentence in English" in err

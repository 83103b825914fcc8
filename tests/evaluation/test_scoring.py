"""What counts as right: claims by sentence, type and sides, their fields, signals, attributions, silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.evaluation import figures, gold, scoring
from comity.evaluation.comparing import same_actors, same_chain, same_side, same_time
from comity.evaluation.labels import Side
from comity.values import UNKNOWN_TIME, Actor, Claim, Coded, Quoted, Span, Time

RUS, UN, OFFICIALS = Actor("Moscow", code="RUS"), Actor("UN", code="UN"), Actor("unnamed officials")


@pytest.mark.parametrize(
    ("label", "found", "same"),
    [
        (Side("RUS", "the Kremlin"), RUS, True),
        (Side("UKR", "Moscow"), RUS, False),
        (Side(None, "the officials"), OFFICIALS, True),
        (Side(None, "the rebels"), OFFICIALS, False),
        (Side(None, "the rebels of the north"), Actor("the river"), False),
        (Side("RUS", None), OFFICIALS, False),
        (Side(None, None), None, True),
        (Side(None, None), RUS, False),
        (Side(None, "officials"), None, False),
    ],
)
def test_a_side_is_the_same_by_code_then_by_words(label: Side, found: Actor | None, same: bool) -> None:
    assert same_side(label, found) is same


def test_a_chain_is_the_same_link_by_link_and_actors_in_any_order() -> None:
    assert same_chain(["RUS", "officials"], [RUS, OFFICIALS])
    assert not same_chain(["officials", "RUS"], [RUS, OFFICIALS])
    assert not same_chain(["RUS"], [RUS, OFFICIALS])
    assert same_actors(["UN", "RUS"], [RUS, UN])
    assert not same_actors(["UN"], [RUS, UN])


def test_times_are_the_same_as_closed_intervals_and_open_ones_tell_none() -> None:
    day = Time("2024-05-02T10:00", "2024-05-02", "day", "text")
    assert same_time(("2024-05-02", "2024-05-02"), day)
    assert not same_time(("2024-05-01", "2024-05-02"), day)
    assert not same_time(None, day)
    assert same_time(None, UNKNOWN_TIME)
    assert same_time(None, Time(None, "2024-05-03", "interval", "published"))


def claim(span: Span, actor: str, recipient: str, type_: str, status: str = "happened", sure: float = 0.9) -> Claim:
    sides = (Actor(actor, code=actor), Actor(recipient, code=recipient))
    trigger = Quoted("condemned", (span[0] + 6, span[0] + 15))
    fields = ("x", *sides, type_, None, (), 3, status, (), UNKNOWN_TIME, None, None, trigger, span, sure)
    return Claim(*fields)  # type: ignore[arg-type]


def judged(folder: Path, claims: dict[str, list[Claim]]) -> tuple[scoring.Judged, ...]:
    found = gold.load(folder)
    return scoring.judge(
        found, lambda articles: (Coded(a.id, "en", claims=tuple(claims.get(a.id, ()))) for a in articles)
    )


def figure(section: figures.Section, row: str, column: str) -> figures.Figure:
    return next(r.figures[column] for r in section.rows if r.name == row)


def test_a_label_is_found_once_however_often_it_is_coded(folder: Path) -> None:
    twice = [claim((0, 22), "KEN", "GHA", "ACCUSE"), claim((0, 22), "KEN", "GHA", "ACCUSE", "negated")]
    told = figures.claims(judged(folder, {"t1": twice}))
    assert figure(told, "all", "precision").value == pytest.approx(1 / 2)
    assert figure(told, "all", "recall").value == pytest.approx(1 / 5)
    assert figure(told, "all", "f1").value == pytest.approx(2 / 7)


def test_of_two_that_fit_the_liker_one_is_paired(folder: Path) -> None:
    twice = [claim((0, 22), "KEN", "GHA", "ACCUSE", "negated"), claim((0, 22), "KEN", "GHA", "ACCUSE")]
    status = figure(figures.fields_of_claims(judged(folder, {"t1": twice})), "status", "right")
    assert (status.value, status.n) == (1.0, 1)


def test_another_sentence_type_or_side_is_another_claim(folder: Path) -> None:
    others = {
        "t1": [claim((0, 22), "GHA", "KEN", "ACCUSE"), claim((0, 22), "KEN", "GHA", "REJECT")],
        "t4": [claim((80, 108), "SWE", "NOR", "ASSAULT")],
    }
    assert figure(figures.claims(judged(folder, others)), "all", "precision").value == 0


def test_statements_are_not_scored(folder: Path) -> None:
    assert (
        figure(figures.claims(judged(folder, {"t3": [claim((0, 9), "KEN", "GHA", "STATEMENT")]})), "all", "precision").n
        == 0
    )


def test_silence_is_broken_by_what_is_asserted_alone(folder: Path) -> None:
    def share(status: str) -> float | None:
        told = figures.silence(judged(folder, {"t3": [claim((0, 30), "KEN", "GHA", "ACCUSE", status)]}))
        return told.rows[0].figures["right"].value

    assert share("happened") == pytest.approx(2 / 3)
    assert share("ongoing") == pytest.approx(2 / 3)
    assert share("possible") == 1


def test_confidence_is_told_by_bins_and_what_is_sure_alone(folder: Path) -> None:
    found = {
        "t1": [claim((0, 22), "KEN", "GHA", "ACCUSE", sure=0.8), claim((0, 22), "KEN", "TGO", "ACCUSE", sure=0.85)],
        "t3": [claim((0, 30), "KEN", "GHA", "ACCUSE", sure=0.2)],
    }
    told = judged(folder, found)
    table = figures.confidence(told)
    assert [r.name for r in table.rows] == ["0.2 to 0.3", "0.8 to 0.9"]
    assert figure(table, "0.8 to 0.9", "right").value == 0.5
    assert figure(table, "0.8 to 0.9", "mean").value == pytest.approx(0.825)
    assert figures.sure(told).rows[0].figures["precision"].n == 2


def test_an_actor_has_a_row_from_five_labelled_claims(folder: Path) -> None:
    assert figures.by_actor(judged(folder, {})).rows == ()
    by_type = figures.by_type(judged(folder, {"t1": [claim((0, 22), "KEN", "GHA", "ACCUSE")]}))
    assert figure(by_type, "ACCUSE", "recall").value == 0.5
    assert figure(by_type, "CONSULT", "recall").value == 0

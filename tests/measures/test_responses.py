"""Who condemned an act, when, after how long; and what nothing seen is called."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.measures.answer import Answer
from comity.measures.delays import figures
from comity.measures.frames import Frames
from comity.measures.response_rules import Responder, Responders, trigger_rule
from comity.measures.responses import responses
from comity.measures.survival import Duration
from comity.vocabulary.rules import rules
from measures.building import Row, frames

RULE = trigger_rule(rules("triggers"))
GROUP = ("NOR", "PER", "KEN", "FJI", "LAO")
ACT = {"actor": "CHL", "recipient": "GHA", "type": "ASSAULT", "quad": 4, "on": "2024-05-01", "published": "2024-05-01"}
TRIGGER = {**ACT, "article": "act", "id": "act"}
END = {"article": "end", "published": "2024-06-30", "outlet": "Wire"}


def declared(*codes: str) -> Responders:
    return Responders(tuple(Responder(c) for c in codes), {})


def said(by: str | None, day: str, **more: Any) -> Row:
    row = {"by": by, "target": "CHL", "polarity": "made", "degree": "full", "on": day, "published": day}
    facts = dict.fromkeys(("word", "perpetrator_named", "act_named", "unqualified"), True)
    return {**row, **facts, "article": f"{by}-{day}", **more}


def matrix(
    *condemnations: Row, claims: tuple[Row, ...] = (), articles: tuple[Row, ...] = (END,), group: Any = GROUP
) -> Answer:
    read = frames(articles=list(articles), claims=[TRIGGER, *claims], condemnations=list(condemnations))
    return asked(read, group)


def asked(read: Frames, group: Any = GROUP, trigger: str = "act") -> Answer:
    return responses(read, RULE, declared(*group), {}, trigger)


def row(answer: Answer, responder: str) -> dict[str, Any]:
    return answer.rows.filter(pl.col("responder") == responder).row(0, named=True)


def test_a_condemnation_is_told_with_its_booleans_its_day_and_the_days_after_the_clock() -> None:
    answer = matrix(said("NOR", "2024-05-04", degree="partial", perpetrator_named=False), said("NOR", "2024-05-07"))
    found = row(answer, "NOR")
    assert (found["status"], found["T"], found["by"]) == ("condemned", 3, date(2024, 5, 4))
    assert (found["degree"], found["perpetrator_named"], found["origins"]) == ("full", True, 2)
    assert answer.evidence.filter(pl.col("row") == "act/NOR")["role"].to_list() == ["condemned", "condemned"]


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"degree": "support"}, "supported"),
        ({"degree": "concern"}, "concern"),
        ({"polarity": "withheld"}, "withheld"),
        ({"polarity": "denied"}, "withheld"),
        ({"polarity": "demanded"}, "not_observed"),
        ({"target": "GHA"}, "criticised_recipient"),
        ({"on": "2024-04-30"}, "before_clock"),
        ({"on": None, "earliest": "2024-04-29", "latest": "2024-05-03"}, "time_uncertain"),
        ({"target": "FJI"}, "not_observed"),
    ],
    ids=str,
)
def test_what_is_no_condemnation_of_the_act_is_called_what_it_is_and_has_no_delay(change: Row, status: str) -> None:
    found = row(matrix(said("NOR", "2024-05-03", **change)), "NOR")
    assert (found["status"], found["T"]) == (status, None)


def test_a_condemnation_that_names_nobody_counts_where_its_sentence_tells_the_act() -> None:
    unnamed = said("NOR", "2024-05-03", target=None)
    act = {**ACT, "actor": None, "article": unnamed["article"], "published": "2024-05-03"}
    assert row(matrix(unnamed, claims=(act,)), "NOR")["status"] == "condemned"
    assert row(matrix(unnamed, claims=({**act, "sentence_start": 90},)), "NOR")["status"] == "not_observed"
    assert row(matrix(unnamed, claims=({**act, "recipient": "FJI"},)), "NOR")["status"] == "not_observed"


def test_criticism_and_rejection_by_claim_count_and_praise_of_the_victim_is_no_support_of_the_act() -> None:
    claim = {
        "actor": "NOR",
        "recipient": "CHL",
        "type": "REJECT",
        "on": "2024-05-06",
        "published": "2024-05-06",
        "article": "n",
    }
    found = row(matrix(claims=(claim,)), "NOR")
    assert (found["status"], found["T"]) == ("criticised", 5)
    act = {**ACT, "article": "n", "published": "2024-05-06", "chain": ["NOR"]}
    victim = {**claim, "type": "SUPPORT", "recipient": "GHA"}
    assert row(matrix(claims=(victim, act)), "NOR")["status"] == "spoke_of_act"
    assert row(matrix(claims=({**victim, "recipient": "CHL"}, act)), "NOR")["status"] == "supported"


def test_a_claimed_delay_stands_apart_from_the_measured_one() -> None:
    found = row(matrix(said("NOR", "2024-05-02", delay_claimed="noticeably slower")), "NOR")
    assert (found["T"], found["delay_claimed"]) == (1, "noticeably slower")


def test_silence_is_called_so_only_where_the_actors_own_channel_was_covered() -> None:
    def channel(step: int, code: str = "NOR") -> tuple[list[Row], list[Row]]:
        days = [date(2024, 4, 28) + timedelta(days=k) for k in range(0, 30, step)]
        texts = [
            {"article": f"{code}{d}", "published": d.isoformat(), "kind": "statement", "outlet": code} for d in days
        ]
        return texts, [{"actor": code, "type": "STATEMENT", "chain": [code], "article": t["article"]} for t in texts]

    for step, called in ((3, "observed_silence"), (16, "not_observed")):
        texts, claims = channel(step)
        answer = matrix(articles=(END, *texts), claims=tuple(claims))
        assert row(answer, "NOR")["status"] == called
        assert row(answer, "PER")["status"] == "not_covered"
    assert row(answer, "NOR")["silent"] is None  # nothing of the past tells π or D


def test_a_group_of_five_has_a_median_and_four_have_the_list_alone() -> None:
    news = [said(code, f"2024-05-0{k}") for k, code in enumerate(GROUP[:3], 2)]
    carried = [said(code, "2024-03-01", target="FJI") for code in GROUP[3:]]
    seen = [*carried, *news]
    outlets = ({**END, "article": "mid", "published": "2024-05-05"}, END)
    told = {f.name: f for f in matrix(*seen, articles=outlets).figures}
    assert (told["group median"].value, told["group median"].n) == (3, 5)
    assert told["group median"].says.startswith("2 censored, 2 of them not observed")
    assert (
        row(matrix(*seen, articles=outlets), "PER")["wording"] == "T = 2 d; group median 3 d; rank 2 of 3; 2 censored"
    )
    few = matrix(*seen, articles=outlets, group=GROUP[:4])
    assert {(f.value, f.says) for f in few.figures} == {(None, "too few to summarise")}


def test_of_an_act_whose_day_is_not_told_no_delay_is_summarised() -> None:
    seen = [said(code, f"2024-05-0{k}") for k, code in enumerate(GROUP, 2)]
    assert {f.value for f in matrix(*seen).figures} != {None}
    undated = {**TRIGGER, "on": None, "latest": "2024-05-01"}
    answer = asked(frames(articles=[END], claims=[undated], condemnations=seen))
    assert {(f.value, f.says) for f in answer.figures} == {(None, "too few to summarise")}
    assert any("T is at least so long" in note for note in answer.notes)
    assert row(answer, "NOR")["T"] == 1


def test_nobody_before_the_windows_end_leaves_intervals_untold() -> None:
    group = [Duration(14), *[Duration(14, seen=False)] * 4]
    by_name = {f.name: f for f in figures(group, 14, 0)}
    assert (by_name["RMST(14)"].value, by_name["RMST(14)"].low, by_name["group median"].value) == (14, None, None)
    share = next(figures([Duration(14, seen=False)] * 5, 14, 5))
    assert (share.value, share.low, share.high) == (0, None, None)


def test_censored_at_the_last_covered_day() -> None:
    last = {"article": "end", "published": "2024-05-06", "outlet": "Wire"}
    seen = [said(code, "2024-05-02") for code in GROUP[:4]]
    before = said("LAO", "2024-03-01", target="FJI")
    answer = matrix(*seen, before, articles=(last,))
    assert any("covered until 2024-05-06 only" in note for note in answer.notes)
    assert next(f for f in answer.figures if f.name.startswith("RMST")).value == pytest.approx(0.8 * 1 + 0.2 * 14)


def test_the_parties_are_not_expected_and_others_who_responded_are_listed() -> None:
    answer = matrix(
        said("GHA", "2024-05-02"), said("TUV", "2024-05-03"), said(None, "2024-05-04"), group=("GHA", "CHL", "NOR")
    )
    assert answer.rows.select("responder", "expected").rows() == [
        ("NOR", "declared"),
        ("GHA", "party"),
        ("TUV", "no"),
        ("not identified", "no"),
    ]


def past_acts() -> tuple[list[Row], list[Row]]:
    """Six earlier attacks, all of them condemned by NOR, told by two outlets; half of them by PER."""
    acts, words = [], []
    for month in range(1, 7):
        day = f"2023-{month:02d}-01"
        acts.append({**ACT, "actor": "TUV", "article": f"p{month}", "id": f"p{month}", "on": day, "published": day})
        for by, outlet in (("NOR", "Wire"), ("NOR", "Post"), *([("PER", "Wire")] if month % 2 else [])):
            words.append(said(by, day, target="TUV", outlet=outlet, article=f"{by}{outlet}{month}"))
    return acts, words


def test_who_responded_to_half_of_five_triggers_is_expected_and_the_chance_of_silence_is_told() -> None:
    acts, words = past_acts()
    now = [{"article": f"{o}-now", "outlet": o, "published": "2024-05-02"} for o in ("Wire", "Post")]
    answer = matrix(*words, claims=tuple(acts), articles=(*now, END), group=())
    assert answer.rows.select("responder", "expected").rows() == [("NOR", "past rate"), ("PER", "past rate")]
    assert row(answer, "NOR")["past_rate"] == 1
    assert row(answer, "NOR")["carried"] == 1
    assert row(answer, "NOR")["status"] == "observed_silence"
    assert (row(answer, "PER")["past_rate"], row(answer, "PER")["carried"]) == (0.5, None)
    assert row(answer, "PER")["status"] == "not_observed"
    fewer = matrix(*words, claims=tuple(acts[:4]), articles=(*now, END), group=())
    assert fewer.rows.is_empty()


def test_other_triggers_of_the_class_are_the_comparison() -> None:
    acts, words = past_acts()
    others = matrix(*words, claims=tuple(acts)).series["comparison"]
    assert others["id"].to_list() == [f"p{n}" for n in range(1, 7)]
    assert others["responders"].to_list() == [2, 1, 2, 1, 2, 1]
    assert set(others["first_after"]) == {0}


CODES = st.sampled_from(["NOR", "PER", "KEN", "CHL", "GHA"])
DAYS = st.integers(-4, 20).map(lambda k: (date(2024, 5, 1) + timedelta(days=k)).isoformat())
SPOKEN = st.lists(
    st.builds(
        lambda by, target, day, polarity, degree: said(by, day, target=target, polarity=polarity, degree=degree),
        CODES,
        CODES,
        DAYS,
        st.sampled_from(["made", "withheld", "demanded"]),
        st.sampled_from(["full", "partial", "concern", "support"]),
    ),
    max_size=6,
    unique_by=lambda r: r["article"],
)
KEPT = ("responder", "expected", "status", "degree", "by", "T", "origins", "withheld", "demanded", "against_recipient")


def plain(answer: Answer) -> set[tuple[Any, ...]]:
    return set(answer.rows.select(KEPT).rows())


@settings(max_examples=25)
@given(SPOKEN)
def test_swapping_two_actors_everywhere_swaps_the_matrix(spoken: list[Row]) -> None:
    def swap(value: Any) -> Any:
        return {"NOR": "CHL", "CHL": "NOR"}.get(value, value) if isinstance(value, str) else value

    def swapped(r: Row) -> Row:
        return {k: v if k in ("article", "id") else swap(v) for k, v in r.items()}

    read = asked(frames([END], [TRIGGER], condemnations=spoken))
    other = asked(
        frames([END], [swapped(TRIGGER)], condemnations=[swapped(r) for r in spoken]), [swap(c) for c in GROUP]
    )
    assert {tuple(map(swap, r)) for r in plain(read)} == plain(other)
    assert [(f.name, f.value, f.n) for f in read.figures] == [(f.name, f.value, f.n) for f in other.figures]


@settings(max_examples=25)
@given(SPOKEN, st.randoms(use_true_random=False))
def test_an_unrelated_article_changes_nothing_but_coverage_and_removed_evidence_is_gone(
    spoken: list[Row], chance: Any
) -> None:
    read = frames([END], [TRIGGER], condemnations=spoken)
    unrelated = {**ACT, "actor": "TUV", "recipient": "FJI", "type": "CONSULT", "article": "else", "on": "2024-05-09"}
    more = frames([END], [TRIGGER, unrelated], condemnations=spoken)
    one, other = asked(read), asked(more)
    assert plain(one) == plain(other)
    assert one.figures == other.figures
    assert other.basis.articles == one.basis.articles + 1
    if spoken:
        gone = chance.choice(spoken)["article"]
        kept = replace_condemnations(read, gone)
        left = asked(kept)
        assert gone not in set(left.evidence["article"])
        assert plain(left) == plain(asked(replace_condemnations(more, gone)))


def replace_condemnations(read: Frames, without: str) -> Frames:
    kept = read.signals["condemnations"].filter(pl.col("article") != without)
    return read._replace(signals={**read.signals, "condemnations": kept})


def test_the_only_condemnation_removed_leaves_no_response() -> None:
    with_it = frames([END], [TRIGGER], condemnations=[said("NOR", "2024-05-03")])
    assert row(asked(with_it), "NOR")["status"] == "condemned"
    without = asked(replace_condemnations(with_it, "NOR-2024-05-03"))
    assert row(without, "NOR")["status"] == "not_covered"
    assert without.evidence["role"].to_list() == ["report"]  # of the act itself


def test_a_longer_window_is_the_rules_and_is_told() -> None:
    read = frames([END], [TRIGGER], condemnations=[said("NOR", "2024-05-20")])
    assert row(asked(read), "NOR")["T"] is None
    longer = responses(read, replace(RULE, window=timedelta(days=30)), declared("NOR"), {}, "act")
    assert (row(longer, "NOR")["T"], longer.asked["window_days"]) == (19, 30)

"""The ledger of assurances: what bears, every status, retellings, channels, and what must never change a figure."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.measures.answer import Answer
from comity.measures.assurance_ledger import Sides, assurances
from comity.measures.conduct import conduct_table
from comity.measures.frames import Frames
from comity.measures.ledger_line import Judged
from comity.measures.promises import mention_id
from comity.vocabulary.rules import rules
from measures.building import Row, frames

TABLE = conduct_table(rules("conduct"))
ALL = Sides()

PROMISE = {
    "article": "p",
    "published": "2024-01-10",
    "promisor": "NOR",
    "beneficiary": "CHL",
    "kind": "refrain",
    "specificity": 2,
    "conditional": False,
    "stated_earliest": "2024-01-10",
    "stated_latest": "2024-01-10",
    "chain": ["NOR"],
    "claim": "said",
}
# The promised act, in the sentence of the assurance.
COURSE = {"article": "p", "id": "course", "actor": "NOR", "recipient": "CHL", "type": "ASSAULT", "status": "negated"}
LATER = {"article": "z", "published": "2024-06-30"}  # ends the coverage


def act(name: str, on: str, **told: Any) -> Row:
    """An act of NOR toward CHL in an article of its own."""
    base = {"id": name, "article": name, "actor": "NOR", "recipient": "CHL", "type": "ASSAULT", "sentence_start": 50}
    return {**base, "on": on, "published": on, **told}


def asked(*acts: Row, promise: Row = PROMISE, course: Row = COURSE, articles: tuple[Row, ...] = (LATER,)) -> Frames:
    return frames([*articles], [course, *acts], assurances=[promise])


def row(answer: Answer) -> dict[str, Any]:
    assert answer.rows.height == 1
    return answer.rows.row(0, named=True)


def ledger(read: Frames, sides: Sides = ALL, **known: Any) -> Answer:
    return assurances(read, sides, TABLE, **known)


DO = {**PROMISE, "kind": "do"}
LEAVE = {**COURSE, "type": "RETREAT", "mode": "withdraw", "status": "future"}
DUE = {**DO, "due_latest": "2024-03-01"}
LEFT = {"type": "RETREAT", "mode": "withdraw"}


@pytest.mark.parametrize(
    ("status", "promise", "course", "acts"),
    [
        ("not_gradeable", {**PROMISE, "specificity": 0}, COURSE, [act("a", "2024-02-01")]),
        ("no_conduct_observed", PROMISE, COURSE, []),
        ("only_inconsistent", PROMISE, COURSE, [act("a", "2024-02-01")]),
        ("only_consistent", PROMISE, COURSE, [act("a", "2024-02-01", status="negated")]),
        ("mixed", PROMISE, COURSE, [act("a", "2024-02-01"), act("b", "2024-03-01", status="negated")]),
        ("only_consistent", DO, LEAVE, [act("a", "2024-02-01", **LEFT)]),
        ("fulfilled", DUE, LEAVE, [act("a", "2024-02-01", **LEFT)]),
        ("not_fulfilled", DUE, LEAVE, [act("a", "2024-03-10", **LEFT, status="negated")]),
        (
            "fulfilled_in_part",
            DUE,
            LEAVE,
            [act("a", "2024-02-01", **LEFT), act("b", "2024-03-10", **LEFT, status="negated")],
        ),
        ("disputed", PROMISE, COURSE, [act("a", "2024-02-01"), act("b", "2024-02-01", status="denied", chain=["NOR"])]),
    ],
)
def test_each_status(status: str, promise: Row, course: Row, acts: list[Row]) -> None:
    assert row(ledger(asked(*acts, promise=promise, course=course)))["status"] == status


def test_an_assurance_with_a_new_due_date_before_the_old_one_supersedes_it() -> None:
    again = {**DUE, "article": "q", "published": "2024-02-20", "due_latest": "2024-05-01"}
    again |= {"stated_earliest": "2024-02-20", "stated_latest": "2024-02-20"}
    read = frames([LATER], [LEAVE, {**LEAVE, "article": "q", "id": "again"}], assurances=[DUE, again])
    assert ledger(read).rows["status"].to_list() == ["superseded", "no_conduct_observed"]
    late = {**again, "published": "2024-03-20", "stated_earliest": "2024-03-20", "stated_latest": "2024-03-20"}
    read = frames([LATER], [LEAVE, {**LEAVE, "article": "q", "id": "again"}], assurances=[DUE, late])
    assert ledger(read).rows["status"].to_list() == ["no_conduct_observed", "no_conduct_observed"]


@pytest.mark.parametrize(
    "told",
    [
        {"actor": "SWE"},  # another's act
        {"actor_sector": "OPP"},  # an opponent's at home, under the same code
        {"recipient": "GHA"},  # toward somebody else
        {"type": "CONSULT"},  # a meeting is neutral
        {"status": "future"},
        {"status": "possible"},
        {"on": "2024-01-10"},  # on the day itself: before or after is unknown
        {"on": "2023-12-01"},
        {"on": None},  # no day at all
    ],
)
def test_what_does_not_bear(told: dict[str, Any]) -> None:
    found = row(ledger(asked({**act("a", "2024-02-01"), "published": "2024-02-01", **told})))
    assert (found["status"], found["for"], found["against"]) == ("no_conduct_observed", 0, 0)


def test_the_number_of_articles_looked_through_stands_with_what_was_not_found() -> None:
    inside = [{"article": f"i{n}", "published": f"2024-02-0{n}"} for n in range(1, 4)]
    before = {"article": "b", "published": "2024-01-05"}
    answer = ledger(asked(articles=(*inside, before, LATER)))
    assert row(answer)["articles"] == 4
    assert any("that is no breach" in note for note in answer.notes)


def test_a_meeting_with_a_third_party_is_neutral_unless_contacts_with_it_were_named() -> None:
    meeting = act("m", "2024-02-01", recipient="GHA", type="CONSULT")
    assert row(ledger(asked(meeting)))["status"] == "no_conduct_observed"
    named = {**COURSE, "recipient": "GHA", "type": "CONSULT"}
    assert row(ledger(asked(meeting, course=named)))["status"] == "only_inconsistent"
    other = act("m", "2024-02-01", type="CONSULT")
    assert row(ledger(asked(other, course=named)))["status"] == "no_conduct_observed"


def test_both_sides_of_a_disputed_event_are_one_event_and_grade_nothing() -> None:
    sides = [act("a", "2024-02-01", chain=["CHL"]), act("b", "2024-02-01", status="denied", chain=["NOR"])]
    found = row(ledger(asked(*sides, act("c", "2024-03-20", status="negated"))))
    assert (found["status"], found["disputed"], found["for"], found["against"]) == ("only_consistent", 1, 1, 0)


def test_an_event_without_a_day_goes_by_its_first_report_and_that_is_said() -> None:
    told = {**act("a", "2024-02-01"), "on": None, "latest": "2024-02-01"}
    read = asked(told)
    dated = read._replace(claims=read.claims.with_columns(latest=pl.coalesce("latest", "published")))
    answer = ledger(dated)
    assert (row(answer)["against"], row(answer)["day_not_told"]) == (1, 1)
    assert "against, by the day of its report" in answer.evidence["role"].to_list()


def test_no_row_is_a_case_for_the_analyst_and_grades_nothing() -> None:
    answer = ledger(asked(act("a", "2024-02-01", type="SANCTION")))
    assert (row(answer)["status"], row(answer)["no_rule"]) == ("no_conduct_observed", 1)
    assert answer.series["cases_without_rule"]["type"].to_list() == ["SANCTION"]


def test_a_condition_that_is_reported_not_met_leaves_nothing_to_bear() -> None:
    promise = {**PROMISE, "conditional": True}
    condition = {**COURSE, "id": "if", "actor": "CHL", "recipient": "GHA", "type": "SANCTION", "status": "conditional"}
    base = [condition, act("a", "2024-02-01")]
    assert row(ledger(asked(*base, promise=promise)))["condition"] == "unknown"
    unmet = act("c", "2024-02-05", actor="CHL", recipient="GHA", type="SANCTION", status="negated")
    found = row(ledger(asked(*base, unmet, promise=promise)))
    assert (found["condition"], found["status"]) == ("reported_not_met", "no_conduct_observed")
    met = row(ledger(asked(*base, {**unmet, "status": "happened"}, promise=promise)))
    assert (met["condition"], met["status"]) == ("reported_met", "only_inconsistent")


WORDS = {
    ("t-p", 0, 20): "promised Chile that no warships would enter its northern waters",
    ("t-q", 0, 20): "promise that warships would keep away from northern waters",
}


def test_a_retelling_is_one_entry_with_its_mentions_and_origins() -> None:
    retold = {**PROMISE, "article": "q", "published": "2024-02-05", "chain": ["CHL"]}
    retold |= {"stated_earliest": None, "stated_latest": None}
    copy = {**retold, "article": "r"}
    articles = [LATER, {"article": "r", "origin": "t-q", "text": "t-q", "published": "2024-02-05"}]
    read = frames(articles, [COURSE], assurances=[PROMISE, retold, copy])
    found = row(ledger(read, words=WORDS))
    assert (found["mentions"], found["origins"], found["channel"], found["made"]) == (3, 2, "own", "2024-01-10")
    other = {**WORDS, ("t-q", 0, 20): "pledged money towards schools this year"}
    assert ledger(read, words=other).rows.height == 2
    late = {**retold, "published": "2024-05-20"}  # no day of its own, and months later: assured again, or unknown
    assert ledger(frames([LATER], [COURSE], assurances=[PROMISE, late]), words=WORDS).rows.height == 2


@pytest.mark.parametrize(
    ("chain", "channel"), [(["NOR"], "own"), (["CHL"], "beneficiary"), (["GHA"], "third party"), ([], "report")]
)
def test_through_whom_an_assurance_is_known(chain: list[str], channel: str) -> None:
    answer = ledger(asked(promise={**PROMISE, "chain": chain}))
    assert row(answer)["channel"] == channel
    counted = {f.name: f.value for f in answer.figures if f.name.startswith("known through")}
    assert len(counted) == 5
    assert sum(v or 0 for v in counted.values()) == 1


def test_who_claims_inconsistency_stands_apart_and_grades_nothing() -> None:
    claim = {"article": "p", "claimant": "GHA", "conduct_of": "NOR", "about": "its word", "what": "did not fit"}
    elsewhere = {**claim, "article": "e", "published": "2024-04-01"}
    read = frames([LATER], [COURSE], assurances=[{**PROMISE, "chain": ["GHA"]}], inconsistencies=[claim, elsewhere])
    answer = ledger(read)
    found = row(answer)
    assert (found["claimed_by"], found["channel"], found["status"]) == (["GHA"], "critic", "no_conduct_observed")
    assert answer.evidence.filter(role="claims inconsistency").height == 1
    assert answer.series["inconsistency_claimed_elsewhere"].height == 1


def test_a_verdict_stands_beside_the_status_and_changes_nothing() -> None:
    read = asked(act("a", "2024-02-01"))
    signal = read.signals["assurances"].row(0, named=True)
    judged = {mention_id(signal): Judged(1, "kept", "A. Reader", "2024-07-01T00:00:00+00:00", "it was an accident")}
    plain, with_verdict = ledger(read), ledger(read, verdicts=judged)
    assert row(with_verdict)["verdict"] == "kept"
    assert row(with_verdict)["status"] == row(plain)["status"] == "only_inconsistent"
    assert plain.figures == with_verdict.figures


def many(consistent: int, inconsistent: int) -> Frames:
    """Assurances to as many beneficiaries, each with one act."""
    names = [f"B{n:02}" for n in range(consistent + inconsistent)]
    promises = [{**PROMISE, "article": f"p{b}", "beneficiary": b} for b in names]
    courses = [{**COURSE, "article": f"p{b}", "id": f"course{b}", "recipient": b} for b in names]
    acts = [
        act(f"a{b}", "2024-02-01", recipient=b, status="negated" if n < consistent else "happened")
        for n, b in enumerate(names)
    ]
    return frames([LATER], [*courses, *acts], assurances=promises)


def test_the_rate_over_assurances_is_the_worked_example() -> None:
    figure = ledger(many(3, 5)).figures[0]
    assert (figure.value, figure.low, figure.high) == pytest.approx((0.3889, 0.1190, 0.7052), abs=6e-5)
    assert figure.says.startswith("no clear pattern, P(more than half) = 0.2413")


def test_below_five_there_is_a_list_and_no_rate() -> None:
    answer = ledger(many(2, 2))
    assert answer.rows.height == 4
    assert [f.value for f in answer.figures[:2]] == [None, None]
    assert answer.figures[0].says.startswith("too few to summarise")


def test_the_table_of_rules_and_the_coder_are_told() -> None:
    basis = ledger(many(1, 1)).basis
    assert basis.rules == {"conduct": TABLE.version}
    assert basis.versions


def test_whose_and_to_whom() -> None:
    read = asked(act("a", "2024-02-01"))
    assert ledger(read, Sides("nor", "chl")).rows.height == 1
    assert ledger(read, Sides("CHL", "NOR")).rows.is_empty()
    nobody = asked(promise={**PROMISE, "beneficiary": None})
    assert ledger(nobody, Sides("NOR", "CHL")).rows["toward"].to_list() == [["CHL"]]


STATUS = st.sampled_from(["happened", "negated", "denied", "future", "ongoing"])
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["NOR", "CHL"]),
        st.sampled_from(["NOR", "CHL", "GHA"]),
        st.sampled_from(["ASSAULT", "AID", "SUPPORT", "CONSULT", "RETREAT"]),
        STATUS,
        st.integers(1, 28),
    ),
    max_size=8,
)
PROMISES = st.lists(
    st.tuples(
        st.sampled_from([("NOR", "CHL"), ("CHL", "NOR"), ("NOR", "GHA")]),
        st.sampled_from(["do", "refrain", "maintain", "general"]),
        st.sampled_from(["ASSAULT", "AID", "SUPPORT", "CONSULT"]),
        st.integers(0, 3),
    ),
    min_size=1,
    max_size=4,
)
SWAP = {"NOR": "CHL", "CHL": "NOR"}


def drawn(promises: list[Any], acts: list[Any], swap: dict[str, str], *more: Row) -> Frames:
    def who(name: str) -> str:
        return swap.get(name, name)

    said, courses = [], []
    for n, ((by, to), kind, type_, specificity) in enumerate(promises):
        where = {"article": f"p{n}", "published": "2024-01-10"}
        sides = {"promisor": who(by), "beneficiary": who(to), "chain": [who(by)]}
        said.append({**PROMISE, **where, **sides, "kind": kind, "specificity": specificity})
        status = "negated" if kind == "refrain" else "future"
        courses.append(
            {**where, "id": f"c{n}", "actor": who(by), "recipient": who(to), "type": type_, "status": status}
        )
    told = [
        {**act(f"a{n}", f"2024-02-{day:02}", type=type_, status=status), "actor": who(by), "recipient": who(to)}
        for n, (by, to, type_, status, day) in enumerate(acts)
    ]
    return frames([LATER, *more], [*courses, *told], assurances=said)


PLAIN = ("kind", "specificity", "status", "for", "against", "disputed", "neutral", "no_rule", "made", "mentions")


@settings(max_examples=40)
@given(PROMISES, ACTS)
def test_swapping_the_actors_everywhere_swaps_the_ledger(promises: list[Any], acts: list[Any]) -> None:
    one = ledger(drawn(promises, acts, {}), Sides("NOR"))
    other = ledger(drawn(promises, acts, SWAP), Sides("CHL"))
    assert one.rows.select(PLAIN).rows() == other.rows.select(PLAIN).rows()
    assert [SWAP.get(b, b) for b in one.rows["beneficiary"]] == other.rows["beneficiary"].to_list()
    assert one.figures == other.figures


@settings(max_examples=25)
@given(PROMISES, ACTS)
def test_an_unrelated_article_changes_nothing_but_coverage(promises: list[Any], acts: list[Any]) -> None:
    before = ledger(drawn(promises, acts, {}))
    after = ledger(drawn(promises, acts, {}, {"article": "new", "published": "2024-02-15"}))
    assert before.rows.drop("articles").equals(after.rows.drop("articles"))
    assert before.figures == after.figures
    assert after.basis.articles == before.basis.articles + 1


@settings(max_examples=25)
@given(PROMISES, ACTS)
def test_without_its_evidence_nothing_is_left(promises: list[Any], acts: list[Any]) -> None:
    read = drawn(promises, acts, {})
    answer = ledger(read)
    bearing = set(answer.evidence.filter(pl.col("role") != "assurance")["source"])
    rest = read._replace(claims=read.claims.filter(~pl.col("id").is_in(list(bearing))))
    left = ledger(rest).rows
    assert left["for"].sum() + left["against"].sum() + left["disputed"].sum() == 0
    none = read._replace(signals={**read.signals, "assurances": read.signals["assurances"].clear()})
    assert ledger(none).rows.is_empty()

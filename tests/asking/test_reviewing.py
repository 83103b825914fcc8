"""What is asked of judgements: an order that is told, a card that tells nothing of others, alpha, and a labelled set."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from comity import coder
from comity.errors import InputError
from comity.evaluation import gold, report, scoring
from comity.reading import OpenRecord, read
from comity.reading import coder as own_coder
from comity.record.answers import Filter
from comity.values import Article
from record.scenes import article, fake_coder

TEXTS = [f"{a} said that {b} criticised {c}." for a, b, c in permutations(["Norway", "Sweden", "Ghana", "Chile"], 3)]
FIRST, SECOND = "A. Reader", "B. Reader"


@pytest.fixture
def record(tmp_path: Path) -> OpenRecord:
    made = OpenRecord(tmp_path / "r.comity")
    read(made, [article(text) for text in TEXTS], fake_coder())
    return made


def order(record: OpenRecord, seed: int, asked: Filter | None = None) -> list[str]:
    return list(record.review_queue(asked, "random", seed).claims)


def test_an_order_at_random_is_that_of_its_seed_and_holds_each_claim_once(record: OpenRecord) -> None:
    assert order(record, 7) == order(record, 7)
    assert order(record, 7) != order(record, 8)
    assert sorted(order(record, 7)) == sorted(r.claim.id for r in record.reader().claims())
    assert "at random by the seed 7" in record.review_queue(order="random", seed=7).told
    with pytest.raises(InputError, match="no order"):
        record.review_queue(order="best")


def test_filters_of_claims_choose_what_is_reviewed(record: OpenRecord) -> None:
    asked = Filter(actor="SWE", recipient="GHA")
    assert set(order(record, 1, asked)) == {r.claim.id for r in record.reader().claims(asked)}
    assert len(order(record, 1, asked)) == 2


def test_the_most_uncertain_come_first(tmp_path: Path) -> None:
    record = OpenRecord(tmp_path / "real.comity")
    text = "Kenya attacked Somalia. Kenya praised the decision of Ghana. Chad condemned Niger. They will visit Kenya."
    read(record, [Article("a", text)], own_coder(1))
    shares = {r.claim.id: r.claim.confidence for r in record.reader().claims()}
    found = [abs(shares[claim] - 0.5) for claim in record.review_queue().claims]
    assert len(found) > 2
    assert found == sorted(found)


def test_what_a_reviewer_judged_or_skipped_does_not_come_again_and_a_second_review_is_of_what_others_judged(
    record: OpenRecord,
) -> None:
    queue = record.review_queue(order="random", seed=3)
    one, two, three, *_ = queue.claims
    record.review(one, "accept", name=FIRST)
    record.review(two, "skip", name=FIRST)
    assert record.review_next(queue, FIRST).rows["id"][0] == three
    assert record.review_next(queue, SECOND).rows["id"][0] == one
    assert record.review_next(queue, SECOND, second=True).rows["id"].to_list() == [one]
    assert record.review_next(queue, FIRST, second=True).rows.is_empty()


def test_a_card_tells_a_second_reviewer_nothing_of_the_first(record: OpenRecord) -> None:
    claim = order(record, 1)[0]
    record.review(claim, "edit", name=FIRST, slots={"status": "denied"}, note="Quux.")
    card = record.review_card(claim, SECOND)
    assert card.own == ()
    assert (card.seen, card.slots["status"]) == (1, "happened")
    assert "Quux" not in repr(card)
    assert card.definition is not None
    assert card.definition.type == "ACCUSE"
    assert [card.passage[start:end] for start, end, name in card.marks if name == "act"] == ["criticised"]
    assert [j.note for j in record.review_card(claim, FIRST).own] == ["Quux."]


def test_alpha_stands_by_field_with_its_n_and_not_below_five(record: OpenRecord) -> None:
    claims = order(record, 1)
    for k, claim in enumerate(claims[:8]):
        record.review(claim, "accept", name=FIRST)
        if k < 4:
            record.review(claim, "accept", name=SECOND)
    few = {f.name: f for f in record.comparison().figures}
    assert (few["alpha of judgement"].value, few["alpha of judgement"].n) == (None, 4)
    for k, claim in enumerate(claims[4:8]):
        record.review(
            claim, "reject" if k % 2 else "edit", name=SECOND, slots={"status": "denied"} if not k % 2 else None
        )
    told = record.comparison()
    figures = {f.name: f for f in told.figures}
    assert figures["alpha of judgement"].n == 8
    assert figures["alpha of judgement"].value is not None
    assert figures["alpha of judgement"].value < 0.5
    assert figures["alpha of status"].n == 6  # a slot of a rejected claim has no value
    assert told.rows["state"].to_list() == ["disputed"] * 4 + ["accepted"] * 4
    assert told.rows["differ_in"].to_list()[:2] == [["status"], ["right at all"]]
    assert set(told.evidence["row"]) == set(told.rows["id"])


REAL = (
    "Kenya attacked Somalia on Monday.\n\nChad condemned Niger. Ghana praised Togo.\n\n"
    "Peru accused Chile of spying. Norway visited nobody."
)


def test_what_is_judged_is_exported_and_evaluated_as_judged(tmp_path: Path) -> None:
    """Judge, export, evaluate: of the claims in judged sentences the accepted ones are right, the rejected are not."""
    record = OpenRecord(tmp_path / "real.comity")
    read(record, [Article("a", REAL)], own_coder(1))
    by_type = {r.claim.type: r.claim for r in record.reader().claims()}
    assert set(by_type) >= {"ASSAULT", "ACCUSE", "SUPPORT"}
    accuse = [r.claim for r in record.reader().claims(Filter(type="ACCUSE"))]
    record.review(by_type["ASSAULT"].id, "accept", name=FIRST)
    record.review(by_type["SUPPORT"].id, "reject", name=FIRST)
    chad = next(c for c in accuse if c.actor and c.actor.code == "TCD")
    record.review(chad.id, "edit", name=FIRST, slots={"status": "denied"})
    peru = next(c for c in accuse if c.actor and c.actor.code == "PER")
    record.review(peru.id, "accept", name=FIRST)
    record.review(peru.id, "reject", name=SECOND)
    done = record.export_gold(tmp_path / "gold")
    assert (done.texts, done.sentences, done.claims, done.rejected, done.left_out) == (1, 3, 2, 1, 1)
    found = gold.load(tmp_path / "gold")
    judged = scoring.judge(found, lambda articles: coder.code_many(articles, 1))
    figures = report.as_json(report.report(found, judged, coder.version()))["figures"]
    assert figures["claims"]["all"]["precision"]["value"] == pytest.approx(2 / 3, abs=1e-4)
    assert figures["claims"]["all"]["precision"]["n"] == 3
    assert figures["fields"]["status"]["right"] == figures["fields"]["status"]["right"] | {"value": 0.5, "n": 2}
    assert any("labelled by judging" in line for line in report.as_text(report.report(found, judged, coder.version())))
    with pytest.raises(InputError, match="holds a labelled set already"):
        record.export_gold(tmp_path / "gold")


@pytest.mark.parametrize(
    ("was", "becomes", "problem"),
    [
        ('"judged": [0, 1, 2]', '"judged": [0, 9]', "'judged' is"),
        ('"judged": [0, 1, 2]', '"judged": [1, 2]', "not judged"),
        ('"sentences": [[0,', '"sentences": [[-1,', "'sentences' holds"),
    ],
)
def test_a_set_of_judged_sentences_that_does_not_hold_together_is_refused(
    tmp_path: Path, was: str, becomes: str, problem: str
) -> None:
    record = OpenRecord(tmp_path / "r.comity")
    three = article(" ".join(TEXTS[:3]))
    read(record, [three], fake_coder())
    for recorded in record.reader().claims():
        record.review(recorded.claim.id, "accept", name=FIRST)
    record.export_gold(tmp_path / "gold")
    file = tmp_path / "gold" / "texts.jsonl"
    content = file.read_text(encoding="utf-8")
    assert was in content
    file.write_text(content.replace(was, becomes), encoding="utf-8")
    with pytest.raises(InputError, match=problem):
        gold.load(tmp_path / "gold")

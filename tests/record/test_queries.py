"""Asking a record: filters, order, and how claims are found again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from comity.errors import RecordError
from comity.reading import OpenRecord, read
from comity.record import searching
from comity.record.answers import Filter
from comity.record.opening import open_for_reading
from comity.record.queries import _claim_query
from comity.record.tables import COLUMNS, claim_cells
from record.conftest import Make
from record.scenes import VERSION, article, code, fake_coder

EARLY = article("Norway said that Sweden criticised Ghana.", published="2024-03-01")
LATE = article("Chile said that Norway visited Sweden.", published="2024-06-01", outlet="Demo Gazette South")
UNDATED = article("Ghana said that Chile visited Norway.", published=None)


@pytest.fixture
def filled(record: OpenRecord) -> OpenRecord:
    read(record, [LATE, EARLY, UNDATED], fake_coder())
    return record


@pytest.mark.parametrize(
    ("asked", "actors"),
    [
        (Filter(), ["CHL", "SWE", "NOR"]),
        (Filter(actor="swe"), ["SWE"]),
        (Filter(actor="SWE.GOV"), ["SWE"]),
        (Filter(actor="SWE.GOV.M"), []),
        (Filter(recipient="SWE"), ["NOR"]),
        (Filter(type="accuse"), ["SWE"]),
        (Filter(status="negated"), []),
        (Filter(since="2024-03-01"), ["SWE", "NOR"]),
        (Filter(since="2024-03-02"), ["NOR"]),
        (Filter(until="2024-03-01"), ["SWE"]),
        (Filter(source="CHL"), ["NOR"]),
        (Filter(source="demo wire north"), ["CHL", "SWE"]),
        (Filter(actor="%"), []),
    ],
)
def test_a_filter_finds_what_it_asks_for(filled: OpenRecord, asked: Filter, actors: list[str]) -> None:
    assert [r.claim.actor.code for r in filled.reader().claims(asked) if r.claim.actor] == actors


def test_the_order_does_not_depend_on_the_order_of_reading(filled: OpenRecord, tmp_path: Path) -> None:
    """Nor on where the record lies: a file answers as a database does."""
    other = OpenRecord(tmp_path / "beside.comity")
    read(other, [UNDATED, LATE, EARLY], fake_coder())
    assert list(other.reader().claims()) == list(filled.reader().claims())
    assert list(other.reader().signals()) == list(filled.reader().signals())
    assert list(other.reader().events()) == list(filled.reader().events())


def test_claims_without_a_time_are_counted_where_days_are_asked_for(filled: OpenRecord) -> None:
    assert filled.reader().untimed(Filter(since="2024-01-01")) == 1
    assert filled.reader().untimed(Filter(since="2024-01-01", actor="NOR")) == 0


def test_a_claim_is_found_by_the_beginning_of_its_id(filled: OpenRecord) -> None:
    first = next(filled.reader().claims())
    assert filled.reader().claim(first.claim.id[:8]) == first
    with pytest.raises(RecordError, match="3 claims begin"):
        filled.reader().claim("")
    with pytest.raises(RecordError, match="holds no claim"):
        filled.reader().claim("%")


def test_the_limit_cuts_and_nothing_else_does(filled: OpenRecord) -> None:
    assert len(list(filled.reader().claims(limit=2))) == 2
    assert len(list(filled.reader().claims(limit=0))) == 0


def test_the_frame_has_the_same_columns_whether_empty_or_full(filled: OpenRecord) -> None:
    full, empty = filled.reader().frame(), filled.reader().frame(Filter(actor="XXX"))
    assert (full.height, empty.height) == (3, 0)
    assert full.schema == empty.schema
    assert full["actor_code"].to_list() == ["CHL", "SWE", "NOR"]
    assert list(claim_cells(next(filled.reader().claims()))) == list(COLUMNS)


def test_signals_come_with_their_provenance(filled: OpenRecord) -> None:
    found = list(filled.reader().signals("condemnations"))
    assert len(found) == 3
    assert {f.provenance.outlet for f in found} == {"Demo Wire North", "Demo Gazette South"}
    assert list(filled.reader().signals("contacts")) == []


def test_the_text_search_takes_words_for_words(filled: OpenRecord) -> None:
    assert [found for found, _ in filled.reader().search("criticised Ghana")] == [EARLY.id]
    assert list(filled.reader().search('criticised OR "visited')) == []
    assert list(filled.reader().search(" ")) == []
    assert list(filled.reader().search("%")) == []


def test_the_best_texts_are_the_first_of_all(record: OpenRecord) -> None:
    texts = ["Norway said that Sweden criticised Ghana. " + "Ghana was there. " * n for n in range(6)]
    read(record, [article(t, outlet=f"Outlet {n}") for n, t in enumerate(texts)], fake_coder())
    every = list(record.reader().search("ghana"))
    assert len(every) == 6
    assert list(record.reader().search("ghana", limit=2)) == every[:2]


def test_a_search_gives_the_best_and_how_many_there_are(record: OpenRecord) -> None:
    texts = [f"Norway said that Sweden criticised Ghana. {'Ghana was there. ' * n} {n}" for n in range(30)]
    given = [article(t, outlet=f"Outlet {n}") for n, t in enumerate(texts)]
    read(record, [*given, article(texts[0], outlet="Another")], fake_coder())
    reader = record.reader()
    best, every = list(reader.hits("ghana")), list(reader.hits("ghana", None))
    assert (len(best), len(every), reader.count_hits("ghana")) == (20, 31, 31)
    assert best == every[:20]
    assert reader.count_hits("zebra") == reader.count_hits(" ") == 0
    for hit in every:
        text = reader.text(hit.text)
        assert text[slice(*hit.span)] == hit.passage
        assert {text[slice(*word)] for word in hit.words} == {"Ghana"}


def test_texts_of_one_rank_come_in_an_order_that_never_varies(new_record: Make) -> None:
    """Of a form that many texts have, any may be among the best: which, must not depend on what was read first."""
    given = [article(f"Norway said that Sweden criticised Ghana. x{n:04}") for n in range(60)]
    one, other = new_record(), new_record()
    read(one, given, fake_coder())
    read(other, list(reversed(given)), fake_coder())
    assert list(one.reader().hits("ghana", 7)) == list(other.reader().hits("ghana", 7))
    assert list(one.reader().hits("ghana", 7)) == list(one.reader().hits("ghana", None))[:7]


def test_an_id_is_found_under_another_code_too(record: OpenRecord) -> None:
    """A claim is asked for by its code or its id, whichever the name is."""
    coded = code(EARLY)
    (claim,) = coded.claims
    assert claim.actor is not None
    other = replace(claim, id="other", actor=replace(claim.actor, code="SWE", id="EU.SWE"))
    third = replace(claim, id="third", actor=replace(claim.actor, code=None, id="SWE.COP"))
    with record.writer(VERSION) as writer:
        writer.write([(EARLY, replace(coded, claims=(claim, other, third)))])
    reader = record.reader()
    assert [c.claim.id for c in reader.claims(Filter(actor="swe"))] == [claim.id, "other", "third"]
    assert [c.claim.id for c in reader.claims(Filter(actor="EU", recipient="GHA"))] == ["other"]
    assert [c.claim.id for c in reader.claims(Filter(actor="SWE.COP"))] == ["third"]
    assert list(reader.claims(Filter(actor="nobody"))) == []
    assert record.verify().faults == ()


def test_a_pair_is_found_by_an_index(tmp_path: Path) -> None:
    from sqlalchemy import text

    record = OpenRecord(tmp_path / "r.comity")
    read(record, [EARLY], fake_coder())
    asked = Filter(actor="SWE", recipient="GHA")
    reader = record.reader()
    query = _claim_query(asked, reader._meant(asked)).compile(compile_kwargs={"literal_binds": True})
    with open_for_reading(record.place).connect() as connection:
        plan = [row[3] for row in connection.execute(text(f"EXPLAIN QUERY PLAN {query}".replace(":", "\\:")))]
    both = ("(actor_code=? AND recipient_code=?)", "(recipient_code=? AND actor_code=?)")  # either index will do
    assert any(step.startswith("SEARCH claims USING INDEX") and step.endswith(both) for step in plan)
    assert not any(step.startswith("SCAN") for step in plan)


def test_texts_of_several_articles_are_counted_for_each_however_many_there_are(
    record: OpenRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(record, [article("Norway said that Ghana was there."), LATE], fake_coder())
    read(record, [article("Norway said that Ghana was there.", outlet=f"Outlet {n}") for n in range(3)], fake_coder())
    reader = record.reader()
    told = reader.count_hits("ghana"), reader.count_hits("norway")
    monkeypatch.setattr(searching, "FEW", 0)
    assert (reader.count_hits("ghana"), reader.count_hits("norway")) == told == (4, 5)
    read(record, [article("Norway said that Ghana was there.", outlet="Another")], fake_coder())
    assert reader.count_hits("ghana") == 5

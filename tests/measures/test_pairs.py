"""The pairs of a record, who tells of one, and where its acts were."""

from __future__ import annotations

from comity.measures.acts_by_place import MOST, acts_by_place
from comity.measures.frames import Frames
from comity.measures.pair_outlets import pair_outlets
from comity.measures.pairs import pairs
from measures.building import Row, frames


def told(actor: str | None, recipient: str | None, quad: int = 1, **more: object) -> Row:
    return {"actor": actor, "recipient": recipient, "quad": quad, "published": "2024-05-01", **more}


def record() -> Frames:
    return frames(
        claims=[
            told("CHL", "GHA", 4, article="a1", outlet="Wire", place="Accra", country="GHA", lat=5.55, lon=-0.2),
            told("GHA", "CHL", 1, article="a2", outlet="Post", published="2024-06-01", chain=["GHA"]),
            told("GHA", "CHL", 3, article="a1", outlet="Wire", place="a field"),
            told("NOR", "GHA", 1, article="a1", outlet="Wire"),
            told("NOR", None, 1, article="a1", outlet="Wire"),
            told("NOR", "NOR", 1, article="a1", outlet="Wire"),
        ]
    )


def test_a_pair_is_counted_both_ways_with_cooperation_and_conflict_apart() -> None:
    answer = pairs(record())
    assert answer.rows["id"].to_list() == ["CHL–GHA", "GHA–NOR"]
    row = answer.rows.row(0, named=True)
    assert (row["claims"], row["there"], row["back"]) == (3, 1, 2)
    assert (row["cooperation"], row["conflict"], row["articles"]) == (1, 2, 2)
    assert (str(row["first"]), str(row["last"])) == ("2024-05-01", "2024-06-01")
    assert answer.evidence.filter(row="CHL–GHA")["article"].to_list() == ["a2"]


def test_pairs_of_one_actor_and_a_page_that_is_not_there() -> None:
    assert pairs(record(), "NOR").rows["id"].to_list() == ["GHA–NOR"]
    assert pairs(record(), page=2).rows.is_empty()


def test_an_outlet_is_counted_for_both_directions() -> None:
    rows = {r["outlet"]: r for r in pair_outlets(record(), "chl", "GHA").rows.iter_rows(named=True)}
    assert (rows["Wire"]["claims"], rows["Wire"]["articles"], rows["Post"]["attributed"]) == (2, 1, 1)


def test_a_place_without_a_point_stands_in_the_table_and_is_told() -> None:
    answer = acts_by_place(record(), "GHA", "CHL")
    assert [(r["place"], r["lat"], r["claims"]) for r in answer.rows.iter_rows(named=True)] == [
        ("Accra", 5.55, 1),
        ("a field", None, 1),
    ]
    assert "1 of 2 places have no point" in answer.notes[0]


def test_a_place_of_many_claims_keeps_its_number_and_some_quotations() -> None:
    many = [told("CHL", "GHA", 1, place="Accra", article=f"a{n}") for n in range(MOST + 5)]
    answer = acts_by_place(frames(claims=many), "CHL", "GHA")
    assert (answer.rows["claims"].to_list(), answer.evidence.height) == ([MOST + 5], MOST)

"""``comity contacts``, ``coverage``, ``redlines``, ``opinion``, ``alerts``, ``roles`` on a text, with comity's own coder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import Run

TEXT = """Norway's foreign minister met the foreign minister of Chile in Oslo on 2 May 2024.
Norway said that it will not allow Chile to build the base.
Most people in Norway oppose the war with Ghana, a poll showed.
The World Health Organization warned of famine in Gaza.
Former president Joe Biden arrived in Oslo.
"""
CHOSEN = {
    "contacts": ("--between", "NOR", "CHL"),
    "redlines": ("--by", "NOR"),
    "opinion": ("--population", "NOR"),
    "alerts": ("--place", "Gaza"),
    "roles": (),
}
QUOTED = {
    "contacts": "met the foreign minister of Chile",
    "redlines": "will not allow Chile to build the base",
    "opinion": "Most people in Norway oppose the war",
    "alerts": "warned of famine in Gaza",
    "roles": "Former president Joe Biden arrived",
}


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT)
    assert run("read", "a.txt", "--into", "r.comity", "--published", "2024-05-03", "--outlet", "Reuters")[0] == 0
    return tmp_path / "r.comity"


def test_each_measure_quotes_what_it_rests_on_in_table_json_and_csv(run: Run, filled: Path) -> None:
    for command, options in CHOSEN.items():
        status, out, _ = run(command, "r.comity", *options)
        assert status == 0
        assert QUOTED[command] in out, command
        answer = json.loads(run(command, "r.comity", *options, "--json")[1])
        assert (answer["measure"], len(answer["rows"])) == (command, 1)
        (piece, *_) = answer["evidence"]
        assert TEXT[piece["quotation_start"] : piece["quotation_end"]] == piece["quotation"]
        assert len(run(command, "r.comity", *options, "--csv")[1].splitlines()) == 2


def test_contacts_are_chosen_by_level_and_status(run: Run, filled: Path) -> None:
    between = ("--between", "NOR", "CHL")
    assert "minister" in run("contacts", "r.comity", *between, "--level", "minister", "--status", "happened")[1]
    assert "nothing in this record" in run("contacts", "r.comity", *between, "--level", "head")[1]
    assert run("contacts", "r.comity", *between, "--level", "king")[0] == 2


def test_coverage_tells_the_country_of_a_known_outlet(run: Run, filled: Path) -> None:
    answer = json.loads(run("coverage", "r.comity", "--json")[1])
    assert answer["rows"][0]["country"] == "GBR"
    assert answer["series"]["missing"] == []


def test_every_notice_is_listed_if_asked_for(run: Run, filled: Path) -> None:
    assert "warned_of" in run("alerts", "r.comity", "--every")[1]

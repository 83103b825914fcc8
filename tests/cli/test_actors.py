"""``comity actors`` as a user calls it."""

from __future__ import annotations

import json

from cli.conftest import Run


def test_a_seat_of_power_is_told_with_validity_and_source(run: Run) -> None:
    status, out, _ = run("actors", "the Kremlin", "--on", "2023-10-13")
    assert status == 0
    assert "Russia (state, named by metonym): code RUS" in out
    assert "valid: from 1991-12-26; no end recorded" in out
    assert "as of" in out


def test_a_title_is_told_with_its_holder(run: Run) -> None:
    out = run("actors", "the president of France", "--on", "2023-10-13")[1]
    assert "Emmanuel Macron" in out
    assert "role: president of FRA" in out


def test_an_uncertain_holder_is_marked(run: Run) -> None:
    out = run("actors", "the ambassador of Israel to Russia", "--on", "2023-10-13")[1]
    assert out.count("not certain on that day") == 2


def test_a_name_not_known_answers_unknown_and_ends_with_0(run: Run) -> None:
    status, out, err = run("actors", "Nobody Known", "--on", "2023-10-13")
    assert (status, err) == (0, "")
    assert out.splitlines()[1].strip() == "unknown"
    assert json.loads(run("actors", "Nobody Known", "--json")[1])["known"] is False


def test_as_json_every_field_of_a_bearer_is_there(run: Run) -> None:
    answer = json.loads(run("actors", "the Kremlin", "--on", "1962-10-18", "--json")[1])
    assert (answer["name"], answer["on"], answer["known"]) == ("the Kremlin", "1962-10-18", True)
    (bearer,) = answer["bearers"]
    assert (bearer["code"], bearer["used_as"], bearer["begins"], bearer["ends"]) == (
        "SUN",
        "metonym",
        "1922-12-30",
        "1991-12-26",
    )


def test_a_day_that_is_none_is_told(run: Run) -> None:
    status, _, err = run("actors", "the Kremlin", "--on", "13 October")
    assert status == 1
    assert "no such day" in err

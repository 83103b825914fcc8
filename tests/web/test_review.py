"""Review in the workspace: one claim on a card, one key judges and goes on, two reviewers write over nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

import comity
from comity.reading import OpenRecord
from postgres_server import Server, running
from workspace_server import Workspace, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FIRST, SECOND = "Ána Reader", "B. Reader"


@pytest.fixture
def mine(october: Path, tmp_path: Path) -> OpenRecord:
    """A copy of the record, to judge in."""
    comity.open(october).backup(tmp_path / "mine.comity")
    return comity.open(tmp_path / "mine.comity")


@pytest.fixture
def desk(mine: OpenRecord) -> Iterator[Workspace]:
    with served(mine.place) as running_:
        yield running_


def queue(record: OpenRecord) -> list[str]:
    return list(record.review_queue().claims)


def form(claim: str, judgement: str, name: str, seen: int = 0, **more: str) -> dict[str, str]:
    return {"claim": claim, "judgement": judgement, "name": name, "seen": str(seen), **more}


def named(name: str, workspace: Workspace) -> dict[str, str]:
    from urllib.parse import quote

    return {"Cookie": f"{workspace.cookie['Cookie']}; comity-name={quote(name)}"}


def test_a_judgement_is_written_and_the_next_card_follows_in_the_same_sitting(
    desk: Workspace, mine: OpenRecord
) -> None:
    one, two, *_ = queue(mine)
    told = desk.get("/review").text
    assert f'name="claim" value="{one}"' in told
    assert f"{len(queue(mine))} claims by uncertainty: those whose confidence is nearest to 0.5 come first" in told
    done = desk.post("/review?order=uncertainty&seed=1", form(one, "accept", FIRST))
    assert done.status == 303
    assert "HttpOnly" in done.headers["set-cookie"]
    assert parse_qs(urlsplit(done.headers["location"]).query)["order"] == ["uncertainty"]
    after = desk.get(done.headers["location"], named(FIRST, desk)).text
    assert f'name="claim" value="{two}"' in after
    assert f"Written down of claim {one}, by {FIRST}: accept." in after
    assert [(j.claim, j.judgement, j.name) for j in mine.judgements()] == [(one, "accept", FIRST)]


def test_an_edit_keeps_what_differs_and_a_wrong_one_is_told(desk: Workspace, mine: OpenRecord) -> None:
    one = queue(mine)[0]
    slots = mine.review_card(one, FIRST).slots
    fields = {name: str(value or "") for name, value in slots.items() if name not in ("chain", "time")}
    fields["chain"] = " > ".join(slots["chain"])
    assert desk.post("/review", form(one, "edit", FIRST, **fields | {"status": "possible"})).status == 303
    assert dict(mine.judgements()[0].slots) == {"status": "possible"}
    wrong = desk.post("/review", form(one, "edit", FIRST, **fields | {"first_day": "someday"}))
    assert (wrong.status, "time cannot be" in wrong.text) == (400, True)


def test_two_on_one_card_write_over_nothing_and_the_page_says_so(desk: Workspace, mine: OpenRecord) -> None:
    one = queue(mine)[0]
    desk.post("/review", form(one, "accept", FIRST))
    late = desk.post("/review", form(one, "reject", SECOND, note="Not so."))
    told = desk.get(late.headers["location"], named(SECOND, desk)).text
    assert "Nothing was written over: both judgements are kept" in told
    assert [(j.name, j.judgement) for j in mine.judgements()] == [(FIRST, "accept"), (SECOND, "reject")]
    assert "≠" in desk.get(f"/claim/{one}").text
    assert "disputed" in desk.get(f"/claim/{one}").text


def test_a_second_review_is_blind_until_both_have_judged_and_a_third_settles(desk: Workspace, mine: OpenRecord) -> None:
    one, two, *_ = queue(mine)
    desk.post("/review", form(one, "reject", FIRST, note="A secret reason."))
    blind = desk.get("/review?second=yes", named(SECOND, desk)).text
    assert f'name="claim" value="{one}"' in blind
    assert "secret reason" not in blind
    assert FIRST not in blind
    assert "No claim has two judgements yet" in desk.get("/review/compare", named(SECOND, desk)).text
    desk.post("/review", form(one, "accept", SECOND))
    both = desk.get("/review/compare").text
    assert "secret reason" in both
    assert "too few to summarise" in both
    number = mine.judgements()[0].number
    desk.post("/review/settle", {"claim": one, "choice": str(number), "because": "Read again.", "name": "C. Reader"})
    assert mine.review_states([one, two]) == {one: "rejected", two: "machine"}
    assert "Settled by C. Reader" in desk.get("/review/compare").text


def test_formats_tell_the_same_claims(desk: Workspace, mine: OpenRecord) -> None:
    import json

    one = queue(mine)[0]
    assert json.loads(desk.get("/review.json").text)["rows"][0]["id"] == one
    assert "alpha" in json.loads(desk.get("/review/compare.json").text)["series"]


def test_a_name_is_never_invented(desk: Workspace, mine: OpenRecord) -> None:
    answered = desk.post("/review", form(queue(mine)[0], "accept", " "))
    assert (answered.status, "needs the name" in answered.text) == (400, True)
    assert mine.judgements() == ()


def test_a_logged_in_reader_judges_under_the_login_s_name(mine: OpenRecord, tmp_path: Path) -> None:
    (tmp_path / "password").write_text("a long password\n")
    with served(mine.place, "--password-file", str(tmp_path / "password")) as desk:
        entered = desk.post("/login", {"name": FIRST, "password": "a long password"})
        cookie = {"Cookie": entered.headers["set-cookie"].split(";")[0]}
        desk.post("/review", form(queue(mine)[0], "accept", SECOND), cookie)
    assert [j.name for j in mine.judgements()] == [FIRST]


@pytest.mark.parametrize("scripts", [True, False])
def test_keys_judge_and_the_page_works_without_scripts(
    chromium: Browser, desk: Workspace, mine: OpenRecord, scripts: bool
) -> None:
    one, two, three, *_ = queue(mine)
    context = chromium.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(desk.address)
    page.goto(f"{desk.base}/review")
    page.get_by_label("Your name").fill(FIRST)

    def press(key: str, button: str) -> None:
        if scripts:
            page.locator("main").focus()
            with page.expect_navigation():
                page.keyboard.press(key)
        else:
            page.get_by_role("button", name=button).click()

    press("a", "a accept")
    assert page.get_by_label("Your name").input_value() == FIRST
    press("r", "r reject")
    press("u", "u undo")
    assert page.locator("input[name=claim]").first.input_value() == two
    press("s", "s skip")
    assert page.locator("input[name=claim]").first.input_value() == three
    if scripts:
        page.locator("main").focus()
        page.keyboard.press("n")
        page.keyboard.type("a note with rasuf in it")
        page.locator("main").focus()
        page.keyboard.press("e")
        assert page.get_by_label("Status", exact=True).first.is_visible()
    context.close()
    assert [(j.claim, j.judgement) for j in mine.judgements()] == [
        (one, "accept"),
        (two, "reject"),
        (two, "undo"),
        (two, "skip"),
    ]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as found:
        yield found


def test_many_judge_in_a_database_at_once(server: Server, october: Path, tmp_path: Path) -> None:
    comity.open(october).backup(tmp_path / "copy.comity")
    record = comity.open(server.database())
    record.restore(tmp_path / "copy.comity")
    one = queue(record)[0]
    with served(record.place) as here, served(record.place) as there:
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(4) as hands:
            asked = [(desk, f"{n}. Reader") for n in "ABC" for desk in (here, there)]
            done = list(hands.map(lambda a: a[0].post("/review", form(one, "accept", a[1])).status, asked))
    assert done == [303] * 6
    assert [j.number for j in record.judgements()] == [1, 2, 3, 4, 5, 6]
    assert record.verify().faults == ()

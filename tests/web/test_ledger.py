"""The ledger of assurances in the workspace: quoted, conduct in the order of its days, rule and verdict apart, history kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import polars as pl
import pytest

import comity
from comity.reading import OpenRecord, coder, read
from comity.values import Article
from workspace_server import Workspace, served

TEXTS = {
    "2024-03-01": "Kenya assured Somalia on 1 March 2024 that it would not attack Somalia before June.",
    "2024-03-02": "Kenya promised Somalia to withdraw its troops from Somalia by 1 May 2024.",
    "2024-03-06": "Kenya attacked Somalia on 5 March 2024.",
    "2024-03-21": "Kenya withdrew its troops from Somalia on 20 March 2024.",
    "2024-04-11": "Kenya bombed Somalia on 10 April 2024.",
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> OpenRecord:
    made = comity.open(tmp_path_factory.mktemp("ledger") / "r.comity")
    read(made, [Article(day, text, None, day, "Demo Wire North") for day, text in TEXTS.items()], coder(1))
    return made


@pytest.fixture(scope="module")
def desk(record: OpenRecord) -> Iterator[Workspace]:
    with served(record.place) as found:
        yield found


def assurance(record: OpenRecord) -> dict[str, object]:
    """The assurance to refrain: one act is told for it and two against it."""
    return record.assurances("KEN").rows.filter(pl.col("kind") == "refrain").row(0, named=True)


def section(page: str, identity: str) -> str:
    return page.split(f'id="a-{identity}"')[1].split("</section>")[0]


def test_each_assurance_is_quoted_with_its_conduct_in_the_order_of_its_days(
    desk: Workspace, record: OpenRecord
) -> None:
    row = assurance(record)
    told = section(desk.get(f"/ledger?by={row['promisor']}&limit=1000").text, str(row["id"]))
    assert '<span class="role">assurance</span>' in told
    days = [item.split("</time>")[0] for item in told.split("<time>")[1:]]
    assert days == ["2024-03-05", "2024-03-20", "2024-04-10"]
    assert [told.count(f'<li class="{side}">') for side in ("for", "against")] == [row["for"], row["against"]] == [1, 2]
    assert re.search(r'href="/article/[^"]+\?at=\d+-\d+#at"', told)


def test_the_page_tells_what_the_command_tells(desk: Workspace, record: OpenRecord) -> None:
    from comity.exports.wording import figure_line

    by = str(assurance(record)["promisor"])
    answer = record.assurances(by)
    page = desk.get(f"/ledger?by={by}").text
    assert all(figure_line(f).replace("'", "&#39;").replace(">", "&gt;") in page for f in answer.figures)
    found = json.loads(desk.get(f"/ledger.json?by={by}&limit=1000").text)
    assert [r["id"] for r in found["rows"]] == answer.rows["id"].to_list()
    assert {"conduct", "verdicts"} <= found["series"].keys()


def test_a_verdict_stands_apart_from_the_rule_and_its_history_is_kept(desk: Workspace, record: OpenRecord) -> None:
    row = assurance(record)
    identity, by = str(row["id"]), str(row["promisor"])
    given = {"assurance": identity, "because": "It is told.", "name": "A. Reader", "by": by}
    first = desk.post("/ledger", {**given, "verdict": "kept"})
    assert first.status == 303
    assert first.headers["location"].endswith(f"#a-{identity}")
    told = section(desk.get(f"/ledger?by={by}&limit=1000").text, identity)
    assert '<span class="role verdict">kept</span> A. Reader' in told
    assert f'<span class="role">{str(row["status"]).replace("_", " ")}</span>' in told
    desk.post("/ledger", {**given, "verdict": "undo", "because": "I read again."})
    told = section(desk.get(f"/ledger?by={by}&limit=1000").text, identity)
    assert "No verdict stands." in told
    assert "History: 2 entries" in told
    assert "takes back 1" in told
    assert [v.verdict for v in record.verdicts()] == ["kept", None]


def test_a_verdict_without_reason_or_name_is_refused(desk: Workspace, record: OpenRecord) -> None:
    before = len(record.verdicts())
    given = {
        "assurance": str(assurance(record)["id"]),
        "verdict": "kept",
        "because": "",
        "name": "A. Reader",
    }
    refused = desk.post("/ledger", given)
    assert (refused.status, "needs its reason" in refused.text) == (404, True)
    assert len(record.verdicts()) == before


def test_nothing_is_told_where_nobody_assured(desk: Workspace) -> None:
    assert "Nothing in this record answers that." in desk.get("/ledger?by=XYZ").text

"""The limits that an actor has stated: in what sense, towards whom, on what condition; how often told, and what changed.

One limit is what its tellings share: who states it, towards whom (where both say), and part of the words of its condition
(vocabulary/rules/redlines.yaml). A telling in the same sense with most of those words restates it; else it is modified,
and both wordings are shown for the reader to judge. That a condition was met is never worked out: it is what somebody
later says, quoted with who says it. A limit is never called crossed here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import polars as pl

from comity.measures.actors import is_actor
from comity.measures.answer import Answer, Figure, basis, evidence
from comity.measures.conditions import Wording, beginning
from comity.measures.counted import things
from comity.measures.folding import folded
from comity.measures.frames import CLAIMS, EVIDENCE, Frames

SUPPOSED = ("conditional", "possible", "future", "negated", "demanded")
SHOWN = (
    "by", "toward", "sense", "about", "consequence", "first", "last", "mentions", "origins", "restated", "modified",
    "said_met", "said_unmet",
)  # fmt: skip
ROWS = {
    "id": pl.String,
    **dict.fromkeys(("by", "toward", "sense", "condition", "consequence"), pl.String),
    "first": pl.Date,
    "last": pl.Date,
    **dict.fromkeys(("mentions", "origins", "restated", "modified"), pl.Int64),
}


def redlines(frames: Frames, by: str, wording: Wording, rules: Mapping[str, str] | None = None) -> Answer:
    """One row a limit, in the order of its first telling; the evidence are its tellings and what is said of its condition."""
    found = frames.signals["red_lines"].filter(is_actor("by", by))
    limits = _limits(found, wording)
    ids, told = folded(found, [[(t["place"], change) for t, change in limit.tellings] for limit in limits])
    rows = pl.DataFrame([{"id": n, **limit.row()} for n, limit in zip(ids, limits, strict=True)], schema=ROWS)
    said = _said_of_condition(frames.claims, told, rows)
    counts = said.group_by(id="row").agg(
        said_met=(pl.col("role") == MET).sum(), said_unmet=(pl.col("role") == UNMET).sum()
    )
    counted = rows.join(counts, on="id", how="left", maintain_order="left")
    met = evidence(said, "row", pl.col("role")) if said.height else pl.DataFrame(schema=EVIDENCE)
    return Answer(
        measure="redlines",
        asked={"by": by},
        rows=counted.with_columns(
            pl.col("said_met", "said_unmet").cast(pl.Int64).fill_null(0), about=beginning("condition")
        ),
        basis=basis(frames, rules),
        evidence=pl.concat([evidence(told, "row", pl.col("role")), met]),
        figures=(Figure("stated limits", rows.height, rows.height, counts=things(told)),),
        shown=SHOWN,
    )


MET = "said to be met"
UNMET = "said not to be met"


@dataclass(slots=True)
class _Limit:
    """Tellings of one limit, each with what it is to the one before: stated, restated or modified."""

    wording: Wording
    tellings: list[tuple[dict[str, Any], str]] = field(default_factory=list)

    def admits(self, telling: dict[str, Any]) -> bool:
        """Whether a telling speaks of this limit; one without a condition is compared with nothing but its copies."""
        towards = {t["toward_name"] for t, _ in self.tellings} - {None}
        other_side = telling["toward_name"] is not None and towards and telling["toward_name"] not in towards
        return not other_side and any(
            _copied(t, telling) or self.wording.one_limit(t["condition"], telling["condition"])
            for t, _ in self.tellings
        )

    def tell(self, telling: dict[str, Any]) -> None:
        if not self.tellings:
            self.tellings.append((telling, "stated"))
            return
        last = self.tellings[-1][0]
        same = (
            _copied(last, telling) or self.wording.alike(last["condition"], telling["condition"]) >= self.wording.same
        )
        self.tellings.append((telling, "restated" if same and last["sense"] == telling["sense"] else "modified"))

    def row(self) -> dict[str, Any]:
        told = [t for t, _ in self.tellings]
        changes = [change for _, change in self.tellings]
        days = [day for t in told if (day := _day(t))]

        def first_known(name: str) -> Any:
            return next((t[name] for t in told if t[name] is not None), None)

        return {
            "by": told[0]["by_name"],
            "toward": first_known("toward_name"),
            "sense": ", ".join(dict.fromkeys(t["sense"] for t in told)),
            "condition": first_known("condition"),
            "consequence": first_known("consequence"),
            "first": min(days, default=None),
            "last": max(days, default=None),
            "mentions": len(told),
            "origins": len({t["origin"] for t in told}),
            "restated": changes.count("restated"),
            "modified": changes.count("modified"),
        }


def _limits(found: pl.DataFrame, wording: Wording) -> list[_Limit]:
    limits: list[_Limit] = []
    for telling in sorted(
        found.with_row_index("place").iter_rows(named=True), key=lambda t: (_day(t) or date.max, t["id"])
    ):
        home = next(
            (x for x in limits if x.tellings[0][0]["by_name"] == telling["by_name"] and x.admits(telling)), None
        )
        if home is None:
            home = _Limit(wording)
            limits.append(home)
        home.tell(telling)
    return limits


def _day(telling: dict[str, Any]) -> date | None:
    """The day by which a limit was stated: of the statement, else of the publication."""
    day: date | None = telling["stated_latest"] or telling["latest"] or telling["published"]
    return day


def _copied(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return (one["origin"], one["sentence_start"]) == (other["origin"], other["sentence_start"])


def _said_of_condition(claims: pl.DataFrame, told: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Later claims of the act that a limit's sentence supposes, by the one it is held out to: with ``row`` and ``role``.

    The act is the claim coded in that sentence as conditional, possible, future, negated or demanded. Only a claim
    published after the limit was first told counts, and it stays a claim of whoever makes it.
    """
    where = ["article", "sentence_start"]
    held = told.filter(pl.col("toward_name").is_not_null()).select(*where, "row", "toward_name")
    supposed = claims.filter(pl.col("status").is_in(SUPPOSED) & pl.col("type").ne("STATEMENT")).join(held, on=where)
    acts = supposed.filter((pl.col("actor_name") == pl.col("toward_name")) & pl.col("recipient_name").is_not_null())
    act = ["actor_name", "recipient_name", "type"]
    since = acts.select("row", *act).unique().join(rows.select("id", "first"), left_on="row", right_on="id")
    later = claims.join(since, on=act, how="inner").filter(pl.col("published") > pl.col("first"))
    role = (
        pl.when(pl.col("status").is_in(("happened", "ongoing")))
        .then(pl.lit(MET))
        .when(pl.col("status").is_in(("negated", "denied")))
        .then(pl.lit(UNMET))
    )
    said = later.with_columns(role=role).filter(pl.col("role").is_not_null())
    return said.sort("published", "id").select(*CLAIMS, "row", "role")

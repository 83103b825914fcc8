"""Frames of the tests' own: rows are told by what matters in them, everything else is filled in. No record is needed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl

from comity.asking.frames import columns
from comity.contract import SIGNALS
from comity.measures.frames import ARTICLES, CLAIMS, Frames, Version
from comity.values import RoleFlag

Row = Mapping[str, Any]
VERSION = Version("comity", "test", "sha256:test")


def day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def frames(
    articles: list[Row] | None = None,
    claims: list[Row] | None = None,
    roles: list[Row] | None = None,
    **signals: list[Row],
) -> Frames:
    """Frames of these rows; an article that only a claim or signal names is made for it. Days may be ISO text."""
    coded = [*(claims or []), *(roles or []), *(row for rows in signals.values() for row in rows)]
    known = {row["article"]: row for row in (articles or [])}
    for row in coded:
        known.setdefault(row.get("article", "a1"), {k: row[k] for k in ("article", "outlet", "published") if k in row})
    filled = {name: _article(name, row) for name, row in known.items()}
    return Frames(
        articles=_frame(list(filled.values()), ARTICLES),
        claims=_frame([_claim(n, row, filled) for n, row in enumerate(claims or [])], CLAIMS),
        signals={
            kind: _frame([_signal(kind, n, row, filled) for n, row in enumerate(signals.get(kind, []))], columns(of))
            for kind, of in SIGNALS.items()
        },
        roles=_frame([_placed(row, filled) for row in roles or []], columns(RoleFlag)),
        versions=(VERSION,),
    )


def _article(name: str, row: Row) -> dict[str, Any]:
    base = {"id": name, "text": f"t-{name}", "origin": f"t-{name}", "outlet": "Wire", "kind": "news", "language": "en"}
    return {**base, **row, "article": name}


def _placed(row: Row, articles: Mapping[str, Row]) -> dict[str, Any]:
    where = articles[row.get("article", "a1")]
    span = {"start": 0, "end": 5, "sentence_start": 0, "sentence_end": 20}
    return {**span, **{k: where.get(k) for k in ("article", "text", "origin", "outlet", "published")}, **row}


def _claim(number: int, row: Row, articles: Mapping[str, Row]) -> dict[str, Any]:
    base: dict[str, Any] = {
        "id": f"c{number}",
        "type": "CONSULT",
        "quad": 1,
        "status": "happened",
        "chain": [],
        "confidence": 0.5,
    }
    sides = {}
    for side in ("actor", "recipient"):
        code = row.get(side)
        sides |= {f"{side}_{name}": code for name in ("name", "code", "id")}
    dated = {"earliest": row.get("on"), "latest": row.get("on"), "cluster": row.get("id", f"c{number}")}
    return {**base, **sides, **dated, **_placed(row, articles)}


def _signal(kind: str, number: int, row: Row, articles: Mapping[str, Row]) -> dict[str, Any]:
    base = {
        "id": f"{kind}-{number}",
        "chain": [],
        "confidence": 0.5,
        "earliest": row.get("on"),
        "latest": row.get("on"),
    }
    sides = {}
    for name in columns(SIGNALS[kind]):
        if name.endswith("_name") and name.removesuffix("_name") in row:
            side = name.removesuffix("_name")
            sides |= {name: row[side], f"{side}_code": row[side], f"{side}_id": row[side]}
    return {**base, **sides, **_placed(row, articles)}


def _frame(rows: list[dict[str, Any]], schema: Mapping[str, Any]) -> pl.DataFrame:
    def value(row: Row, name: str, kind: Any) -> Any:
        found = row.get(name)
        return day(found) if kind == pl.Date and isinstance(found, str) else found

    return pl.DataFrame({n: [value(row, n, kind) for row in rows] for n, kind in schema.items()}, schema=dict(schema))

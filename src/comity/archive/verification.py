"""Whether an archive still says what its texts say: hashes, spans, columns, and nothing twice, day by day."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from comity.archive.eventing import unpacked
from comity.archive.folder import Folder
from comity.archive.tables import KEYS, SCHEMAS, stored
from comity.asking.frames import claims_of
from comity.contract import SIGNALS, read_value
from comity.errors import ComityError
from comity.measures.frames import CLAIMS, PLACE
from comity.record.identity import article_key, text_hash
from comity.record.verification import Fault, span_problems
from comity.values import Article, Attribution, Claim, RoleFlag

WORKED_OUT = ("cluster", "origin", "medium")  # of all articles together: not told by a claim's own words
_KINDS: dict[str, Any] = {"claims": Claim, "attributions": Attribution, "roles": RoleFlag}
_UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, ComityError)


@dataclass(frozen=True, slots=True)
class Verified:
    """How much was read again, and every fault found."""

    texts: int
    values: int
    faults: tuple[Fault, ...]


def verify(root: str | Path) -> Verified:
    """Reads everything again; :class:`RecordError` where it is no archive. Memory is bounded by the largest day."""
    folder = Folder(Path(root))
    fold = folder.fold()
    seen, faults = {"texts": 0, "values": 0}, []
    for part in folder.waiting():
        faults += [Fault(f"part {part.name}", p) for p in _faults(_one(part), seen)]
    for day in sorted((fold / "articles").iterdir()) if fold else ():
        tables = {name: fold / name / day.name / "0.parquet" for name in SCHEMAS} if fold else {}
        texts = stored(fold, "texts") if fold else None
        faults += [Fault(day.name, problem) for problem in _faults(tables, seen, texts)]
    if fold:
        faults += [Fault(fold.name, problem) for problem in _together(fold)]
    return Verified(seen["texts"], seen["values"], tuple(faults))


def _one(part: Path) -> dict[str, Path]:
    return {name: part / f"{name}.parquet" for name in SCHEMAS}


def _faults(tables: dict[str, Path], seen: dict[str, int], others: pl.LazyFrame | None = None) -> Iterator[str]:
    """What does not stand in the tables of one part or day; texts that lie with another day are sought in ``others``."""
    try:
        read = {
            n: pl.read_parquet(p) if p.exists() else pl.DataFrame(schema=dict(SCHEMAS[n])) for n, p in tables.items()
        }
        texts = dict(read["texts"].select("text", "content").iter_rows())
        seen["texts"] += len(texts)
        yield from (f"text {name} is not what its hash says" for name, text in texts.items() if text_hash(text) != name)
        missing = sorted(set(read["articles"]["text"]) - texts.keys())
        if missing and others is not None:
            wanted = pl.col("text").is_in(pl.Series(missing).implode())
            texts |= dict(others.filter(wanted).select("text", "content").collect().iter_rows())
        yield from _articles(read["articles"], texts)
        where = dict(read["articles"].select("article", "text").iter_rows())
        for name in ("claims", "signals", "attributions", "roles"):
            seen["values"] += read[name].height
            yield from _values(name, read[name], where, texts)
        yield from _columns(read["claims"])
    except (OSError, pl.exceptions.PolarsError, *_UNREADABLE) as error:
        yield f"cannot be read: {error}"


def _articles(articles: pl.DataFrame, texts: dict[str, str]) -> Iterator[str]:
    for row in articles.iter_rows(named=True):
        text = texts.get(row["text"])
        if text is None:
            yield f"article {row['id']}: its text is missing"
            continue
        known = Article(
            row["id"], text, row["title"], row["stated"], row["outlet"], row["url"], row["kind"], path=row["path"]
        )
        if article_key(known) != row["article"]:
            yield f"article {row['id']}: is not as it was coded"


def _values(table: str, found: pl.DataFrame, where: dict[str, str], texts: dict[str, str]) -> Iterator[str]:
    """Values whose article is not there, that cannot be read, or whose words do not stand where they say."""
    kinds = found["kind"] if "kind" in found.columns else [None] * found.height
    for article, value, kind in zip(found["article"], found["value"], kinds, strict=True):
        if article not in where:
            yield f"{table}: belongs to no article: {article}"
            continue
        try:
            read = read_value(SIGNALS[kind] if kind else _KINDS[table], json.loads(value))
        except _UNREADABLE as error:
            yield f"{table} of article {article}: cannot be read: {error}"
            continue
        text = texts.get(where[article])
        for problem in span_problems(read, text) if text is not None else ():
            yield f"{table} of article {article}: {problem}"


def _columns(claims: pl.DataFrame) -> Iterator[str]:
    """Claims whose columns do not say what was coded."""
    names = [name for name in CLAIMS if name not in (*WORKED_OUT, *PLACE)]
    values = claims.select("article", "value", cluster=pl.lit(None, pl.String))
    told = claims_of(values, claims.select(*PLACE).unique("article"))
    for name in names:
        if not told[name].equals(claims[name], null_equal=True):
            yield f"claims: the column {name} does not say what was coded"


def _together(fold: Path) -> Iterator[str]:
    """What is there twice, and claims that their pairs tell otherwise."""
    for table, key in KEYS.items():
        counted = stored(fold, table).group_by(key).len().filter(pl.col("len") > 1)
        twice = counted.select(pl.len()).collect().item()
        if twice:
            yield f"{table}: {twice} are there more than once"
    told = ("article", "number", "id", "actor_name", "recipient_name", *WORKED_OUT)
    by_day, by_pair = stored(fold, "claims"), unpacked(pl.scan_parquet(fold / "pairs"))
    for one, other, problem in (
        (by_day, by_pair, "by day and not by pair"),
        (by_pair, by_day, "by pair and not by day"),
    ):
        left = one.select(told).join(other.select(told), on=list(told), how="anti", nulls_equal=True)
        count = left.select(pl.len()).collect().item()
        if count:
            yield f"claims: {count} stand {problem}"

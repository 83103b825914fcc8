"""A batch of articles becomes a part of an archive: coded, written beside, put in place by one renaming.

A part is named after what it holds. Whoever does the same batch again, after a lost answer or on another machine, finds the
part there and adds nothing; a part that was cut short has no name yet and is no part.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import polars as pl

from comity import coder
from comity.archive.folder import sync_folder
from comity.archive.tables import Tables, tables
from comity.errors import ComityError, StorageError
from comity.record.identity import article_key
from comity.values import Article, Coded

Row = dict[str, Any]  # a line of the manifest
Bad = dict[str, str]  # a line of the side file
BATCH, BATCH_CHARACTERS = 96, 400_000  # articles and characters of a part, whichever is reached first


def land(arrived: str, articles: Sequence[Article]) -> tuple[Row, list[Bad]]:
    """Codes the articles and puts them into the folder of arrived parts: its line of the manifest, and what was not coded."""
    done, bad = code(articles)
    found = tables([a for a, _ in done], [c for _, c in done])
    return put(Path(arrived), found), bad


def code(articles: Sequence[Article]) -> tuple[list[tuple[Article, Coded]], list[Bad]]:
    """The articles with what the coder says of them, and those on which it fails: one article never stops the others."""
    try:
        return list(zip(articles, coder.code_many(articles, 1), strict=True)), []
    except Exception:  # noqa: BLE001 - which article it was is found below
        pass
    done: list[tuple[Article, Coded]] = []
    bad: list[Bad] = []
    for article in articles:
        try:
            done.append((article, coder.code_article(article)))
        except Exception as error:  # noqa: BLE001 - told, with its place, and the rest goes on
            told = error.problem if isinstance(error, ComityError) else f"{type(error).__name__}: {error}"
            bad.append(fault(article.path or article.id, "not coded", told))
    return done, bad


def fault(place: str, status: str, why: str) -> Bad:
    """A line of the side file."""
    return {"place": place, "status": status, "why": why}


def put(arrived: Path, found: Tables) -> Row:
    """Writes the tables as one part; what it says of it is read from the part itself, so that a second time says the same."""
    name = part_name(found["articles"]["article"].to_list())
    place = arrived / name
    if not place.exists():
        draft = arrived / f".{name}-{uuid.uuid4().hex[:12]}"
        try:
            draft.mkdir(parents=True)
            for table, frame in found.items():
                with (draft / f"{table}.parquet").open("wb") as stream:
                    frame.write_parquet(stream)
                    stream.flush()
                    os.fsync(stream.fileno())
            _settle(draft, place)
        except OSError as error:
            shutil.rmtree(draft, ignore_errors=True)
            remedy = "make room or choose a place you can write to; what landed before is kept"
            raise StorageError(error.strerror or str(error), place=str(place), remedy=remedy) from error
    return row(place)


def _settle(draft: Path, place: Path) -> None:
    """Puts the draft in its place, or leaves what another put there meanwhile."""
    try:
        draft.rename(place)
    except OSError:
        if not place.exists():
            raise
        shutil.rmtree(draft, ignore_errors=True)
    sync_folder(place.parent)


def part_name(keys: Sequence[str]) -> str:
    """The name of the part that holds these articles."""
    return hashlib.sha256(json.dumps(sorted(keys)).encode()).hexdigest()[:24]


def row(place: Path) -> Row:
    """What a part holds, as a line of the manifest."""
    counts = {
        file.stem: cast(int, pl.scan_parquet(file).select(pl.len()).collect().item())
        for file in sorted(place.glob("*.parquet"))
    }
    days = pl.scan_parquet(place / "articles.parquet").select(
        first=pl.col("published").min(), last=pl.col("published").max(), undated=pl.col("published").null_count()
    )
    bounds: Mapping[str, Any] = days.collect().row(0, named=True)
    size = sum(file.stat().st_size for file in place.glob("*.parquet"))
    told = {name: str(day) if (day := bounds[name]) else None for name in ("first", "last")}
    return {"part": place.name, "rows": counts, **told, "undated": bounds["undated"], "bytes": size}


def article_keys(articles: Sequence[Article]) -> list[str]:
    """The identity of each article in an archive, as in a record."""
    return [article_key(article) for article in articles]

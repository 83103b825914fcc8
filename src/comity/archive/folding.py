"""Parts that arrived, and the fold before, become the next fold: by day, each thing once, copies and events worked out.

    fold-N/articles/day=2023-10-07/0.parquet    and likewise texts, claims, signals, attributions, roles, media;
                                                what has no day of publication lies in day=unknown
    fold-N/pairs/0007.parquet                   the claims again by pair of actors, for series of a pair
    fold-N/single.parquet, copied.parquet       the articles counted by day and outlet, and the copies among them
    fold-N/actors.parquet                       by which names, codes and ids actors are called in claims
    fold-N/where.parquet                        the day of each text

A fold is made beside the one that counts and put in its place when it is whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from comity.archive import eventing
from comity.archive.copying import copied
from comity.archive.folder import FOLDED_PARTS, Folder
from comity.archive.tables import KEYS, SCHEMAS
from comity.errors import StorageError
from comity.measures.covered import STANDING, covered_by
from comity.measures.frames import CLAIMS
from comity.record.lock import writer_lock

UNKNOWN = "unknown"
WINDOW = 2_000_000  # claims that are laid out by day at a time
ROW_GROUP = 16_384  # rows that are read or passed over together
ACTOR = ("name", "code", "id")


@dataclass(frozen=True, slots=True)
class Folded:
    """What a fold holds."""

    articles: int
    claims: int
    clusters: int
    copies: int
    parts: int  # that were taken in


def fold(root: str | Path) -> Folded | None:
    """Takes in all parts that wait; None where there are none. Raises :class:`StorageError` where it cannot be written."""
    folder = Folder(Path(root))
    folder.about()
    with writer_lock(str(folder.root / "archive")):
        folder.clear()
        waiting = folder.waiting()
        if not waiting:
            return None
        try:
            place = folder.next_fold()
            done = _Fold(folder, waiting, place).make()
            (place / FOLDED_PARTS).write_text(json.dumps([p.name for p in waiting]), encoding="utf-8")
            folder.turn_to(place)
        except OSError as error:
            remedy = "make room; the fold before still counts"
            raise StorageError(error.strerror or str(error), place=str(folder.root), remedy=remedy) from error
    return done


class _Fold:
    """One fold in the making. Invariant: reads only what arrived and the fold before, writes only into ``place``."""

    def __init__(self, folder: Folder, waiting: Sequence[Path], place: Path) -> None:
        self._waiting, self._before, self.place = waiting, folder.fold(), place

    def make(self) -> Folded:
        """Writes everything."""
        articles = standing(self._all("articles").select(*STANDING, "text", "url", "kind").collect())
        kept = articles.select("article")
        texts = self._all("texts").unique("text", keep="any") if self._overlap() else self._all("texts")
        originals = copied(texts, self._all("articles").join(kept.lazy(), on="article", how="semi"))
        folded = pl.DataFrame(list(originals.items()), {"text": pl.String, "origin": pl.String}, orient="row")
        articles = with_origin(articles.drop("origin"), folded)
        self._write_covered(articles)
        origin = articles.select("article", "origin")
        claims, clusters = self._pairs(origin)
        self._write_actors()
        for first, last in self._windows(articles, claims):
            self._lay_out(first, last, origin)
        return Folded(articles.height, claims, clusters, len(originals), len(self._waiting))

    def _overlap(self) -> bool:
        return len(self._waiting) + (self._before is not None) > 1

    def _all(self, table: str) -> pl.LazyFrame:
        """A table of everything there is, with what two parts hold both still in it."""
        files = [part / f"{table}.parquet" for part in self._waiting]
        files += sorted((self._before / table).rglob("*.parquet")) if self._before else []
        return pl.scan_parquet(files, hive_partitioning=False).select(list(SCHEMAS[table]))

    def _pairs(self, origin: pl.DataFrame) -> tuple[int, int]:
        """Works out the events bucket by bucket; answers how many claims and events there are."""
        out, media = self.place / "pairs", self._all("media").unique().collect()
        out.mkdir()
        whole = self._all("claims").select(*CLAIMS, *eventing.OWN)
        count = eventing.buckets(int(whole.select(pl.len()).collect().item()))
        claims = clusters = 0
        for number in range(count):
            inside = whole.filter(eventing.in_bucket(number, count)).collect()
            inside = inside.unique(KEYS["claims"], keep="any").drop("origin").join(origin, on="article", how="inner")
            done = eventing.worked_out(inside, media)
            eventing.packed(done).write_parquet(out / f"{number:04}.parquet", row_group_size=ROW_GROUP)
            claims, clusters = claims + done.height, clusters + done["cluster"].n_unique()
        return claims, clusters

    def _write_covered(self, articles: pl.DataFrame) -> None:
        what = covered_by(articles.select(list(STANDING)))
        what.single.write_parquet(self.place / "single.parquet")
        what.copied.write_parquet(self.place / "copied.parquet")
        where = articles.group_by("text").agg(pl.col("published").min()).sort("text")
        where.write_parquet(self.place / "where.parquet", row_group_size=ROW_GROUP)

    def _write_actors(self) -> None:
        pairs = pl.scan_parquet(self.place / "pairs")
        sides = [
            pairs.select(pl.lit(side).alias("side"), *(pl.col(f"{side}_{n}").alias(n) for n in ACTOR))
            for side in ("actor", "recipient")
        ]
        found = pl.concat(sides).group_by("side", *ACTOR).agg(claims=pl.len())
        found.sort("claims", "side", *ACTOR, descending=[True, *[False] * 4]).sink_parquet(
            self.place / "actors.parquet"
        )

    def _windows(self, articles: pl.DataFrame, claims: int) -> Iterator[tuple[date | None, date | None]]:
        """Runs of days with about WINDOW claims each, and what has no day."""
        each = max(1.0, claims / max(1, articles.height))
        days = articles["published"].drop_nulls().value_counts().sort("published")
        first: date | None = None
        running = 0.0
        for day, count in days.iter_rows():
            first = first or day
            running += count * each
            if running >= WINDOW:
                yield first, day
                first, running = None, 0.0
        if first is not None:
            yield first, days["published"][-1]
        if articles["published"].null_count():
            yield None, None

    def _lay_out(self, first: date | None, last: date | None, origin: pl.DataFrame) -> None:
        """All tables of some days, a file a day."""
        day = pl.col("published")
        inside = day.is_null() if first is None else day.is_between(first, last or first)
        for table in SCHEMAS:
            found = self._all(table).filter(inside).collect().unique(KEYS[table], keep="any")
            if table == "texts":
                found = self._texts(found, inside)
            else:
                found = found.join(origin.rename({"origin": "_origin"}), on="article", how="inner")
            if table == "articles":
                found = found.with_columns(origin=pl.col("_origin")).sort("outlet", "article", nulls_last=True)
            elif table == "claims":
                found = self._claims(found, inside)
            elif "number" in found.columns:
                found = found.sort("article", *(["kind"] if "kind" in found.columns else []), "number")
            self._write(table, found.select(list(SCHEMAS[table])))

    def _claims(self, found: pl.DataFrame, inside: pl.Expr) -> pl.DataFrame:
        told = ("article", "number", "cluster", "origin", "medium")
        pairs = eventing.unpacked(pl.scan_parquet(self.place / "pairs")).filter(inside).select(told).collect()
        joined = found.drop("cluster", "origin", "medium").join(pairs, on=["article", "number"], how="inner")
        return eventing.in_order(joined)

    def _texts(self, found: pl.DataFrame, inside: pl.Expr) -> pl.DataFrame:
        """Each text lies with its first article, whichever part brought it."""
        where = pl.scan_parquet(self.place / "where.parquet").filter(inside).collect()
        missing = where.join(found, on="text", how="anti")["text"]
        if len(missing):
            others = self._all("texts").filter(pl.col("text").is_in(missing.implode())).collect()
            found = pl.concat([found, others.unique("text", keep="any")])
        return found.drop("published").join(where, on="text", how="inner").sort("text")

    def _write(self, table: str, found: pl.DataFrame) -> None:
        for (day,), rows in found.partition_by("published", as_dict=True, maintain_order=True).items():
            out = self.place / table / f"day={day or UNKNOWN}"
            out.mkdir(parents=True)
            rows.write_parquet(out / "0.parquet", row_group_size=ROW_GROUP)


def standing(articles: pl.DataFrame) -> pl.DataFrame:
    """The articles that stand: each once, and an undated one only where the same is not held with a date."""
    once = articles.unique("article", keep="any")
    same = ("text", "outlet", "url", "kind")
    dated = pl.col("published").is_not_null().any().over(*same)
    return once.filter(pl.col("published").is_not_null() | ~dated).sort("article")


def with_origin(articles: pl.DataFrame, folded: pl.DataFrame) -> pl.DataFrame:
    """The articles with the text under which their copies are folded."""
    joined = articles.join(folded, on="text", how="left", maintain_order="left")
    return joined.with_columns(pl.col("origin").fill_null(pl.col("text")))

"""The read side of an archive: the frames that measures start from, whole or of one pair, and texts by their hash."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, cast

import polars as pl

from comity.archive.eventing import unpacked
from comity.archive.folder import Folder
from comity.archive.folding import UNKNOWN
from comity.archive.tables import stored
from comity.asking.frames import SAME_SIGNAL, columns, values_of
from comity.contract import SIGNALS
from comity.errors import RecordError
from comity.measures.actors import is_actor
from comity.measures.covered import STANDING, Covered
from comity.measures.frames import ARTICLES, CLAIMS, PLACE, Frames, Version
from comity.measures.origins import with_origins
from comity.values import RoleFlag


class ArchiveReader:
    """Asks the fold that counts. :class:`RecordError` where there is none, or parts wait that it has not taken in."""

    def __init__(self, place: str) -> None:
        self.place = place
        folder = Folder(Path(place))
        self._coder = folder.about()["coder"]
        fold, waiting = folder.fold(), folder.waiting()
        if fold is None or waiting:
            problem = f"{len(waiting)} parts wait to be folded" if waiting else "holds nothing yet"
            remedy = f"run: comity archive fold {place}" if waiting else "run: comity archive code ARTICLES --out …"
            raise RecordError(problem, place=place, remedy=remedy)
        self._fold = fold

    def scan(self, table: str) -> pl.LazyFrame:
        """A table of the archive, lazily: articles, texts, claims, signals, attributions, roles or media."""
        return stored(self._fold, table)

    def frames(self) -> Frames:
        """All articles, claims, signals and role flags."""
        articles = self.scan("articles").select(list(ARTICLES)).collect()
        articles = articles.sort(pl.col("stated").fill_null(""), "article")
        place = articles.select("article", *(name for name in PLACE if name != "article"))
        media = self._kept("media", ("article", "content_start", "content_end"))
        signals = self._kept("signals", ("article", "kind", "number"))
        return Frames(
            articles=articles,
            claims=self.scan("claims").collect().sort("article", "number").select(list(CLAIMS)),
            signals={kind: self._signals(kind, of, signals, place, media) for kind, of in SIGNALS.items()},
            roles=self._values(self._kept("roles", ("article", "number")), RoleFlag, place),
            versions=self._versions(articles.height),
        )

    def pair(self, one: str, other: str, since: date | None = None, until: date | None = None) -> Frames:
        """What measures of two actors' claims start from: no signals, and the articles counted and not listed."""
        claims = self._claims_between(one, other, since, until)
        what = self._covered(claims)
        if since or until:
            what = what.only(pl.col("published").is_between(since or date.min, until or date.max))
        empty: dict[str, type] = dict(SIGNALS)
        return Frames(
            articles=pl.DataFrame(schema=dict(ARTICLES)),
            claims=claims.select(list(CLAIMS)),
            signals={kind: pl.DataFrame(schema=columns(of)) for kind, of in empty.items()},
            roles=pl.DataFrame(schema=columns(RoleFlag)),
            versions=self._versions(1),
            covered=what,
        )

    def text(self, digest: str) -> str:
        """The text with this SHA-256."""
        return self.texts([digest])[digest]

    def texts(self, digests: Iterable[str]) -> dict[str, str]:
        """These texts by their SHA-256; of each day that they lie in, only what holds them is read."""
        named = sorted(set(digests))
        wanted = pl.col("text").is_in(pl.Series(named, dtype=pl.String).implode())
        where = pl.scan_parquet(self._fold / "where.parquet").filter(wanted).collect()
        files = [self._fold / "texts" / f"day={day or UNKNOWN}" / "0.parquet" for day in where["published"].unique()]
        found = pl.scan_parquet(files).filter(wanted).select("text", "content").collect() if files else None
        read = dict(found.iter_rows()) if found is not None else {}
        if missing := sorted(set(named) - read.keys()):
            raise RecordError(f"holds no text {missing[0]}", place=self.place, remedy="see: comity archive verify")
        return read

    def _claims_between(self, one: str, other: str, since: date | None, until: date | None) -> pl.DataFrame:
        """The claims of either towards the other, in the order of a record's."""
        ways = [self._way(one, other), self._way(other, one)]
        kept = pl.scan_parquet(self._fold / "pairs", hive_partitioning=False).filter(ways[0] | ways[1])
        found = unpacked(kept).collect()
        if since or until:
            found = found.filter(pl.col("published").is_between(since or date.min, until or date.max))
        return found.sort("article", "number")

    def _way(self, actor: str, recipient: str) -> pl.Expr:
        """Claims of one towards the other, by the names that each is called by: what lies by them on disk is passed over."""
        sides = {"actor": actor, "recipient": recipient}
        return pl.all_horizontal(
            pl.any_horizontal(pl.col(f"{side}_name") == name for name in self._names(side, asked))
            if self._names(side, asked)
            else pl.lit(False)
            for side, asked in sides.items()
        )

    def _names(self, side: str, asked: str) -> list[str]:
        called = self._actors.filter(pl.col("side") == side).rename({n: f"x_{n}" for n in ("name", "code", "id")})
        return cast(list[str], called.filter(is_actor("x", asked))["x_name"].drop_nulls().unique().sort().to_list())

    @cached_property
    def _actors(self) -> pl.DataFrame:
        return pl.read_parquet(self._fold / "actors.parquet")

    def _covered(self, claims: pl.DataFrame) -> Covered:
        copied = pl.read_parquet(self._fold / "copied.parquet")
        stand = claims.select("article", "outlet", "published", origin="own_origin").unique("article", keep="any")
        placed = stand.select(list(STANDING)).join(copied.select("article"), on="article", how="anti").sort("article")
        return Covered(pl.read_parquet(self._fold / "single.parquet"), copied, placed)

    def _kept(self, table: str, order: tuple[str, ...]) -> pl.DataFrame:
        return self.scan(table).collect().sort(*order)

    def _signals(
        self, kind: str, of: Any, signals: pl.DataFrame, place: pl.DataFrame, media: pl.DataFrame
    ) -> pl.DataFrame:
        found = self._values(signals.filter(pl.col("kind") == kind), of, place)
        return with_origins(found, media.drop("published"), SAME_SIGNAL)

    def _values(self, kept: pl.DataFrame, of: Any, place: pl.DataFrame) -> pl.DataFrame:
        values = kept.select("article", "value", cluster=pl.lit(None, pl.String))
        return values_of(values, of, place)

    def _versions(self, articles: int) -> tuple[Version, ...]:
        told = (Version(self._coder["name"], self._coder["version"], self._coder["vocabulary"]),)
        return told if articles else ()

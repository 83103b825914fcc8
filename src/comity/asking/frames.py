"""A record as the frames that measures start from. Values are decoded from the contract's JSON column by column."""

from __future__ import annotations

import types
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, Protocol, Union, get_args, get_origin, get_type_hints, runtime_checkable

import polars as pl

from comity.asking.kept_frames import KeptFrames
from comity.asking.media import media
from comity.contract import SIGNALS
from comity.measures.frames import ARTICLES, CLAIMS, PLACE, Frames, Version
from comity.measures.origins import with_origins
from comity.values import Actor, Claim, Place, Quoted, RoleFlag, Time

if TYPE_CHECKING:
    from comity.record.queries import Reader

SAME_CLAIM = ("actor_name", "recipient_name", "type", "status")  # what retellings of one claim have in common
SAME_SIGNAL = ("chain",)
_PLAIN: dict[Any, Any] = {str: pl.String, int: pl.Int64, float: pl.Float64, bool: pl.Boolean}


_kept: ContextVar[dict[str, Frames] | None] = ContextVar("_kept", default=None)
_keeper: ContextVar[KeptFrames | None] = ContextVar("_keeper", default=None)


@contextmanager
def read_once() -> Iterator[None]:
    """Within, the frames of each record are made once: for many questions of one state of it."""
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


@runtime_checkable
class Framed(Protocol):
    """What keeps its values as columns already, and gives its frames itself: an archive."""

    place: str

    def frames(self) -> Frames:
        """All articles, claims, signals and role flags."""
        ...


@contextmanager
def kept_in(keeper: KeptFrames) -> Iterator[None]:
    """Within, frames are those of ``keeper``, which follows one record through its states."""
    token = _keeper.set(keeper)
    try:
        yield
    finally:
        _keeper.reset(token)


def frames(reader: Reader | Framed) -> Frames:
    """All articles, claims, signals and role flags of a record."""
    keeper = _keeper.get()
    if keeper is not None and not isinstance(reader, Framed):
        return keeper.get(reader.state(), lambda: _frames(reader))
    kept = _kept.get()
    if kept is None:
        return _frames(reader)
    return kept.get(reader.place) or kept.setdefault(reader.place, _frames(reader))


def _frames(reader: Reader | Framed) -> Frames:
    if isinstance(reader, Framed):
        return reader.frames()
    given = reader.provenances()
    articles = articles_of(given, reader.copies())
    place = articles.select("article", *(name for name in PLACE if name != "article"))
    signals, retold = reader.values("signals"), media(reader)
    coders = given.select("coder", "version", "vocabulary").unique(maintain_order=True)
    return Frames(
        articles=articles,
        claims=with_origins(claims_of(reader.values("claims"), place), retold, SAME_CLAIM),
        signals={
            kind: with_origins(values_of(signals.filter(pl.col("kind") == kind), of, place), retold, SAME_SIGNAL)
            for kind, of in SIGNALS.items()
        },
        roles=values_of(reader.values("roles"), RoleFlag, place),
        versions=tuple(Version(*row) for row in coders.iter_rows()),
    )


def unread() -> Frames:
    """The frames of no article at all: of a question that is asked without a record."""
    kinds: dict[str, type] = dict(SIGNALS)
    signals = {kind: pl.DataFrame(schema=columns(of)) for kind, of in kinds.items()}
    tables = (pl.DataFrame(schema=dict(ARTICLES)), pl.DataFrame(schema=dict(CLAIMS)))
    return Frames(*tables, signals, pl.DataFrame(schema=columns(RoleFlag)), ())


def articles_of(given: pl.DataFrame, copies: dict[str, str]) -> pl.DataFrame:
    """The ARTICLES given as a record gives them, with their texts' ``copies`` folded."""
    origin = pl.DataFrame(list(copies.items()), schema={"text": pl.String, "origin": pl.String}, orient="row")
    folded = given.join(origin, on="text", how="left", maintain_order="left")
    return folded.with_columns(
        pl.col("origin").fill_null(pl.col("text")), stated=pl.col("published"), published=day(pl.col("published"))
    ).select(pl.col(name).cast(kind) for name, kind in ARTICLES.items())


def claims_of(values: pl.DataFrame, place: pl.DataFrame) -> pl.DataFrame:
    """The CLAIMS of ``values`` (article, cluster, value in the contract's JSON); ``place`` has where each article stands."""
    found = values_of(values, Claim, place)
    names = {"trigger_start": "start", "trigger_end": "end"}
    found = found.rename(names | {f"place_{name}": name for name in ("country", "lat", "lon")})
    return found.select(pl.col(name).cast(kind) for name, kind in CLAIMS.items())


def values_of(values: pl.DataFrame, kind: type, place: pl.DataFrame) -> pl.DataFrame:
    """Values of one kind, one column a fact, then where each was read; ``values`` and ``place`` as of claims."""
    decoded = values.select("article", "cluster", pl.col("value").str.json_decode(_shape(kind))).unnest("value")
    columns = [c for f, hint in _hints(kind).items() for c in _columns(f, hint)]
    flat = decoded.select("article", "cluster", *columns, medium=pl.lit(None, pl.String))
    return flat.join(place, on="article", how="left", maintain_order="left")


@cache
def columns(kind: type) -> pl.Schema:
    """The columns of a frame of signals or role flags."""
    values = pl.DataFrame(schema=dict.fromkeys(("article", "cluster", "value"), pl.String))
    return values_of(values, kind, pl.DataFrame(schema=PLACE)).schema


def day(written: pl.Expr) -> pl.Expr:
    """The day of an ISO date or date-time."""
    return written.str.slice(0, 10).str.to_date("%Y-%m-%d", strict=False)


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {f.name: _required(hints[f.name]) for f in fields(kind)}


def _required(hint: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        return next(p for p in get_args(hint) if p is not type(None))
    return hint


@cache
def _shape(hint: Any) -> Any:
    """The Polars type of a declared type, as the contract writes it."""
    hint = _required(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return pl.Struct({_key(name): _shape(of) for name, of in _hints(hint).items()})
    if get_origin(hint) is tuple:
        return pl.List(_shape(get_args(hint)[0]))
    return pl.String if get_origin(hint) is Literal else _PLAIN[hint]


def _key(name: str) -> str:
    return name.removesuffix("_")


def _columns(name: str, hint: Any) -> list[pl.Expr]:
    """One fact or several for a field: an actor is told by name, code, id and sector, a time by its bounds."""
    own = pl.col(_key(name))
    if hint is Actor:
        known = own.struct.field("code").fill_null(own.struct.field("text")).alias(f"{name}_name")
        return [known, *(own.struct.field(f).alias(f"{name}_{f}") for f in ("code", "id", "sector"))]
    if hint is Time:
        prefix = "" if name == "time" else f"{name}_"
        bounds = [day(own.struct.field(f)).alias(f"{prefix}{f}") for f in ("earliest", "latest")]
        return [*bounds, *(own.struct.field(f).alias(f"{prefix}{f}") for f in ("precision", "basis"))]
    if hint is Place:
        places = {"text": name, "country": f"{name}_country", "lat": f"{name}_lat", "lon": f"{name}_lon"}
        return [own.struct.field(f).alias(to) for f, to in places.items()]
    if hint is Quoted:
        return [own.struct.field("text").alias(name), *_bounds(own.struct.field("span"), f"{name}_")]
    return _list_columns(name, own, hint) if get_origin(hint) is tuple else [own.alias(name)]


def _list_columns(name: str, own: pl.Expr, hint: Any) -> list[pl.Expr]:
    if get_args(hint)[0] is Actor:
        element = pl.element().struct
        return [own.list.eval(element.field("code").fill_null(element.field("text"))).alias(_key(name))]
    if name == "spans":  # from the first to the last of them
        firsts, lasts = (own.list.eval(pl.element().list.get(k)) for k in (0, 1))
        return [firsts.list.min().alias("start"), lasts.list.max().alias("end")]
    if name in ("sentence", "span"):
        return _bounds(own, "sentence_" if name == "sentence" else "")
    return [own.alias(name)]


def _bounds(span: pl.Expr, prefix: str) -> list[pl.Expr]:
    return [span.list.get(0).alias(f"{prefix}start"), span.list.get(1).alias(f"{prefix}end")]

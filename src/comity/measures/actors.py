"""Which rows speak of an actor that was asked for: by code, by name, by the finer identity or one above it. Pure."""

from __future__ import annotations

import polars as pl


def is_actor(side: str, asked: str, of: tuple[str, ...] = ("name", "code", "id")) -> pl.Expr:
    """Whether the actor in columns ``side``_name, _code and _id is the one ``asked`` for, or a part of it.

    Case is nothing. ``RUS`` finds the code RUS and the id RUS.GOV; ``RUS.GOV`` finds RUS.GOV.MFA, and not RUS.
    Null where nothing is known of the actor answers false.
    """
    return pl.any_horizontal(_is(pl.col(f"{side}_{name}"), asked) for name in of).fill_null(False)


def among(column: str, asked: str) -> pl.Expr:
    """Whether the actor ``asked`` for, or a part of it, stands in a list of names such as ``parties`` or ``chain``."""
    return pl.col(column).list.eval(_is(pl.element(), asked)).list.any().fill_null(False)


def same_actor(known: str | None, asked: str) -> bool:
    """The same question for one name, code or id outside a frame."""
    lower = (known or "").lower()
    return bool(lower) and (lower == asked.lower() or lower.startswith(f"{asked.lower()}."))


def _is(column: pl.Expr, asked: str) -> pl.Expr:
    lower = column.str.to_lowercase()
    return (lower == asked.lower()) | lower.str.starts_with(f"{asked.lower()}.")


def told_between(claims: pl.DataFrame, one: str, other: str) -> pl.DataFrame:
    """The claims of one towards the other and of the other towards the one, with ``there``: whether it is of the one.

    Names are compared once each, not claim by claim: what is asked of a large record is answered quickly.
    """
    of = {side: {asked: _named(claims, side, asked) for asked in (one, other)} for side in ("actor", "recipient")}
    there, back = (of["actor"][a] & of["recipient"][b] for a, b in ((one, other), (other, one)))
    return claims.filter(there | back).with_columns(there=there)


def _named(claims: pl.DataFrame, side: str, asked: str) -> pl.Expr:
    """The same as :func:`is_actor`, by the few names that are the actor's."""
    tests = []
    for column in (f"{side}_{name}" for name in ("name", "code", "id")):
        known = claims.select(pl.col(column).unique()).filter(_is(pl.col(column), asked))
        tests.append(pl.col(column).is_in(known[column].implode()))
    return pl.any_horizontal(tests).fill_null(False)

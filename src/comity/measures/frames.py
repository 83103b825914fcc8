"""The tables that measures start from, column by column, whether they come from a record or from an archive.

A day is a ``Date``; a time that is open on one side has null there, and null on both is unknown. Actors are told by code;
``*_name`` is the code, or the words of the text where there is no code. ``origin`` is the text under which copies are folded;
of a claim or signal that retells a medium, that of the medium (:mod:`comity.measures.origins`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import polars as pl

from comity.measures.covered import Covered

Schema = Mapping[str, "pl.DataType | type[pl.DataType]"]

PLACE: Schema = {  # where a row was read; every frame of claims and signals has these
    "article": pl.String,  # key of the article
    "text": pl.String,  # SHA-256 of its text
    "origin": pl.String,
    "outlet": pl.String,
    "published": pl.Date,
}
SPANS: Schema = {  # of the evidence and of its sentence, in the text
    "start": pl.Int64,
    "end": pl.Int64,
    "sentence_start": pl.Int64,
    "sentence_end": pl.Int64,
}
ARTICLES: Schema = {
    **PLACE,
    "id": pl.String,
    "title": pl.String,
    "kind": pl.String,
    "language": pl.String,
    "url": pl.String,
    "path": pl.String,
    "stated": pl.String,  # the publication time as it was given, with time and zone
}
CLAIMS: Schema = {
    "id": pl.String,
    **{f"{side}_{name}": pl.String for side in ("actor", "recipient") for name in ("name", "code", "id", "sector")},
    "type": pl.String,
    "mode": pl.String,
    "quad": pl.Int64,
    "status": pl.String,
    "contexts": pl.List(pl.String),
    "chain": pl.List(pl.String),  # names, outermost first; empty: the text's own assertion
    "earliest": pl.Date,
    "latest": pl.Date,
    "precision": pl.String,
    "basis": pl.String,
    "stated_earliest": pl.Date,
    "stated_latest": pl.Date,
    "place": pl.String,  # in the words of the text, and where that is, in degrees
    "country": pl.String,
    "lat": pl.Float64,
    "lon": pl.Float64,
    "trigger": pl.String,
    "confidence": pl.Float64,
    "cluster": pl.String,
    "medium": pl.String,  # the interview or report of another that the sentence retells: its outlet
    **SPANS,
    **PLACE,
}
EVIDENCE: Schema = {  # what a row of an answer rests on
    "row": pl.String,  # the ``id`` of the answer's row
    "role": pl.String,  # what it is there: assurance, for, against, made, asserted …
    "source": pl.String,  # id of the claim or signal
    "says": pl.String,  # according to whom, outermost first, joined by " > "; null: the text itself
    "medium": pl.String,
    **SPANS,
    **PLACE,
}


@dataclass(frozen=True, slots=True)
class Version:
    """Which coder and vocabulary made the rows."""

    coder: str
    version: str
    vocabulary: str


class Frames(NamedTuple):
    """All that a measure may ask: the columns are ARTICLES, CLAIMS and, by list of the contract, those of its signals.

    A frame of signals has ``id``, ``claim``, ``chain``, ``earliest``, ``latest``, ``stated_earliest``, ``stated_latest``,
    ``confidence``, ``medium``, SPANS, PLACE, and its own fields: an actor ``by`` is ``by_name``, ``by_code``, ``by_id``; a
    list of actors ``parties`` is a list of names; a time ``due`` is ``due_earliest`` and ``due_latest``; a place is its words and
    ``place_country``; figures are lists of structs.
    """

    articles: pl.DataFrame
    claims: pl.DataFrame
    signals: Mapping[str, pl.DataFrame]
    roles: pl.DataFrame
    versions: tuple[Version, ...]
    covered: Covered | None = (
        None  # where ``articles`` is left empty, for there are too many to be looked at one by one
    )

"""What is asked of a record and what it answers: frozen values of the read side. Contains no query."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from comity.record.distance import Near
from comity.values import Claim, Evidence, Kind, Span

Relation = Literal["cooperation", "conflict", "other_status"]


@dataclass(frozen=True, slots=True)
class Filter:
    """What to ask for; None asks nothing. Actors, recipients and sources are codes or ids; days are ISO dates.

    ``since`` and ``until`` ask for acts whose time may lie in those days: an act of unknown time is not among them.
    ``source`` asks for an outlet, or for anybody in the chain of according-to-whom.
    ``place`` asks for a country's code (UKR), a GeoNames id (703448), a region by name (Kharkiv), or both (UKR/Kharkiv);
    ``near`` for places within a distance of a point: an act whose place has no point is not among them.
    ``relation`` asks for acts of cooperation or conflict told as done, or for acts told in any other status.
    """

    actor: str | None = None
    recipient: str | None = None
    type: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    source: str | None = None
    place: str | None = None
    near: Near | None = None
    relation: Relation | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a claim or signal was read, and by which version of the coder."""

    article: str
    text: str  # SHA-256 of the article's text
    title: str | None
    published: str | None
    outlet: str | None
    url: str | None
    kind: Kind
    path: str | None
    language: str
    coder: str
    coder_version: str
    vocabulary: str
    key: str  # of the article in the record: one text published twice is two articles


@dataclass(frozen=True, slots=True)
class Recorded:
    """A claim as the record holds it."""

    claim: Claim
    provenance: Provenance
    cluster: str | None


@dataclass(frozen=True, slots=True)
class Arrival:
    """A claim with the batch that brought it, and when that was, in UTC."""

    recorded: Recorded
    batch: int
    seen: str


@dataclass(frozen=True, slots=True)
class RecordedSignal:
    """A signal as the record holds it; ``kind`` is its list in the contract."""

    kind: str
    signal: Evidence
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Event:
    """A cluster: one event with how often it was told, copies folded in ``texts``."""

    id: str
    actor: str | None
    recipient: str | None
    type: str
    mode: str | None
    status: str
    earliest: str | None
    latest: str | None
    mentions: int
    articles: int
    texts: int


@dataclass(frozen=True, slots=True)
class Hit:
    """An article whose text holds all the words that were looked for, with the passage that holds most of them at once."""

    article: str
    title: str | None
    published: str | None
    outlet: str | None
    url: str | None
    text: str  # SHA-256
    passage: str
    span: Span  # of the passage in the text
    words: tuple[Span, ...]  # the words in the passage, as spans of the text
    key: str  # of the article in the record

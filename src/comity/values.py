"""The values that pass between stages. Frozen; contains no logic beyond small views of a value's own fields.

All offsets are ``(start, end)`` in Unicode code points of the article's text, end exclusive. Field names and
closed lists follow the published contract (docs/contract.md).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Span = tuple[int, int]

Kind = Literal["news", "statement"]
Status = Literal["happened", "ongoing", "negated", "denied", "future", "conditional", "possible", "demanded"]
Precision = Literal["instant", "day", "week", "month", "quarter", "year", "interval", "unknown"]
Precise = Literal["place", "region", "country", "unresolved"]
Directness = Literal["direct", "indirect", "mixed"]

# PLOVER event types and their quad: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
# Source: PLOVER manual (Open Event Data Alliance, CC BY-SA 4.0); SANCTION is material conflict (see docs/coding.md).
QUADS: dict[str, int] = {
    "AGREE": 1,
    "CONSULT": 1,
    "SUPPORT": 1,
    "CONCEDE": 1,
    "COOPERATE": 2,
    "AID": 2,
    "RETREAT": 2,
    "REQUEST": 3,
    "ACCUSE": 3,
    "REJECT": 3,
    "THREATEN": 3,
    "PROTEST": 4,
    "SANCTION": 4,
    "MOBILIZE": 4,
    "COERCE": 4,
    "ASSAULT": 4,
}
STATEMENT = "STATEMENT"


@dataclass(frozen=True, slots=True)
class Article:
    """One text as read, with what its page says of it. ``text`` is normalised once and never changed after."""

    id: str
    text: str
    title: str | None = None
    published: str | None = None  # ISO date or date-time with offset; None: not known
    outlet: str | None = None
    url: str | None = None
    kind: Kind = "news"
    noncontent: tuple[Span, ...] = ()  # page furniture inside ``text``
    path: str | None = None  # where it was read from, for messages


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor as named in a text. ``code`` None: cannot be told; never a guess. ``span`` None: from title or outlet."""

    text: str
    span: Span | None = None
    code: str | None = None
    id: str | None = None
    sector: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A closed interval of ISO dates or date-times; both ends None with precision ``unknown``."""

    earliest: str | None = None
    latest: str | None = None
    precision: Precision = "unknown"
    basis: Literal["text", "published", "none"] = "none"


UNKNOWN_TIME = Time()


@dataclass(frozen=True, slots=True)
class Place:
    """A place as a text names it, and where it is per GeoNames (docs/places.md). ``lat``, ``lon``: degrees of WGS 84."""

    text: str
    span: Span | None = None
    country: str | None = None
    region: str | None = None  # the first-level region's name
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Precise | None = None  # None: was not looked up


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of the text with where they stand: ``text[span[0]:span[1]] == text``."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said, thought or known what: source, cue, content."""

    id: str
    source: Actor | None
    cue: Quoted
    content: tuple[Span, ...]
    directness: Directness
    stance: str  # said, denied, accused, warned, assured, …: the class of the cue in the vocabulary
    chain: tuple[Actor, ...]  # outermost first, ends with ``source`` where that is known
    medium: Actor | None = None  # whom it was said to
    factive: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One political act or statement as one sentence gives it."""

    id: str
    actor: Actor | None
    recipient: Actor | None
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: int | None
    status: Status
    chain: tuple[Actor, ...]
    time: Time
    stated: Time | None
    place: Place | None
    trigger: Quoted
    sentence: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """What every signal carries: the spans it rests on (inside one sentence), the chain, the claim, its times."""

    id: str
    spans: tuple[Span, ...]
    sentence: Span
    chain: tuple[Actor, ...]
    claim: str | None
    time: Time
    stated: Time | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Assurance(Evidence):
    promisor: Actor | None
    beneficiary: Actor | None
    kind: Literal["do", "refrain", "maintain", "general"]
    specificity: int
    conditional: bool
    reported: bool
    due: Time


@dataclass(frozen=True, slots=True)
class Condemnation(Evidence):
    by: Actor | None
    target: Actor | None
    polarity: Literal["made", "withheld", "demanded", "denied"]
    word: bool
    perpetrator_named: bool
    act_named: bool
    unqualified: bool
    degree: Literal["full", "partial", "generic", "concern", "other", "support"]
    delay_claimed: str | None


@dataclass(frozen=True, slots=True)
class RedLine(Evidence):
    by: Actor | None
    toward: Actor | None
    sense: Literal["deterrent", "negotiating_limit", "internal"]
    condition: str | None
    consequence: str | None


@dataclass(frozen=True, slots=True)
class Contact(Evidence):
    parties: tuple[Actor, ...]
    mode: Literal["visit", "call", "talks", "multilateral", "third-party"]
    level: Literal["head", "minister", "deputy", "other"]
    status: Literal["happened", "planned", "cancelled", "refused", "proposed"]
    regular_claimed: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    value: float
    unit: str | None
    of: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Humanitarian(Evidence):
    act: str  # classified projected risk_of warned_of reported denied appealed aid_provided access_constraint
    issuer: Actor | None
    place: Place | None
    figures: tuple[Figure, ...]
    phase: int | None


@dataclass(frozen=True, slots=True)
class Designation(Evidence):
    designee: Actor | None
    authority: Actor | None
    status: Literal["listed", "delisted", "not_listed", "called_for", "proposed", "suspended"]
    part: Literal["wing", "whole"]
    program: str | None


@dataclass(frozen=True, slots=True)
class Alignment(Evidence):
    who: Actor | None
    with_: tuple[Actor, ...]
    against: tuple[Actor, ...]
    forum: Actor | None
    act: Literal["vote_for", "vote_against", "abstain", "veto", "sponsor", "join", "side_with"]


@dataclass(frozen=True, slots=True)
class Opinion(Evidence):
    population: Actor | None
    group: str | None
    issue: str
    evidence: Literal["poll_cited", "poll_named", "anecdotal", "bare"]
    figure: Figure | None


@dataclass(frozen=True, slots=True)
class Inconsistency(Evidence):
    claimant: Actor | None
    conduct_of: Actor | None
    about: str
    what: str


@dataclass(frozen=True, slots=True)
class Signals:
    assurances: tuple[Assurance, ...] = ()
    condemnations: tuple[Condemnation, ...] = ()
    red_lines: tuple[RedLine, ...] = ()
    contacts: tuple[Contact, ...] = ()
    humanitarian: tuple[Humanitarian, ...] = ()
    designations: tuple[Designation, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    inconsistencies: tuple[Inconsistency, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleFlag:
    person: str
    title: str
    span: Span
    flag: Literal[
        "former_but_incumbent", "incumbent_but_ended", "not_yet", "ambiguous_multi_term", "reference_date_unknown"
    ]
    as_of: str | None


@dataclass(frozen=True, slots=True)
class Coded:
    """Everything the coder says about one article; a pure function of the article and the coder's version."""

    id: str
    language: str
    sentences: tuple[Span, ...] = ()
    noncontent: tuple[Span, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    signals: Signals = field(default_factory=Signals)
    roles: tuple[RoleFlag, ...] = ()

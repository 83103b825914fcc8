"""Assurances as entries of a ledger: retellings of one are one entry, with what was promised, to whom, when, known how. Pure."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any, Literal

import polars as pl

from comity.measures.conduct import Act, ConductTable
from comity.measures.days import Days
from comity.measures.frames import Frames

Row = dict[str, Any]
# What a text says from an assurance's first word to the end of its sentence: by text, start and end of the sentence.
Words = Mapping[tuple[str, int, int], str]
Channel = Literal["own", "beneficiary", "critic", "third party", "report"]
CHANNELS: tuple[Channel, ...] = ("own", "beneficiary", "critic", "third party", "report")  # the nearest first

APART = 2  # days between two tellings of one assurance at most
RECENT = timedelta(days=31)  # a telling that gives no day speaks of the month before its report
ALIKE = 0.5  # share of the shorter one's words that two tellings have in common at least
FEWEST_WORDS = 3  # with fewer to compare, only the promised acts can tell that two are one
_WORD = re.compile(r"\w{5,}")
# What a claim can be that is the content of a promise; what it rests on may have happened ("pledged support").
_COURSE = ("future", "conditional", "possible", "negated")
_SPEECH = ("AGREE", "STATEMENT")


@dataclass(frozen=True, slots=True)
class Promised:
    """The act in the same sentence that is promised, its domain, and the codes of those it is about.

    ``open`` where nobody is named, neither as beneficiary nor in the act; words without a code name somebody.
    """

    act: Act
    domain: str
    toward: frozenset[str]
    open: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """One telling of an assurance: its row of the frame, and what was derived from it."""

    id: str
    row: Row
    made: Days
    made_from: str
    channel: Channel
    words: frozenset[str]
    promised: tuple[Promised, ...]
    condition: tuple[str, str, str | None] | None  # actor, type, recipient of the act that is the condition


@dataclass(frozen=True, slots=True)
class Entry:
    """One assurance. Invariant: its mentions agree in promisor, kind and, where told, beneficiary."""

    mentions: tuple[Mention, ...] = field(default=())

    @property
    def first(self) -> Mention:
        return self.mentions[0]

    @property
    def id(self) -> str:
        return self.first.id

    @property
    def made(self) -> Days:
        made = self.first.made
        for mention in self.mentions[1:]:
            made = made.narrowed(mention.made)
        return made

    @property
    def due(self) -> Days:
        """When it is due; a day that is not after the making is no deadline."""
        told = (Days(m.row["due_earliest"], m.row["due_latest"]) for m in self.mentions)
        made = self.made.latest
        return next((d for d in told if d.latest and (made is None or d.latest > made)), Days())

    @property
    def promisor(self) -> str | None:
        return _text(self.first.row["promisor_name"])

    @property
    def beneficiary(self) -> str | None:
        return next((_text(m.row["beneficiary_name"]) for m in self.mentions if m.row["beneficiary_name"]), None)

    @property
    def beneficiary_code(self) -> str | None:
        return next((_text(m.row["beneficiary_code"]) for m in self.mentions if m.row["beneficiary_code"]), None)

    @property
    def kind(self) -> str:
        return str(self.first.row["kind"])

    @property
    def specificity(self) -> int:
        return max(int(m.row["specificity"]) for m in self.mentions)

    @property
    def promised(self) -> tuple[Promised, ...]:
        return tuple(dict.fromkeys(p for m in self.mentions for p in m.promised))

    @property
    def domains(self) -> list[str]:
        return sorted({p.domain for p in self.promised})

    @property
    def toward(self) -> list[str]:
        """Codes of those whom the promised acts are about, where it is not said to whom they are promised."""
        return sorted({code for p in self.promised for code in p.toward})

    @property
    def channel(self) -> Channel:
        """The nearest channel through which it is known."""
        return next(c for c in CHANNELS if any(m.channel == c for m in self.mentions))

    def tells_again(self, mention: Mention) -> bool:
        """Whether ``mention`` is this assurance told again: same sides and kind, near words, times that may meet."""
        row, beneficiary = mention.row, mention.row["beneficiary_name"]
        if self.promisor != row["promisor_name"] or self.kind != row["kind"]:
            return False
        if self.beneficiary and beneficiary and self.beneficiary != beneficiary:
            return False
        return any(_recent(m.made).may_meet(_recent(mention.made), APART) and _near(m, mention) for m in self.mentions)


def entries(frames: Frames, found: pl.DataFrame, table: ConductTable, words: Words) -> list[Entry]:
    """The assurances of ``found``, a part of the frame of assurances, with retellings folded, in the order of their days."""
    sentences = _sentences(frames.claims, found)
    critics = _critics(frames.signals["inconsistencies"])
    mentions = [_mention(row, sentences, critics, table, words) for row in found.iter_rows(named=True)]
    by_promisor: dict[tuple[str | None, str], list[Entry]] = defaultdict(list)
    for mention in sorted(mentions, key=_order):
        known = by_promisor[mention.row["promisor_name"], mention.row["kind"]]
        k = next((k for k, entry in enumerate(known) if entry.tells_again(mention)), None)
        if k is None:
            known.append(Entry((mention,)))
        else:
            known[k] = replace(known[k], mentions=(*known[k].mentions, mention))
    whole = (entry for listed in by_promisor.values() for entry in listed)
    return sorted(whole, key=lambda entry: _order(entry.first))


def told_as(found: pl.DataFrame, beginning: str) -> pl.DataFrame:
    """The assurances of those promisors of whom one telling's id begins so."""
    named = {row["promisor_name"] for row in found.iter_rows(named=True) if mention_id(row).startswith(beginning)}
    return found.filter(pl.col("promisor_name").is_in(list(named - {None})))


def mention_id(row: Row) -> str:
    """Twelve hexadecimal digits: the signal's id with promisor and beneficiary, since one wording may promise to several."""
    parts = (row["id"], row["promisor_name"] or "", row["beneficiary_name"] or "")
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _order(mention: Mention) -> tuple[Any, ...]:
    row = mention.row
    latest = mention.made.latest
    return (latest is None, latest.toordinal() if latest else 0, row["article"], row["start"], row["end"])


def _mention(
    row: Row,
    sentences: Mapping[tuple[str, int], list[Row]],
    critics: set[tuple[Any, ...]],
    table: ConductTable,
    words: Words,
) -> Mention:
    claims = sentences.get((row["article"], row["sentence_start"]), [])
    own = next((c for c in claims if c["id"] == row["claim"]), None)
    made, source = _made(row, own)
    said = words.get((row["text"], row["start"], row["sentence_end"]), "")
    return Mention(
        id=mention_id(row),
        row=row,
        made=made,
        made_from=source,
        channel=_channel(row, critics),
        words=frozenset(_WORD.findall(said.lower())),
        promised=tuple(dict.fromkeys(_promised(row, claims, table))),
        condition=next((_condition(c) for c in claims if _is_condition(c, row)), None),
    )


def _sentences(claims: pl.DataFrame, found: pl.DataFrame) -> dict[tuple[str, int], list[Row]]:
    """The claims in the sentences of ``found``, by article and start of the sentence."""
    where = found.select("article", "sentence_start").unique()
    near: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for claim in claims.join(where, on=["article", "sentence_start"], how="semi").iter_rows(named=True):
        near[claim["article"], claim["sentence_start"]].append(claim)
    return near


def _made(row: Row, own: Row | None) -> tuple[Days, str]:
    """When the assurance was made: its own time, the time of its statement, else at the latest the day it was published."""
    time, stated = Days(row["earliest"], row["latest"]), Days(row["stated_earliest"], row["stated_latest"])
    published = row["published"]
    is_course = own is not None and own["status"] in _COURSE  # then the time is that of the promised act
    in_past = time.latest is not None and (published is None or time.latest <= published)
    if time.earliest and in_past and not is_course:
        return time, "time"
    speaks = bool(row["chain"]) and row["chain"][-1] == row["promisor_name"]
    if stated.earliest and speaks:
        return stated, "stated"
    past = time.latest if in_past and not is_course else None
    latest = min((d for d in (past, stated.latest, published) if d), default=None)
    return Days(None, latest), "published" if latest else "unknown"


def _channel(row: Row, critics: set[tuple[Any, ...]]) -> Channel:
    """Through whom the telling is known: the innermost speaker, or the text itself."""
    chain, promisor = row["chain"], row["promisor_name"]
    if chain and promisor in (chain[-1], chain[0]):
        return "own"
    if (row["article"], promisor, chain[-1] if chain else None) in critics:
        return "critic"
    if not chain:
        return "report"
    return "beneficiary" if chain[-1] == row["beneficiary_name"] else "third party"


def _critics(inconsistencies: pl.DataFrame) -> set[tuple[Any, ...]]:
    """Who says in which article that whose conduct does not fit its words."""
    return set(inconsistencies.select("article", "conduct_of_name", "claimant_name").iter_rows())


def _promised(row: Row, claims: Iterable[Row], table: ConductTable) -> Iterable[Promised]:
    """The promised acts of a sentence: those told inside the words of the assurance, else those after them."""
    after = [c for c in claims if c["start"] >= row["start"] and c["type"] != "STATEMENT"]
    inside = [c for c in after if c["start"] < row["end"]]
    first = next((c for c in sorted(inside, key=lambda c: int(c["start"])) if c["start"] > row["start"]), None)
    found = [c for c in inside if _is_own(c, row) and (c["status"] in _COURSE or _is_course(c, row, first))]
    for claim in found or [c for c in after if c["status"] in _COURSE and _is_own(c, row, told=False)]:
        act = Act(claim["type"], claim["mode"], frozenset(claim["contexts"] or ()))
        domain = table.domain(act)
        if domain and (claim["id"] != row["claim"] or claim["type"] not in _SPEECH):
            toward = claim["recipient_code"] if claim["recipient_code"] != row["promisor_code"] else None
            codes = (toward or row["beneficiary_code"],)
            known = frozenset(c for c in codes if c)
            yield Promised(act, domain, known, open=not known and row["beneficiary_name"] is None)


def _is_own(claim: Row, row: Row, *, told: bool = True) -> bool:
    """Whether the act is the promisor's, or nobody's; inside the assurance's words also of one told by no name."""
    if claim["actor_code"] == row["promisor_code"]:
        return True
    return claim["actor_code"] is None if told else claim["actor_name"] is None


def _is_course(claim: Row, row: Row, first: Row | None) -> bool:
    """Whether an act that is coded as done is what is promised: "committed to helping", "pledged support"."""
    named = claim["id"] == row["claim"] or (claim is first and claim["actor_code"] == row["promisor_code"])
    return (
        named
        and claim["status"] in ("happened", "ongoing")
        and claim["quad"] in (1, 2)
        and claim["type"] not in _SPEECH
    )


def _is_condition(claim: Row, row: Row) -> bool:
    other = claim["actor_code"] not in (None, row["promisor_code"])
    return bool(row["conditional"]) and claim["status"] == "conditional" and other


def _condition(claim: Row) -> tuple[str, str, str | None]:
    return claim["actor_code"], claim["type"], claim["recipient_code"]


def _recent(made: Days) -> Days:
    """The making with a first day, where only the last is known."""
    return Days(made.latest - RECENT, made.latest) if made.latest and not made.earliest else made


def _near(one: Mention, other: Mention) -> bool:
    """Whether two tellings say much the same; without the words, whether they promise the same acts."""
    if (one.row["text"], one.row["start"], one.row["end"]) == (other.row["text"], other.row["start"], other.row["end"]):
        return True
    acts, others = ({(p.act.type, p.toward) for p in mention.promised} for mention in (one, other))
    if acts and others and not acts & others:
        return False
    fewest = min(len(one.words), len(other.words))
    if fewest >= FEWEST_WORDS:
        return len(one.words & other.words) / fewest >= ALIKE
    return bool(one.promised) and set(one.promised) == set(other.promised)

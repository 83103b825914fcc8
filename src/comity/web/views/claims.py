"""Claims: a list by filters, and one claim with everything known about it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from itertools import islice
from typing import Annotated

from fastapi import Depends, Query

from comity.asking.claim_lists import listed
from comity.exports.display import when
from comity.record.answers import Filter
from comity.web.page import Page
from comity.web.showing import Asked

PER_PAGE = 50
DAY = r"^(\d{4}-\d{2}-\d{2})?$"
Word = Annotated[str | None, Query(max_length=200)]
Day = Annotated[str | None, Query(pattern=DAY)]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of claims is asked for, as the address says it."""

    filter: Filter
    page: int
    limit: int


def wanted(
    actor: Word = None,
    recipient: Word = None,
    type: Word = None,
    status: Word = None,
    source: Word = None,
    since: Day = None,
    until: Day = None,
    place: Word = None,
    relation: Annotated[str, Query(pattern="^(cooperation|conflict|other_status)?$")] = "",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
    limit: Annotated[int, Query(ge=1, le=1000)] = PER_PAGE,
) -> Wanted:
    """The filter of an address; an empty field asks nothing."""
    given = {"actor": actor, "recipient": recipient, "type": type, "status": status, "since": since, "until": until}
    more = {"source": source, "place": place, "relation": relation}
    asked = Filter(**{name: value or None for name, value in {**given, **more}.items()})  # type: ignore[arg-type]
    return Wanted(asked, page, limit)


def claims(at: Asked, asked: Annotated[Wanted, Depends(wanted)]) -> Page:
    """The claims that answer the filters, a page at a time, each with its sentence."""
    first = (asked.page - 1) * asked.limit
    found = list(islice(at.reader.claims(asked.filter, first + asked.limit + 1), first, None))
    given = {name: value for name, value in asdict(asked.filter).items() if value is not None}
    answer = listed(found[: asked.limit], {**given, "page": asked.page}, at.covered())
    context = {"filter": given, "number": asked.page, "first": first, "more": len(found) > asked.limit}
    return Page("Claims", answer, "claims.html.jinja", context)


def claim(at: Asked, claim_id: str) -> Page:
    """One claim: actors, time, chain, place, confidence, and its sentence in its article."""
    recorded = at.reader.claim(claim_id)
    text = at.reader.text(recorded.provenance.text)
    answer = listed([recorded], {"claim": recorded.claim.id}, at.covered())
    context = {"claim": recorded.claim, "where": recorded.provenance, "text": text, "when": when}
    return Page(f"Claim {recorded.claim.id}", answer, "claim.html.jinja", context)

"""Claims as lines for a person to read. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from comity.record.answers import Hit, Provenance, Recorded
from comity.values import Actor, Claim, Place, Span, Time

CONTEXT = 300  # characters shown before and after the sentence
OPEN, CLOSE = "⟦", "⟧"


def claim_lines(recorded: Recorded, text: str) -> list[str]:
    """Three lines: what, according to whom, and the sentence with where it stands."""
    claim, where = recorded.claim, recorded.provenance
    return [
        visible(f"{claim.id}  {when(claim.time)}  {what(claim)}"),
        visible(f"    according to: {chain(claim, where)}"),
        visible(f"    {cited(where)}: “{_one_line(text[slice(*claim.sentence)])}”"),
    ]


def shown(recorded: Recorded, text: str) -> list[str]:
    """The claim with everything known about it, and its sentence marked in its article."""
    claim, where = recorded.claim, recorded.provenance
    start, end = claim.sentence
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    passage = [f"  {before}", f"▶ {marked(text, claim)}", f"  {after}"]
    return [
        visible(line)
        for line in (*_facts(recorded), "", *(_one_line(p) for p in passage if p.strip()), "", *_source(where))
    ]


def hit_lines(hit: Hit) -> list[str]:
    """Two lines: which article, and the passage with the words marked and where it stands."""
    pieces, at = [], hit.span[0]
    for start, end in hit.words:
        pieces += [_piece(hit, at, start), OPEN, _piece(hit, start, end), CLOSE]
        at = end
    passage = _one_line("".join([*pieces, _piece(hit, at, hit.span[1])]).strip())
    where = ": ".join(x for x in (hit.outlet, hit.title) if x) or hit.url or "untitled"
    return [
        visible(f"{hit.article}  {hit.published or 'undated'}  {where}"),
        visible(f"    “{passage}” {list(hit.span)}"),
    ]


def what(claim: Claim) -> str:
    """The act in one line: actor, recipient, type, mode, status."""
    mode = f" {claim.mode}" if claim.mode else ""
    to = f" → {name(claim.recipient)}" if claim.recipient else ""
    return f"{name(claim.actor)}{to}  {claim.type}{mode}, {claim.status}"


def name(actor: Actor | None) -> str:
    """The actor's code with its words in the text; without a code, the words alone."""
    if actor is None:
        return "unknown"
    return f"{actor.code} ({actor.text})" if actor.code else actor.text


def chain(claim: Claim, where: Provenance) -> str:
    """According to whom, outermost first; without a chain, the outlet itself."""
    links = [name(actor) for actor in claim.chain]
    return " > ".join([where.outlet or "the text itself", *links])


def when(time: Time) -> str:
    """The interval of an act, or that it is not known."""
    if time.earliest is None and time.latest is None:
        return "time unknown"
    if time.earliest == time.latest:
        return str(time.earliest)
    return f"{time.earliest or '…'} to {time.latest or '…'}"


def cited(where: Provenance) -> str:
    """Outlet and date of the article, or that they are not known."""
    return f"{where.outlet or where.title or where.article}, {where.published or 'undated'}"


def marked(text: str, claim: Claim) -> str:
    """The sentence with actor, act and recipient between brackets where they stand."""
    start, end = claim.sentence
    pieces, at = [], start
    for label, (first, last) in sorted(_marks(claim), key=lambda mark: mark[1]):
        if at <= first and last <= end:
            pieces += [text[at:first], OPEN, label, ": ", text[first:last], CLOSE]
            at = last
    return "".join([*pieces, text[at:end]])


def visible(text: str) -> str:
    """The text without characters that could steer a terminal."""
    return "".join("�" if unicodedata.category(c) == "Cc" and c not in "\n\t" else c for c in text)


def _piece(hit: Hit, start: int, end: int) -> str:
    first = hit.span[0]
    return hit.passage[start - first : end - first]


def _marks(claim: Claim) -> Iterator[tuple[str, Span]]:
    yield "act", claim.trigger.span
    if claim.actor and claim.actor.span:
        yield "actor", claim.actor.span
    if claim.recipient and claim.recipient.span:
        yield "recipient", claim.recipient.span


def _facts(recorded: Recorded) -> Iterator[str]:
    claim, where = recorded.claim, recorded.provenance
    yield f"{claim.id}  {what(claim)}"
    yield f"actor         {_described(claim.actor)}"
    yield f"recipient     {_described(claim.recipient)}"
    yield f"time          {when(claim.time)} (precision {claim.time.precision}, from {claim.time.basis})"
    if claim.stated:
        yield f"stated        {when(claim.stated)} (precision {claim.stated.precision}, from {claim.stated.basis})"
    yield f"according to  {chain(claim, where)}"
    if claim.place:
        yield f"place         {_located(claim.place)}"
    if claim.contexts:
        yield f"contexts      {', '.join(claim.contexts)}"
    yield f"confidence    {claim.confidence:.3f}"
    yield f"event         {recorded.cluster or 'not worked out'}"


def _located(place: Place) -> str:
    """The place's words, and where they are per GeoNames as far as it is known."""
    point = f"{place.lat:.2f}, {place.lon:.2f}" if place.lat is not None and place.lon is not None else None
    number = f"GeoNames {place.geonameid}" if place.geonameid else None
    known = [x for x in (place.country, place.region, number, point) if x]
    return f"{place.text} ({', '.join(known)})" if known else f"{place.text} (which place is meant is not known)"


def _described(actor: Actor | None) -> str:
    if actor is None:
        return "unknown"
    known = [x for x in (actor.id or actor.code, actor.sector, actor.role) if x]
    at = f" at {list(actor.span)}" if actor.span else " (not in the text)"
    return f"“{actor.text}”{at}: {', '.join(known) or 'unknown'}"


def _source(where: Provenance) -> Iterator[str]:
    yield f"article       {where.title or 'untitled'}"
    yield f"outlet        {where.outlet or 'unknown'}, {where.published or 'undated'}, {where.kind}, {where.language}"
    if where.url or where.path:
        yield f"from          {where.url or where.path}"
    yield f"text          sha256:{where.text}"
    yield f"coder         {where.coder} {where.coder_version}, vocabulary {where.vocabulary}"


def _one_line(text: str) -> str:
    return " ".join(text.split()) if not text.startswith(("  ", "▶")) else text[:2] + " ".join(text[2:].split())

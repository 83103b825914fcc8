"""Values as rows of the tables: pure, so that ``verify`` compares what is kept with what would be written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from comity import contract
from comity.contract import SIGNALS, value_json
from comity.values import Actor, Article, Attribution, Claim, Coded, Evidence, Place, RoleFlag

Row = dict[str, Any]

# Which fields of a signal say who did it and to whom or what; None: the signal has no such side.
SIDES: dict[str, tuple[str, str | None]] = {
    "assurances": ("promisor", "beneficiary"),
    "condemnations": ("by", "target"),
    "red_lines": ("by", "toward"),
    "contacts": ("parties", "parties"),
    "humanitarian": ("issuer", None),
    "designations": ("authority", "designee"),
    "alignments": ("who", "with_"),
    "opinions": ("population", None),
    "inconsistencies": ("claimant", "conduct_of"),
}


def dump(content: Any) -> str:
    """JSON as it stands in a column: one form for one content."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def article_row(article: Article, key: str, text: str) -> Row:
    return {
        "key": key,
        "id": article.id,
        "text": text,
        "title": article.title,
        "published": article.published,
        "outlet": article.outlet,
        "url": article.url,
        "kind": article.kind,
        "noncontent": dump(article.noncontent),
        "path": article.path,
    }


def coding_row(coded: Coded, key: str, coder: str) -> Row:
    return {
        "article": key,
        "coder": coder,
        "language": coded.language,
        "sentences": dump(coded.sentences),
        "noncontent": dump(coded.noncontent),
    }


def claim_row(claim: Claim, key: str, number: int) -> Row:
    return {
        "article": key,
        "number": number,
        "id": claim.id,
        "type": claim.type,
        "mode": claim.mode,
        "quad": claim.quad,
        "status": claim.status,
        **_actor_columns("actor", claim.actor),
        **_actor_columns("recipient", claim.recipient),
        "chain_depth": len(claim.chain),
        "earliest": claim.time.earliest,
        "latest": claim.time.latest,
        "precision": claim.time.precision,
        "basis": claim.time.basis,
        "stated_earliest": claim.stated.earliest if claim.stated else None,
        "stated_latest": claim.stated.latest if claim.stated else None,
        **_place_columns(claim.place),
        "trigger": claim.trigger.text,
        "sentence_start": claim.sentence[0],
        "sentence_end": claim.sentence[1],
        "confidence": claim.confidence,
        "value": dump(value_json(claim)),
    }


def source_rows(claim: Claim, key: str, number: int) -> Iterator[Row]:
    """The links of a claim's chain, outermost first."""
    for depth, actor in enumerate(claim.chain):
        yield {
            "article": key,
            "claim": number,
            "depth": depth,
            "code": actor.code,
            "id": actor.id,
            "text": actor.text,
        }


def attribution_row(attribution: Attribution, key: str, number: int) -> Row:
    source = attribution.source
    return {
        "article": key,
        "number": number,
        "id": attribution.id,
        "source_code": source.code if source else None,
        "source_id": source.id if source else None,
        "stance": attribution.stance,
        "directness": attribution.directness,
        "value": dump(value_json(attribution)),
    }


def signal_row(signal: Evidence, kind: str, key: str, number: int) -> Row:
    by, target = sides(signal, kind)
    return {
        "article": key,
        "kind": kind,
        "number": number,
        "id": signal.id,
        "by_code": by.code if by else None,
        "by_id": by.id if by else None,
        "target_code": target.code if target else None,
        "target_id": target.id if target else None,
        "chain_depth": len(signal.chain),
        "earliest": signal.time.earliest,
        "latest": signal.time.latest,
        "confidence": signal.confidence,
        "value": dump(value_json(signal)),
    }


def role_row(role: RoleFlag, key: str, number: int) -> Row:
    return {
        "article": key,
        "number": number,
        "person": role.person,
        "flag": role.flag,
        "value": dump(value_json(role)),
    }


def signals_of(coded: Coded) -> Iterator[tuple[str, int, Evidence]]:
    """Every signal with its list's name and its place there."""
    for kind in SIGNALS:
        for number, signal in enumerate(getattr(coded.signals, kind)):
            yield kind, number, signal


def sides(signal: Evidence, kind: str) -> tuple[Actor | None, Actor | None]:
    """The first actor on each side; of a contact, its first two parties."""
    by, target = SIDES[kind]
    doers = _actors(getattr(signal, by))
    others = doers[1:] if target == by else _actors(getattr(signal, target)) if target else []
    return (doers[0] if doers else None, others[0] if others else None)


def read_claim(value: str) -> Claim:
    return contract.read_value(Claim, json.loads(value))


def read_signal(value: str, kind: str) -> Evidence:
    return contract.read_value(SIGNALS[kind], json.loads(value))


def read_spans(value: str) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in json.loads(value))


def _actor_columns(side: str, actor: Actor | None) -> Row:
    start, end = actor.span if actor and actor.span else (None, None)
    return {
        f"{side}_code": actor.code if actor else None,
        f"{side}_id": actor.id if actor else None,
        f"{side}_sector": actor.sector if actor else None,
        f"{side}_text": actor.text if actor else None,
        f"{side}_start": start,
        f"{side}_end": end,
    }


def _place_columns(place: Place | None) -> Row:
    columns = ("country", "region", "geonameid", "lat", "lon")
    return {"place": place.text if place else None, **{n: getattr(place, n) if place else None for n in columns}}


def _actors(content: Actor | Iterable[Actor] | None) -> list[Actor]:
    if content is None:
        return []
    return [content] if isinstance(content, Actor) else list(content)

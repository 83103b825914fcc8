"""Articles and codings of the tests' own: a coder that knows one sentence, "A verb B.", and codes it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from comity.reading import Coder
from comity.values import (
    UNKNOWN_TIME,
    Actor,
    Article,
    Attribution,
    Claim,
    Coded,
    Condemnation,
    Quoted,
    RoleFlag,
    Signals,
    Span,
    Time,
)

VERSION = {"name": "fake", "version": "1", "vocabulary": "sha256:0"}
CODES = {"Norway": "NOR", "Sweden": "SWE", "Ghana": "GHA", "Chile": "CHL"}
SENTENCE = re.compile(r"(?P<by>\w+) said that (?P<actor>\w+) (?P<act>criticised|visited) (?P<to>\w+)\.")
TYPES = {"criticised": ("ACCUSE", "disapprove", 3), "visited": ("CONSULT", "visit", 1)}


def article(text: str, *, published: str | None = "2024-05-01", outlet: str | None = "Demo Wire North") -> Article:
    return Article(hashlib.sha256(text.encode()).hexdigest()[:8], text, "A title", published, outlet, path="demo.txt")


def code(article: Article) -> Coded:
    """Every "A said that B criticised C." as a claim in a chain, and as an attribution and a condemnation."""
    found = list(SENTENCE.finditer(article.text))
    day = Time(article.published, article.published, "day", "published") if article.published else UNKNOWN_TIME
    claims = tuple(_claim(m, day) for m in found)
    return Coded(
        id=article.id,
        language="en",
        sentences=tuple(m.span() for m in found),
        attributions=tuple(_attribution(m) for m in found),
        claims=claims,
        signals=Signals(condemnations=tuple(_condemnation(m, c) for m, c in zip(found, claims, strict=True))),
        roles=tuple(RoleFlag("person:nobody", m["by"], m.span("by"), "not_yet", None) for m in found),
    )


def fake_coder(version: str = "1", seen: list[str] | None = None) -> Coder:
    """The coder above under a version; it writes down in ``seen`` what it was given."""

    def many(articles: Iterable[Article]) -> Iterator[Coded]:
        for each in articles:
            if seen is not None:
                seen.append(each.id)
            yield code(each)

    return Coder(many, {**VERSION, "version": version})


def actor(match: re.Match[str], group: str) -> Actor:
    name = match[group]
    code = CODES.get(name)
    return Actor(name, match.span(group), code, f"{code}.GOV.MFA" if code else None, "GOV")


def _claim(m: re.Match[str], day: Time) -> Claim:
    type_, mode, quad = TYPES[m["act"]]
    return Claim(
        id=hashlib.sha256(f"{m.string}{m.start()}".encode()).hexdigest()[:12],
        actor=actor(m, "actor"),
        recipient=actor(m, "to"),
        type=type_,
        mode=mode,
        contexts=("diplomatic",),
        quad=quad,
        status="happened",
        chain=(actor(m, "by"),),
        time=day,
        stated=None,
        place=None,
        trigger=Quoted(m["act"], m.span("act")),
        sentence=m.span(),
        confidence=0.75,
    )


def _attribution(m: re.Match[str]) -> Attribution:
    cue: Span = (m.end("by") + 1, m.end("by") + 5)
    said = (m.start("actor"), m.end("to"))
    by = actor(m, "by")
    return Attribution(f"a{m.start()}", by, Quoted("said", cue), (said,), "indirect", "said", (by,))


def _condemnation(m: re.Match[str], claim: Claim) -> Condemnation:
    return Condemnation(
        id=f"s{m.start()}",
        spans=(m.span("act"),),
        sentence=m.span(),
        chain=claim.chain,
        claim=claim.id,
        time=claim.time,
        stated=None,
        confidence=0.5,
        by=claim.actor,
        target=claim.recipient,
        polarity="made",
        word=False,
        perpetrator_named=True,
        act_named=False,
        unqualified=True,
        degree="other",
        delay_claimed=None,
    )

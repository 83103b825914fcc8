"""Claims as short lines, for tables of wordings: "KEN REQUEST SOM happened [UGA]"; "-" where a side is not named."""

from __future__ import annotations

from comity.coder import code_article
from comity.values import Actor, Article, Claim

VERBAL = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE"})


def verbal_claims(text: str) -> list[str]:
    """The verbal acts that a sentence gives, one line each, sorted."""
    return sorted(line(c) for c in code_article(Article("test", text)).claims if c.type in VERBAL)


def expected(told: str) -> list[str]:
    return sorted(part.strip() for part in told.split(";") if part.strip())


def line(c: Claim) -> str:
    sources = ", ".join(named(a) for a in c.chain)
    return f"{named(c.actor)} {c.type} {named(c.recipient)} {c.status}" + (f" [{sources}]" if sources else "")


def named(a: Actor | None) -> str:
    return "-" if a is None else a.code or a.text

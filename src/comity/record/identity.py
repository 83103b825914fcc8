"""What makes two articles one: content hashes, and what a second reading of the same article changes. Pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from comity.errors import InputError
from comity.values import Article


@dataclass(frozen=True, slots=True)
class Held:
    """An article of the record with the same text, outlet, address and kind."""

    key: str
    published: str | None
    coder: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """What a reading does: nothing (``known``), or writing, after removing the readings that it supersedes."""

    known: bool
    supersedes: tuple[str, ...] = ()


def text_hash(text: str) -> str:
    """SHA-256 of the text in UTF-8, in hexadecimal; an :class:`InputError` where it is no valid Unicode."""
    try:
        return hashlib.sha256(text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError as error:
        raise InputError(
            f"holds half a character at {error.start}", place="text", remedy="save it as valid UTF-8"
        ) from error


def article_key(article: Article) -> str:
    """The article's identity in a record: its text and where and when it was published, not where the file lies."""
    return _digest([text_hash(article.text), article.outlet, article.url, article.published, article.kind])


def coder_id(coder: Mapping[str, str]) -> str:
    """The identity of a version of the coder with its vocabulary."""
    return _digest([coder["name"], coder["version"], coder["vocabulary"]])


def standing(article: Article, held: Iterable[Held], coder: str) -> Standing:
    """Whether a reading of ``article`` by ``coder`` adds anything to what is held of the same text.

    A date that is learnt later replaces the undated reading; a reading without a date adds nothing to a dated one.
    Two dates are two articles. Another coder's reading replaces the one that is there.
    """
    rows = list(held)
    same = [h for h in rows if h.published == article.published or (article.published is None and h.published)]
    if any(h.coder == coder for h in same):
        return Standing(known=True)
    replaced = [h.key for h in rows if h.published is None or h.published == article.published]
    return Standing(known=False, supersedes=tuple(replaced))


def _digest(parts: list[str | None]) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode()).hexdigest()[:32]

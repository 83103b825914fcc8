"""`comity code` and `comity relate` as streams: JSONL in, JSONL out, one answer for each line, errors at their place."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from comity.coder import code_many, version
from comity.contract import article_from_json, to_json
from comity.errors import ComityError, InputError
from comity.relating import Pair, relate_many
from comity.values import Article

Json = dict[str, Any]


def code_lines(lines: Iterable[str | bytes], processes: int | None = None) -> Iterator[Json]:
    """The answers of `comity code`: a coded article, or ``{"id", "line", "error"}`` for a line that is none."""
    coder = version()
    return _answers(lines, _article, lambda items: (to_json(c, coder) for c in code_many(items, processes)))


def relate_lines(lines: Iterable[str | bytes], processes: int | None = None) -> Iterator[Json]:
    """The answers of `comity relate`, one of the sixteen types for each marked pair, or an error at its place."""
    return _answers(lines, _pair, lambda items: relate_many(items, processes))


def _answers(
    lines: Iterable[str | bytes], read: Callable[[Json], Any], answer: Callable[[Iterator[Any]], Iterator[Json]]
) -> Iterator[Json]:
    """Answers in the order of the lines; what cannot be read waits in a queue for its turn."""
    queue: deque[Json | None] = deque()

    def good() -> Iterator[Any]:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            found = _read(line, number, read)
            queue.append(found if isinstance(found, dict) else None)
            if not isinstance(found, dict):
                yield found

    for done in answer(good()):
        while queue and (error := queue.popleft()) is not None:
            yield error
        yield done
    while queue:
        if (error := queue.popleft()) is not None:
            yield error


def _read(line: str | bytes, number: int, read: Callable[[Json], Any]) -> Any:
    """What a line holds, or the error that stands in its place."""
    row: Any = None
    try:
        row = json.loads(line)
        if not isinstance(row, dict):
            raise InputError("not a JSON object")
        return read(row)
    except (ValueError, ComityError) as error:
        known = row.get("id") if isinstance(row, dict) else None
        return {"id": known if isinstance(known, str) else None, "line": number, "error": str(error)}


def _article(row: Json) -> Article:
    for key in ("id", "text"):
        if not isinstance(row.get(key), str):
            raise InputError(f"{key!r} is missing or no string")
    if row.get("kind") not in (None, "news", "statement"):
        raise InputError(f"'kind' is {row['kind']!r}", remedy="news or statement")
    return article_from_json({k: v for k, v in row.items() if v is not None})


def _pair(row: Json) -> Pair:
    for key in ("id", "text"):
        if not isinstance(row.get(key), str):
            raise InputError(f"{key!r} is missing or no string")
    source, target = (_spans(row, key) for key in ("source", "target"))
    return Pair(row["id"], row["text"], source, target, row.get("published"))


def _spans(row: Json, key: str) -> tuple[tuple[int, int], ...]:
    """The marked spans of one side. Raises InputError where they are no offsets into the text."""
    spans = row.get(key) or []
    text = row["text"]
    good = isinstance(spans, list) and all(
        isinstance(s, list) and len(s) == 2 and all(type(x) is int for x in s) and 0 <= s[0] < s[1] <= len(text)
        for s in spans
    )
    if not good:
        raise InputError(f"{key!r} holds no offsets [start, end) inside the text")
    return tuple((s[0], s[1]) for s in spans)

"""A set of texts with labels of two passes and the adjudicated labels, read from a folder and checked line by line.

The folder holds ``texts.jsonl`` and, where there are any, ``dev.jsonl`` (texts), ``first.jsonl`` and ``second.jsonl`` (the two
passes) and ``gold.jsonl`` (labels that were settled). A text without settled labels has those of both passes, joined.
The format is told in docs/evaluation.md.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from comity.errors import InputError
from comity.evaluation.joining import joined as joined_labels
from comity.evaluation.labels import Labels, read_labels
from comity.values import Article, Span

Part = Literal["gold", "dev"]
PARTS: dict[Part, str] = {"gold": "texts.jsonl", "dev": "dev.jsonl"}
PASSES = ("first.jsonl", "second.jsonl")
LABELS = "gold.jsonl"
FILES = (*PARTS.values(), LABELS, *PASSES)
SHIPPED = Path(__file__).parent / "gold"
FORMAT = "see docs/evaluation.md for the format"


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a set. ``sentences`` are its spans, numbered as the labels number them.

    ``judged``: the only sentences that are labelled, with claims alone, and of claims only such as a coder found; None: all.
    """

    article: Article
    part: Part
    form: Literal["sentence", "article"]
    pair: str
    sentences: tuple[Span, ...]
    judged: tuple[int, ...] | None = None

    def sentence(self, k: int) -> str:
        start, end = self.sentences[k]
        return self.article.text[start:end]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with its labels: those that count, and those of the two passes where it has them."""

    text: Text
    labels: Labels
    passes: tuple[Labels, Labels] | None


@dataclass(frozen=True, slots=True)
class GoldSet:
    """One part of a set. ``digest`` is that of the whole folder, so that nothing of it changes unseen."""

    folder: Path
    part: Part
    digest: str
    texts: tuple[Labelled, ...]

    @property
    def own(self) -> bool:
        """Whether it is the set that comity ships."""
        return self.folder.resolve() == SHIPPED.resolve()


def load(folder: Path, part: Part = "gold") -> GoldSet:
    """The texts of one part with their labels. Raises InputError with file and line at the first thing that is wrong."""
    file = PARTS[part]
    if not (folder / file).exists():
        raise InputError(f"no {file} there", place=str(folder), remedy=f"give a folder with a labelled set; {FORMAT}")
    every = _every(folder)
    labels = _labels(folder / LABELS, every)
    first, second = (_labels(folder / name, every) for name in PASSES)
    labels |= {key: joined_labels(first[key], second[key]) for key in first if key in second and key not in labels}
    chosen = [t for t in every.values() if t.part == part]
    unlabelled = [t.article.id for t in chosen if t.article.id not in labels]
    if unlabelled:
        problem = f"no labels for {len(unlabelled)} texts of {file}, first {unlabelled[0]!r}"
        raise InputError(problem, place=str(folder / LABELS), remedy="add a line for each, with empty lists for none")
    found = []
    for t in chosen:
        key = t.article.id
        both = (first[key], second[key]) if key in first and key in second else None
        found.append(Labelled(t, labels[key], both))
    return GoldSet(folder, part, digest(folder), tuple(found))


def _every(folder: Path) -> dict[str, Text]:
    found: dict[str, Text] = {}
    for name in PARTS.values():
        for t in _texts(folder / name):
            if t.article.id in found:
                problem = f"id {t.article.id!r} stands in both parts"
                raise InputError(problem, place=str(folder / name), remedy="a text belongs to one part")
            found[t.article.id] = t
    return found


def digest(folder: Path) -> str:
    """SHA-256 over the files of a set by name and content: what a floor is pinned to."""
    seen = hashlib.sha256()
    for name in FILES:
        if (folder / name).exists():
            seen.update(name.encode() + b"\0" + (folder / name).read_bytes() + b"\0")
    return "sha256:" + seen.hexdigest()


def lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """(place, object) of each line of a JSONL file; nothing where there is no such file."""
    if not path.exists():
        return
    ids: set[str] = set()
    for number, line in enumerate(_read(path).rstrip("\n").split("\n"), 1):
        place = f"{path}:{number}"
        try:
            row = json.loads(line)
        except ValueError as error:
            raise InputError(f"no JSON: {error}", place=place, remedy="one JSON object a line") from error
        if not isinstance(row, dict) or not isinstance(row.get("id"), str) or not row["id"]:
            raise InputError("no object with an 'id'", place=place, remedy=FORMAT)
        if row["id"] in ids:
            raise InputError(f"id {row['id']!r} stands there twice", place=place, remedy="give each text one line")
        ids.add(row["id"])
        yield place, row


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read: {error}", place=str(path), remedy="it has to be a file in UTF-8") from error


def _texts(path: Path) -> list[Text]:
    part = next(p for p, name in PARTS.items() if name == path.name)
    return [_text(row, place, part) for place, row in lines(path)]


def _text(row: Mapping[str, Any], place: str, part: Part) -> Text:
    given: dict[str, tuple[str, ...]] = {
        "part": (part,),
        "form": ("sentence", "article"),
        "kind": ("news", "statement"),
    }
    for key, choices in given.items():
        if row.get(key) not in choices:
            raise InputError(f"{key!r} is {row.get(key)!r}", place=place, remedy=f"one of: {', '.join(choices)}")
    for key in ("title", "outlet", "published"):
        if not isinstance(row.get(key), str | None):
            raise InputError(f"{key!r} is no text", place=place, remedy="a string, or null")
    whole = "text" in row
    text, spans = _whole(row, place) if whole else joined(row.get("paragraphs"), place)
    furniture = _spans(row.get("noncontent", []), text, "noncontent", place) if whole else ()
    if row["form"] == "sentence" and len(spans) != 1:
        raise InputError(f"a sentence of {len(spans)} sentences", place=place, remedy="make it an article, or cut it")
    article = Article(row["id"], text, row["title"], row["published"], row["outlet"], None, row["kind"], furniture)
    return Text(
        article, part, row["form"], str(row.get("pair") or ""), spans, _judged(row.get("judged"), len(spans), place)
    )


def _whole(row: Mapping[str, Any], place: str) -> tuple[str, tuple[Span, ...]]:
    """A text that is given as it is, with the spans of its sentences."""
    if not isinstance(row["text"], str) or not row["text"]:
        raise InputError("'text' is no text", place=place, remedy=FORMAT)
    return row["text"], _spans(row.get("sentences"), row["text"], "sentences", place)


def _spans(given: Any, text: str, name: str, place: str) -> tuple[Span, ...]:
    """Spans in the order of the text, none into another."""
    at = 0
    found: list[Span] = []
    listed: list[Any] = given if isinstance(given, list) else [given]
    for span in listed:
        good = isinstance(span, list) and len(span) == 2 and all(type(x) is int for x in span)
        if not good or not at <= span[0] < span[1] <= len(text):
            remedy = f"a list of [start, end], each inside the text of {len(text)} characters and after the one before"
            raise InputError(f"{name!r} holds {span!r}", place=place, remedy=remedy)
        at = span[1]
        found.append((span[0], span[1]))
    return tuple(found)


def _judged(given: Any, sentences: int, place: str) -> tuple[int, ...] | None:
    if given is None:
        return None
    if not isinstance(given, list) or not all(type(s) is int and 0 <= s < sentences for s in given):
        remedy = f"a list of sentences from 0 to {sentences - 1}, or leave it out where all are labelled"
        raise InputError(f"'judged' is {given!r}", place=place, remedy=remedy)
    return tuple(sorted(set(given)))


def joined(paragraphs: Any, place: str) -> tuple[str, tuple[Span, ...]]:
    """The text of paragraphs of sentences, and the span of each sentence."""
    good = isinstance(paragraphs, list) and all(
        isinstance(p, list) and p and all(isinstance(s, str) and s.strip() == s and s for s in p) for p in paragraphs
    )
    if not good or not paragraphs:
        raise InputError("'paragraphs' is no list of lists of sentences", place=place, remedy=FORMAT)
    pieces: list[str] = []
    spans: list[Span] = []
    at = 0
    for paragraph in paragraphs:
        for k, sentence in enumerate(paragraph):
            between = "" if not pieces else " " if k else "\n\n"
            pieces += [between, sentence]
            spans.append((at + len(between), at + len(between) + len(sentence)))
            at = spans[-1][1]
    return "".join(pieces), tuple(spans)


def _labels(path: Path, texts: Mapping[str, Text]) -> dict[str, Labels]:
    found = {}
    for place, row in lines(path):
        if row["id"] not in texts:
            raise InputError(
                f"labels for {row['id']!r}, which is no text of the set", place=place, remedy="mend the id"
            )
        found[row["id"]] = _inside(read_labels(row, texts[row["id"]], place), texts[row["id"]], place)
    return found


def _inside(labels: Labels, text: Text, place: str) -> Labels:
    """The labels, where they are claims of judged sentences alone or every sentence is labelled."""
    if text.judged is not None and (
        labels.signals or labels.attributions or any(c.s not in text.judged for c in labels.claims)
    ):
        problem = "labels of what is not judged"
        raise InputError(
            problem, place=place, remedy="where a text has 'judged', label claims of those sentences alone"
        )
    return labels

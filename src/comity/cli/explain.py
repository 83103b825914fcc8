"""``comity explain``: why a sentence is coded as it is, for a person to read."""

from __future__ import annotations

import json as json_format
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.claims import day
from comity.errors import InputError

if TYPE_CHECKING:
    from comity.explaining import Explanation, Miss, Pattern, Who
    from comity.values import Actor, Claim, Signals

MISSES = 4  # patterns told of those that do not hold at one word; --json gives all


def explain(
    sentence: Annotated[str, typer.Argument(help="A sentence, or a few.")],
    published: Annotated[str | None, typer.Option(help="Its day, like 2024-02-05: for times and offices.")] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object a sentence, with everything.")] = False,
) -> None:
    """Tell why a sentence is coded as it is: names, parse, patterns that held or were dropped, statuses, actors."""
    import comity
    from comity.contract import value_json
    from comity.exports.display import visible

    found = comity.explain(sentence, published=day(published))
    if not found:
        raise InputError("no sentence to explain", remedy="give a sentence in English")
    for explained in found:
        if json:
            print(json_format.dumps(value_json(explained), ensure_ascii=False))
        else:
            print(visible("\n".join([*lines(explained), ""])))


def lines(x: Explanation) -> Iterator[str]:
    """One sentence explained, part by part."""
    parts = {
        "names": names(x),
        "words": words(x),
        "attributions": attributions(x),
        "patterns that hold": (line for p in x.patterns for line in pattern(p)),
        "patterns whose first word is there, and that do not hold": misses(x.misses),
        "claims": (claim(c) for c in x.claims),
        "signals": signals(x.signals),
    }
    yield f"“{' '.join(x.sentence.text.split())}”"
    for title, told in parts.items():
        yield title
        yield from ([f"  {line}" for line in told] or ["  none"])


def names(x: Explanation) -> Iterator[str]:
    for n in x.names:
        yield f"“{n.text}”: {n.kind} ({', '.join(n.bearers)}), parsed as “{n.stand_in}”"


def words(x: Explanation) -> Iterator[str]:
    """A table: number, word, lemma, tag, arc and the word that it hangs on."""
    rows = [
        (str(w.i), w.text, w.lemma, w.tag, w.arc, "" if w.head == w.i else f"{w.head} {x.words[w.head].text}")
        for w in x.words
    ]
    head = ("", "word", "lemma", "tag", "arc", "hangs on")
    widths = [max(len(row[k]) for row in (head, *rows)) for k in range(len(head))]
    for row in (head, *rows):
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def attributions(x: Explanation) -> Iterator[str]:
    for a in x.attributions:
        content = " … ".join(f"“{c}”" for c in a.content)
        yield f"“{a.cue}” ({a.stance}) by {_actor(a.source)}: {content}{'' if a.listed else ' — in chains only'}"


def pattern(p: Pattern) -> Iterator[str]:
    """A pattern that holds: what it codes as, or why it was dropped."""
    where = f"{p.file}, at “{p.at}”{''.join(f'; {slot}' for slot in p.slots)}"
    if p.dropped is not None:
        yield f"dropped: {p.type} “{p.pattern}” ({where}): {p.dropped}"
        return
    yield f"{p.type}{f' {p.mode}' if p.mode else ''} “{p.pattern}” ({where})"
    yield from (f"    {line}" for line in (*_sides("actor", p.actors), *_sides("recipient", p.recipients)))
    yield "    status: " + " → ".join(f"{s.status} (“{s.word}”, {s.by})" for s in p.status)
    yield from (f"    no claim: {why}" for why in p.unclaimed)


def _sides(name: str, found: tuple[Who, ...]) -> Iterator[str]:
    yield from (f"{name}: {_actor(w.actor)}: {w.because}" for w in found)
    if not found:
        yield f"{name}: nobody is named"


def misses(found: tuple[Miss, ...]) -> Iterator[str]:
    """The first few of each word, and how many more there are."""
    by_word: dict[str, list[Miss]] = {}
    for m in found:
        by_word.setdefault(m.at, []).append(m)
    for at, here in by_word.items():
        for m in here[:MISSES]:
            yield f"“{at}”: “{m.pattern}” ({m.file}): {m.why}"
        if len(here) > MISSES:
            yield f"“{at}”: {len(here) - MISSES} more (--json)"


def claim(c: Claim) -> str:
    from comity.exports.display import what, when

    chain = " > ".join(_actor(a) for a in c.chain) or "the text itself"
    place = f"; in {c.place.text}" if c.place else ""
    return f"{what(c)}; according to {chain}; {when(c.time)}{place}; confidence {c.confidence:.3f}"


def signals(found: Signals) -> Iterator[str]:
    from comity.contract import value_json
    from comity.values import Evidence

    common = set(Evidence.__dataclass_fields__)
    for name in type(found).__dataclass_fields__:
        for value in getattr(found, name):
            fields = {k: v for k, v in value_json(value).items() if k not in common}
            yield f"{name}: " + ", ".join(f"{k} {_plain(v)}" for k, v in fields.items())


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return str(value.get("code") or value.get("text") or value.get("earliest") or "unknown")
    if isinstance(value, list):
        return "[" + ", ".join(map(_plain, value)) + "]"
    return "unknown" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _actor(a: Actor | None) -> str:
    from comity.exports.display import name

    return name(a)

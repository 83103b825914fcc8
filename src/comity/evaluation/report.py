"""What ``comity evaluate`` tells: the set and its digest, the coder, every figure with its n, what is below its floor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.evaluation.agreement import retest
from comity.evaluation.figures import Figure, Row, Section, sections
from comity.evaluation.floors import Shortfall, load, pinnable, shortfalls
from comity.evaluation.gold import GoldSet
from comity.evaluation.scoring import Judged

OWN = "The project's own set: written and labelled for comity by the project itself. Nobody else has labelled it."
GIVEN = "A set given by its folder, not comity's own."
REVIEWED = "precision can be told of them; what was missed was not looked for, so that recall is too high."
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Report:
    """One evaluation: a pure function of the set, the coder's version and the floors."""

    gold: GoldSet
    coder: Mapping[str, str]
    counts: Mapping[str, int]
    sections: tuple[Section, ...]
    floors: Mapping[str, float]
    below: tuple[Shortfall, ...]

    @property
    def measured(self) -> dict[str, float | None]:
        """The figures that a floor may be set under."""
        return pinnable(self.sections)


def report(gold: GoldSet, judged: Sequence[Judged], coder: Mapping[str, str]) -> Report:
    """Everything measured of a judged set. Raises InputError where its floors were pinned on another set."""
    pinned = load(gold)
    told = sections(judged)
    passes = retest(gold)
    below = tuple(shortfalls(pinned, pinnable(told)))
    return Report(gold, coder, counts(gold), (*told, passes) if passes else told, pinned, below)


def counts(gold: GoldSet) -> dict[str, int]:
    """How much the set holds."""
    labels = [t.labels for t in gold.texts]
    return {
        "texts": len(gold.texts),
        "articles": sum(t.text.form == "article" for t in gold.texts),
        "sentences": sum(len(t.text.sentences if t.text.judged is None else t.text.judged) for t in gold.texts),
        "claims": sum(len(x.claims) for x in labels),
        "signals": sum(len(x.signals) for x in labels),
        "attributions": sum(len(x.attributions) for x in labels),
    }


def as_json(r: Report) -> Json:
    """The report as one object; figures by section, row and column."""
    return {
        "set": {"own": r.gold.own, "part": r.gold.part, "digest": r.gold.digest, **r.counts},
        "coder": dict(r.coder),
        "figures": {
            s.key: {row.name: {k: _plain(f) for k, f in row.figures.items()} for row in s.rows} for s in r.sections
        },
        "floors": dict(r.floors),
        "below": [{"name": b.name, "floor": b.floor, "value": b.value} for b in r.below],
    }


def _plain(f: Figure) -> Json:
    low, high = f.interval or (None, None)
    return {"value": _rounded(f.value), "low": _rounded(low), "high": _rounded(high), "n": f.n}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def as_text(r: Report) -> Iterator[str]:
    """The report for a terminal."""
    yield from heading(r)
    for s in r.sections:
        yield ""
        yield s.title
        yield from (f"  ({note})" for note in s.notes)
        width = max((len(row.name) for row in s.rows), default=0)
        for row in s.rows:
            yield f"  {row.name:<{width}}  " + "  ".join(f"{k} {figure(f)}" for k, f in row.figures.items())
        if not s.rows:
            yield "  nothing to measure"
    yield ""
    yield from verdict(r)


def as_markdown(r: Report) -> Iterator[str]:
    """The report as tables for a document."""
    yield from (f"{line}  " for line in heading(r))
    for s in r.sections:
        columns = list(dict.fromkeys(k for row in s.rows for k in row.figures))
        if not columns:
            continue
        yield from ("", f"**{s.title}**" + (f" ({'; '.join(s.notes)})" if s.notes else ""), "")
        yield f"| | {' | '.join(columns)} |"
        yield f"|---|{'---|' * len(columns)}"
        yield from (_markdown_row(row, columns) for row in s.rows)
    yield ""
    yield from verdict(r)


# How a row is called where its section's title does not stand above it.
_NAMES = {
    "claims": "claims",
    "fields": "{}, given the claim",
    "signals": "signal: {}",
    "attributions": "attribution: {}",
}


def as_table(r: Report) -> Iterator[str]:
    """The figures that may be pinned as one short table, for a page that tells the accuracy: the README's is this one."""
    columns = ("precision", "recall", "f1", "right")
    yield f"| {r.counts['texts']} texts, {r.counts['sentences']} sentences | precision | recall | F1 | right |"
    yield f"|---|{'---|' * len(columns)}"
    for s in r.sections:
        for row in s.rows:
            if row.pinned and any(f.n for f in row.figures.values()):
                name = _NAMES.get(s.key, "{}").format(row.name.replace("_", " "))
                yield f"| {name} | {' | '.join(figure(row.figures[k]) if k in row.figures else '' for k in columns)} |"


def _markdown_row(row: Row, columns: Sequence[str]) -> str:
    return f"| {row.name} | {' | '.join(figure(row.figures[k]) if k in row.figures else '' for k in columns)} |"


def heading(r: Report) -> Iterator[str]:
    """Whose set it is, how much it holds, its digest, and which coder was measured."""
    yield OWN if r.gold.own else GIVEN
    held = ", ".join(f"{n} {name}" for name, n in r.counts.items())
    yield f"Part {r.gold.part}: {held}."
    found = sum(t.text.judged is not None for t in r.gold.texts)
    if found:
        yield f"{found} of the texts were labelled by judging claims that were found: {REVIEWED}"
    yield f"Digest of the set: {r.gold.digest}"
    yield f"Coder: {r.coder['name']} {r.coder['version']}, vocabulary {r.coder['vocabulary']}"
    yield "In brackets the 95 % interval (Wilson for shares, bootstrap over texts for F1, over units for alpha), after it n."


def verdict(r: Report) -> Iterator[str]:
    """How the figures stand to their floors."""
    if not r.floors:
        yield f"No floors are pinned for part {r.gold.part} (comity evaluate --pin)."
    elif r.below:
        yield f"{len(r.below)} of {len(r.floors)} pinned figures are below their floor:"
        yield from (f"  {b}" for b in r.below)
    else:
        yield f"All {len(r.floors)} pinned figures stand at or above their floors."


def figure(f: Figure) -> str:
    """ ".534 [.482, .586] (120)"; "–" where there was nothing to measure."""
    if f.value is None:
        return f"– ({f.n})"
    between = f" [{_short(f.interval[0])}, {_short(f.interval[1])}]" if f.interval else ""
    return f"{_short(f.value)}{between} ({f.n})"


def _short(value: float) -> str:
    return f"{value:.3f}".replace("0.", ".", 1) if abs(value) < 1 else f"{value:.3f}"

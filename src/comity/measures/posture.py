"""How two actors act towards each other over time, per article covered, and where that shifts.

Each direction is a series of its own, and no mean over an actor is ever taken: it would fall when an actor condemns. The
unit is the event cluster, counted where it was first reported and divided by the articles there, copies folded. A shift
that is not there per article, or not with the outlets held fixed, is a change in coverage (docs/measures.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from comity.measures.answer import FEWEST, TOO_FEW, Answer, Figure, basis, evidence
from comity.measures.counted import Number, Things, Told, all_from, by_rule, count, joined, said, texts, things
from comity.measures.covered import covered
from comity.measures.frames import EVIDENCE, Frames
from comity.measures.intensities import Intensities
from comity.measures.reports import By, Ground, events, ground, tellings, within
from comity.measures.segmentation import mean
from comity.measures.shifts import AMOUNTS, HUNDRED, RISK, SHIFTS, Dealt, Direction, dealt, shifts

FIGURES = ("clusters", "cooperation_intensity", "conflict_intensity")  # whose rates are told of the whole window
SHOWN = ("direction", "start", "articles", "clusters", "mentions", *AMOUNTS)


@dataclass(frozen=True, slots=True)
class Window:
    """Periods, and the days of publication between which they lie; null is open."""

    by: By = "month"
    since: date | None = None
    until: date | None = None


def posture(
    frames: Frames, pair: tuple[str, str], scores: Intensities, window: Window, rules: Mapping[str, str] | None = None
) -> Answer:
    """One row a direction and covered period, with its clusters by quad and its intensities; the claims are its evidence.

    The series ``shifts`` has every shift with its verdict, the series ``events`` every cluster.
    """
    inside = within(frames, window.since, window.until)
    on = ground(covered(inside), window.by)
    directions = [_direction(inside.claims, sides, on, window.by) for sides in _both(*pair)]
    placed = [_placed(each, scores) for each in directions]
    whole = [dealt(each, scores) for each in directions]
    found = [shifts(each, own, scores) for each, own in zip(directions, whole, strict=True)]
    rows = pl.concat(_rows(*each) for each in zip(directions, whole, strict=True))
    return Answer(
        measure="posture",
        asked={"pair": pair, "by": window.by, "since": window.since, "until": window.until},
        rows=rows,
        basis=basis(inside, rules),
        evidence=pl.concat(_evidence(*each) for each in zip(directions, placed, strict=True)),
        figures=tuple(f for each in zip(directions, whole, strict=True) for f in _figures(*each, scores)),
        notes=tuple(_notes(directions, placed, found, scores)),
        shown=SHOWN,
        series={"shifts": pl.concat(found) if found else pl.DataFrame(schema=SHIFTS), "events": pl.concat(placed)},
        cells=dict(_cells(rows, on.listed)),
    )


def _cells(rows: pl.DataFrame, listed: pl.DataFrame) -> Iterator[tuple[tuple[str, str], Number]]:
    """The texts of each period; what is nought there was looked for in them. None where texts are counted and not listed."""
    of_period = {start: texts(found) for (start,), found in listed.group_by("period", maintain_order=True)}
    for row in rows.iter_rows(named=True) if of_period else ():
        covered = of_period[row["start"]]
        yield (row["id"], "articles"), count(covered)
        for name in ("clusters", "mentions", *AMOUNTS):
            if not row["clusters"]:
                yield (row["id"], name), Number("0", among=covered)


def _both(one: str, other: str) -> list[tuple[str, str]]:
    return [(one, other), (other, one)] if one.lower() != other.lower() else [(one, other)]


def _direction(claims: pl.DataFrame, sides: tuple[str, str], on: Ground, by: By) -> Direction:
    told, disputed = tellings(claims, *sides)
    return Direction(" → ".join(sides), told, on, by, disputed)


def _placed(direction: Direction, scores: Intensities) -> pl.DataFrame:
    """The event clusters of a direction with the row each belongs to; null for history."""
    found = events(direction.told, direction.ground.whole.placed, scores)
    row = pl.concat_str(pl.lit(f"{direction.name} "), pl.col("period").dt.to_string("%Y-%m-%d"))
    return found.with_columns(direction=pl.lit(direction.name), row=pl.when(~pl.col("history")).then(row))


def _rows(direction: Direction, whole: Dealt) -> pl.DataFrame:
    sums = {name: pl.col(name).sum() for name in ("clusters", "mentions", *AMOUNTS)}
    counted = whole.texts.group_by(start="period").agg(articles=pl.col("texts").sum(), **sums)
    named = counted.sort("start").with_columns(
        direction=pl.lit(direction.name),
        id=pl.concat_str(pl.lit(f"{direction.name} "), pl.col("start").dt.to_string("%Y-%m-%d")),
        **{f"{name}_per_100": HUNDRED * pl.col(name) / pl.col("articles") for name in ("clusters", *AMOUNTS)},
    )
    return named.select("id", *SHOWN, *(f"{name}_per_100" for name in ("clusters", *AMOUNTS)))


def _evidence(direction: Direction, placed: pl.DataFrame) -> pl.DataFrame:
    rows = placed.filter(pl.col("row").is_not_null()).select("cluster", "row")
    told = direction.told.join(rows, on="cluster", how="inner", maintain_order="left")
    return evidence(told, "row", pl.col("type")) if told.height else pl.DataFrame(schema=EVIDENCE)


def _figures(direction: Direction, whole: Dealt, scores: Intensities) -> Iterator[Figure]:
    """The rates of the whole window by direction, with bootstrap intervals over articles."""
    covered, units = texts(direction.ground.listed), int(whole.texts["texts"].sum())
    for name in FIGURES:
        n = int(whole.texts["clusters" if name == "clusters" else f"n_{name}"].sum())
        title = joined((f"{direction.name}: {name.replace('_', ' ')}", PER_ARTICLES), " ")
        own = _of_series(direction, scores, name)
        if n < FEWEST:
            yield Figure(title, None, n, says=TOO_FEW, counts=own, among=covered)
        else:
            value, low, high = (HUNDRED * x for x in mean(whole.texts[name].to_numpy().astype(float), units))
            yield Figure(title, value, n, low, high, counts=own, among=covered)


PER_ARTICLES = by_rule(f"per {HUNDRED} articles")


def _of_series(direction: Direction, scores: Intensities, name: str) -> Things:
    """The clusters that tell something to a series, history left out."""
    news = events(direction.told, direction.ground.whole.placed, scores).filter(~pl.col("history"))
    adding = news if name == "clusters" else news.filter(AMOUNTS[name] != 0)
    return _clusters(direction, adding)


def _clusters(direction: Direction, some: pl.DataFrame) -> Things:
    return things(direction.told.join(some, on="cluster", how="semi", maintain_order="left"), "cluster")


def _notes(
    directions: list[Direction], placed: list[pl.DataFrame], found: list[pl.DataFrame], scores: Intensities
) -> Iterator[str]:
    for direction, clusters, changes in zip(directions, placed, found, strict=True):
        covered = texts(direction.ground.listed)
        for row in changes.iter_rows(named=True):
            yield told(row, _of_series(direction, scores, row["series"]), covered)
        if clusters.filter(~pl.col("history")).height >= FEWEST and not changes.height:
            yield by_rule(f"{direction.name}: no shift found (risk of a false one: {RISK:.0%} a direction)")
        if direction.disputed.height:
            left = count(things(direction.disputed, "cluster"))
            yield said(f"{direction.name}: left out: {{}} (some deny what others assert)", left)
        history = clusters.filter(pl.col("history"))
        if history.height:
            old = count(_clusters(direction, history))
            yield said(f"{direction.name}: left out: {{}} (over for more than a month when first reported)", old)
    yield f"outlets present throughout: {', '.join(directions[0].ground.outlets) or 'none'}"


def told(shift: Mapping[str, object], clusters: Things = (), covered: Things = ()) -> Told:
    """One shift as a line of text; ``clusters`` of its series, first reported in the texts ``covered``."""
    what = f"{shift['direction']}: {str(shift['series']).replace('_', ' ')} from {shift['date']}"
    sides = ["–" if shift[side] is None else f"{shift[side]:.4g}" for side in ("before", "after")]
    before = all_from(f"{what} [{shift['earliest']}, {shift['latest']}]: {' → '.join(sides)}", clusters, covered)
    low, high = shift["difference_low"], shift["difference_high"]
    between = "" if low is None else f", difference [{low:.4g}, {high:.4g}]"
    after = all_from(f"{between} (n = {shift['clusters']}): {shift['verdict']}", clusters, covered)
    return joined((before, " ", PER_ARTICLES, after), "")

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
from comity.measures.frames import EVIDENCE, Frames
from comity.measures.intensities import Intensities
from comity.measures.reports import By, events, firsts, origins, tellings, throughout, within
from comity.measures.segmentation import mean
from comity.measures.shifts import AMOUNTS, HUNDRED, RISK, SHIFTS, Direction, dealt, shifts

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
    directions = [_direction(inside, *sides, window.by) for sides in _both(*pair)]
    placed = [_placed(each, scores) for each in directions]
    found = [shifts(each, scores) for each in directions]
    rows = pl.concat(_rows(each, scores) for each in directions)
    return Answer(
        measure="posture",
        asked={"pair": pair, "by": window.by, "since": window.since, "until": window.until},
        rows=rows,
        basis=basis(inside, rules),
        evidence=pl.concat(_evidence(*each) for each in zip(directions, placed, strict=True)),
        figures=tuple(f for each in directions for f in _figures(each, scores)),
        notes=tuple(_notes(directions, placed, found, scores)),
        shown=SHOWN,
        series={"shifts": pl.concat(found) if found else pl.DataFrame(schema=SHIFTS), "events": pl.concat(placed)},
        cells=dict(_cells(rows, inside.articles, window.by)),
    )


def _cells(rows: pl.DataFrame, articles: pl.DataFrame, by: By) -> Iterator[tuple[tuple[str, str], Number]]:
    """The texts of each period; what is nought there was looked for in them."""
    own = firsts(articles, by)
    of_period = {start: texts(found) for (start,), found in own.group_by("period", maintain_order=True)}
    for row in rows.iter_rows(named=True):
        covered = of_period[row["start"]]
        yield (row["id"], "articles"), count(covered)
        for name in ("clusters", "mentions", *AMOUNTS):
            if not row["clusters"]:
                yield (row["id"], name), Number("0", among=covered)


def _both(one: str, other: str) -> list[tuple[str, str]]:
    return [(one, other), (other, one)] if one.lower() != other.lower() else [(one, other)]


def _direction(frames: Frames, actor: str, recipient: str, by: By) -> Direction:
    told, disputed = tellings(frames.claims, actor, recipient)
    return Direction(f"{actor} → {recipient}", told, frames.articles, by, disputed)


def _placed(direction: Direction, scores: Intensities) -> pl.DataFrame:
    """The event clusters of a direction with the row each belongs to; null for history."""
    found = events(direction.told, origins(direction.articles, direction.by), scores)
    row = pl.concat_str(pl.lit(f"{direction.name} "), pl.col("period").dt.to_string("%Y-%m-%d"))
    return found.with_columns(direction=pl.lit(direction.name), row=pl.when(~pl.col("history")).then(row))


def _rows(direction: Direction, scores: Intensities) -> pl.DataFrame:
    texts = dealt(direction, scores).texts
    counted = texts.group_by(start="period").agg(
        articles=pl.len(), **{name: pl.col(name).sum() for name in ("clusters", "mentions", *AMOUNTS)}
    )
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


def _figures(direction: Direction, scores: Intensities) -> Iterator[Figure]:
    """The rates of the whole window by direction, with bootstrap intervals over articles."""
    whole = dealt(direction, scores).texts
    covered = texts(firsts(direction.articles, direction.by))
    for name in FIGURES:
        n = int(whole["clusters" if name == "clusters" else f"n_{name}"].sum())
        title = joined((f"{direction.name}: {name.replace('_', ' ')}", PER_ARTICLES), " ")
        own = _of_series(direction, scores, name)
        if n < FEWEST:
            yield Figure(title, None, n, says=TOO_FEW, counts=own, among=covered)
        else:
            value, low, high = (HUNDRED * x for x in mean(whole[name].to_numpy().astype(float)))
            yield Figure(title, value, n, low, high, counts=own, among=covered)


PER_ARTICLES = by_rule(f"per {HUNDRED} articles")


def _of_series(direction: Direction, scores: Intensities, name: str) -> Things:
    """The clusters that tell something to a series, history left out."""
    news = events(direction.told, origins(direction.articles, direction.by), scores).filter(~pl.col("history"))
    adding = news if name == "clusters" else news.filter(AMOUNTS[name] != 0)
    return _clusters(direction, adding)


def _clusters(direction: Direction, some: pl.DataFrame) -> Things:
    return things(direction.told.join(some, on="cluster", how="semi", maintain_order="left"), "cluster")


def _notes(
    directions: list[Direction], placed: list[pl.DataFrame], found: list[pl.DataFrame], scores: Intensities
) -> Iterator[str]:
    for direction, clusters, changes in zip(directions, placed, found, strict=True):
        covered = texts(firsts(direction.articles, direction.by))
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
    yield f"outlets present throughout: {_throughout(directions[0])}"


def _throughout(direction: Direction) -> str:
    return ", ".join(throughout(origins(direction.articles, direction.by))) or "none"


def told(shift: Mapping[str, object], clusters: Things = (), covered: Things = ()) -> Told:
    """One shift as a line of text; ``clusters`` of its series, first reported in the texts ``covered``."""
    what = f"{shift['direction']}: {str(shift['series']).replace('_', ' ')} from {shift['date']}"
    sides = ["–" if shift[side] is None else f"{shift[side]:.4g}" for side in ("before", "after")]
    before = all_from(f"{what} [{shift['earliest']}, {shift['latest']}]: {' → '.join(sides)}", clusters, covered)
    low, high = shift["difference_low"], shift["difference_high"]
    between = "" if low is None else f", difference [{low:.4g}, {high:.4g}]"
    after = all_from(f"{between} (n = {shift['clusters']}): {shift['verdict']}", clusters, covered)
    return joined((before, " ", PER_ARTICLES, after), "")

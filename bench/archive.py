"""An archive at scale: a pair's posture from many millions of claims, events of a million claims, one worker of Ray and two.

    python bench/archive.py series [--claims 50000000] [--into FOLDER]
    python bench/archive.py events [--claims 1000000]
    python bench/archive.py workers [--articles 240] [TEXTS.jsonl]

``series`` writes the claims by pair and the counted articles as a fold lays them out (claims drawn over 250 actors whose shares
fall by rank, four years, 300 outlets, one article of five a copy or copied) and asks a new process for the posture of two
actors; it removes what it wrote unless ``--into`` is given. ``events`` works out the events of claims drawn alike. ``workers``
codes the same articles with one worker of Ray on one core, and with two on two, in turn.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path

import numpy as np
import polars as pl

from comity import dossiers
from comity.archive import OpenArchive, eventing
from comity.archive.filling import Work
from comity.archive.folder import FOLDED_PARTS, Folder
from comity.archive.folding import ROW_GROUP
from comity.coder import version
from comity.measures.covered import STANDING, counted
from comity.sources import ReadingOptions, articles
from comity.values import QUADS, Article

ACTORS, DAYS, OUTLETS, FIRST = 250, 1461, 300, date(2020, 1, 1)
PER_ARTICLE = 12  # claims: what articles of 2,500 characters give
STATUSES = {"happened": 0.6, "ongoing": 0.1, "denied": 0.03, "future": 0.17, "demanded": 0.1}
PAIR = ("A005", "A011")  # neither the largest pair nor a small one
ASKED = """
import json, resource, sys, time
began = time.perf_counter()
import comity
from comity.measures.posture import Window
archive = comity.open_archive(sys.argv[1])
loaded = time.perf_counter()
answer = archive.posture(sys.argv[2], sys.argv[3])
done = time.perf_counter()
print(json.dumps({"seconds": done - loaded, "with loading": done - began, "cpu seconds": time.process_time(),
    "claims": answer.evidence.height, "articles": answer.basis.articles, "rows": answer.rows.height,
    "shifts": answer.series["shifts"].height,
    "MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


def names() -> pl.Series:
    return pl.Series([f"A{n:03}" for n in range(ACTORS)])


def dyads(claims: int, rng: np.random.Generator) -> np.ndarray:
    """How many claims each directed pair has."""
    share = 1 / np.arange(1, ACTORS + 1)
    both = np.outer(share, share)
    np.fill_diagonal(both, 0)
    return rng.multinomial(claims, (both / both.sum()).ravel())


def articles_of(numbers: np.ndarray, count: int) -> pl.DataFrame:
    """Where articles stand, by their numbers: of ten, the last is a copy of the one before."""
    number = pl.Series("number", numbers)
    original = number - (number % 10 == 9).cast(pl.Int64)
    first = pl.Series([FIRST]).cast(pl.Int32)[0]
    return pl.DataFrame(
        {
            "article": hexadecimal(number, 1, 32),
            "text": hexadecimal(number, 2, 64),
            "origin": hexadecimal(original, 2, 64),
            "outlet": "Outlet " + (number * 7919 % OUTLETS).cast(pl.String),
            "published": (first + number * DAYS // count).cast(pl.Int32).cast(pl.Date),
        }
    )


def hexadecimal(number: pl.Series, seed: int, width: int) -> pl.Series:
    """Digits that look as those of a hash do, the same for the same number."""
    parts = [number.hash(seed * 10 + k).cast(pl.String) for k in range(-(-width // 16))]
    joined = parts[0]
    for part in parts[1:]:
        joined = joined + part
    return joined.str.slice(0, width)


def claims_of(dyad: np.ndarray, count: int, rng: np.random.Generator) -> pl.DataFrame:
    """Claims of these pairs, as PAIRS and OWN, in the order of the pairs."""
    size = len(dyad)
    number = rng.integers(0, count, size)
    kinds = rng.integers(0, len(QUADS), size)
    told = articles_of(number, count)
    code, types = names(), pl.Series(list(QUADS))
    statuses = rng.choice(len(STATUSES), size, p=list(STATUSES.values()))
    day = told["published"] - pl.Series(rng.integers(0, 4, size)) * timedelta(days=1)
    actor, recipient = code.gather(dyad // ACTORS), code.gather(dyad % ACTORS)
    event = pl.Series(dyad * 16 + kinds) * 2000 + day.cast(pl.Int32).cast(pl.Int64)
    frame = told.with_columns(
        **{f"actor_{n}": actor for n in ("name", "code", "id")},
        **{f"recipient_{n}": recipient for n in ("name", "code", "id")},
        actor_sector=pl.lit("GOV"),
        recipient_sector=pl.lit("GOV"),
        id=hexadecimal(pl.Series(rng.integers(0, 2**62, size)), 3, 12),
        type=types.gather(kinds),
        quad=pl.Series(list(QUADS.values())).gather(kinds),
        status=pl.Series(list(STATUSES)).gather(statuses),
        earliest=day,
        latest=day,
        precision=pl.lit("day"),
        basis=pl.lit("text"),
        cluster=hexadecimal(event, 4, 16),
        confidence=pl.lit(0.7),
        own_origin=pl.col("origin"),
        number=pl.Series(rng.integers(0, 2**31, size)),
        time_earliest=day.cast(pl.String),
        time_latest=day.cast(pl.String),
        words=pl.lit(""),
        **{n: pl.Series(rng.integers(0, 2000, size)) for n in ("start", "end", "sentence_start", "sentence_end")},
    )
    missing = {n: pl.lit(None, kind) for n, kind in eventing.PAIRS.items() if n not in frame.columns}
    empty = {"contexts": pl.lit([], pl.List(pl.String)), "chain": pl.lit([], pl.List(pl.String))}
    wanted = {**eventing.PAIRS, **eventing.OWN}
    return frame.with_columns(**{**missing, **empty}).select(pl.col(n).cast(k) for n, k in wanted.items())


def write(root: Path, claims: int) -> None:
    """The claims by pair, and the articles counted, of an archive of so many claims."""
    rng = np.random.default_rng(1)
    folder = Folder(root)
    folder.open_for(version())
    fold, count = folder.next_fold(), max(1000, claims // PER_ARTICLE)
    (fold / "pairs").mkdir()
    each = dyads(claims, rng)
    buckets = eventing.buckets(claims)
    for bucket in range(buckets):
        mine = np.arange(bucket, len(each), buckets)
        found = claims_of(np.repeat(mine, each[mine]), count, rng)
        pairs = eventing.in_order(found.select(list(eventing.PAIRS)))
        eventing.packed(pairs).write_parquet(fold / "pairs" / f"{bucket:04}.parquet", row_group_size=ROW_GROUP)
    standing = articles_of(np.arange(count), count)
    copied = (pl.Series(np.arange(count)) % 10 >= 8) & (pl.Series(np.arange(count)) // 10 * 10 + 9 < count)
    counted(standing.filter(~copied)).write_parquet(fold / "single.parquet")
    standing.filter(copied).select(list(STANDING)).write_parquet(fold / "copied.parquet")
    called = pl.DataFrame({"name": names(), "code": names(), "id": names()})
    sides = [called.with_columns(side=pl.lit(side), claims=pl.lit(1)) for side in ("actor", "recipient")]
    pl.concat(sides).write_parquet(fold / "actors.parquet")
    (fold / FOLDED_PARTS).write_text("[]")
    folder.turn_to(fold)


def series(claims: int, into: Path | None) -> Iterator[str]:
    """The posture of a pair, asked in processes of their own."""
    root = into or Path(tempfile.mkdtemp(prefix="comity-archive-"))
    try:
        if not (root / "archive.json").exists():
            began = time.perf_counter()
            write(root, claims)
            size = sum(f.stat().st_size for f in root.rglob("*.parquet"))
            took = time.perf_counter() - began
            yield f"written: {claims} claims, {size / 1e9:.2f} GB, {size / claims:.0f} bytes a claim, {took:.0f} s"
        for _ in range(3):
            done = subprocess.run(
                [sys.executable, "-c", ASKED, str(root), *PAIR], capture_output=True, text=True, check=True
            )
            told = json.loads(done.stdout)
            yield f"posture of {' and '.join(PAIR)}: " + ", ".join(f"{k} {v:.4g}" for k, v in told.items())
    finally:
        if into is None:
            shutil.rmtree(root, ignore_errors=True)


def events(claims: int) -> Iterator[str]:
    """The events of so many claims, bucket by bucket as a fold does it, and of half as many."""
    for count in (claims // 2, claims):
        rng = np.random.default_rng(2)
        found = claims_of(np.repeat(np.arange(ACTORS**2), dyads(count, rng)), max(1000, count // PER_ARTICLE), rng)
        media = pl.DataFrame(
            schema={"article": pl.String, "content_start": pl.Int64, "content_end": pl.Int64, "medium": pl.String}
        )
        began = time.perf_counter()
        done = eventing.worked_out(found, media)
        took = time.perf_counter() - began
        yield f"events: {count} claims, {done['cluster'].n_unique()} events, {took:.1f} s, {count / took:.0f} claims a second"
    yield f"memory at its peak: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"


def given(path: str | None, count: int) -> list[Article]:
    """Articles as they are, and again with another ending, until there are enough."""
    place = [path] if path else [dossiers.folder(name) for name in dossiers.titles()]
    found = [a for a in articles(place, ReadingOptions()) if isinstance(a, Article)]
    return list(islice(cycle(found), count))


def workers(path: str | None, count: int, rounds: int = 3) -> Iterator[str]:
    """Articles a second with one worker of Ray and with two, without the time that Ray takes to start."""
    from comity.archive.on_ray import start

    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder, "all")
        lines.mkdir()
        for n, a in enumerate(given(path, count)):
            row = {"id": f"{n}", "text": f"{a.text}\n\nNumber {n}.", "published": a.published, "outlet": a.outlet}
            with Path(lines, f"{n % 8}.jsonl").open("a", encoding="utf-8") as stream:
                stream.write(json.dumps(row) + "\n")
        ray = start(Work("ray", 2))
        found: dict[int, list[float]] = {1: [], 2: []}
        for turn in range(rounds + 1):
            for number in (1, 2):
                archive = OpenArchive(Path(folder, f"{turn}-{number}"))
                began = time.perf_counter()
                done = archive.code([lines], None, Work("ray", number, "auto", batch=8))
                if turn:  # the first turn loads the model into each worker
                    found[number].append(done.coded / (time.perf_counter() - began))
        ray.shutdown()
    middle = {n: statistics.median(rates) for n, rates in found.items()}
    for n, rates in found.items():
        yield f"{n} worker(s): {middle[n]:.2f} articles a second (least {min(rates):.2f}, most {max(rates):.2f})"
    yield f"two workers / one: {middle[2] / middle[1]:.2f} x"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("what", choices=["series", "events", "workers"])
    options.add_argument("texts", nargs="?")
    options.add_argument("--claims", type=int)
    options.add_argument("--articles", type=int, default=240)
    options.add_argument("--into", type=Path)
    chosen = options.parse_args()
    if chosen.what == "series":
        told = series(chosen.claims or 50_000_000, chosen.into)
    elif chosen.what == "events":
        told = events(chosen.claims or 1_000_000)
    else:
        told = workers(chosen.texts, chosen.articles)
    for line in told:
        print(line, flush=True)


if __name__ == "__main__":
    main()

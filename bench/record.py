r"""A large record: its size, the time to write and to fold it, memory, and how long it takes to answer.

    python bench/record.py [TEXTS.jsonl] [--articles 2000] [--read 100] [--into FILE|postgresql://…] [--processes 1] \
        [--coded READINGS.jsonl]

``--read`` articles are really read, out of TEXTS.jsonl (objects with "text", and "title", "published", "outlet"; long texts
are cut at paragraphs into articles of about 2,100 characters) or the demonstration dossiers; the others are written as
already coded rows varied from them: other words of the same length outside of every span, other days, another outlet, and
another pair of actors. ``--coded`` keeps what was read in a file, and takes it from there where it is.

Prints, in-process: p95 of ``claims`` for one pair (pairs drawn evenly, and the largest pair beside it) and of text search
(two words that some article holds): the best 20 with their passages and how many there are, and all of them. Targets for
100,000 articles: 200 and 300 ms. Clusters are worked out by a process of its own, whose memory is told, and again after one
more batch, as at the end of a daily reading.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import re
import resource
import statistics
import tempfile
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from comity import coder, contract, dossiers
from comity.coder import code_many
from comity.reading import OpenRecord
from comity.record.answers import Filter
from comity.record.identity import text_hash
from comity.record.queries import BEST
from comity.sources import ReadingOptions, articles
from comity.values import Actor, Article, Coded, Time

WORD = re.compile(r"\b[a-z]{3,}\b")
CHARACTERS = 2100
BATCH = 200
LATER = 24  # articles of a reading that comes later
Reading = tuple[Article, Coded]


def load(path: str | None, count: int) -> list[Article]:
    """As many articles as there are, up to ``count``."""
    if path is None:
        found = articles([dossiers.folder(name) for name in dossiers.titles()], ReadingOptions())
        return [a for a in found if isinstance(a, Article)][:count]
    with open(path, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    random.Random(1).shuffle(rows)
    each = {a.id: a for row in rows for a in cut(row)}  # a text that comes twice is read once
    return list(islice(each.values(), count))


def cut(row: dict[str, Any]) -> Iterator[Article]:
    """A text as articles of some paragraphs each."""
    part: list[str] = []
    for paragraph in [*row["text"].split("\n"), None]:
        if part and (paragraph is None or sum(map(len, part)) + len(paragraph) > CHARACTERS):
            text = "\n".join(part)
            outlet, kind = row.get("outlet"), row.get("kind") or "news"
            yield Article(text_hash(text)[:16], text, row.get("title"), row.get("published"), outlet, None, kind)
            part = []
        if paragraph is not None:
            part.append(paragraph)


def read(found: list[Article], processes: int, kept: Path | None) -> list[Reading]:
    """The readings of these articles, from the file ``kept`` where an earlier run kept them."""
    if kept and kept.exists():
        with kept.open(encoding="utf-8") as lines:
            pairs = (json.loads(line) for line in lines)
            return [(contract.article_from_json(a), contract.from_json(c)) for a, c in islice(pairs, len(found))]
    began, real = time.perf_counter(), list(zip(found, code_many(found, processes), strict=True))
    claims, sentences = (sum(len(getattr(c, name)) for _, c in real) for name in ("claims", "sentences"))
    print(f"coded: {sentences} sentences, {claims} claims in {time.perf_counter() - began:.0f} s", flush=True)
    if kept:
        written = ([contract.value_json(a), contract.to_json(c)] for a, c in real)
        kept.write_text("".join(json.dumps(pair) + "\n" for pair in written), encoding="utf-8")
    return real


class Variation:
    """Readings varied from real ones. Invariant: every span still says what its value says."""

    def __init__(self, real: list[Reading]) -> None:
        self._real, self._rng = real, random.Random(2)
        self._words: dict[int, list[str]] = defaultdict(list)
        for article, _ in real:
            for word in WORD.findall(article.text):
                self._words[len(word)].append(word)
        self._codes = sorted({c for _, coded in real for v in actors(coded) if (c := v.code)})

    def __iter__(self) -> Iterator[Reading]:
        while True:
            yield self._varied(*self._rng.choice(self._real))

    def _varied(self, article: Article, coded: Coded) -> Reading:
        rng = self._rng
        spoken = sorted({s for s in spans(coded) if s[1] - s[0] < 120})
        text = "".join(self._reworded(article.text, spoken))
        days, names = rng.randrange(-2000, 2000), self._renamed()
        other = replace(
            article,
            id=text_hash(text)[:16],
            text=text,
            published=moved(article.published, days),
            outlet=f"Outlet {rng.randrange(300)}",
        )
        coded = changed(coded, lambda v: _change(v, days, names))
        stamp = other.id[:12]
        claims = tuple(replace(c, id=f"{stamp}{n:04d}"[-14:]) for n, c in enumerate(coded.claims))
        return other, replace(coded, id=other.id, claims=claims)

    def _renamed(self) -> dict[str, str]:
        return dict(zip(self._codes, self._rng.sample(self._codes, len(self._codes)), strict=True))

    def _reworded(self, text: str, spoken: list[tuple[int, int]]) -> Iterator[str]:
        at = 0
        for start, end in [*spoken, (len(text), len(text))]:
            if start >= at:
                yield WORD.sub(lambda m: self._rng.choice(self._words[len(m[0])]), text[at:start])
            yield text[max(at, start) : end]
            at = max(at, end)


def _change(value: Any, days: int, names: dict[str, str]) -> Any:
    if isinstance(value, Time):
        return replace(value, earliest=moved(value.earliest, days), latest=moved(value.latest, days))
    if isinstance(value, Actor) and value.code in names:
        code = names[value.code]
        return replace(value, code=code, id=value.id and value.id.replace(value.code, code, 1))
    return value


def changed(value: Any, change: Callable[[Any], Any]) -> Any:
    """The value with every part of it changed, the innermost first."""
    if isinstance(value, tuple):
        return tuple(changed(v, change) for v in value) if not all(type(v) is int for v in value) else value
    if not is_dataclass(value) or isinstance(value, type):
        return value
    parts = {f.name: getattr(value, f.name) for f in fields(value)}
    new = {name: changed(part, change) for name, part in parts.items()}
    differing = {name: part for name, part in new.items() if part is not parts[name]}
    return change(replace(value, **differing) if differing else value)


def spans(value: Any) -> Iterator[tuple[int, int]]:
    """Every span in a value."""
    if isinstance(value, tuple) and len(value) == 2 and all(type(x) is int for x in value):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from spans(part)
    elif is_dataclass(value):
        for f in fields(value):
            yield from spans(getattr(value, f.name))


def actors(value: Any) -> Iterator[Actor]:
    """Every actor in a value."""
    if isinstance(value, Actor):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from actors(part)
    elif is_dataclass(value):
        for f in fields(value):
            yield from actors(getattr(value, f.name))


def moved(moment: str | None, days: int) -> str | None:
    if moment is None:
        return None
    day = date.fromisoformat(moment[:10]).toordinal() + days
    return (date.fromordinal(max(1, day)) + timedelta()).isoformat() + moment[10:]


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def write(record: OpenRecord, readings: Iterator[Reading], count: int) -> float:
    """Writes so many readings in batches; answers the seconds spent in writing alone."""
    spent = 0.0
    with record.writer(coder.version()) as writer:
        left = count
        while left > 0:
            batch = list(islice(readings, min(BATCH, left)))
            spent += timed(lambda batch=batch: writer.write(batch))
            left -= len(batch)
    return spent


def fold(place: str) -> tuple[float, int]:
    """Works out the clusters; answers the seconds, and the megabytes that the process had at its peak."""
    with OpenRecord(place).writer(coder.version()) as writer:
        took = timed(writer.fold)
    return took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def apart(place: str) -> str:
    """The same in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as one:
        took, memory = one.apply(fold, (place,))
    return f"clusters in {took:.1f} s, {memory} MB at their peak"


def spread(times: list[float]) -> str:
    """What 95 of 100 stay under, and the middle."""
    return f"p95 {p95(times) * 1000:.0f} ms, median {statistics.median(times) * 1000:.0f} ms"


def p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1] if len(values) > 1 else values[0]


def ask(record: OpenRecord, rounds: int) -> Iterator[str]:
    """How long pairs and searches take."""
    reader, rng = record.reader(), random.Random(3)
    pairs: dict[tuple[str, str], int] = defaultdict(int)
    for found in reader.events():
        if found.actor and found.recipient:
            pairs[found.actor, found.recipient] += found.mentions
    drawn = rng.sample(sorted(pairs), min(rounds, len(pairs)))
    times = [timed(lambda p=p: list(reader.claims(Filter(actor=p[0], recipient=p[1])))) for p in drawn]
    yield f"claims of one pair: {spread(times)} ({len(drawn)} of {len(pairs)} pairs)"
    largest = max(pairs, key=lambda p: (pairs[p], p))
    found_ = list(reader.claims(Filter(actor=largest[0], recipient=largest[1])))
    took = timed(lambda: list(reader.claims(Filter(actor=largest[0], recipient=largest[1]))))
    yield f"claims of the largest pair: {took * 1000:.0f} ms for {len(found_)} claims"
    texts = [a.text for a in islice(reader.articles(), 2000) if len(a.text) > 500]
    asked = [" ".join(rng.sample(WORD.findall(rng.choice(texts)), 2)) for _ in range(rounds)]
    counts: list[int] = []
    times = [timed(lambda w=w: (list(reader.hits(w)), counts.append(reader.count_hits(w)))) for w in asked]
    yield f"text search, the best {BEST} and how many there are: {spread(times)}"
    times = [timed(lambda w=w: next(reader.hits(w, None))) for w in asked]
    yield f"text search for all, the first of them: {spread(times)}"
    times = [timed(lambda w=w: deque(reader.hits(w, None), maxlen=0)) for w in asked[:20]]
    most = f"{statistics.mean(counts):.0f} in the mean, {max(counts[:20])} at most"
    yield f"text search for all, the last of them: {spread(times)} ({most})"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("texts", nargs="?")
    options.add_argument("--articles", type=int, default=2000)
    options.add_argument("--read", type=int, default=100)
    options.add_argument("--into")
    options.add_argument("--processes", type=int, default=1)
    options.add_argument("--coded", type=Path)
    options.add_argument("--rounds", type=int, default=200)
    given = options.parse_args()
    found = load(given.texts, min(given.read, given.articles))
    real = read(found, given.processes, given.coded)
    print(f"really read: {len(real)} articles, {sum(len(c.claims) for _, c in real)} claims", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        record = OpenRecord(given.into or Path(folder, "large.comity"))
        variation = iter(Variation(real))
        took = write(record, iter(real), len(real)) + write(record, variation, given.articles - len(real))
        folded = apart(record.place)
        counts = record.reader().counts()
        each = 1000 * took / counts["articles"]
        print(f"written: {counts} in {took:.0f} s ({each:.1f} ms an article); {folded}", flush=True)
        more = write(record, variation, LATER)
        print(f"{LATER} articles more: written in {more:.2f} s; {apart(record.place)}", flush=True)
        if "://" not in record.place:
            size = sum(p.stat().st_size for p in Path(record.place).parent.glob(f"{Path(record.place).name}*"))
            print(f"on disk: {size / 1e6:.0f} MB, {size / counts['articles'] / 1000:.1f} kB an article")
        for line in ask(record, given.rounds):
            print(line, flush=True)
        print(f"memory of this process at its peak: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()

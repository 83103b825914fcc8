"""comity from raw text to claims in the record beside plain spaCy's full pipeline: same text, same run, in turn.

    python bench/speed.py [TEXTS.jsonl] [--articles 60] [--rounds 3] [--table] [--no-loss]

TEXTS.jsonl has one object a line with "text" (and "title", "published", "outlet", "kind"). Without it the text is the mix
like news that texts.py makes. Every measure runs in a process of its own, forked from one that has loaded both models, so
that none warms the next. Prints articles and sentences per second (median, least and most of the rounds), the
ratios, the time from start to the digest of one article, and what the short ways lose against parsing every sentence and
asking every word. ``--table`` prints the lines that stand in the README.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import multiprocessing
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from texts import news, spread

import comity
from comity import coder, reading
from comity.language.english import Unparsed as Raw
from comity.language.english import parse
from comity.language.model import MODELS
from comity.language.sentences import sentences
from comity.values import Article

FULL, PARSE, ONE, TWO = "spaCy, full pipeline", "comity's parse alone", "comity, one process", "comity, two processes"
START = "from start to the digest of one article"


@dataclass(frozen=True)
class Measured:
    """Seconds of each round, and those of the processors, of all processes together: what a busy machine tells best."""

    seconds: list[float]
    processors: list[float]

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)


def full_model(cache: list[Any] = []) -> Any:  # noqa: B006 - one model for the run
    """What a user would otherwise start from: tagger, parser, lemmatizer, named entities."""
    if not cache:
        name = next(n for n in MODELS if importlib.util.find_spec(n))
        cache.append(importlib.import_module(name).load())
    return cache[0]


def spacy_full(texts: list[str]) -> None:
    for _ in full_model().pipe(texts, batch_size=8):
        pass


def comity_into_record(read: list[Article], processes: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        record = reading.OpenRecord(Path(folder) / "speed.comity")
        reading.read(record, iter(read), reading.coder(processes))


def digest() -> None:
    """The command as a user gives it, files warm."""
    article = Path(comity.__file__).parent / "dossiers/october-1962/1962-10-27-kennedy-reply.txt"
    code = "import sys; from comity.cli import main; sys.argv = ['comity', 'digest', sys.argv[1]]; main()"
    env = {**os.environ, "PYTHONPATH": str(Path(comity.__file__).parents[1])}
    subprocess.run([sys.executable, "-c", code, str(article)], env=env, stdout=subprocess.DEVNULL, check=True)


def apart(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds, and seconds of the processors, of some work in a forked process."""
    ours, theirs = multiprocessing.get_context("fork").Pipe()
    child = os.fork()
    if not child:
        began, busy = time.perf_counter(), processors()
        work()
        theirs.send((time.perf_counter() - began, processors() - busy))
        os._exit(0)
    found: tuple[float, float] = ours.recv()
    os.waitpid(child, 0)
    return found


def processors() -> float:
    """Seconds that this process and those that it has waited for have kept a processor busy."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def measured(work: dict[str, Callable[[], object]], rounds: int) -> dict[str, Measured]:
    """Each kind of work in turn, so many rounds."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, run in work.items():
            found[name].append(apart(run))
    return {name: Measured([s for s, _ in one], [c for _, c in one]) for name, one in found.items()}


def memory_alone(read: list[Article]) -> float:
    """Peak memory in MB of a process that only codes and writes, not forked from one with both models."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        for a in read:
            row = {"id": a.id, "text": a.text, "title": a.title, "published": a.published, "kind": a.kind}
            file.write(json.dumps(row) + "\n")
        file.flush()
        code = (
            "import sys, resource, tempfile; from comity import open as o;"
            "f = tempfile.mkdtemp(); o(f + '/m.comity').read(sys.argv[1], processes=1);"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
        )
        env = {**os.environ, "PYTHONPATH": str(Path(comity.__file__).parents[1])}
        done = subprocess.run(
            [sys.executable, "-c", code, file.name], env=env, capture_output=True, text=True, check=True
        )
    return float(done.stdout)


def lost(read: list[Article]) -> dict[str, tuple[int, int]]:
    """Of claims and attributions: how many of those that the full way finds the short ways do not, and of how many."""
    sides = []
    for every in ("1", ""):
        code = "import sys; sys.path.insert(0, sys.argv[1]); import speed; speed.tell()"
        env = {**os.environ, "COMITY_EVERY_WORD": every, "PYTHONPATH": str(Path(comity.__file__).parents[1])}
        given = json.dumps([[a.id, a.text, a.title, a.published, a.outlet, a.kind] for a in read])
        run = [sys.executable, "-c", code, str(Path(__file__).parent)]
        sides.append(
            json.loads(subprocess.run(run, env=env, input=given, capture_output=True, text=True, check=True).stdout)
        )
    whole, short = sides
    return {key: (len(set(whole[key]) - set(short[key])), len(set(whole[key]))) for key in whole}


def tell() -> None:
    """Codes what standard input gives; prints claims and attributions as text."""
    from comity.contract import value_json

    read = [Article(i, t, title, day, outlet, None, kind) for i, t, title, day, outlet, kind in json.load(sys.stdin)]
    coded = list(coder.code_many(read))
    found = {
        key: [json.dumps([c.id, value_json(x)], sort_keys=True) for c in coded for x in getattr(c, key)]
        for key in ("claims", "attributions")
    }
    json.dump(found, sys.stdout)


def line(name: str, m: Measured, articles: int, spans: int) -> str:
    rate = f"{articles / m.median:.2f} articles/s, {spans / m.median:.0f} sentences/s"
    rounds = f"median {m.median:.2f}, least {min(m.seconds):.2f}, most {max(m.seconds):.2f}"
    return f"{name}: {rate} (seconds: {rounds}; of the processors {statistics.median(m.processors):.2f})"


def table(found: dict[str, Measured], start: Measured, memory: float, counted: tuple[int, int]) -> None:
    """The README's table of speed."""
    articles, spans = counted
    print(f"| {articles} articles, {spans} sentences | articles/s | sentences/s | beside spaCy's full pipeline |")
    print("|---|---|---|---|")
    for name in (FULL, PARSE, ONE, TWO):
        m = found[name]
        times = found[FULL].median / m.median
        print(f"| {name} | {articles / m.median:.1f} | {spans / m.median:.0f} | {times:.1f} × |")
    print(f"| {START} | {start.median:.1f} s | | |")
    print(f"| memory of one process | {memory:.0f} MB | | |")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("texts", nargs="?")
    options.add_argument("--articles", type=int, default=60)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--table", action="store_true")
    options.add_argument("--no-loss", action="store_true")
    chosen = options.parse_args()
    read = spread(chosen.texts, chosen.articles) if chosen.texts else news(chosen.articles)
    texts = [a.text for a in read]
    spans = [Raw(a.text, s) for a in read for s in sentences(a.text)]
    coder.warm()
    spacy_full(texts[:1])
    work: dict[str, Callable[[], object]] = {
        FULL: lambda: spacy_full(texts),
        PARSE: lambda: parse(spans),
        ONE: lambda: comity_into_record(read, 1),
        TWO: lambda: comity_into_record(read, 2),
    }
    found = measured(work, chosen.rounds)
    start = measured({START: digest}, chosen.rounds)[START]
    memory = memory_alone(read)
    if chosen.table:
        table(found, start, memory, (len(read), len(spans)))
        return
    print(f"{len(read)} articles, {len(spans)} sentences, {chosen.rounds} rounds")
    for name, m in found.items():
        print(line(name, m, len(read), len(spans)))
    for name in (ONE, TWO):
        busy = statistics.median(found[FULL].processors) / statistics.median(found[name].processors)
        print(
            f"{name} / {FULL}: {found[FULL].median / found[name].median:.2f} x; by seconds of the processors {busy:.2f} x"
        )
    print(f"{START}: median {start.median:.2f} s, of the processors {statistics.median(start.processors):.2f} s")
    print(f"memory of one process: {memory:.0f} MB")
    if not chosen.no_loss:
        for key, (missed, of) in lost(read).items():
            print(f"{key} lost against every sentence and word: {missed} of {of} ({missed / max(1, of):.2%})")


if __name__ == "__main__":
    main()

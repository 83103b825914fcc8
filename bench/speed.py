"""comity from raw text to a record beside plain spaCy's full pipeline, on the same text in the same run, in turn.

    python bench/speed.py TEXTS.jsonl [--articles 60] [--rounds 3] [--processes 1]

TEXTS.jsonl has one object a line with "text" (and "title", "published", "outlet"). Prints sentences and articles per second,
median, least and most of the rounds, their ratio, and the peak of memory of this process. Without TEXTS the demonstration
dossiers are used.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from comity import coder, reading
from comity.language.english import Unparsed as Raw
from comity.language.english import parse
from comity.language.model import MODELS
from comity.language.sentences import sentences
from comity.values import Article


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def spacy_full(texts: list[str]) -> None:
    """What a user would otherwise start from: tagger, parser, lemmatizer, named entities."""
    nlp = full_model()
    for _ in nlp.pipe(texts, batch_size=8):
        pass


def full_model(cache: list[object] = []) -> object:  # noqa: B006 - one model for the run
    if not cache:
        import importlib
        import importlib.util

        name = next(n for n in MODELS if importlib.util.find_spec(n))
        cache.append(importlib.import_module(name).load())
    return cache[0]


def parse_alone(spans: list[Raw]) -> None:
    """The floor of a coder that parses every sentence."""
    parse(spans)


def comity_into_record(read: list[Article], processes: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        record = reading.OpenRecord(Path(folder) / "speed.comity")
        reading.read(record, iter(read), reading.coder(processes))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("texts", nargs="?")
    options.add_argument("--articles", type=int, default=60)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--processes", type=int, default=1)
    chosen = options.parse_args()
    read = load(chosen.texts, chosen.articles)
    texts = [a.text for a in read]
    spans = [Raw(a.text, s) for a in read for s in sentences(a.text)]
    coder.warm()
    spacy_full(texts[:1])
    work: dict[str, Callable[[], object]] = {
        "spacy full pipeline": lambda: spacy_full(texts),
        "parse alone": lambda: parse_alone(spans),
        "comity to record": lambda: comity_into_record(read, chosen.processes),
    }
    seconds: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(chosen.rounds):
        for name, run in work.items():
            seconds[name].append(timed(run))
    print(
        f"{len(read)} articles, {len(spans)} sentences, {chosen.rounds} rounds, comity with {chosen.processes} process(es)"
    )
    for name, found in seconds.items():
        middle = statistics.median(found)
        print(
            f"{name}: {len(spans) / middle:.0f} sentences/s, {len(read) / middle:.2f} articles/s "
            f"(seconds: median {middle:.2f}, least {min(found):.2f}, most {max(found):.2f})"
        )
    base = statistics.median(seconds["spacy full pipeline"])
    print(f"comity / spacy full pipeline: {base / statistics.median(seconds['comity to record']):.2f} x")
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()

"""Whether a change of the code changed what is coded: the contract's JSON of many articles, before and after, word by word.

    python bench/same.py --write before.jsonl [TEXTS.jsonl] [--articles 300]
    python bench/same.py --against before.jsonl [TEXTS.jsonl] [--articles 300]

Codes the demonstration dossiers, the examples of the vocabulary, the labelled set and, where given, articles spread over
TEXTS.jsonl. Prints the articles whose coding differs, and how many claims, attributions and signals were lost or came new.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from texts import own, spread

from comity import coder, vocabulary
from comity.contract import to_json
from comity.values import Article


def everything(texts: str | None, count: int) -> Iterator[Article]:
    """The articles of the comparison, in an order that does not change."""
    yield from own()
    for kind in ("events", "signals"):
        for n, document in enumerate(vocabulary.documents(kind)):
            yield from (Article(f"{kind}-{n}-{k}", text) for k, text in enumerate(_sentences(document)))
    if texts:
        yield from spread(texts, count)


def _sentences(document: Any) -> Iterator[str]:
    """Every string of a file of the vocabulary that reads like a sentence."""
    if isinstance(document, dict | list):
        for inner in document.values() if isinstance(document, dict) else document:
            yield from _sentences(inner)
    elif isinstance(document, str) and document.endswith((".", "?", "”", '"')) and document.count(" ") > 2:
        yield document


def lines(texts: str | None, count: int) -> Iterator[str]:
    for coded in coder.code_many(everything(texts, count)):
        yield json.dumps(to_json(coded, {}), ensure_ascii=False, sort_keys=True)


def compare(before: list[str], after: list[str]) -> int:
    """Prints what differs; the number of articles that do."""
    if len(before) != len(after):
        sys.exit(f"{len(before)} articles before, {len(after)} after: another set")
    changes: Counter[str] = Counter()
    differing = 0
    for old, new in zip(before, after, strict=True):
        if old == new:
            continue
        differing += 1
        one, two = json.loads(old), json.loads(new)
        told = [k for k in one if one[k] != two.get(k)]
        for key in ("claims", "attributions"):
            was, now = ({json.dumps(x, sort_keys=True) for x in side[key]} for side in (one, two))
            changes[f"{key} lost"] += len(was - now)
            changes[f"{key} new"] += len(now - was)
        print(f"{one['id']}: {', '.join(told)} differ")
    print(f"{differing} of {len(before)} articles differ. {dict(changes)}")
    return differing


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("texts", nargs="?")
    options.add_argument("--write")
    options.add_argument("--against")
    options.add_argument("--articles", type=int, default=300)
    chosen = options.parse_args()
    found = list(lines(chosen.texts, chosen.articles))
    if chosen.write:
        Path(chosen.write).write_text("\n".join(found) + "\n", encoding="utf-8")
        print(f"{len(found)} articles written")
    if chosen.against:
        before = Path(chosen.against).read_text(encoding="utf-8").split("\n")[:-1]
        sys.exit(bool(compare(before, found)))


if __name__ == "__main__":
    main()

"""How soon the workspace shows each of its views: first paint in a real browser, from a real server, over a large record.

    python bench/workspace.py RECORD [--times 20]

RECORD is made by bench/record.py --into RECORD. Each view is asked for ``--times`` times, other actors and articles each time, in
turn. Prints p50, p95 and the most of first contentful paint in milliseconds, and the largest page in kB; then how long the first
question to each view took, before anything of it was kept. Targets for 1,000,000 claims: 300 ms at p95, 300 kB.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import comity
from browser import browsing
from workspace_server import Workspace, served

PAINT = "performance.getEntriesByType('paint').find(e => e.name == 'first-contentful-paint')?.startTime"
VIEWS = {
    "morning": "/?until={day}&days=7",
    "brief": "/brief/{article}",
    "article": "/article/{article}",
    "claims": "/claims?actor={one}&recipient={other}",
    "claim": "/claim/{claim}",
    "review": "/review?actor={one}",
    "compare": "/review/compare",
    "ledger": "/ledger?by={one}",
    "matrix": "/matrix",
    "pairs": "/pairs?of={one}",
    "pair": "/pair/{one}/{other}",
    "pair lanes": "/pair/{one}/{other}/lanes",
    "pair places": "/pair/{one}/{other}/places",
    "actors": "/actors",
    "actor": "/actor/{one}",
    "search": "/search?words={word}",
    "sources": "/sources",
    "families": "/sources/families",
}


def drawn(record: str, times: int) -> list[dict[str, str]]:
    """What addresses are filled with: pairs with claims, articles, claims, days and words that the record has."""
    reader = comity.open(record).reader()
    articles = reader.provenances()
    articles = articles.filter(articles["published"].is_not_null())
    rng = random.Random(5)
    rows = articles.sample(times, with_replacement=True, seed=5).to_dicts()
    pairs = [(e.actor, e.recipient) for e in islice(reader.events(), 20_000) if e.actor and e.recipient]
    pairs = [pair for pair in pairs if pair[0] != pair[1]]
    filled = []
    for row in rows:
        claims = list(islice(reader.claims_of(row["article"]), 1))
        words = [w for w in reader.article(row["article"]).text.split() if w.isalpha() and len(w) > 6]
        one, other = rng.choice(pairs)
        filled.append(
            {
                "article": row["article"],
                "day": row["published"][:10],
                "claim": claims[0].claim.id if claims else "0",
                "one": quote(str(one), safe=""),
                "other": quote(str(other), safe=""),
                "word": rng.choice(words or ["war"]),
            }
        )
    return filled


def painted(page: Any, workspace: Workspace, path: str) -> tuple[float, int]:
    """First contentful paint in milliseconds, and the page's own bytes."""
    answered = page.goto(workspace.base + path, wait_until="load")
    size = len(answered.body())
    while (paint := page.evaluate(PAINT)) is None:  # the page's policy forbids to wait by a script of ours
        time.sleep(0.01)
    return float(paint), size


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("record")
    options.add_argument("--times", type=int, default=20)
    chosen = options.parse_args()
    counts = comity.open(chosen.record).reader().counts()
    filled = drawn(chosen.record, chosen.times)
    with served(chosen.record) as workspace, browsing() as browser:
        page = browser.new_context().new_page()
        page.set_default_timeout(600_000)
        began = time.perf_counter()
        page.goto(workspace.address)
        print(f"{counts['articles']} articles, {counts['claims']} claims, {chosen.times} times each view")
        print(f"frames of the record made, first page shown: {time.perf_counter() - began:.1f} s")
        first = {name: painted(page, workspace, path.format(**filled[0]))[0] for name, path in VIEWS.items()}
        found: dict[str, list[tuple[float, int]]] = {name: [] for name in VIEWS}
        for row in filled:
            for name, path in VIEWS.items():
                found[name].append(painted(page, workspace, path.format(**row)))
    for name, all_of_it in found.items():
        paints = sorted(paint for paint, _ in all_of_it)
        p95 = paints[min(len(paints) - 1, int(len(paints) * 0.95))]
        print(
            f"{name}: p50 {statistics.median(paints):.0f} ms, p95 {p95:.0f} ms, most {paints[-1]:.0f} ms, "
            f"{max(size for _, size in all_of_it) / 1000:.0f} kB; first asked {first[name]:.0f} ms"
        )


if __name__ == "__main__":
    main()

"""The articles that a benchmark runs on: those of a file spread evenly, or a mix like news made from the project's own.

The mix is drawn from the paragraphs of the demonstration dossiers and of the labelled set, with a fixed seed: each article
takes paragraphs of several texts, so that no two are alike, and between them as much filler that claims nothing as a page
of news has (weather, sport, markets, culture), written for this purpose.
"""

from __future__ import annotations

import itertools
import json
import random
from pathlib import Path

import comity
from comity.evaluation import gold
from comity.sources import ReadingOptions, articles
from comity.values import Article

SEED = 20260216
PARAGRAPHS = (6, 14)  # of one article
FILLER = 0.45  # of the paragraphs of an article
SUBJECTS = ("The festival", "The harvest", "The museum", "The old bridge", "The market", "The league", "The railway")
DOINGS = (
    "opened to visitors in the morning and closed before the rain came",
    "drew more people than in the year before, according to the organisers",
    "will be longer by two days next summer",
    "has been repaired with stone from the quarry near the river",
    "lost a quarter of its income when the winter was mild",
    "was praised for its music and its bread",
)
MORE = (
    "Tickets cost 12 at the gate and less for children.",
    "Prices rose by 2.4 per cent in the third quarter, and shares fell a little.",
    "Rain is expected along the coast, with wind from the west and some sun in the evening.",
    "The match ended 2-1 after extra time.",
    "Nobody remembers a summer as dry as this one.",
)


def spread(path: str, count: int) -> list[Article]:
    """Articles spread evenly over a file of JSON Lines with "text" (and "id", "title", "published", "outlet", "kind")."""
    with open(path, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    step = max(1, len(rows) // count)
    return [
        Article(r["id"], r["text"], r.get("title"), r.get("published"), r.get("outlet"), None, r.get("kind") or "news")
        for r in itertools.islice(rows, 0, step * count, step)
    ]


def own() -> list[Article]:
    """The articles of the dossiers and of the labelled set."""
    folder = Path(comity.__file__).parent / "dossiers"
    found = [a for a in articles([folder], ReadingOptions()) if isinstance(a, Article)]
    return [*found, *(t.text.article for t in gold.load(gold.SHIPPED).texts)]


def news(count: int) -> list[Article]:
    """Articles like news: paragraphs of the project's own texts and filler, in an order that the seed gives."""
    chance = random.Random(SEED)
    told = [p for a in own() for p in a.text.split("\n") if len(p) > 60]
    return [Article(f"news-{k}", _page(chance, told), None, "2024-03-04", "The Mix") for k in range(count)]


def _page(chance: random.Random, told: list[str]) -> str:
    length = chance.randint(*PARAGRAPHS)
    return "\n".join(_filler(chance) if chance.random() < FILLER else chance.choice(told) for _ in range(length))


def _filler(chance: random.Random) -> str:
    sentences = [f"{chance.choice(SUBJECTS)} {chance.choice(DOINGS)}." for _ in range(chance.randint(1, 3))]
    return " ".join([*sentences, chance.choice(MORE)])

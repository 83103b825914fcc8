"""An archive in the making, simulated: how long it takes, what waits for what, what the skew of actors does to a fold.

    python bench/queue_simulation.py [--articles 10000000] [--workers 400] [--rate 1.5] [--reader 40] [--lost 0.02]

``--rate`` is articles a second that one core codes and ``--reader`` those that one core reads (pages with their furniture);
measure them with bench/speed.py and bench/archive.py. Batches take times drawn by the lengths of their articles
(log-normal, as news is), workers are lost at ``--lost`` an hour each, and a lost worker's batch is done again by another.
Prints the wall time beside the ideal, the share of work done twice, and how evenly the buckets of a fold are filled.
"""

from __future__ import annotations

import argparse
import heapq

import numpy as np

BATCH = 96
SPREAD = 0.8  # of the logarithm of an article's length
ACTORS, SHARE = 250, 0.12  # actors, whose shares fall by rank; claims that name no coded actor on either side
BUCKET = 1_000_000
PER_ARTICLE = 12
AGAIN = 20.0  # seconds until a lost worker is replaced and has its model


def queue(batches: np.ndarray, workers: int, lost: float, rng: np.random.Generator) -> tuple[float, float]:
    """Seconds until all batches are done, first come first served, and the seconds of work that were lost."""
    free = [(0.0, n) for n in range(workers)]
    heapq.heapify(free)
    todo = list(batches[::-1])
    wasted, end = 0.0, 0.0
    while todo:
        took = todo.pop()
        at, worker = heapq.heappop(free)
        fails = rng.exponential(3600 / lost) if lost else np.inf
        if fails < took:
            wasted += fails
            todo.insert(0, took)
            heapq.heappush(free, (at + fails + AGAIN, worker))
            continue
        end = max(end, at + took)
        heapq.heappush(free, (at + took, worker))
    return end, wasted


def buckets(claims: int, rng: np.random.Generator) -> np.ndarray:
    """Claims in each bucket of a fold: pairs are dealt out by a hash, and those without codes all into one."""
    share = 1 / np.arange(1, ACTORS + 1)
    pairs = np.outer(share, share).ravel()
    sizes = (1 - SHARE) * claims * pairs / pairs.sum()
    count = max(1, -(-claims // BUCKET))
    filled = np.bincount(rng.integers(0, count, len(pairs)), weights=sizes, minlength=count)
    filled[0] += SHARE * claims
    return filled


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=10_000_000)
    options.add_argument("--workers", type=int, default=400)
    options.add_argument("--rate", type=float, default=1.5)
    options.add_argument("--reader", type=float, default=40.0)
    options.add_argument("--lost", type=float, default=0.02)
    given = options.parse_args()
    rng = np.random.default_rng(1)
    count = -(-given.articles // BATCH)
    lengths = rng.lognormal(-(SPREAD**2) / 2, SPREAD, (min(count, 20_000), BATCH)).sum(axis=1)
    times = rng.choice(lengths, count) / given.rate
    coding = given.workers - reading(given.workers, given.rate, given.reader)
    ideal = times.sum() / coding
    end, wasted = queue(times, coding, given.lost, rng)
    print(f"{given.articles} articles, {given.workers} cores, of which {given.workers - coding} read")
    print(
        f"coded in {end / 3600:.2f} h; without waiting or loss {ideal / 3600:.2f} h; done twice {wasted / times.sum():.2%}"
    )
    print(f"the driver takes a part in {1000 * end / count:.1f} ms on average")
    claims = given.articles * PER_ARTICLE
    filled = buckets(claims, rng)
    print(f"{claims} claims in {len(filled)} buckets: median {np.median(filled):.3g}, largest {filled.max():.3g}")
    largest = claims * (1 - SHARE) / np.outer(1 / np.arange(1, ACTORS + 1), 1 / np.arange(1, ACTORS + 1)).sum()
    print(f"the largest pair has {largest:.3g} claims, those without a code {SHARE * claims:.3g}")


def reading(workers: int, rate: float, reader: float) -> int:
    """How many of the cores read so that the others never wait."""
    return max(1, round(workers * rate / (rate + reader)))


if __name__ == "__main__":
    main()

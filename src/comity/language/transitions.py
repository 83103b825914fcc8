"""Heads and labels of sentences by the model's transition parser, many sentences a step.

The arc-eager system of spaCy (shift, reduce and unshift, left and right arcs; Honnibal & Johnson 2015) with the same
weights and the same rules of what is allowed; the sentence is given as one, so that nothing breaks it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from comity.language.vectors import Floats, Ints, product

if TYPE_CHECKING:
    from spacy.language import Language

FEATURES = 8  # words that a decision looks at
SHIFT, REDUCE, LEFT, RIGHT, BREAK = range(5)
NEVER = np.float32(-np.inf)
LIFTED = "||"  # a label that tells under which label its true head stands (Nivre & Nilsson 2005)


@dataclass(frozen=True, slots=True)
class Decider:
    """What scores the moves. ``allowed`` [8, moves]: 0 or -inf, by what may be done (shift 1, reduce 2, arcs 4)."""

    narrow: Floats  # [width, hidden]
    narrow_bias: Floats
    lower: Floats  # [hidden, FEATURES * 2 * hidden], both pieces of a feature after each other
    lower_bias: Floats
    absent: Floats  # [FEATURES * 2 * hidden]
    upper: Floats  # [hidden, moves]
    upper_bias: Floats
    allowed: Floats
    kinds: Ints
    labels: tuple[str, ...]

    def table(self, vectors: Floats) -> Floats:
        """What each word gives to each feature: [(words + 1) * FEATURES, 2 * hidden]; the first word is no word."""
        hidden = product(vectors, self.narrow)
        hidden += self.narrow_bias
        found = np.empty((len(vectors) + 1, self.lower.shape[1]), np.float32)
        found[0] = self.absent
        found[1:] = product(hidden, self.lower)
        return found.reshape(-1, self.lower.shape[1] // FEATURES)

    def best(self, table: Floats, words: Ints, may: Ints) -> Ints:
        """The best allowed move for each state: ``words`` [states, FEATURES] are rows of the table, 0 where none."""
        sums: Floats = table[(words * FEATURES + np.arange(FEATURES)).ravel()]
        sums = sums.reshape(len(words), FEATURES, -1).sum(axis=1)
        sums += self.lower_bias
        half = sums.shape[1] // 2
        scores = product(np.maximum(sums[:, :half], sums[:, half:]), self.upper)
        scores += self.upper_bias
        scores += self.allowed[may]
        chosen: Ints = scores.argmax(axis=1)
        return chosen


class States:
    """Sentences on their way to a tree, a row each.

    Invariant: the last column of each table by word stands for "no word" and holds -1 (or False), so that index -1 reads
    it; the stack begins with three such cells.
    """

    def __init__(self, lengths: Ints) -> None:
        n, longest = len(lengths), int(lengths.max())
        self.length = lengths
        self.offset = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        self.stack = np.full((n, longest + 4), -1)
        self.depth = np.zeros(n, np.intp)
        self.back = np.full((n, longest + 2), -1)  # words put back before the rest
        self.backs = np.zeros(n, np.intp)
        self.next = np.zeros(n, np.intp)
        self.head, self.move, self.first, self.last, self.before = (np.full((n, longest + 1), -1) for _ in range(5))
        self.put_back = np.zeros((n, longest + 1), bool)

    def front(self, r: Ints) -> tuple[Ints, Ints]:
        """The first two words of the rest."""
        backs, at, length = self.backs[r], self.next[r], self.length[r]
        second = at + 1 - backs  # where fewer than two are put back
        b0 = np.where(backs > 0, self.back[r, backs - 1], np.where(at < length, at, -1))
        b1 = np.where(backs > 1, self.back[r, backs - 2], np.where(second < length, second, -1))
        return b0, b1

    def push(self, r: Ints, word: Ints) -> None:
        self.stack[r, self.depth[r] + 3] = word
        self.depth[r] += 1
        had = self.backs[r] > 0
        self.backs[r] -= had
        self.next[r] += ~had

    def step(self, r: Ints, decider: Decider, table: Floats) -> Ints:
        """One move for each row of ``r``; the rows that are not done."""
        b0, b1 = self.front(r)
        depth, rest = self.depth[r], self.length[r] - self.next[r] + self.backs[r]
        s0, s1, s2 = (self.stack[r, depth + 2 - k] for k in range(3))
        ids = np.stack([b0, b1, s0, s1, s2, self.first[r, b0], self.first[r, s0], self.last[r, s0]], axis=1)
        words = np.where(ids >= 0, ids + self.offset[r, None] + 1, 0)
        empty, left = depth == 0, rest > 0
        may = (
            (empty | ((rest > 1) & ~self.put_back[r, b0])) + 2 * (~empty & (~left | (depth > 1))) + 4 * (~empty & left)
        )
        chosen = decider.best(table, words, may)
        self._do(r, decider.kinds[chosen], chosen, b0, s0)
        return r[(self.depth[r] > 0) | (self.next[r] < self.length[r]) | (self.backs[r] > 0)]

    def _do(self, r: Ints, kind: Ints, move: Ints, b0: Ints, s0: Ints) -> None:
        pops = np.zeros(len(r), bool)
        if (left := kind == LEFT).any():
            q, head, child = r[left], b0[left], s0[left]
            old = self.head[q, child]
            had = old >= 0  # a head to its left is replaced
            self.last[q[had], old[had]] = self.before[q[had], child[had]]
            self.head[q, child], self.move[q, child], self.first[q, head] = head, move[left], child
            self.put_back[q, head] = False
            pops |= left
        if (right := kind == RIGHT).any():
            q, head, child = r[right], s0[right], b0[right]
            self.head[q, child], self.move[q, child] = head, move[right]
            self.before[q, child], self.last[q, head] = self.last[q, head], child
        if (reduce := kind == REDUCE).any():
            headless = reduce & (self.head[r, s0] < 0) & (self.depth[r] > 1)
            q, word = r[headless], s0[headless]
            self.put_back[q, word] = True
            self.back[q, self.backs[q]] = word
            self.backs[q] += 1
            pops |= reduce
        if (pushes := ~pops).any():
            self.push(r[pushes], b0[pushes])
        self.depth[r[pops]] -= 1


def trees(decider: Decider, vectors: Floats, lengths: list[int]) -> list[tuple[list[int], list[str]]]:
    """Heads and labels of sentences of these lengths, whose words' vectors stand one after the other."""
    states = States(np.array(lengths))
    table = decider.table(vectors)
    r = np.arange(len(lengths))
    while len(r):
        r = states.step(r, decider, table)
    names = (*decider.labels, "ROOT")  # index -1: no move has given it a head
    found = []
    for n, heads, moves in zip(lengths, states.head.tolist(), states.move.tolist(), strict=True):
        one = [k if h < 0 else h for k, h in enumerate(heads[:n])]
        labels = [names[m] for m in moves[:n]]
        if any(LIFTED in label for label in labels):
            _lower(one, labels)
        found.append((one, labels))
    return found


def _lower(heads: list[int], labels: list[str]) -> None:
    """Words that were lifted to stay projective go back under their heads: breadth first from where they hang."""
    for i, label in enumerate(labels):
        if LIFTED in label:
            labels[i], wanted = label.split(LIFTED)
            row = [heads[i]]
            while row:
                below = [k for q in row for k, h in enumerate(heads) if h == q and k not in (q, i)]
                found = next((k for k in below if labels[k] == wanted), None)
                if found is not None:
                    heads[i] = found
                    break
                row = below


def read(nlp: Language) -> Decider | None:
    """The parser of a model; None where its architecture is another one."""
    try:
        pipe: Any = nlp.get_pipe("parser")
        model = pipe.model
        narrow = next(n for n in model.get_ref("tok2vec").walk() if n.name == "linear")
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        moves = [str(pipe.moves.get_class_name(k)) for k in range(pipe.moves.n_moves)]
        weights, absent = lower.get_param("W"), lower.get_param("pad")  # [features, hidden, 2, inputs]
        known = weights.shape[0] == FEATURES and weights.shape[2] == 2 and upper.name == "linear"
    except (AttributeError, IndexError, KeyError, StopIteration, ValueError):
        return None
    if not known or model.attrs["unseen_classes"] or pipe.cfg["beam_width"] != 1:
        return None
    kinds = np.array(["SDLRB".index(m[0]) for m in moves])
    return Decider(
        narrow=_across(narrow.get_param("W")),
        narrow_bias=np.asarray(narrow.get_param("b")),
        lower=_across(weights.transpose(0, 2, 1, 3).reshape(-1, weights.shape[3])),
        lower_bias=np.asarray(lower.get_param("b")).T.reshape(-1),
        absent=absent[0].transpose(0, 2, 1).reshape(-1),
        upper=_across(upper.get_param("W")),
        upper_bias=np.asarray(upper.get_param("b")),
        allowed=_allowed(kinds),
        kinds=kinds,
        labels=tuple(m.partition("-")[2] for m in moves),
    )


def _across(weights: Any) -> Floats:
    return np.ascontiguousarray(np.asarray(weights, np.float32).T)


def _allowed(kinds: Ints) -> Floats:
    bits = np.array([1, 2, 4, 4, 0])[kinds]
    return np.where(np.arange(8)[:, None] & bits, np.float32(0), NEVER).astype(np.float32)

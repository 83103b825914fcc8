"""A parsed sentence as a neutral structure: tokens with offsets, tags, heads and labels. No parser is known here.

Labels are those of the ClearNLP scheme that English spaCy models give (nsubj, dobj, pobj, …); an adapter for another
parser maps its labels to them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, wraps
from typing import Any, TypeVar

from comity.values import Span

# Every sentence parsed, every word asked: what the short ways are measured against.
EVERY_WORD = bool(os.environ.get("COMITY_EVERY_WORD"))
Found = TypeVar("Found")
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "csubj", "parataxis"})


# Never changed once made; not frozen, since that doubles the time that millions of them take to make.
@dataclass(slots=True, unsafe_hash=True)
class Token:
    """One token. ``mention`` is the index of the named mention that it stands for, or -1."""

    i: int
    text: str
    lemma: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    mention: int = -1
    verbal: bool = field(init=False, repr=False, compare=False)
    nominal: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.verbal, nominal = _kind(self.tag)
        self.nominal = nominal or self.mention >= 0


@cache
def _kind(tag: str) -> tuple[bool, bool]:
    """Whether a tag is one of verbs, and whether it is one of nouns, pronouns or numbers."""
    return tag[:2] == "VB" or tag == "MD", tag[:2] == "NN" or tag in ("PRP", "CD")


@dataclass(frozen=True)
class Sentence:
    """The tokens of one sentence and its tree; ``span`` is in the article's text."""

    span: Span
    tokens: tuple[Token, ...]

    @cached_property
    def kids(self) -> tuple[tuple[Token, ...], ...]:
        """The children of each token in order of the text."""
        rows: list[list[Token]] = [[] for _ in self.tokens]
        for t in self.tokens:
            if t.head != t.i:
                rows[t.head].append(t)
        return tuple(map(tuple, rows))

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The lemmas that stand in the sentence."""
        return frozenset([t.lemma for t in self.tokens])

    @cached_property
    def forms(self) -> frozenset[str]:
        """The lemmas that stand in the sentence, and its words as they are written, in lower case."""
        return self.lemmas.union([t.text.lower() for t in self.tokens])

    @cached_property
    def known(self) -> dict[Any, Any]:
        """What pure functions of the sentence have found already: see :func:`once`."""
        return {}

    @cached_property
    def root(self) -> int:
        return next((t.i for t in self.tokens if t.head == t.i), 0)

    def children(self, i: int, *deps: str) -> Sequence[Token]:
        """The children of token ``i``, all or those with one of the labels, in order of the text."""
        found = self.kids[i]
        return [k for k in found if k.dep in deps] if deps and found else found

    def child(self, i: int, *deps: str) -> Token | None:
        for k in self.kids[i]:
            if not deps or k.dep in deps:
                return k
        return None

    def infinitive(self, i: int) -> bool:
        """Whether the verb at ``i`` is marked by "to"."""
        return any(k.lemma == "to" for k in self.children(i, "aux"))

    def subtree(self, i: int, without: frozenset[int] = frozenset()) -> list[int]:
        """Indices of the subtree of ``i`` in order of the text, not entering any of ``without``."""
        seen, stack = [], [i]
        while stack:
            k = stack.pop()
            seen.append(k)
            stack.extend([c.i for c in self.kids[k] if c.i not in without])
        return sorted(seen)

    def ancestors(self, i: int) -> Iterator[Token]:
        """The heads of token ``i``, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield self.tokens[i]

    def conjuncts(self, i: int) -> list[int]:
        """``i`` and what is coordinated under it ("A, B and C"), in order."""
        found = [i]
        for k in found:  # grows on the way: breadth first
            found.extend([c.i for c in self.kids[k] if c.dep == "conj"])
        return found

    def extent(self, indices: list[int]) -> Span:
        """The span from the first to the last of some tokens."""
        return self.tokens[min(indices)].start, self.tokens[max(indices)].end

    def gapless(self, indices: list[int]) -> tuple[Span, ...]:
        """Spans of the maximal runs of neighbouring tokens, punctuation at either end left out."""
        runs: list[list[int]] = []
        for i in sorted(indices):
            if runs and i == runs[-1][-1] + 1:
                runs[-1].append(i)
            else:
                runs.append([i])
        spans = []
        for run in runs:
            while run and self.tokens[run[0]].dep == "punct" and self.tokens[run[0]].text in ",;:.-–—":
                run.pop(0)
            while run and self.tokens[run[-1]].dep == "punct" and self.tokens[run[-1]].text in ",;:.-–—":
                run.pop()
            if run and any(self.tokens[i].dep != "punct" for i in run):
                spans.append(self.extent(run))
        return tuple(spans)


def once(function: Callable[[Sentence, int], Found]) -> Callable[[Sentence, int], Found]:
    """A pure function of a sentence and a token that many ask: its answer, a value, is kept with the sentence."""

    @wraps(function)
    def asked(s: Sentence, i: int) -> Found:
        key = (function, i)
        try:
            found: Found = s.known[key]
        except KeyError:
            found = s.known[key] = function(s, i)
        return found

    return asked

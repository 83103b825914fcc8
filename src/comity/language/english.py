"""English parse by the weights of a spaCy model, given back as neutral sentences.

Named mentions are merged into one token each and parsed under a stand-in of their kind (vocabulary/stand_ins.yaml), so
that the parse of a sentence is the same whichever actors of that kind it names: the actor-swap test holds by
construction, not by luck of the statistical model.

The model's layers are computed on arrays (vectors, transitions) where its architecture is the known one; any other model
runs as spaCy runs it. Both give the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from comity.language import transitions, vectors
from comity.language.model import RUN, lemma, model, tokens
from comity.language.sentence import Sentence, Token
from comity.language.vectors import Word
from comity.values import Span

WORDS = 6_000  # words that go through the layers at once

Place = tuple[int, int, int]  # where a token stands in the article, and the index of its mention or -1
Tree = tuple[list[str], list[int], list[str]]  # tags, heads, labels


@dataclass(frozen=True, slots=True)
class Mask:
    """A span that is parsed as one token under another word; ``mention`` is its index among the article's mentions."""

    span: Span
    word: str
    mention: int


@dataclass(frozen=True, slots=True)
class Unparsed:
    """A sentence before its parse: its span in ``text`` and the masks inside it, in order."""

    text: str
    span: Span
    masks: tuple[Mask, ...] = ()


def masked(named: Sequence[tuple[Span, str]]) -> tuple[Mask, ...]:
    """Masks for mentions in their order: (span, stand-in)."""
    return tuple(Mask(span, word, k) for k, (span, word) in enumerate(named))


def _words(sentence: Unparsed) -> tuple[list[Word], list[Place]]:
    """The words of a sentence as the parser is given them, names under their stand-ins, and the place of each."""
    words: list[str] = []
    places: list[Place] = []
    text = sentence.text

    def add(start: int, end: int) -> None:
        for run in RUN.finditer(text, start, end):
            at = run.start()
            for first, last, word in tokens(run.group()):
                joins = word == "–" and not _beside_space(text, at + first, at + last)
                words.append("-" if joins else word)
                places.append((at + first, at + last, -1))

    at = sentence.span[0]
    for mask in _with_compounds(sentence):
        add(at, mask.span[0])
        words.append(mask.word)
        places.append((*mask.span, mask.mention))
        at = mask.span[1]
    add(at, sentence.span[1])
    after = [one[1] < two[0] for one, two in pairwise(places)]
    return list(zip(words, [*after, False], strict=bool(words))), places


def _beside_space(text: str, start: int, end: int) -> bool:
    """Whether white space stands right before or after a place of the text."""
    return text[start - 1 : start].isspace() or text[end : end + 1].isspace()


# "co-sponsored" and "cease-fire" are one word; the tokenizer would cut them at the hyphen.
COMPOUND = re.compile(r"\b([Cc]o|[Cc]ease)-([a-z]+)\b")


def _with_compounds(sentence: Unparsed) -> list[Mask]:
    """The masks of a sentence and its compounds of "co-", each parsed as one word without the hyphen."""
    found = [
        Mask(m.span(), m.group(1).lower() + m.group(2), -1) for m in COMPOUND.finditer(sentence.text, *sentence.span)
    ]
    free = [c for c in found if not any(m.span[0] < c.span[1] and c.span[0] < m.span[1] for m in sentence.masks)]
    return sorted([*sentence.masks, *free], key=lambda m: m.span)


def parse(
    sentences: Sequence[Unparsed], wanted: Callable[[int, list[Word], list[Place]], bool] | None = None
) -> list[Sentence]:
    """Parse sentences, shortest first, and give them back in the order in which they came.

    ``wanted`` says of each sentence, by its number, words and places, whether it is to be parsed; one that is not has no
    tokens.
    """
    built = [_words(s) for s in sentences]
    chosen = (k for k, (words, places) in enumerate(built) if words and (wanted is None or wanted(k, words, places)))
    order = sorted(chosen, key=lambda k: len(built[k][0]))
    done: dict[int, Sentence] = {}
    for batch in _batches(order, [len(words) for words, _ in built]):
        for k, tree in zip(batch, _trees([built[k][0] for k in batch]), strict=True):
            done[k] = _neutral(built[k], tree, sentences[k])
    return [done.get(k) or Sentence(s.span, ()) for k, s in enumerate(sentences)]


def _batches(order: Sequence[int], lengths: Sequence[int]) -> Iterator[list[int]]:
    batch: list[int] = []
    words = 0
    for k in order:
        if words + lengths[k] > WORDS and batch:
            yield batch
            batch, words = [], 0
        batch.append(k)
        words += lengths[k]
    if batch:
        yield batch


@lru_cache(maxsize=1)
def _layers() -> tuple[vectors.Vectors, transitions.Decider] | None:
    """The layers of the model on arrays; None: a model of another architecture."""
    first, second = vectors.read(model()), transitions.read(model())
    return (first, second) if first and second else None


def _trees(batch: list[list[Word]]) -> Iterable[Tree]:
    """Tags, heads and labels of some sentences."""
    layers = _layers()
    return _by_pipes(batch) if layers is None else _by_arrays(batch, *layers)


def _by_arrays(batch: list[list[Word]], known: vectors.Vectors, decider: transitions.Decider) -> Iterator[Tree]:
    known.forget()
    found = known(batch)
    tags = known.tags_of(found)
    at = 0
    for words, (heads, labels) in zip(batch, transitions.trees(decider, found, [len(w) for w in batch]), strict=True):
        yield tags[at : at + len(words)], heads, labels
        at += len(words)


def _by_pipes(batch: list[list[Word]]) -> Iterator[Tree]:
    """The same by spaCy's own components: for a model of another architecture, and to check the arrays by."""
    from spacy.tokens import Doc

    nlp = model()
    docs: Iterable[Doc] = [
        Doc(
            nlp.vocab,
            words=[w for w, _ in words],
            spaces=[after for _, after in words],
            sent_starts=[k == 0 for k in range(len(words))],
        )
        for words in batch
    ]
    for _, pipe in nlp.pipeline:
        docs = pipe.pipe(docs)  # type: ignore[attr-defined]
    for doc in docs:
        yield [t.tag_ for t in doc], [t.head.i for t in doc], [t.dep_ for t in doc]


def _neutral(built: tuple[list[Word], list[Place]], tree: Tree, sentence: Unparsed) -> Sentence:
    found = []
    rows = zip(built[0], built[1], *tree, strict=True)
    for i, ((word, _), (start, end, mention), tag, head, label) in enumerate(rows):
        text = sentence.text[start:end]
        low = lemma(word, tag) if mention < 0 else text
        found.append(Token(i, text, low, tag, label, head, start, end, mention))
    return Sentence(sentence.span, tuple(found))

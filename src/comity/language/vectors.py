"""The vectors of words in their sentences, and their tags: the model's first layers computed on arrays.

The same weights and the same sums as spaCy's own layers, without an object for every sentence and word: words are looked
up by type (most have been met before), and many sentences go through each layer as one matrix.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from spacy.language import Language

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.intp]
Word = tuple[str, bool]  # as the parser is given it, and whether white space follows

PAD = 4  # rows of zeros between sentences: one for each layer, since each looks at both neighbours
NOTHING = [-1] * PAD
TYPES = 60_000  # word types kept; 384 bytes each
SHAPE = (96, 4, 3)  # width, layers and pieces of the models that are known here


def product(x: Floats, weights: Floats) -> Floats:
    """The product of two matrices, by one thread: workers are processes, and threads would only wait for each other."""
    from blis.py import gemm

    found: Floats = gemm(x, weights, beta=0.0)
    return found


@dataclass(frozen=True, slots=True)
class Layer:
    """Maxout over three pieces, then normalised: ``weights`` [inputs, 3 * width], a piece after the other."""

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats

    def __call__(self, x: Floats) -> Floats:
        """[rows, inputs] → [rows, width]."""
        y = product(x, self.weights)
        y += self.bias
        width = len(self.gain)
        best = np.maximum(y[:, :width], y[:, width : 2 * width])
        np.maximum(best, y[:, 2 * width :], out=best)
        best -= best.mean(axis=1, keepdims=True)
        spread: Floats = np.einsum("ij,ij->i", best, best) / np.float32(width) + np.float32(1e-8)
        best *= (1 / np.sqrt(spread))[:, None]
        best *= self.gain
        best += self.shift
        return best


@dataclass(slots=True)
class Vectors:
    """Invariant: ``rows[w]`` is the row of ``known`` that holds the vector of word type ``w`` by itself."""

    embed: Any  # spaCy's layer, asked once for each word type
    vocab: Any
    layers: tuple[Layer, ...]
    tags: tuple[str, ...]
    tag_weights: Floats
    tag_bias: Floats
    rows: dict[Word, int] = field(default_factory=dict)
    known: Floats = field(default_factory=lambda: np.zeros((1024, SHAPE[0]), np.float32))

    def __call__(self, sentences: Sequence[Sequence[Word]]) -> Floats:
        """The vectors of all words of some sentences, one after the other: [words, width]."""
        where: list[int] = []
        self._learn({w: None for words in sentences for w in words if w not in self.rows})
        for words in sentences:
            where.extend(NOTHING)
            where.extend([self.rows[w] for w in words])
        where.extend(NOTHING)
        places = np.array(where)
        inside = places >= 0
        x: Floats = self.known[places]
        x[~inside] = 0
        width = x.shape[1]
        beside = np.zeros((len(x), 3 * width), np.float32)
        for layer in self.layers:
            beside[1:, :width] = x[:-1]
            beside[:, width : 2 * width] = x
            beside[:-1, 2 * width :] = x[1:]
            x += layer(beside)
        return x[inside]

    def tags_of(self, vectors: Floats) -> list[str]:
        """The tag of each word."""
        best = (product(vectors, self.tag_weights) + self.tag_bias).argmax(axis=1)
        return [self.tags[k] for k in best.tolist()]

    def _learn(self, new: Mapping[Word, None]) -> None:
        from spacy.tokens import Doc

        if not new:
            return
        doc = Doc(self.vocab, words=[w for w, _ in new], spaces=[after for _, after in new])
        found = self.embed.predict([doc])[0]
        first = len(self.rows)
        while first + len(new) > len(self.known):
            self.known = np.concatenate([self.known, np.zeros_like(self.known)])
        self.known[first : first + len(new)] = found
        self.rows.update((w, first + k) for k, w in enumerate(new))

    def forget(self) -> None:
        """Word types are forgotten when there are too many; asked for between batches."""
        if len(self.rows) > TYPES:
            self.rows.clear()


def read(nlp: Language) -> Vectors | None:
    """The layers of a model; None where its architecture is another one."""
    try:
        tok2vec, tagger = nlp.get_pipe("tok2vec"), nlp.get_pipe("tagger")
        model: Any = tok2vec.model  # type: ignore[attr-defined]
        embed, encode = model.get_ref("embed"), model.get_ref("encode")
        layers = tuple(_layer(one) for one in encode.layers[0].layers)
        softmax = next(n for n in tagger.model.walk() if n.name == "softmax")  # type: ignore[attr-defined]
        weights, bias = softmax.get_param("W"), softmax.get_param("b")
    except (AttributeError, IndexError, KeyError, StopIteration, ValueError):
        return None
    width, depth, _ = SHAPE
    if len(layers) != depth or any(layer.weights.shape != (3 * width, 3 * width) for layer in layers):
        return None
    labels = tuple(tagger.labels)  # type: ignore[attr-defined]
    return Vectors(embed, nlp.vocab, layers, labels, np.ascontiguousarray(weights.T), np.asarray(bias))


def _layer(residual: Any) -> Layer:
    maxout = next(n for n in residual.walk() if n.name == "maxout")
    norm = next(n for n in residual.walk() if n.name == "layernorm")
    weights = np.asarray(maxout.get_param("W"), np.float32)  # [width, pieces, inputs]
    by_piece = weights.transpose(2, 1, 0).reshape(weights.shape[2], -1)
    bias = np.asarray(maxout.get_param("b"), np.float32).T.reshape(-1)
    return Layer(np.ascontiguousarray(by_piece), bias, norm.get_param("G"), norm.get_param("b"))

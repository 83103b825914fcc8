"""The small encoder that tells the type of a marked pair: int8 weights, a forward pass in NumPy.

It sees no name: every named mention is a mark of its kind (state, adjective, organisation, …), so that swapping actors cannot
change its answer. What it was trained on, its figures and its limits: training/MODEL_CARD.md.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from comity.actors.gazetteer import Mention
from comity.values import Span

Floats = NDArray[np.float32]
KINDS = {
    "state": "<state>",
    "metonym": "<state>",
    "adjective": "<adjective>",
    "demonym": "<adjective>",
    "organisation": "<organisation>",
    "group": "<group>",
    "person": "<person>",
    "surname": "<person>",
    "place": "<place>",
}
HEADS, WIDTH = 12, 384


@dataclass(frozen=True)
class Model:
    types: tuple[str, ...]
    marks: dict[str, str]
    length: int
    weights: dict[str, Floats]
    tokenizer: Any


@cache
def model() -> Model | None:
    """The shipped weights, widened to float32; None where the package was built without them."""
    folder = files("comity.coding") / "weights"
    if not (folder / "relate.npz").is_file():
        return None
    from tokenizers import Tokenizer

    about = json.loads((folder / "relate.json").read_text(encoding="utf-8"))
    with (folder / "relate.npz").open("rb") as file, np.load(file) as stored:
        weights = {
            name.removesuffix(":q"): (
                stored[name].astype(np.float32) * stored[name[:-2] + ":s"] if name.endswith(":q") else stored[name]
            )
            for name in stored.files
            if not name.endswith(":s")
        }
    tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
    return Model(tuple(about["types"]), about["marks"], about["length"], weights, tokenizer)


def marked(text: str, source: Sequence[Span], target: Sequence[Span], mentions: Sequence[Mention]) -> str:
    """A sentence with the two actors marked and every other name replaced by its kind."""
    cuts: list[tuple[int, int, int, str]] = []
    for slot, spans in (("a", source), ("b", target)):
        for start, end in spans[:1]:
            cuts += [(start, 1, start, f"<{slot}>"), (end, 0, end, f"</{slot}>")]
    cuts += [(m.span[0], 2, m.span[1], KINDS[m.kind]) for m in mentions]
    out, at = [], 0
    for start, _, end, mark in sorted(cuts):
        if start < at:
            if end > start or mark not in ("<a>", "<b>", "</a>", "</b>"):
                continue
            start = end = at
        out += [text[at:start], f" {mark} "]
        at = end
    return re.sub(r"\s+", " ", "".join([*out, text[at:]])).strip()


def probabilities(texts: Sequence[str]) -> NDArray[np.float64]:
    """For each marked sentence the probability of every type, in the order of ``model().types``."""
    m = model()
    if m is None:
        raise RuntimeError("no weights are shipped with this build")
    out = np.zeros((len(texts), len(m.types)))
    encoded = [_tokens(m, t) for t in texts]
    order = sorted(range(len(texts)), key=lambda k: len(encoded[k][0]))
    for chunk in (order[i : i + 16] for i in range(0, len(order), 16)):
        for k in chunk:  # one by one: the answer must not depend on its neighbours in a batch
            out[k] = _forward(m, *encoded[k])
    return out


def _tokens(m: Model, text: str) -> tuple[list[int], int, int]:
    for mark, token in m.marks.items():
        text = text.replace(mark, f" {token} ")
    ids = m.tokenizer.encode(re.sub(r"\s+", " ", text).strip()).ids
    a, b = (m.tokenizer.token_to_id(m.marks[mark]) for mark in ("<a>", "<b>"))
    ids = _window(ids, [ids.index(x) for x in (a, b) if x in ids], m.length)
    return ids, ids.index(a) if a in ids else 0, ids.index(b) if b in ids else 0


def _window(ids: list[int], at: list[int], length: int) -> list[int]:
    """At most ``length`` tokens that hold both marks, as far as they fit."""
    if len(ids) <= length or not at or max(at) < length - 12:
        return ids[:length]
    start = max(0, min(min(at) - 4, len(ids) - length))
    return ids[start : start + length]


def _linear(m: Model, x: Floats, name: str) -> Floats:
    y: Floats = x @ m.weights[name + ".weight"].T + m.weights[name + ".bias"]
    return y


def _norm(m: Model, x: Floats, name: str) -> Floats:
    centred = x - x.mean(-1, keepdims=True)
    scaled = centred / np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-12)
    y: Floats = scaled * m.weights[name + ".weight"] + m.weights[name + ".bias"]
    return y


def _softmax(x: Floats) -> Floats:
    e = np.exp(x - x.max(-1, keepdims=True))
    y: Floats = e / e.sum(-1, keepdims=True)
    return y


def _gelu(x: Floats) -> Floats:
    """The exact form, by the error function of Abramowitz and Stegun 7.1.26 (error below 1.5e-7)."""
    z = np.abs(x) / np.float32(np.sqrt(2))
    t = 1 / (1 + 0.3275911 * z)
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    erf = np.sign(x) * (1 - poly * np.exp(-z * z))
    y: Floats = (x * np.float32(0.5) * (1 + erf)).astype(np.float32)
    return y


def _forward(m: Model, ids: list[int], a: int, b: int) -> Floats:
    n = len(ids)
    w = m.weights
    x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][:n]
    x = _norm(m, x + w["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
    for i in range(6):
        x = _layer(m, x, f"encoder.layer.{i}.")
    return _softmax(_linear(m, np.concatenate([x[a], x[b], x.mean(0)]), "head"))


def _layer(m: Model, x: Floats, name: str) -> Floats:
    n = len(x)
    q, k, v = (
        _linear(m, x, f"{name}attention.self.{part}").reshape(n, HEADS, WIDTH // HEADS).transpose(1, 0, 2)
        for part in ("query", "key", "value")
    )
    weights = _softmax(q @ k.transpose(0, 2, 1) / np.float32(np.sqrt(WIDTH // HEADS)))
    y = (weights @ v).transpose(1, 0, 2).reshape(n, WIDTH)
    x = _norm(m, x + _linear(m, y, name + "attention.output.dense"), name + "attention.output.LayerNorm")
    y = _linear(m, _gelu(_linear(m, x, name + "intermediate.dense")), name + "output.dense")
    return _norm(m, x + y, name + "output.LayerNorm")

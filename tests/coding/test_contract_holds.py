"""Whatever text comes in, the coder answers, and every mention that it says to be in the text is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from comity.coder import code_article, code_many
from comity.contract import from_json, to_json
from comity.values import Actor, Article, Figure, Place, Quoted

PIECES = [
    "Kenya condemned Somalia.",
    "“We will not go,” Mr. Brown said.",
    "According to the U.N., 1.1 million people fled.",
    "MR. SMITH: Q",
    "Iran denied that it attacked",
    "— Oct. 7, 2023 (Reuters) —",
    "\n\n",
    "\u202eРоссия напала\u202c",
    "She, he, it and they agreed with themselves.",
    "neither France nor",
    "the the of of said said",
    "https://example.org/?a=b&c=d",
    "🙂 e\u0301 \ufffd",
    "If if if Russia will would attack",
    "Phase 5 IPC 62 per cent $50 million",
]


def mentions(value: Any) -> Iterator[Any]:
    """Every value inside a coding that says where it stands."""
    if isinstance(value, tuple):
        for item in value:
            yield from mentions(item)
    elif is_dataclass(value):
        if isinstance(value, Actor | Quoted | Place) and value.span is not None:
            yield value
        for f in fields(value):
            yield from mentions(getattr(value, f.name))


def holds(article: Article) -> None:
    coded = code_article(article)
    for m in mentions(coded):
        assert article.text[m.span[0] : m.span[1]] == m.text
    for figure in (f for h in coded.signals.humanitarian for f in h.figures):
        assert isinstance(figure, Figure)
        assert article.text[figure.span[0] : figure.span[1]].strip()
    for claim in coded.claims:
        assert claim.sentence[0] <= claim.trigger.span[0] < claim.trigger.span[1] <= claim.sentence[1]
    assert from_json(to_json(coded)) == coded


@settings(max_examples=120)
@given(
    st.lists(st.sampled_from(PIECES), max_size=8), st.sampled_from(["news", "statement"]), st.sampled_from([" ", "\n"])
)
def test_any_mixture_of_news_is_answered(pieces, kind, between):
    holds(Article("a", between.join(pieces), "Statement by Kenya", "2024-02-05", "Demo Wire", None, kind))


@settings(max_examples=120)
@given(st.text(max_size=200))
def test_any_text_is_answered(text):
    holds(Article("a", text))


def test_the_number_of_processes_changes_no_byte():
    read = [Article(str(k), " ".join(PIECES[k % 7 :]), published="2024-02-05") for k in range(60)]
    one = [to_json(c) for c in code_many(read, 1)]
    two = [to_json(c) for c in code_many(read, 2)]
    assert one == two

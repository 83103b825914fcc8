"""Swapping actors for others of the same kind changes nothing in a coding but the names: gap 0 over every fixture.

The texts are all examples and counter-examples of the event vocabulary, the eleven sentences, and every English text of
the demonstration dossiers, in which two states change places with all their names, adjectives and nationals.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import comity
from comity import vocabulary
from comity.coder import code_article, code_many
from comity.sources import ReadingOptions, articles
from comity.values import Actor, Article, Claim, Coded

DOSSIERS = Path(comity.__file__).parent / "dossiers"
FIXTURES = [
    text
    for document in vocabulary.documents("events")
    for row in document["patterns"]
    for text in (*row.get("examples", ()), *row.get("counters", ()))
]
STATES = {row["code"]: row for row in vocabulary.rows("states") if row["status"] == "member"}
# States whose names have one word and no article, so that a swap leaves the sentence grammatical English.
PLAIN = sorted(
    code
    for code, row in STATES.items()
    if re.fullmatch(r"[A-Z][a-z]+", row["name"]) and row["name"][-1] != "s" and row["name"] not in row["ambiguous"]
)


def shape(coded: Coded, names: dict[str | None, str]) -> list[tuple[object, ...]]:
    """A coding with each code replaced by its part in the fixture; offsets are left out, since names differ in length."""

    def part(actor: Actor | None) -> object:
        return None if actor is None else (names.get(actor.code, actor.code), actor.sector)

    def row(c: Claim) -> tuple[object, ...]:
        chain = tuple(part(a) for a in c.chain)
        return (part(c.actor), part(c.recipient), c.type, c.mode, c.status, chain, c.trigger.text, c.confidence)

    attributions = [(part(a.source), a.cue.text, a.stance, a.directness, len(a.content)) for a in coded.attributions]
    signals = [len(getattr(coded.signals, name)) for name in coded.signals.__dataclass_fields__]
    return [*map(row, coded.claims), *attributions, tuple(signals)]


def sites(coded: Coded, names: dict[str | None, str], words: Collection[str]) -> list[object]:
    """The places of a coding: one of the swapped ``words`` by its part in the fixture, any other with all that is told of it."""
    found: list[object] = []
    for place in (c.place for c in coded.claims):
        if place is not None and place.text in words:
            found.append((names.get(place.country, place.country), place.precision))
        else:
            found.append(place and replace(place, span=None))
    return found


def filled(text: str, a: str, b: str) -> Coded:
    words = text.replace("{A}", STATES[a]["name"]).replace("{B}", STATES[b]["name"])
    return code_article(Article("swap", words))


def in_parts(text: str, a: str, b: str) -> tuple[object, object]:
    coded, parts = filled(text, a, b), {a: "A", b: "B"}
    return shape(coded, parts), sites(coded, parts, {STATES[a]["name"], STATES[b]["name"]})


BASE = {text: in_parts(text, "RUS", "UKR") for text in FIXTURES}


@settings(max_examples=150)
@given(st.sampled_from(FIXTURES), st.lists(st.sampled_from(PLAIN), min_size=2, max_size=2, unique=True))
def test_any_two_states_code_alike_in_every_example_of_the_vocabulary(text, pair):
    a, b = pair
    if any(STATES[c]["name"] in text for c in pair):
        return  # the fixture names this state itself
    assert in_parts(text, a, b) == BASE[text]


# Places that are named beside two states: known by themselves, by what is said with them, and by neither.
PLACED = [
    f"{{A}} {act} {{B}} {where}."
    for act in ("met", "attacked")
    for where in (
        "in Vienna",
        "near the town of Kupiansk",
        "in Hyderabad",
        "in Springfield, Illinois",
        "in Bavaria",
        "in the Golan Heights",
    )
]


@settings(max_examples=60)
@given(st.sampled_from(PLACED), st.lists(st.sampled_from(PLAIN), min_size=2, max_size=2, unique=True))
def test_swapped_states_do_not_move_a_place_that_is_in_neither(text, pair):
    home = {"AUT", "UKR", "IND", "PAK", "USA", "DEU"}  # where bearers of these names lie
    if not home & set(pair):
        assert in_parts(text, *pair) == in_parts(text, "NOR", "KEN")


def forms(a: str, b: str) -> dict[str, str]:
    """Every way to write one state with the other's way of the same kind."""
    table: dict[str, str] = {}
    for x, y in ((STATES[a], STATES[b]), (STATES[b], STATES[a])):
        for key in ("adjectives", "metonyms"):
            for k, word in enumerate(x[key]):
                table[word] = y[key][min(k, len(y[key]) - 1)]
        for k, word in enumerate(w for w in x["demonyms"] if w not in x["adjectives"]):
            others = [w for w in y["demonyms"] if w not in y["adjectives"] and w.endswith("s") == word.endswith("s")]
            table[word] = (others or [word])[min(k, max(0, len(others) - 1))]
        for word in (x["name"], *x["names"]):
            table.setdefault(word, y["name"])
    return table


def swapped(article: Article, a: str, b: str) -> Article:
    table = forms(a, b)
    pattern = re.compile(r"\b(" + "|".join(sorted(map(re.escape, table), key=len, reverse=True)) + r")\b")

    def change(text: str | None) -> str | None:
        return text and pattern.sub(lambda m: table[m.group(1)], text)

    return replace(article, text=change(article.text) or "", title=change(article.title), noncontent=())


@pytest.mark.parametrize(
    ("dossier", "a", "b"),
    [("israel-russia-2023", "ISR", "EGY"), ("israel-russia-2023", "RUS", "CHN"), ("october-1962", "VEN", "MEX")],
)
def test_two_states_that_change_places_in_a_dossier_change_places_in_its_coding(dossier, a, b):
    read = [x for x in articles([DOSSIERS / dossier], ReadingOptions()) if isinstance(x, Article)]
    read = [replace(x, noncontent=()) for x in read if x.text.isascii() or "—" in x.text]
    before = list(code_many(read, 1))
    after = list(code_many([swapped(x, a, b) for x in read], 1))
    assert sum(len(c.claims) for c in before) > 100
    for article, one, other in zip(read, before, after, strict=True):
        assert shape(one, {a: "A", b: "B"}) == shape(other, {a: "B", b: "A"}), article.path
        words = {*forms(a, b), *(word.lower() for word in forms(a, b))}
        assert sites(one, {a: "A", b: "B"}, words) == sites(other, {a: "B", b: "A"}, words), article.path

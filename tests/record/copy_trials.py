"""Copies that are made of comity's own demonstration texts, and look-alikes that are none, to measure how copies are found.

``PYTHONPATH=src:tests python -m record.copy_trials`` prints the table that stands in docs/copies.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import as_file, files
from itertools import combinations
from pathlib import Path

from comity.record.copies import are_copies, bands, content, shingles
from comity.sources import articles
from comity.values import Article

# As agencies and outlets of other places write the same names.
OTHER_NAMES = {
    "United States": "USA",
    "Soviet Union": "USSR",
    "Soviet": "USSR",
    "Russia": "Russian Federation",
    "Russian": "Russian Federation's",
    "Israel": "State of Israel",
    "Israeli": "Israel's",
    "United Nations": "UN",
    "Security Council": "UNSC",
    "General Assembly": "UNGA",
    "Moscow": "Moskva",
    "Khrushchev": "Khrushchov",
    "Cuba": "Republic of Cuba",
    "Washington": "the American capital",
    "Hamas": "the Hamas movement",
    "Gaza": "the Gaza Strip",
}
_NAMES = re.compile("|".join(sorted(map(re.escape, OTHER_NAMES), key=len, reverse=True)))
_END = re.compile(r"(?<=[.!?”])\s+(?=[A-Z“])")
Story = Sequence[str]  # sentences
Change = Callable[[Story, Story], Story]  # of a story, with another at hand


def stories() -> list[Story]:
    """The demonstration texts that are no copies of one another, as sentences without furniture."""
    with as_file(files("comity") / "dossiers") as folder:
        found = [a for a in articles([folder]) if isinstance(a, Article)]
    texts = [a for a in found if a.path and "-copy" not in Path(a.path).name and "-ru-" not in a.path]
    return [[s for s in _END.split(content(a.text, a.noncontent).strip()) if s.strip()] for a in texts]


def printed_around(story: Story, _: Story) -> Story:
    """With an agency's line before and an outlet's lines after."""
    return (
        "DEMO CITY (Demo Wire North) -",
        *story,
        "Reporting by Demo Wire North; editing by the desk.",
        "All rights reserved.",
    )


def new_headline(story: Story, other: Story) -> Story:
    return (" ".join(other[0].split()[:9]), *story)


def new_lead(story: Story, other: Story) -> Story:
    return (" ".join(reversed(story[0].split())), *story[1:])


def new_lead_and_cut(story: Story, other: Story) -> Story:
    return new_lead(story[: max(2, round(len(story) * 0.65))], other)


def cut_to(share: float) -> Change:
    return lambda story, _: story[: max(1, round(len(story) * share))]


def names_of_elsewhere(story: Story, _: Story) -> Story:
    return [_NAMES.sub(lambda match: OTHER_NAMES[match.group()], sentence) for sentence in story]


def word_changed_each(step: int) -> Change:
    def change(story: Story, _: Story) -> Story:
        words = " ".join(story).split()
        return [" ".join("altered" if n % step == step - 1 else word for n, word in enumerate(words))]

    return change


def paragraphs_turned_round(story: Story, _: Story) -> Story:
    return [sentence for n in range(len(story) - 3, -3, -3) for sentence in story[max(0, n) : n + 3]]


def with_background(story: Story, other: Story) -> Story:
    """Printed whole, with four sentences of the outlet's own from elsewhere."""
    return (*story, *other[:4])


def in_a_round_up(story: Story, other: Story) -> Story:
    """One story of two in a round-up of the day."""
    return (*other, *story)


def quoted_at_length(story: Story, other: Story) -> Story:
    """Another article that takes over three sentences."""
    return (*other, *story[2:5])


def same_background(story: Story, other: Story) -> Story:
    """A later article: its first three fifths are new, the background is the earlier one's."""
    return (*other[: max(1, round(len(story) * 0.6))], *story[round(len(story) * 0.6) :])


def same_form_other_facts(story: Story, _: Story) -> Story:
    """A regular notice on another day: every name and number is another."""
    text = re.sub(r"\d+", lambda match: str(int(match.group()) + 7), " ".join(story))
    return [re.sub(r"(?<=[a-z,] )[A-Z]\w+", lambda match: f"Name{len(match.group())}", text)]


COPIES: dict[str, Change] = {
    "an agency's line before, an outlet's lines after": printed_around,
    "another headline": new_headline,
    "a rewritten lead": new_lead,
    "cut to 80 % of its sentences": cut_to(0.8),
    "cut to 65 %": cut_to(0.65),
    "cut to 55 %": cut_to(0.55),
    "cut to 40 %": cut_to(0.4),
    "a rewritten lead, and cut to 65 %": new_lead_and_cut,
    "the names as another place writes them": names_of_elsewhere,
    "one word in forty changed": word_changed_each(40),
    "one word in twenty changed": word_changed_each(20),
    "one word in ten changed": word_changed_each(10),
    "paragraphs in the reverse order": paragraphs_turned_round,
    "four sentences of the outlet's own added": with_background,
}
LOOK_ALIKES: dict[str, Change] = {
    "another article that takes over three sentences": quoted_at_length,
    "a later article with the same background (two fifths)": same_background,
    "a notice of the same form with other names and numbers": same_form_other_facts,
    "a round-up that prints the story after another": in_a_round_up,
}


def found(one: Story, other: Story) -> bool:
    """Whether a record folds the two: they share a band, and their shingles agree."""
    first, second = " ".join(one), " ".join(other)
    return bool({*bands(first)} & {*bands(second)}) and are_copies(shingles(first), shingles(second))


def measured(changes: dict[str, Change]) -> Iterator[tuple[str, int, int]]:
    """Each change with how many pairs were tried and how many were taken for copies."""
    whole = stories()
    for name, change in changes.items():
        pairs = [(story, change(story, whole[n - 1])) for n, story in enumerate(whole)]
        yield name, len(pairs), sum(found(*pair) for pair in pairs)


def different() -> tuple[int, int]:
    """Pairs of different articles on the same subject, and how many were taken for copies."""
    pairs = list(combinations(stories(), 2))
    return len(pairs), sum(found(*pair) for pair in pairs)


def table() -> str:
    """The table of the documents."""
    lines = ["| made of a text | pairs | taken for copies |", "|---|---|---|"]
    lines += [f"| copy: {name} | {tried} | {hits} |" for name, tried, hits in measured(COPIES)]
    lines += [f"| no copy: {name} | {tried} | {hits} |" for name, tried, hits in measured(LOOK_ALIKES)]
    tried, hits = different()
    lines.append(f"| no copy: two articles of one subject | {tried} | {hits} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())

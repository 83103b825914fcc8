"""Wire copies fold into one text; texts that merely share a subject do not."""

from __future__ import annotations

import itertools
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from comity.reading import OpenRecord, read
from comity.record.copies import Groups, are_copies, bands, content, join_copies, shingles
from record.scenes import article, fake_coder

WORDS = [f"word{n}" for n in range(400)]
WIRE = "Norway said that Sweden criticised Ghana. " + " ".join(WORDS[:200])
PRINTED = "DEMO CITY (Demo Wire North) - " + WIRE + " Copyright by the wire."
OTHER = "Norway said that Sweden criticised Ghana. " + " ".join(reversed(WORDS))


def folded(*texts: str) -> list[set[str]]:
    by_band: dict[str, list[str]] = {}
    for text in texts:
        for band in bands(text):
            by_band.setdefault(band, []).append(text)
    groups = Groups()
    pairs = (pair for sharing in by_band.values() for pair in itertools.combinations(sharing, 2))
    join_copies(groups, pairs, shingles)
    heads = groups.heads()
    return [{t for t in texts if heads.get(t) == head} for head in sorted(set(heads.values()))]


def test_a_wire_story_as_printed_is_a_copy_of_it() -> None:
    assert folded(WIRE, PRINTED, OTHER) == [{WIRE, PRINTED}]


@settings(max_examples=25)
@given(st.permutations([WIRE, PRINTED, WIRE + " end", OTHER]))
def test_the_fold_does_not_depend_on_the_order(texts: list[str]) -> None:
    assert folded(*texts) == [{WIRE, PRINTED, WIRE + " end"}]


def test_case_and_punctuation_make_no_difference() -> None:
    assert shingles("One, two three four five six.") == shingles("ONE two; three four five six")
    assert not are_copies(shingles("a b c d e f"), shingles("b c d e f g"))
    assert not are_copies(shingles(""), shingles("x"))


def test_candidates_are_found_where_likeness_is_high_and_seldom_where_it_is_low() -> None:
    def share(changed: int, seed: int) -> bool:
        draw = random.Random(seed)
        words = [f"w{draw.randrange(10**6)}" for _ in range(300)]
        other = words[:-changed] + [f"x{draw.randrange(10**6)}" for _ in range(changed)]
        return bool(set(bands(" ".join(words))) & set(bands(" ".join(other))))

    assert sum(share(20, seed) for seed in range(40)) >= 36  # likeness 0.88
    assert sum(share(240, seed) for seed in range(40)) <= 6  # likeness 0.11


def test_a_story_cut_from_its_end_is_a_copy_and_a_quotation_of_it_is_none() -> None:
    words = WIRE.split()
    assert folded(WIRE, " ".join(words[:130])) == [{WIRE, " ".join(words[:130])}]
    assert folded(WIRE, " ".join(words[:60])) == []


def test_furniture_is_left_out_of_the_comparison() -> None:
    assert content("Menu. Story. Footer.", [(12, 20), (0, 5)]).split() == ["Story."]


def test_copies_count_as_one_text_of_an_event_with_every_mention_kept(record: OpenRecord) -> None:
    given = [article(WIRE), article(PRINTED, outlet="Demo Gazette South"), article(OTHER, outlet="Demo Post East")]
    read(record, given, fake_coder())
    (event,) = record.reader().events()
    assert (event.mentions, event.articles, event.texts) == (3, 3, 2)
    assert len(set(record.reader().copies().values())) == 1

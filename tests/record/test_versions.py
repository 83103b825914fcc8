"""A changed page is a new version beside the old one, and what was corrected is told by sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import RecordError
from comity.reading import OpenRecord, read
from comity.record.corrections import corrections
from comity.record.versions import changed_addresses, versions
from record.scenes import article, fake_coder

FIRST = "Norway said that Sweden criticised Ghana. Norway said that Sweden visited Chile."
SECOND = "Norway said that Sweden criticised Ghana. Norway said that Ghana visited Chile. Norway said that Chile visited Ghana."
URL = "https://example.org/a"


def test_the_versions_of_a_page_stand_in_the_order_of_their_reading(record: OpenRecord) -> None:
    for text in (FIRST, SECOND, FIRST):
        read(record, [replace(article(text), url=URL)], fake_coder())
    read(record, [replace(article("Other words."), url="https://example.org/b")], fake_coder())
    found = versions(record.place, URL)
    assert [" ".join(v.sentences) for v in found] == [FIRST, SECOND]
    assert changed_addresses(record.place) == [(URL, 2)]
    assert len(list(record.reader().claims())) == 5  # the claims of the old version stay


def test_an_address_that_is_not_held_is_told(record: OpenRecord) -> None:
    read(record, [article(FIRST)], fake_coder())
    with pytest.raises(RecordError):
        versions(record.place, URL)


def test_corrections_are_the_sentences_that_went_and_came(record: OpenRecord) -> None:
    for text in (FIRST, SECOND):
        read(record, [replace(article(text), url=URL)], fake_coder())
    before, after = (v.sentences for v in versions(record.place, URL))
    (change,) = corrections(before, after)
    assert change.before == ("Norway said that Sweden visited Chile.",)
    assert change.after == ("Norway said that Ghana visited Chile.", "Norway said that Chile visited Ghana.")


@given(st.lists(st.sampled_from("abcd")), st.lists(st.sampled_from("abcd")))
def test_corrections_account_for_every_sentence(before: list[str], after: list[str]) -> None:
    found = list(corrections(before, after))
    gone, come = (sum(len(getattr(c, side)) for c in found) for side in ("before", "after"))
    assert len(before) - gone == len(after) - come
    assert not list(corrections(before, before))

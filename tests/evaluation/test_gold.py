"""A labelled set is read whole or refused at the line that is wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from comity.errors import InputError
from comity.evaluation import gold

Change = Callable[[str, int, Callable[[dict[str, Any]], None]], None]


def test_sentences_stand_in_the_text_where_their_spans_say(folder: Path) -> None:
    found = {t.text.article.id: t.text for t in gold.load(folder).texts}
    text = found["t4"]
    assert [text.sentence(k)[:5] for k in range(3)] == ["Finla", "It wa", "Ghana"]
    assert "\n\nGhana" in text.article.text
    assert ". It was" in text.article.text


def test_each_part_has_its_own_texts_and_its_passes(folder: Path) -> None:
    assert [t.text.article.id for t in gold.load(folder).texts] == ["t1", "t2", "t3", "t4", "t5"]
    assert [t.text.article.id for t in gold.load(folder, "dev").texts] == ["t6"]
    assert all(t.passes is not None for t in gold.load(folder).texts)
    (folder / "second.jsonl").unlink()
    assert all(t.passes is None for t in gold.load(folder).texts)


def test_a_changed_label_changes_the_digest(folder: Path, change: Change) -> None:
    before = gold.digest(folder)
    change("gold.jsonl", 0, lambda row: row["claims"][0].update(mode="allege"))
    assert gold.digest(folder) != before


def test_a_folder_without_a_set_is_refused_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no texts\.jsonl there .*docs/evaluation\.md"):
        gold.load(tmp_path)


@pytest.mark.parametrize(
    ("file", "line", "to", "told"),
    [
        ("texts.jsonl", 1, lambda row: row.update(part="dev"), r"texts\.jsonl:2: 'part' is 'dev' \(one of: gold\)"),
        ("texts.jsonl", 0, lambda row: row.update(kind="rumour"), r"texts\.jsonl:1: 'kind'.*news, statement"),
        ("texts.jsonl", 0, lambda row: row.update(paragraphs=["A."]), r"texts\.jsonl:1: 'paragraphs'"),
        ("texts.jsonl", 3, lambda row: row.update(form="sentence"), r"texts\.jsonl:4: a sentence of 3 sentences"),
        ("texts.jsonl", 1, lambda row: row.update(id="t1"), r"texts\.jsonl:2: id 't1' stands there twice"),
        ("dev.jsonl", 0, lambda row: row.update(id="t1"), r"dev\.jsonl: id 't1' stands in both parts"),
        ("gold.jsonl", 0, lambda row: row.update(id="t9"), r"gold\.jsonl:1: labels for 't9', which is no text"),
        ("first.jsonl", 2, lambda row: row.pop("signals"), r"first\.jsonl:3: 'signals' is no list"),
    ],
)
def test_a_wrong_line_is_named(folder: Path, change: Change, file: str, line: int, to: Any, told: str) -> None:
    change(file, line, to)
    with pytest.raises(InputError, match=told):
        gold.load(folder)


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("s", 1, "a sentence from 0 to 0"),
        ("type", "STATEMENT", "one of: AGREE"),
        ("status", "done", "one of: happened"),
        ("chain", "KEN", "a list of codes or words"),
        ("trigger", "denounced", "words as they stand in sentence 0: 'Kenya condemned Ghana.'"),
        ("time", ["2024-05-03", "2024-05-01"], "the earlier first"),
        ("time", ["Monday", "Monday"], "two days like 2024-05-01"),
        ("place", "Ukraine", "a code like UKR, or null"),
        ("actor", "", "a code, words, or null"),
    ],
)
def test_a_wrong_field_of_a_claim_is_named_with_what_it_may_be(
    folder: Path, change: Change, field: str, value: Any, told: str
) -> None:
    change("gold.jsonl", 0, lambda row: row["claims"][0].update({field: value}))
    with pytest.raises(InputError) as refused:
        gold.load(folder)
    assert f"gold.jsonl:1 claims[0] (id 't1'): {field!r} is {value!r}" in str(refused.value)
    assert told in str(refused.value)


def test_every_field_of_a_signal_is_asked_for_and_checked(folder: Path, change: Change) -> None:
    change("gold.jsonl", 0, lambda row: row["signals"][0].update(polarity="loud"))
    with pytest.raises(InputError, match=r"'polarity' is 'loud' \(one of: made, withheld, demanded, denied, or null"):
        gold.load(folder)
    change("gold.jsonl", 0, lambda row: row["signals"][0].pop("polarity"))
    with pytest.raises(InputError, match="'polarity' is missing"):
        gold.load(folder)


def test_a_text_without_labels_is_told(folder: Path) -> None:
    for name in ("gold.jsonl", "first.jsonl"):
        path = folder / name
        path.write_text("".join(path.read_text().splitlines(keepends=True)[1:]))
    with pytest.raises(InputError, match=r"no labels for 1 texts of texts\.jsonl, first 't1'"):
        gold.load(folder)


def test_a_file_in_another_encoding_is_told(folder: Path) -> None:
    (folder / "gold.jsonl").write_bytes('{"id": "Málaga"}'.encode("latin-1"))
    with pytest.raises(InputError, match=r"gold\.jsonl: cannot be read"):
        gold.load(folder)

"""YAML that was read before: the same from the cache, anew where a file changed or the cache is of no use."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from comity.vocabulary import compiled

CONTENT = b"- {name: one, from: 1990-10-03, words: [no, on]}"


def read(content: bytes = CONTENT) -> object:
    return compiled.read(content, yaml.safe_load)


def fails(_: str) -> object:
    raise AssertionError("parsed again")


def test_what_was_read_before_comes_from_the_cache_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMITY_CACHE", str(tmp_path))
    first = read()
    assert first == compiled.read(CONTENT, fails)
    assert isinstance(first, list)
    assert first[0]["from"] == date(1990, 10, 3)


def test_a_changed_file_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMITY_CACHE", str(tmp_path))
    read()
    assert read(CONTENT.replace(b"one", b"two")) == [{"name": "two", "from": date(1990, 10, 3), "words": [False, True]}]


def test_a_broken_file_in_the_cache_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMITY_CACHE", str(tmp_path))
    first = read()
    for file in tmp_path.iterdir():
        file.write_bytes(b"{")
    assert read() == first


def test_what_json_cannot_hold_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMITY_CACHE", str(tmp_path))
    assert read(b"{1: one}") == {1: "one"}
    assert list(tmp_path.iterdir()) == []


def test_without_a_folder_nothing_is_kept_and_everything_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMITY_CACHE", "")
    assert read() == read()

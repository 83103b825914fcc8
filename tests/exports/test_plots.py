"""Answers as pictures."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from comity.errors import InputError
from comity.exports import plots
from comity.exports.charts import Bar, Panel, svg
from comity.exports.drawing import UP
from comity.measures.intensities import intensities
from comity.measures.posture import Window, posture
from comity.vocabulary.rules import rules
from measures.building import frames

DRAWING = svg("one bar", [Panel("p", (Bar(date(2024, 1, 1), date(2024, 2, 1), 1.0),))])


def test_an_svg_is_the_drawing_itself(tmp_path: Path) -> None:
    plots.write(DRAWING, tmp_path / "a.svg")
    assert (tmp_path / "a.svg").read_text(encoding="utf-8") == DRAWING


def test_a_png_has_the_size_of_the_drawing_at_two_pixels_each(tmp_path: Path) -> None:
    plots.write(DRAWING, tmp_path / "a.png")
    content = (tmp_path / "a.png").read_bytes()
    assert content.startswith(b"\x89PNG")
    assert int.from_bytes(content[16:20], "big") == 2 * 960


def test_without_the_extra_a_png_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(InputError, match=r"comity\[plots\]"):
        plots.write(DRAWING, tmp_path / "a.png")
    assert not (tmp_path / "a.png").exists()


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.svg or \.png"):
        plots.write(DRAWING, tmp_path / "a.pdf")


def test_a_posture_is_drawn_in_both_directions_with_its_articles_and_its_basis() -> None:
    act = {"actor": "NOR", "recipient": "CHL", "type": "AID", "quad": 2, "published": "2024-01-10", "on": "2024-01-10"}
    later = {"article": "a2", "published": "2024-04-01"}
    scores = intensities(rules("intensities").content)
    answer = posture(frames([later], [act]), ("NOR", "CHL"), scores, Window(), {"intensities": "sha256:x"})
    picture = plots.posture(answer)
    for words in ("NOR → CHL", "CHL → NOR", "articles a month", "grey: no article", "table intensities sha256:x"):
        assert words in picture
    assert UP in picture

"""Panels of bars as SVG."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from lxml import etree

from comity.exports.charts import Bar, Mark, Panel, svg
from comity.exports.drawing import DOWN, UNKNOWN, UP

DAY = date(2024, 1, 1)
NAMESPACE = {"s": "http://www.w3.org/2000/svg"}


def drawn(*bars: Bar, gaps: tuple[tuple[date, date], ...] = (), marks: tuple[Mark, ...] = ()) -> etree._Element:
    return etree.fromstring(svg("A & <B>", [Panel("both ways", bars, gaps, marks)], ["a note"]).encode())


def boxes(picture: etree._Element, colour: str) -> list[float]:
    found = picture.xpath(f"//s:rect[@fill='{colour}']/@height", namespaces=NAMESPACE)
    assert isinstance(found, list)
    return [float(str(height)) for height in found]


def bar(month: int, up: float, down: float = 0.0) -> Bar:
    return Bar(date(2024, month, 1), date(2024, month + 1, 1), up, down)


def test_bars_are_as_high_as_their_values_above_and_below_one_line() -> None:
    picture = drawn(bar(1, 10, 5), bar(2, 5))
    up, down = boxes(picture, UP), boxes(picture, DOWN)
    assert up[0] == pytest.approx(2 * up[1], abs=0.2)
    assert down[0] == pytest.approx(up[1], abs=0.1)


def test_words_are_escaped_and_the_notes_stand_in_it() -> None:
    words = [t.text for t in drawn(bar(1, 1)).iterfind(".//s:text", NAMESPACE)]
    assert "A & <B>" in words
    assert "a note" in words


def test_what_is_unknown_is_grey_and_a_shift_has_its_label() -> None:
    mark = Mark(DAY + timedelta(40), DAY + timedelta(31), DAY + timedelta(50), "a shift here")
    picture = drawn(bar(1, 1), bar(3, 1), gaps=((date(2024, 2, 1), date(2024, 3, 1)),), marks=(mark,))
    assert len(boxes(picture, UNKNOWN)) == 1
    assert "a shift here" in [t.text for t in picture.iterfind(".//s:text", NAMESPACE)]


def test_nothing_to_draw_is_still_a_picture() -> None:
    assert etree.fromstring(svg("empty", []).encode()).tag.endswith("svg")
    assert drawn().tag.endswith("svg")


def test_the_same_panels_give_the_same_bytes() -> None:
    panels = [Panel("p", (bar(1, 3), bar(2, 1)))]
    assert svg("t", panels) == svg("t", panels)

"""The set that comity ships: it is read whole, and the coder stands at or above the floors pinned on it."""

from __future__ import annotations

import pytest

from comity import coder
from comity.evaluation import gold, report, scoring

pytestmark = pytest.mark.skipif(not (gold.SHIPPED / "texts.jsonl").exists(), reason="no set is shipped")


def test_the_coder_stands_at_or_above_every_floor() -> None:
    found = gold.load(gold.SHIPPED)
    judged = scoring.judge(found, lambda articles: coder.code_many(articles, 1))
    told = report.report(found, judged, coder.version())
    assert told.floors
    assert [str(b) for b in told.below] == []
    assert report.OWN in report.as_text(told)


def test_the_development_part_is_read_as_well() -> None:
    assert gold.load(gold.SHIPPED, "dev").texts

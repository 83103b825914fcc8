"""The set that comity ships: the coder stands at or above its floors, and the README's table is what the command prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from comity import coder
from comity.evaluation import gold, report, scoring

README = Path(__file__).parents[2] / "README.md"


@pytest.fixture(scope="module")
def told() -> report.Report:
    found = gold.load(gold.SHIPPED)
    judged = scoring.judge(found, lambda articles: coder.code_many(articles, 1))
    return report.report(found, judged, coder.version())


def test_the_coder_stands_at_or_above_every_floor(told: report.Report) -> None:
    assert told.floors
    assert [str(b) for b in told.below] == []
    assert report.OWN in report.as_text(told)


def test_the_table_of_the_readme_is_what_the_command_prints(told: report.Report) -> None:
    shown = re.search("<!-- accuracy -->\n(.*)\n<!-- /accuracy -->", README.read_text(encoding="utf-8"), re.DOTALL)
    assert shown is not None
    assert shown[1] == "\n".join(report.as_table(told))


def test_the_set_is_as_large_and_as_varied_as_it_is_said_to_be() -> None:
    found = gold.load(gold.SHIPPED)
    forms = [t.text.form for t in found.texts]
    assert forms.count("sentence") >= 400
    assert forms.count("article") >= 40
    assert len({t.text.pair for t in found.texts}) >= 12
    kinds = {x.kind for t in found.texts for x in t.labels.signals if x.sure}
    assert len(kinds) == 9
    assert all(t.passes for t in found.texts)


def test_the_development_part_shares_no_text_with_it() -> None:
    dev, counted = gold.load(gold.SHIPPED, "dev").texts, gold.load(gold.SHIPPED).texts
    assert dev
    assert not {t.text.article.text for t in dev} & {t.text.article.text for t in counted}

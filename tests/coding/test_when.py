"""The time of an act, of the statement about it and of publication are three things, and none is invented."""

from __future__ import annotations

from comity.coder import code_article
from comity.values import Article, Claim


def only(text: str, published: str | None = "2024-02-05") -> Claim:
    (claim,) = code_article(Article("t", text, published=published)).claims
    return claim


def test_an_act_takes_the_expression_that_hangs_on_it():
    claim = only("Militants attacked Kenya on 3 May 2019.")
    assert (claim.time.earliest, claim.time.latest, claim.time.basis) == ("2019-05-03", "2019-05-03", "text")


def test_the_time_of_the_statement_is_not_the_time_of_the_act():
    claim = only("France said on Monday that Kenya had invaded Somalia in March 2021.")
    assert claim.time.earliest == "2021-03-01"
    assert claim.stated is not None
    assert claim.stated.earliest == "2024-02-05"


def test_a_reported_act_without_a_date_lies_before_the_publication_and_no_more_is_said():
    claim = only("Kenya attacked Somalia.")
    assert (claim.time.earliest, claim.time.latest, claim.time.basis) == (None, "2024-02-05", "published")


def test_without_any_date_the_time_is_unknown():
    claim = only("Kenya attacked Somalia.", None)
    assert (claim.time.precision, claim.time.basis) == ("unknown", "none")


def test_an_act_to_come_lies_after_the_publication():
    claim = only("Kenya will attack Somalia.")
    assert (claim.time.earliest, claim.time.latest) == ("2024-02-05", None)


def test_a_place_is_where_the_act_is_said_to_be_and_a_capital_that_speaks_is_none():
    claim = only("Kenya met Somalia in Geneva.")
    assert claim.place is not None
    assert (claim.place.text, claim.place.country) == ("Geneva", "CHE")
    assert only("Moscow attacked Kenya.").place is None

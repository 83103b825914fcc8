"""The time of an act, of the statement about it and of publication are three things, and none is invented."""

from __future__ import annotations

import pytest

from comity.coder import code_article
from comity.values import Article, Claim, Time

MONDAY = "2024-02-05"


def claims(text: str, published: str | None = MONDAY) -> dict[str, Claim]:
    """The claims of a text by the words that tell them."""
    return {c.trigger.text: c for c in code_article(Article("t", text, published=published)).claims}


def ends(time: Time) -> tuple[str | None, str | None]:
    return time.earliest, time.latest


# text | word of the act | earliest, latest
ACTS = [
    ("Militants attacked Kenya on 3 May 2019.", "attacked", "2019-05-03", "2019-05-03"),
    ("On 3 May 2019, militants attacked Kenya.", "attacked", "2019-05-03", "2019-05-03"),
    ("Kenya attacked Somalia last week.", "attacked", "2024-01-29", "2024-02-04"),
    ("Kenya attacked Somalia on Tuesday.", "attacked", "2024-01-30", "2024-01-30"),
    ("Kenya attacked Somalia in December.", "attacked", "2023-12-01", "2023-12-31"),
    ("Kenya attacked Somalia in June.", "attacked", "2023-06-01", "2023-06-30"),
    ("Kenya shelled a convoy of trucks near the village on Sunday.", "shelled", "2024-02-04", "2024-02-04"),
    ("Kenya launched an attack on Somalia on Sunday.", "launched", "2024-02-04", "2024-02-04"),
    ("Kenya signed a deal with Somalia on Friday.", "signed", "2024-02-02", "2024-02-02"),
    ("The attack by Kenya on Somalia happened on Friday.", "attack", "2024-02-02", "2024-02-02"),
    ("Kenya's 2022 invasion of Somalia was brief.", "invasion", "2022-01-01", "2022-12-31"),
    ("Kenya did not attack Somalia on Tuesday.", "attack", "2024-01-30", "2024-01-30"),
    ("Kenya has been attacking Somalia since 2014.", "attacking", "2014-01-01", "2024-02-05"),
    ("Kenya seized a 16th-century palace from Somalia on Friday.", "seized", "2024-02-02", "2024-02-02"),
    ("Kenya seized a 16th-century palace from Somalia.", "seized", None, "2024-02-05"),
    ("Kenya met Somalia at a summit on 26 January.", "met", "2024-01-26", "2024-01-26"),
    ("Kenya has attacked Somalia this year.", "attacked", "2024-01-01", "2024-02-05"),
    ("Kenya attacked Somalia two days after the summit.", "attacked", None, "2024-02-05"),
    ("Kenya attacked Somalia for three weeks.", "attacked", None, "2024-02-05"),
]
TO_COME = [
    ("Kenya will attack Somalia on Tuesday.", "attack", "2024-02-06", "2024-02-06"),
    ("Kenya will attack Somalia in June.", "attack", "2024-06-01", "2024-06-30"),
    ("Kenya will attack Somalia within 48 hours.", "attack", "2024-02-05", "2024-02-07"),
    ("Kenya will attack Somalia by the end of March.", "attack", "2024-02-05", "2024-03-31"),
    ("Kenya will attack Somalia this month.", "attack", "2024-02-05", "2024-02-29"),
]


@pytest.mark.parametrize(("text", "word", "earliest", "latest"), ACTS)
def test_an_act_takes_the_expression_that_hangs_on_it(text, word, earliest, latest):
    assert ends(claims(text)[word].time) == (earliest, latest)


@pytest.mark.parametrize(("text", "word", "earliest", "latest"), TO_COME)
def test_an_act_to_come_takes_the_next_such_day_and_begins_no_earlier_than_the_publication(
    text, word, earliest, latest
):
    assert ends(claims(text)[word].time) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "France said on Monday that Kenya had invaded Somalia in March 2021.",
        "Kenya had invaded Somalia in March 2021, France said Monday.",
        "France said Monday Kenya had invaded Somalia in March 2021.",
    ],
)
def test_the_time_of_the_statement_is_not_the_time_of_the_act(text):
    claim = claims(text)["invaded"]
    assert ends(claim.time) == ("2021-03-01", "2021-03-31")
    assert claim.stated is not None
    assert ends(claim.stated) == ("2024-02-05", "2024-02-05")


def test_an_act_does_not_take_the_time_of_its_statement_or_of_another_act():
    claim = claims("France said on Sunday that Kenya had invaded Somalia.")["invaded"]
    assert ends(claim.time) == (None, "2024-02-05")
    found = claims("France condemned the attack by Kenya on Somalia, which withdrew its troops on Friday.")
    assert ends(found["attack"].time) == (None, "2024-02-05")


def test_the_deadliest_since_a_day_is_not_an_act_since_that_day():
    claim = claims("Kenya carried out the deadliest attack on Somalia since July 2005.")["carried"]
    assert claim.time.earliest is None


def test_a_statement_without_a_day_was_made_up_to_the_publication():
    claim = claims("France said that Kenya had invaded Somalia.")["invaded"]
    assert claim.stated == Time(None, MONDAY, "interval", "published")


def test_what_the_outlet_asserts_itself_was_stated_by_nobody_else():
    assert claims("Kenya attacked Somalia.")["attacked"].stated is None


def test_a_reported_act_without_a_date_lies_before_the_publication_and_no_more_is_said():
    assert claims("Kenya attacked Somalia.")["attacked"].time == Time(None, MONDAY, "interval", "published")
    assert claims("Kenya will attack Somalia.")["attack"].time == Time(MONDAY, None, "interval", "published")


@pytest.mark.parametrize(
    "text",
    ["Kenya did not attack Somalia.", "Kenya could attack Somalia.", "If Kenya attacks Somalia, France will pay."],
)
def test_an_act_that_is_not_said_to_be_has_no_time(text):
    found = [c for c in claims(text).values() if c.type == "ASSAULT"]
    assert [c.time for c in found] == [Time()]


@pytest.mark.parametrize("text", ["Kenya attacked Somalia.", "Kenya attacked Somalia on Tuesday."])
@pytest.mark.parametrize("published", [None, "some day"])
def test_without_the_day_of_publication_nothing_is_dated_that_the_text_does_not_date(text, published):
    assert claims(text, published)["attacked"].time == Time()


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Kenya assured Somalia that it would withdraw its troops by the end of the year.", (MONDAY, "2024-12-31")),
        ("Kenya assured Somalia that it would send food within 48 hours.", (MONDAY, "2024-02-07")),
        ("Kenya assured Somalia that it would send food within 30 hours.", (MONDAY, "2024-02-07")),
        ("Kenya assured Somalia that it would send food by Friday.", (MONDAY, "2024-02-09")),
        ("Kenya assured Somalia that it would send food.", (None, None)),
        ("Kenya assured Somalia that it would send food for three weeks.", (None, None)),
    ],
)
def test_a_deadline_runs_from_the_publication(text, due):
    (found,) = code_article(Article("t", text, published=MONDAY)).signals.assurances
    assert ends(found.due) == due

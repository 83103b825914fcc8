"""No wording makes an act that did not take place, or is not said to have, into one that did."""

from __future__ import annotations

import pytest

from comity.coder import code_article
from comity.values import Article

PAIRS = [("Kenya", "Somalia"), ("France", "Serbia"), ("Japan", "Peru")]
ACTS = [
    ("{a} did not manage to attack {b}.", "negated"),
    ("{a} did not choose to attack {b}.", "negated"),
    ("{a} did not dare to attack {b}.", "negated"),
    ("{a} did not begin to attack {b}.", "negated"),
    ("{a} did not succeed in attacking {b}.", "negated"),
    ("{a} was unable to attack {b}.", "negated"),
    ("{a} was not ready to attack {b}.", "negated"),
    ("{a} has yet to attack {b}.", "negated"),
    ("{a} was prevented from attacking {b}.", "negated"),
    ("{a} came close to attacking {b}.", "negated"),
    ("{a} almost attacked {b}.", "negated"),
    ("{a} pretended to attack {b}.", "negated"),
    ("{a} has not yet decided to attack {b}.", "negated"),
    ("Uganda said that {a} did not manage to attack {b}.", "negated"),
    ("{a} did not rule out attacking {b}.", "possible"),
    ("{a} ruled out attacking {b}.", "negated"),
    ("{a} may refuse to attack {b}.", "possible"),
    ("{a} would not refuse to attack {b}.", "possible"),
    ("If {a} refuses to attack {b}, Uganda will leave.", "conditional"),
    ("{a} did not fail to attack {b}.", "happened"),
    ("Uganda did not prevent {a} from attacking {b}.", "happened"),
    ("{a} did not hesitate to attack {b}.", "happened"),
    ("{a} did not stop attacking {b}.", "happened"),
    ("{a} allegedly attacked {b}.", "possible"),
    ("{a} reportedly attacked {b}.", "possible"),
    ("{a} talked of attacking {b}.", "possible"),
    ("{a} was not accused of attacking {b}.", "possible"),
    ("{a} did not say that it attacked {b}.", "possible"),
    ("{a} refused to deny that it attacked {b}.", "possible"),
    ("Uganda has not denied that {a} attacked {b}.", "possible"),
    ("There is no evidence that {a} attacked {b}.", "possible"),
    ("Uganda has no evidence that {a} attacked {b}.", "possible"),
    ("Uganda does not know whether {a} attacked {b}.", "possible"),
    ("It is not true that {a} attacked {b}.", "denied"),
    ("It is false that {a} attacked {b}.", "denied"),
    ("Uganda rejected claims that {a} attacked {b}.", "denied"),
    ("Uganda dismissed reports that {a} had attacked {b}.", "denied"),
    ("Reports that {a} attacked {b} were denied by Uganda.", "denied"),
    ("Rumours that {a} attacked {b} were false.", "denied"),
    ("Uganda disputed that {a} attacked {b}.", "denied"),
    ("{a} will begin to attack {b}.", "future"),
    ("{a} may begin attacking {b}.", "possible"),
    ("{a} began to attack {b}.", "happened"),
    ("{a} could not bring itself to attack {b}.", "negated"),
    ("{a} is to attack {b}.", "future"),
    ("{a} was supposed to attack {b}.", "possible"),
    ("Uganda asked if {a} had attacked {b}.", "possible"),
    ("Uganda retracted its claim that {a} attacked {b}.", "possible"),
    ("{a} rehearsed attacking {b}.", "possible"),
    ("Not Uganda but {a} attacked {b}.", "happened"),
]


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize(("sentence", "status"), ACTS)
def test_the_status_of_an_act_is_what_the_sentence_says_of_it(sentence, status, pair):
    claims = code_article(Article("test", sentence.format(a=pair[0], b=pair[1]))).claims
    assert [c.status for c in claims if c.type == "ASSAULT"] == [status]


@pytest.mark.parametrize("pair", PAIRS)
def test_who_rejects_a_claim_is_not_its_source_and_stands_once_in_the_chain(pair):
    text = f"Uganda rejected claims that {pair[0]} attacked {pair[1]}."
    (claim,) = [c for c in code_article(Article("test", text)).claims if c.type == "ASSAULT"]
    assert (claim.status, [a.code for a in claim.chain]) == ("denied", ["UGA"])


def test_the_month_of_march_is_no_march():
    claims = code_article(Article("test", "Protesters marched in March against Kenya.")).claims
    assert [c.trigger.text for c in claims] == ["marched"]


def test_an_intention_that_is_not_there_is_no_source():
    claims = code_article(Article("test", "Uganda answered that Kenya had no intention to attack Somalia.")).claims
    assert [(c.status, [a.code for a in c.chain]) for c in claims if c.type == "ASSAULT"] == [("negated", ["UGA"])]

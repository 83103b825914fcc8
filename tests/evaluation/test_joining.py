"""Two passes joined: what both give is sure, what one gives is open, a mutual act is one."""

from __future__ import annotations

from dataclasses import replace

from comity.evaluation.comparing import claim_fields
from comity.evaluation.gold import Labelled, Text
from comity.evaluation.joining import joined
from comity.evaluation.labels import ClaimLabel, Labels, Side
from comity.evaluation.scoring import judged
from comity.values import UNKNOWN_TIME, Actor, Article, Claim, Coded, Quoted

TEXT = "Ghana and Chile met. Ghana thanked Chile."
MET = ClaimLabel(0, Side("GHA", "Ghana"), Side("CHL", "Chile"), "CONSULT", None, "happened", (), "met", None, None)
THANKED = replace(MET, s=1, type="SUPPORT", trigger="thanked")


def reverse(label: ClaimLabel) -> ClaimLabel:
    return replace(label, actor=label.recipient, recipient=label.actor)


def found(actor: str, recipient: str, type_: str, word: str) -> Claim:
    at = TEXT.index(word)
    sentence = (0, 20) if at < 20 else (21, len(TEXT))
    a, b = (Actor(x, (0, 1), x) for x in (actor, recipient))
    time, trigger = UNKNOWN_TIME, Quoted(word, (at, at + len(word)))
    return Claim("c", a, b, type_, None, (), 1, "happened", (), time, None, None, trigger, sentence, 0.5)


def score(labels: Labels, *claims: Claim) -> tuple[int, int, int, int]:
    text = Text(Article("t", TEXT), "gold", "article", "GHA-CHL", ((0, 20), (21, len(TEXT))))
    return judged(Labelled(text, labels, None), Coded("t", "en", claims=claims)).claims.counts


def test_what_both_give_is_asked_and_what_one_gives_is_neither_asked_nor_wrong() -> None:
    labels = joined(Labels((MET, THANKED)), Labels((MET,)))
    assert [(x.type, x.sure) for x in labels.claims] == [("CONSULT", True), ("SUPPORT", False)]
    assert score(labels) == (0, 0, 0, 1)
    thanked = found("GHA", "CHL", "SUPPORT", "thanked")
    assert score(labels, thanked) == (1, 1, 0, 1)
    assert score(labels, replace(thanked, type="ACCUSE")) == (0, 1, 0, 1)


def test_a_mutual_act_labelled_from_both_sides_is_one_and_holds_in_both_directions() -> None:
    labels = joined(Labels((MET, reverse(MET))), Labels((reverse(MET),)))
    assert [(x.mutual, x.sure) for x in labels.claims] == [(True, True)]
    one, other = found("GHA", "CHL", "CONSULT", "met"), found("CHL", "GHA", "CONSULT", "met")
    assert score(labels, one) == score(labels, other) == score(labels, one, other) == (1, 1, 1, 1)


def test_an_act_of_one_side_stays_two_labels_in_two_directions() -> None:
    struck = replace(MET, type="ASSAULT")
    assert len(joined(Labels((struck, reverse(struck))), Labels()).claims) == 2


def test_where_the_passes_differ_in_a_field_either_value_is_right() -> None:
    labels = joined(Labels((MET,)), Labels((replace(MET, status="ongoing"),)))
    claim = found("GHA", "CHL", "CONSULT", "met")
    wanted = [
        claim_fields(labels.claims[0], replace(claim, status=s))["status"] for s in ("happened", "ongoing", "denied")
    ]
    assert wanted == [True, True, False]

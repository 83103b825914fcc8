"""Threats, and warnings that are none, in the wordings of news and official texts."""

from __future__ import annotations

import pytest

from coding.wordings import expected, verbal_claims

# (sentence, its verbal acts; none where it only looks like one)
ROWS = [
    ("Jordan threatened Syria with war.", "JOR THREATEN SYR happened"),
    ("Jordan threatened to close the border with Syria.", "JOR THREATEN SYR happened"),
    ("Jordan threatened to expel the Syrian envoy.", "JOR THREATEN SYR happened"),
    ("Jordan warned Syria against crossing the river.", "JOR THREATEN SYR happened"),
    ("Jordan warned Syria not to cross the river.", "JOR THREATEN SYR happened"),
    ("Jordan warned Syria of serious consequences.", "JOR THREATEN SYR happened"),
    ("Jordan warned Syria that it would strike back.", "JOR THREATEN SYR happened"),
    ("Jordan warned that it would strike Syria.", "JOR THREATEN SYR happened"),
    ("Jordan warned Syria that floods were coming.", ""),
    ("Jordan warned that Syria could run out of water.", ""),
    ("Jordan warned that the situation in Syria was getting worse.", ""),
    ("Jordan warned that Syrian rebels might attack Iraq.", ""),
    ("WFP warned that food stocks in Yemen could run out within a week.", ""),
    ("WHO warned of a new outbreak in Yemen.", ""),
    ("The UN warned that conditions in the camps of Chad were deteriorating.", ""),
    ("A Jordanian official warned that Syria would attack Lebanon.", ""),
    ("Economists warned of inflation in Jordan.", ""),
    ("Jordan warned travellers of floods in Syria.", ""),
    ("Jordan warned its citizens against travel to Syria.", ""),
    ("Jordan warned Syria of floods.", ""),
    ("Jordan issued a warning to Syria.", "JOR THREATEN SYR happened"),
    ("Jordan issued a flood warning.", ""),
    ("Jordan issued an ultimatum to Syria.", "JOR THREATEN SYR happened"),
    ("Jordan gave Syria an ultimatum.", "JOR THREATEN SYR happened"),
    ("Jordan vowed to retaliate against Syria.", "JOR THREATEN SYR happened"),
    ("Jordan vowed revenge on Syria.", "JOR THREATEN SYR happened"),
    ("Jordan promised a harsh response to any attack by Syria.", "JOR THREATEN SYR happened"),
    ("Jordan threatened Syria with sanctions.", "JOR THREATEN SYR happened"),
    ("Jordan threatened sanctions against Syria.", "JOR THREATEN SYR happened"),
    ("Jordan's threat to close the border angered Syria.", "JOR THREATEN - happened"),
    ("Jordan's threat against Syria was noted.", "JOR THREATEN SYR happened"),
    ("Jordan's threats against Syria continued.", "JOR THREATEN SYR happened"),
    ("Syria was threatened with war by Jordan.", "JOR THREATEN SYR happened"),
    ("Syria has been warned by Jordan of consequences.", "JOR THREATEN SYR happened"),
    ("Jordan did not threaten Syria.", "JOR THREATEN SYR negated"),
    ("Jordan denied that it had threatened Syria.", "JOR THREATEN SYR denied [JOR]"),
    ("Jordan may threaten Syria with sanctions.", "JOR THREATEN SYR possible"),
    ("The floods threatened towns in Syria.", ""),
    ("Jordan threatened to win the match against Syria.", ""),
    ("Jordan said that it would close the border if Syria crossed the river.", ""),
    ("If Syria crosses the river, Jordan will respond, its foreign minister warned.", "JOR THREATEN SYR happened"),
    ("Syria will pay a heavy price, the Jordanian minister warned.", "JOR THREATEN SYR happened"),
    ("Syria would pay a high price if it crossed the river, Jordan said.", "JOR THREATEN SYR happened"),
    ("Jordan cautioned Syria against any move at the river.", "JOR THREATEN SYR happened"),
    ("Jordan said any attack by Syria would be met with force.", "JOR THREATEN SYR happened"),
    ("Jordan and Iraq threatened Syria.", "IRQ THREATEN SYR happened; JOR THREATEN SYR happened"),
    ("Jordan stepped up its threats against Syria.", "JOR THREATEN SYR happened"),
    ("Syria feared the threats of Jordan.", ""),
    ("A threat to peace in Syria worried Jordan.", ""),
    ("Jordan threatens to cut off the Syrian water supply.", "JOR THREATEN SYR happened"),
    ("Jordan is threatening to leave the talks with Syria.", "JOR THREATEN SYR ongoing"),
    ("Jordan warned Damascus.", "JOR THREATEN SYR happened"),
    ("Angola threatened Zambia with a boycott unless the bridge is opened.", "AGO THREATEN ZMB happened"),
    (
        "Angola will respond harshly if Zambia closes the bridge, the minister of Angola warned.",
        "AGO THREATEN ZMB happened",
    ),
    ("Zambia faces serious consequences, Angola warned.", "AGO THREATEN ZMB happened"),
    ("Angola's army warned that it would shoot down Zambian drones.", "AGO THREATEN ZMB happened"),
    ("Angola warned Zambia over the bridge.", "AGO THREATEN ZMB happened"),
    ("Angola sent Zambia a warning.", "AGO THREATEN ZMB happened"),
    ("Angola has never threatened Zambia.", "AGO THREATEN ZMB negated"),
]


@pytest.mark.parametrize(("text", "told"), ROWS)
def test_a_wording_gives_these_claims_and_no_other(text, told):
    assert verbal_claims(text) == expected(told)

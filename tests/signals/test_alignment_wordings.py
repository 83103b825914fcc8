"""Votes, vetoes, sponsorship, joining and siding in many wordings; and votes within states and support that is none."""

from __future__ import annotations

import pytest

from signals.readings import read, told

READ = [
    (
        "Brazil abstained when the General Assembly voted on the resolution.",
        {"who": "BRA", "act": "abstain", "forum": "UN General Assembly"},
    ),
    ("Brazil and India abstained from the vote in the Human Rights Council.", {"who": "IND", "act": "abstain"}),
    (
        "India's abstention in the Security Council surprised Kyiv.",
        {"who": "IND", "act": "abstain", "forum": "UN Security Council"},
    ),
    ("The resolution was adopted with Hungary abstaining.", {"who": "HUN", "act": "abstain"}),
    ("Hungary cast the only vote against the resolution.", {"who": "HUN", "act": "vote_against"}),
    ("Hungary was the only country to vote against the resolution.", {"who": "HUN", "act": "vote_against"}),
    ("Kenya voted in favour.", {"who": "KEN", "act": "vote_for"}),
    ("Only Nauru and Palau voted no on the resolution.", {"who": "NRU", "act": "vote_against"}),
    ('Nauru voted "no" on the Palestinian draft in the General Assembly.', {"who": "NRU", "act": "vote_against"}),
    ("Switzerland supported the resolution in the Security Council.", {"who": "CHE", "act": "vote_for"}),
    ("Switzerland backed the resolution at the Human Rights Council.", {"who": "CHE", "act": "vote_for"}),
    ("Pakistan opposed the resolution at the Human Rights Council.", {"who": "PAK", "act": "vote_against"}),
    ("Pakistan rejected the draft at the IAEA board, and China abstained.", {"who": "CHN", "act": "abstain"}),
    ("Russia blocked the resolution in the Security Council with its veto.", {"who": "RUS", "act": "veto"}),
    ("Russia used its veto against the extension of the panel.", {"who": "RUS", "act": "veto"}),
    ("The draft fell to a Russian veto.", {"who": "RUS", "act": "veto"}),
    ("A Russian veto sank the draft.", {"who": "RUS", "act": "veto"}),
    ("The draft on Gaza was vetoed by the United States.", {"who": "USA", "act": "veto"}),
    ("US vetoes Algerian draft on Gaza", {"who": "USA", "act": "veto"}),
    ("After the veto by China and Russia the Council rose.", {"who": "CHN", "act": "veto"}),
    ("The United States exercised its veto in the Security Council for the third time.", {"who": "USA", "act": "veto"}),
    ("Greece vetoed the opening of talks between the EU and Albania.", {"who": "GRC", "act": "veto"}),
    ("Hungary blocked the joint statement of the EU on Georgia.", {"who": "HUN", "act": "veto"}),
    ("Hungary blocked an EU statement on Georgia.", {"who": "HUN", "act": "veto"}),
    ("The draft, submitted by Algeria in the Security Council, calls for a truce.", {"who": "DZA", "act": "sponsor"}),
    ("Algeria put forward a draft resolution in the Security Council.", {"who": "DZA", "act": "sponsor"}),
    ("Albania and the United States drafted the resolution on Ukraine.", {"who": "ALB", "act": "sponsor"}),
    ("The text, drafted by Albania, won eleven votes.", {"who": "ALB", "act": "sponsor"}),
    ("The resolution sponsored by Norway was adopted by consensus.", {"who": "NOR", "act": "sponsor"}),
    ("Norway was among the sponsors of the resolution.", {"who": "NOR", "act": "sponsor"}),
    ("Fiji joined the sponsors of the resolution.", {"who": "FJI"}),
    (
        "Ireland joined South Africa's case against Israel at the International Court of Justice.",
        {"who": "IRL", "act": "join"},
    ),
    ("Ireland has intervened in the case of South Africa against Israel.", {"who": "IRL", "act": "join"}),
    (
        "Chile filed a declaration of intervention in the case at the International Court of Justice.",
        {"who": "CHL", "act": "join", "forum": "ICJ"},
    ),
    ("Montenegro and Albania have joined all of the EU's restrictive measures.", {"who": "MNE", "act": "join"}),
    ("Montenegro aligned itself with the EU's sanctions on Russia.", {"who": "MNE", "act": "join"}),
    ("North Macedonia has aligned with the EU's sanctions against Belarus.", {"who": "MKD", "act": "join"}),
    ("Moldova subscribed to the EU declaration on Georgia.", {"who": "MDA", "act": "join"}),
    ("Norway associates itself with this statement.", {"who": "NOR", "act": "join"}),
    ("Japan joined the coalition led by the Netherlands.", {"who": "JPN", "act": "join"}),
    ("Japan signed up to the joint statement of the G7 on the Red Sea.", {"who": "JPN", "act": "join"}),
    ("Colombia endorsed the joint statement on Venezuela.", {"who": "COL", "act": "join"}),
    ("Colombia put its name to the joint declaration on Venezuela.", {"who": "COL", "act": "join"}),
    ("Twenty states, among them Chile and Peru, signed a joint letter to the Human Rights Council.", {"act": "join"}),
    ("Bahrain joined the American strikes on the Houthis.", {"who": "BHR", "act": "join", "with": ["USA"]}),
    ("Azerbaijan sided with Pakistan over Kashmir.", {"who": "AZE", "act": "side_with", "with": ["PAK"]}),
    ("Turkey takes Pakistan's side in the dispute over Kashmir.", {"who": "TUR", "act": "side_with", "with": ["PAK"]}),
    ("In the dispute Turkey is on Azerbaijan's side.", {"who": "TUR", "act": "side_with", "with": ["AZE"]}),
    (
        "Turkey has thrown its weight behind Azerbaijan in its conflict with Armenia.",
        {"who": "TUR", "act": "side_with", "with": ["AZE"]},
    ),
    ("Turkey backs Azerbaijan in its conflict with Armenia.", {"who": "TUR", "act": "side_with", "with": ["AZE"]}),
    ("Saudi Arabia supported Argentina's claim to the Falklands.", {"who": "SAU", "act": "side_with", "with": ["ARG"]}),
    (
        "China reaffirmed its support for Argentina's claim to the Falkland Islands against Britain.",
        {"who": "CHN", "act": "side_with"},
    ),
    (
        "Spain lined up with Argentina against Britain at the summit.",
        {"who": "ESP", "act": "side_with", "with": ["ARG"]},
    ),
    (
        "Cuba came down on the side of Venezuela in the dispute with Guyana.",
        {"who": "CUB", "act": "side_with", "with": ["VEN"]},
    ),
    ("Brazil stood with Guyana in its dispute with Venezuela.", {"who": "BRA", "act": "side_with", "with": ["GUY"]}),
    ("Belarus sided against Ukraine.", {"who": "BLR", "act": "side_with", "against": ["UKR"]}),
    ("Norway stands shoulder to shoulder with Ukraine against Russia.", {"who": "NOR", "act": "side_with"}),
    ("Norway stands firmly with Ukraine in this war.", {"who": "NOR", "act": "side_with", "with": ["UKR"]}),
    ("Iran and Syria took Russia's side.", {"who": "SYR", "act": "side_with", "with": ["RUS"]}),
    (
        "Egypt supports Somalia in its dispute with Ethiopia over the port.",
        {"who": "EGY", "act": "side_with", "with": ["SOM"]},
    ),
    (
        "Egypt declared its solidarity with Somalia against the port deal.",
        {"who": "EGY", "act": "side_with", "with": ["SOM"]},
    ),
    (
        "At the IAEA board Burkina Faso and Russia voted against the resolution on Iran.",
        {"who": "BFA", "act": "vote_against", "forum": "IAEA"},
    ),
    (
        "The board of governors censured Iran, with Russia, China and Burkina Faso voting against.",
        {"who": "RUS", "act": "vote_against"},
    ),
    ("Mexico cast its vote for the Bolivian draft at the OAS.", {"who": "MEX", "act": "vote_for", "forum": "OAS"}),
    ("Mexico voted for the suspension of Russia from the Human Rights Council.", {"who": "MEX", "act": "vote_for"}),
    (
        "Argentina changed its vote and opposed the resolution in the General Assembly.",
        {"who": "ARG", "act": "vote_against"},
    ),
    (
        "Speaking after the vote, the delegate of Malaysia said that her country had supported the draft resolution.",
        {"who": "MYS", "act": "vote_for"},
    ),
    ("The representative of Malaysia explained why he had abstained on the text.", {"who": "MYS", "act": "abstain"}),
    ("China did not vote, while Mongolia voted yes on the resolution.", {"who": "MNG", "act": "vote_for"}),
    (
        "Thailand voted in support of the resolution on Myanmar in the General Assembly.",
        {"who": "THA", "act": "vote_for"},
    ),
]

NONE = [
    "Parliament in Warsaw voted for the budget.",
    "Voters in Chile voted against the draft constitution.",
    "Senators in Brazil voted for the pension law.",
    "The Polish president vetoed the law on courts.",
    "The Czech president vetoed the tax bill.",
    "The doctor from Oslo abstained from alcohol.",
    "Muslims in Turkey abstain from food until dusk.",
    "Sponsors from Japan pay for the stadium in Doha.",
    "The brewer from Ireland sponsors the Welsh club.",
    "A Peruvian joined the club in Turin.",
    "The Danish firm joined the stock index.",
    "Finland joined the euro in 1999.",
    "Tourists from Malta joined the tour of Cairo.",
    "The ambassador of Peru stood with the choir.",
    "Ghana stands by the sea.",
    "Togo supports farmers.",
    "Germany supports Kenya.",
    "The United States supports the sovereignty of Georgia.",
    "The striker switched sides from Ghana to Qatar.",
    "On the Italian side of the border with France it rained.",
    "The other side of Morocco is rarely seen.",
    "The dam on the Lao side leaks.",
    "The veto power of France dates from 1945.",
    "Will China veto the text?",
    "China may veto the text.",
    "China threatened to veto the text.",
    "The vote in the Council on Mali was put off.",
    "The General Assembly will vote on the text of Cuba.",
    "Nobody knows whether India will abstain.",
    "Spain backed the proposal of a new stadium.",
    "Norway backed down in the dispute with Iceland.",
    "The bank backed the Kenyan start-up.",
    "Serbia sided its barn with timber.",
    "The planets aligned over Chile.",
    "Hungary's rules align with those of the EU.",
    "Jurors in London voted for the film from Iran.",
    "The song from Ukraine got twelve points from Poland.",
    "The UN voted.",
    "After the flood, Austria stands by Slovenia.",
    "The Bolivian congress voted to send troops home.",
]


@pytest.mark.parametrize(("text", "fields"), READ)
def test_an_alignment_is_read(text, fields):
    found = read("alignments", text)
    assert any(fields.items() <= told(a).items() for a in found), [told(a) for a in found]


@pytest.mark.parametrize("text", NONE)
def test_no_alignment_is_read(text):
    assert [told(a) for a in read("alignments", text)] == []

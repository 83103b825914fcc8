"""Sayings that conduct does not fit words, in many wordings; and contradictions that are none."""

from __future__ import annotations

import pytest

from signals.readings import read, told

READ = [
    (
        "Oxfam accused Norway of preaching thrift abroad while drilling at home.",
        {"claimant": "Oxfam", "conduct_of": "NOR"},
    ),
    (
        "Budapest says it stands by Kyiv and then blocks the money, a Polish minister complained.",
        {"claimant": "POL", "conduct_of": "HUN"},
    ),
    (
        "Germany preaches peace yet sells tanks to Turkey, a Greek minister said.",
        {"claimant": "GRC", "conduct_of": "DEU"},
    ),
    (
        "Paris talks of peace while arming the militia, the Malian premier said.",
        {"claimant": "MLI", "conduct_of": "FRA"},
    ),
    (
        "Washington speaks of rules and breaks them, the Chinese ambassador said.",
        {"claimant": "CHN", "conduct_of": "USA"},
    ),
    ("Kenya said that Uganda had gone back on its word over the pipeline.", {"claimant": "KEN", "conduct_of": "UGA"}),
    ("Uganda has gone back on the pledge it made in May, Kenya complained.", {"claimant": "KEN", "conduct_of": "UGA"}),
    ("Uganda reneged on the deal, Kenya's energy minister said.", {"claimant": "KEN", "conduct_of": "UGA"}),
    ("Kyiv says that Moscow has violated its own ceasefire.", {"claimant": "UKR", "conduct_of": "RUS"}),
    ("Moscow has violated the truce it announced, Kyiv said.", {"claimant": "UKR", "conduct_of": "RUS"}),
    ("Russia broke every promise it made, the Georgian president said.", {"claimant": "GEO", "conduct_of": "RUS"}),
    (
        "Russia's promises are not worth the paper they are written on, the Georgian president said.",
        {"claimant": "GEO", "conduct_of": "RUS"},
    ),
    ("Nothing came of Brazil's promises, the Haitian premier said.", {"claimant": "HTI", "conduct_of": "BRA"}),
    ("The promised help from Brazil never came, the Haitian premier said.", {"claimant": "HTI", "conduct_of": "BRA"}),
    (
        "Spain promised visas and delivered none, Kosovo's foreign minister said.",
        {"claimant": "XKX", "conduct_of": "ESP"},
    ),
    (
        "Spain has yet to deliver on its promise, Kosovo's foreign minister said.",
        {"claimant": "XKX", "conduct_of": "ESP"},
    ),
    (
        "Spain has failed to live up to its commitments, Kosovo's foreign minister said.",
        {"claimant": "XKX", "conduct_of": "ESP"},
    ),
    ("Spain did not live up to its own declarations, Kosovo said.", {"claimant": "XKX", "conduct_of": "ESP"}),
    ("Bolivia accused Chile of breaking its word.", {"claimant": "BOL", "conduct_of": "CHL"}),
    ("Bolivia accused Chile of failing to keep its promises.", {"claimant": "BOL", "conduct_of": "CHL"}),
    (
        "Bolivia accuses Chile of saying one thing in Lima and another in La Paz.",
        {"claimant": "BOL", "conduct_of": "CHL"},
    ),
    (
        "Chile says one thing in Lima and another in La Paz, the Bolivian minister said.",
        {"claimant": "BOL", "conduct_of": "CHL"},
    ),
    ("Japan's deeds do not match its words, Seoul said.", {"claimant": "KOR", "conduct_of": "JPN"}),
    ("Japan's words and deeds do not match, Seoul said.", {"claimant": "KOR", "conduct_of": "JPN"}),
    (
        "Tokyo's actions contradict its apology, the Korean foreign ministry said.",
        {"claimant": "KOR", "conduct_of": "JPN"},
    ),
    ("The raid is at odds with Israel's assurances, Egypt said.", {"claimant": "EGY", "conduct_of": "ISR"}),
    ("Egypt called the raid a breach of Israel's promise.", {"claimant": "EGY", "conduct_of": "ISR"}),
    (
        "The raid flies in the face of Israel's assurances, Egypt's foreign minister said.",
        {"claimant": "EGY", "conduct_of": "ISR"},
    ),
    (
        "The raid makes a mockery of Israel's assurances, Egypt's foreign minister said.",
        {"claimant": "EGY", "conduct_of": "ISR"},
    ),
    ("Egypt said the raid belied Israel's talk of a truce.", {"claimant": "EGY", "conduct_of": "ISR"}),
    ("Contrary to its promises, Rwanda still backs the rebels, Congo's president said.", {"conduct_of": "RWA"}),
    (
        "Despite its pledges, Rwanda still backs the rebels, the Belgian minister said.",
        {"claimant": "BEL", "conduct_of": "RWA"},
    ),
    (
        "For all its talk of peace, Rwanda still backs the rebels, the Belgian minister said.",
        {"claimant": "BEL", "conduct_of": "RWA"},
    ),
    ("While professing neutrality, Serbia sells shells, a Bosnian newspaper wrote.", {"conduct_of": "SRB"}),
    (
        "Serbia professes neutrality but sells shells, the Bosnian minister said.",
        {"claimant": "BIH", "conduct_of": "SRB"},
    ),
    (
        "Serbia claims to be neutral but sells shells to both, the Bosnian minister said.",
        {"claimant": "BIH", "conduct_of": "SRB"},
    ),
    ("The EU applies double standards, the Turkish president said.", {"claimant": "TUR", "conduct_of": "EU"}),
    ("The Turkish president accused the EU of double standards.", {"claimant": "TUR", "conduct_of": "EU"}),
    ("Turkey sees a double standard in the EU's conduct, its minister said.", {"claimant": "TUR", "conduct_of": "EU"}),
    (
        "That is hypocrisy, the Iranian minister said of the German arms sales.",
        {"claimant": "IRN", "conduct_of": "DEU"},
    ),
    (
        "It is hypocritical of Germany to lecture us, the Namibian president said.",
        {"claimant": "NAM", "conduct_of": "DEU"},
    ),
    ("Germany's stance is hypocritical, the Namibian president said.", {"claimant": "NAM", "conduct_of": "DEU"}),
    ("Namibia's president denounced Germany's hypocrisy.", {"claimant": "NAM", "conduct_of": "DEU"}),
    ("Namibia called Germany hypocritical.", {"claimant": "NAM", "conduct_of": "DEU"}),
    ("The Namibian president called Germany's stance two-faced.", {"claimant": "NAM", "conduct_of": "DEU"}),
    (
        "Australia does not practise what it preaches on coal, the premier of Tuvalu said.",
        {"claimant": "TUV", "conduct_of": "AUS"},
    ),
    (
        "Australia should practise what it preaches, the premier of Tuvalu said.",
        {"claimant": "TUV", "conduct_of": "AUS"},
    ),
    (
        "Australia's coal exports undercut its climate pledges, the premier of Tuvalu said.",
        {"claimant": "TUV", "conduct_of": "AUS"},
    ),
    ("Australia's pledges ring hollow, the premier of Tuvalu said.", {"claimant": "TUV", "conduct_of": "AUS"}),
    (
        "Canada's words ring hollow while its mines pollute our rivers, Guatemala's minister said.",
        {"claimant": "GTM", "conduct_of": "CAN"},
    ),
    (
        "There is a gulf between Canada's promises and its practice, Guatemala's minister said.",
        {"claimant": "GTM", "conduct_of": "CAN"},
    ),
    (
        "The minister of Guatemala pointed to the gap between what Canada says and what it does.",
        {"claimant": "GTM", "conduct_of": "CAN"},
    ),
    ("India has not honoured the accord it signed, Nepal's premier said.", {"claimant": "NPL", "conduct_of": "IND"}),
    ("India is not honouring its commitments, Nepal's premier said.", {"claimant": "NPL", "conduct_of": "IND"}),
    ("India ignores its own commitments, Nepal's premier said.", {"claimant": "NPL", "conduct_of": "IND"}),
    ("India's pledge remains unfulfilled, Nepal's premier said.", {"claimant": "NPL", "conduct_of": "IND"}),
    ("Armenia says Azerbaijan's promises were broken within a week.", {"claimant": "ARM", "conduct_of": "AZE"}),
    ("Yerevan blamed Baku for breaking the promise it gave in Prague.", {"claimant": "ARM", "conduct_of": "AZE"}),
    ("Baku betrayed its pledge to Moscow, the Armenian premier said.", {"claimant": "ARM", "conduct_of": "AZE"}),
    (
        "Contrary to what it told the inspectors, Iran kept the centrifuges, the French envoy said.",
        {"claimant": "FRA", "conduct_of": "IRN"},
    ),
    (
        "The IAEA chief said that Iran's conduct was hard to square with its assurances.",
        {"claimant": "IAEA", "conduct_of": "IRN"},
    ),
    (
        "Iran's conduct cannot be reconciled with its assurances, the French envoy said.",
        {"claimant": "FRA", "conduct_of": "IRN"},
    ),
    (
        "Iran's conduct is incompatible with the commitments it undertook, the French envoy said.",
        {"claimant": "FRA", "conduct_of": "IRN"},
    ),
    ("The Herero council says Germany honours memory abroad yet refuses to talk to them.", {"conduct_of": "DEU"}),
    (
        "Amnesty said that Italy was breaking its own pledge to refugees.",
        {"claimant": "Amnesty International", "conduct_of": "ITA"},
    ),
    ("Amnesty accused Italy of talking about rights while paying militias.", {"conduct_of": "ITA"}),
    (
        "Human Rights Watch says Egypt is violating the commitments that it made to the UN.",
        {"claimant": "Human Rights Watch", "conduct_of": "EGY"},
    ),
    ("Sudan's army accused the Emirates of duplicity.", {"claimant": "SDN", "conduct_of": "ARE"}),
    ("The Emirates play a double game, Sudan's army said.", {"claimant": "SDN", "conduct_of": "ARE"}),
    ("The Sudanese general accused the Emirates of playing a double game.", {"claimant": "SDN", "conduct_of": "ARE"}),
    ("Vietnam: China's actions do not square with its statements", {"claimant": "VNM", "conduct_of": "CHN"}),
    (
        "Manila said that Beijing's rhetoric did not match what its ships were doing.",
        {"claimant": "PHL", "conduct_of": "CHN"},
    ),
]

NONE = [
    "Russia denied that it had broken its promise.",
    "Japan kept its word to Palau.",
    "Did China break its word to Fiji?",
    "If Iran breaks its word, France will act.",
    "Norway said that it would never break its word.",
    "Weather forecasts for Chile contradict each other.",
    "Two witnesses in Oslo contradicted each other.",
    "The Kenyan broke the record.",
    "The Turkish striker broke his leg in Rome.",
    "The results in Ghana are inconsistent with the first count.",
    "The form of the Indian team was inconsistent.",
    "Despite the rain, Spain won.",
    "Despite the truce, fighting went on in Sudan.",
    "The hypocrisy of Tartuffe delights Paris.",
    "A play about hypocrisy opened in Vienna.",
    "The gap between rich and poor in Brazil grew.",
    "The gap between the lanes in Cairo was closed.",
    "Uganda and Kenya are at odds over the pipeline.",
    "Turkey is at odds with Greece.",
    "The two firms from Peru broke their contract.",
    "Mali ignored France.",
    "Canada's words were warm.",
    "Germany talks to Turkey and to Greece.",
    "Poland says it supports Ukraine and sends tanks.",
    "Finland promised tents and delivered them.",
    "France preaches caution.",
    "The imam in Cairo preaches on Friday while the shops close.",
    "The priest in Malta preaches peace.",
    "The Georgian said one thing: peace.",
    "The double bass from Prague was sold.",
    "The Serbian played a double role in the film.",
    "Nepal did not sign.",
    "Egypt met its commitments to the fund.",
    "Bolivia's promise was fulfilled.",
    "The study contradicts an earlier one from Japan.",
    "The words on the statue in Riga do not match the drawing.",
    "Italy could break its promise.",
    "Will Spain live up to its promises?",
    "Chad violated the airspace of Sudan.",
]


@pytest.mark.parametrize(("text", "fields"), READ)
def test_an_inconsistency_is_read(text, fields):
    found = read("inconsistencies", text)
    assert any(fields.items() <= told(a).items() for a in found), [told(a) for a in found]


@pytest.mark.parametrize("text", NONE)
def test_no_inconsistency_is_read(text):
    assert [told(a) for a in read("inconsistencies", text)] == []

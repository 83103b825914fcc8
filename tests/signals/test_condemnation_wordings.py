"""Condemnations made, withheld, demanded and denied in many wordings; and words of condemning that are none."""

from __future__ import annotations

import pytest

from signals.readings import read, told

READ = [
    (
        "Oslo condemned in the strongest terms the shelling of the market by Sudan's army.",
        {"by": "NOR", "target": "SDN", "polarity": "made", "degree": "full"},
    ),
    ("In the strongest terms, Oslo condemned the shelling.", {"by": "NOR", "polarity": "made"}),
    ("The shelling of the market was condemned by Norway.", {"by": "NOR", "polarity": "made", "act_named": True}),
    ("The coup in Niger drew condemnation from Nigeria.", {"by": "NGA", "polarity": "made"}),
    (
        "The coup in Niger has been met with condemnation by the African Union.",
        {"by": "African Union", "polarity": "made"},
    ),
    ("Condemnation of the coup came from Nigeria and Ghana.", {"by": "NGA", "polarity": "made"}),
    ("The launch drew swift condemnation from Tokyo.", {"by": "JPN", "polarity": "made"}),
    ("Tokyo led the condemnation of North Korea's launch.", {"by": "JPN", "target": "PRK"}),
    ("Chile's president described the raid as an outrage and condemned Ecuador.", {"by": "CHL", "target": "ECU"}),
    ("Mexico condemns Ecuador's raid on its embassy", {"by": "MEX", "target": "ECU", "degree": "full"}),
    (
        'Mexico\'s president called the raid by Ecuador "a barbaric act".',
        {"by": "MEX", "target": "ECU", "word": False, "degree": "other"},
    ),
    ("Brazil's president called the strike an atrocity.", {"by": "BRA", "word": False}),
    ('The Irish premier called the strike "an act of barbarity" by Israel.', {"by": "IRL", "word": False}),
    ("Norway's minister described the Russian strike as a war crime.", {"by": "NOR", "target": "RUS", "word": False}),
    ("The killing of the aid workers is a disgrace, the Spanish foreign minister said.", {"by": "ESP", "word": False}),
    (
        '"This is an outrage," the Turkish foreign minister said of the burning of the Koran in Sweden.',
        {"by": "TUR", "word": False},
    ),
    ("It was a cowardly and criminal attack, said Ecuador's president.", {"by": "ECU", "word": False}),
    ("We strongly condemn the abduction of our citizens by Boko Haram.", {"polarity": "made", "degree": "full"}),
    ("I condemn this attack on Kenya without reservation.", {"polarity": "made"}),
    ("Kenya joins in condemning the attack on Somalia.", {"by": "KEN", "polarity": "made"}),
    ("Kenya joined the EU in condemning the coup in Gabon.", {"by": "KEN", "polarity": "made"}),
    ("Condemning the coup in Gabon, France suspended its aid.", {"by": "FRA", "polarity": "made"}),
    ("France suspended aid after condemning the coup in Gabon.", {"by": "FRA", "polarity": "made"}),
    ("France was quick to condemn the coup in Gabon.", {"by": "FRA", "polarity": "made"}),
    ("The statement, which condemns Iran's strike, was signed by Canada.", {"target": "IRN"}),
    ("Canada issued a condemnation of the strike by Iran.", {"by": "CAN"}),
    ("Canada voiced its condemnation of the strike.", {"by": "CAN", "polarity": "made"}),
    ("The G7 foreign ministers deplored Iran's seizure of the ship.", {"by": "G7", "target": "IRN"}),
    ("The G7 decried Russia's nuclear rhetoric.", {"by": "G7", "target": "RUS"}),
    ("Azerbaijan lambasted France over arms for Armenia.", {"by": "AZE", "target": "FRA", "word": False}),
    ("Azerbaijan lashed out at France over arms for Armenia.", {"by": "AZE", "target": "FRA", "word": False}),
    ("Seoul strongly denounced the launch by the North.", {"by": "KOR", "polarity": "made"}),
    ("Rwanda was censured by the Council for backing the rebels.", {"target": "RWA", "act_named": True}),
    ("Hungary refused to condemn Georgia.", {"by": "HUN", "target": "GEO", "polarity": "withheld"}),
    ("Hungary would not condemn Georgia's crackdown.", {"by": "HUN", "target": "GEO", "polarity": "withheld"}),
    ("Hungary has never condemned Georgia's crackdown.", {"by": "HUN", "polarity": "withheld"}),
    ("Hungary declined to condemn the crackdown in Georgia.", {"by": "HUN", "polarity": "withheld"}),
    (
        "Without condemning Russia, South Africa's president asked both to talk.",
        {"by": "ZAF", "target": "RUS", "polarity": "withheld"},
    ),
    (
        "South Africa's president called for talks without condemning Russia.",
        {"by": "ZAF", "target": "RUS", "polarity": "withheld"},
    ),
    ("No condemnation of the strike came from Pretoria.", {"polarity": "withheld"}),
    (
        "Pretoria fell short of condemning the invasion by Russia.",
        {"by": "ZAF", "target": "RUS", "polarity": "withheld"},
    ),
    ("Vietnam avoided condemning Russia.", {"by": "VNM", "target": "RUS", "polarity": "withheld"}),
    ("Mali has kept silent about the strikes by Russia.", {"by": "MLI", "polarity": "withheld"}),
    ("The communique of the G20 does not condemn Russia.", {"target": "RUS", "polarity": "withheld"}),
    (
        "Ukraine called on Brazil to condemn the strike by Russia.",
        {"by": "BRA", "target": "RUS", "polarity": "demanded"},
    ),
    ("The Pope should condemn Russia, the Ukrainian ambassador said.", {"target": "RUS", "polarity": "demanded"}),
    ("Kyiv wants the Council to condemn Russia.", {"target": "RUS", "polarity": "demanded"}),
    ("Kyiv demanded a clear condemnation of Russia from India.", {"target": "RUS", "polarity": "demanded"}),
    ("Serbia must condemn the attack in Banjska, Pristina said.", {"by": "SRB", "polarity": "demanded"}),
    ("Pristina expects Serbia to condemn the attack in Banjska.", {"by": "SRB", "polarity": "demanded"}),
    ("Serbia denied having condemned Kosovo.", {"polarity": "denied"}),
    ("Turkey denies that it ever condemned Hamas.", {"by": "TUR", "target": "Hamas", "polarity": "denied"}),
    ("Indonesia condemned the attack but called on both sides to show restraint.", {"by": "IDN", "unqualified": False}),
    ("While condemning Hamas, the Irish premier said Israel's answer went too far.", {"by": "IRL", "target": "Hamas"}),
    ("Colombia condemned both the Hamas attack and the Israeli strikes.", {"by": "COL"}),
    ("Egypt condemned Ethiopia's decision to fill the dam.", {"by": "EGY", "target": "ETH", "act_named": True}),
    ("Jordan denounced Israel's plan to annex the valley as a grave breach of law.", {"by": "JOR", "target": "ISR"}),
    (
        "Malaysia's prime minister slammed Israel for the strike on Rafah.",
        {"by": "MYS", "target": "ISR", "word": False},
    ),
    ("Malaysia slams Israel over Rafah", {"by": "MYS", "target": "ISR", "word": False}),
    ("Pakistan condemned the desecration of a holy book in Denmark.", {"by": "PAK", "act_named": True}),
    ("The Organisation of Islamic Cooperation condemned the burning in Stockholm.", {"polarity": "made"}),
    (
        "The UN secretary general strongly condemned the killing of a peacekeeper in Lebanon.",
        {"by": "UN", "act_named": True, "perpetrator_named": False},
    ),
    (
        "The killing of a peacekeeper was strongly condemned by the secretary general of the UN.",
        {"by": "UN", "act_named": True},
    ),
    ("The Taliban's ban on women was condemned by Norway, Canada and Japan.", {"by": "CAN", "target": "Taliban"}),
    (
        "The Taliban condemned Pakistan's air strikes as a violation of Afghan sovereignty.",
        {"by": "Taliban", "target": "PAK"},
    ),
    ("Hamas condemned the normalisation accord of the Emirates.", {"by": "Hamas", "target": "ARE"}),
    ("Hezbollah condemned the killing, for which it blamed Israel.", {"by": "Hezbollah", "act_named": True}),
    ("The embassy of Spain in Caracas condemned the arrests.", {"by": "ESP", "act_named": True}),
    ("Peru's foreign ministry put out a strong condemnation of the election in Venezuela.", {"by": "PER"}),
    (
        "Peru expressed its firm rejection and condemnation of the arrests in Venezuela.",
        {"by": "PER", "act_named": True},
    ),
    ("Guatemala repudiated the raid by Ecuador and condemned the use of force.", {"by": "GTM"}),
    ("Nicaragua condemned Ecuador and broke off relations.", {"by": "NIC", "target": "ECU", "degree": "generic"}),
    ("Nicaragua branded the raid a barbarity.", {"by": "NIC", "word": False}),
    ('The raid was "unacceptable and barbaric", Honduras\'s president said.', {"by": "HND", "word": False}),
]

NONE = [
    "A false note condemned the Danish entry to last place at the song contest.",
    "The late goal condemned Ghana to a third defeat.",
    "The building in Lisbon was condemned as unsafe.",
    "The house in Malta was condemned by the city engineer.",
    "The court condemned the Tunisian to ten years in prison.",
    "Poverty condemns many in Haiti to an early death.",
    "Chile slammed the door on Peru's hopes in the final.",
    "The car slammed into a wall in Riga.",
    "The Japanese batter slammed a home run.",
    "A blast slammed the port of Beirut.",
    "The critic slammed the film from Poland.",
    "Fans lambasted the Turkish coach.",
    "The quality of the wine from Georgia is outrageous.",
    "The prices in Oslo are outrageous.",
    "Silence fell over the stadium in Rabat.",
    "The delay at the airport in Cyprus was unacceptable.",
    "Norway praised Sudan's army.",
    "Kenya welcomed the statement of Uganda.",
    "Mexico criticised the date of the summit in Peru.",
    "Turkey voiced concern about the strike on Yemen.",
    "Japan regrets the decision of Russia.",
    "Whether Brazil will condemn Russia is unclear.",
    "Brazil may condemn Russia.",
    "She was shocked by the beauty of Nepal.",
    "The horror film from Korea is barbaric fun.",
    "The censure motion in Paris failed.",
    "The deplorable state of roads in Chad is no secret.",
    "The ruins in Syria are a barbaric splendour.",
    "France blasted past Wales in the second half.",
    "Spain's rocket blasted off.",
    "The committee in Bern denounced nobody.",
    "The Swiss denounced the treaty of 1999 on tariffs with six months' notice.",
    "India terminated the treaty with Mauritius.",
    "He condemned himself to a life in exile in Spain.",
    "The accused from Mali was found guilty.",
    "The silent film from Sweden was shown.",
    "A shocked crowd in Lima watched the final.",
    "Voters in Slovakia are outraged.",
    "The Estonian press assailed the coach.",
]


@pytest.mark.parametrize(("text", "fields"), READ)
def test_a_condemnation_is_read(text, fields):
    found = read("condemnations", text)
    assert any(fields.items() <= told(a).items() for a in found), [told(a) for a in found]


@pytest.mark.parametrize("text", NONE)
def test_no_condemnation_is_read(text):
    assert [told(a) for a in read("condemnations", text)] == []

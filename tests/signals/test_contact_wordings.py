"""Meetings, calls, visits and talks in many wordings; and encounters that are no contact between sides."""

from __future__ import annotations

import pytest

from signals.readings import read, told

READ = [
    (
        "The Kenyan president telephoned his Somali counterpart on Monday.",
        {"parties": ["KEN", "SOM"], "mode": "call", "level": "head", "status": "happened"},
    ),
    (
        "The Turkish foreign minister rang his Greek colleague.",
        {"parties": ["GRC", "TUR"], "mode": "call", "level": "minister"},
    ),
    (
        "The Polish and Czech prime ministers spoke on the telephone.",
        {"parties": ["CZE", "POL"], "mode": "call", "level": "head"},
    ),
    (
        "In a telephone conversation the foreign ministers of Oman and Iran went over the truce.",
        {"parties": ["IRN", "OMN"], "mode": "call"},
    ),
    (
        "The president of Chile had a telephone conversation with the president of Peru.",
        {"parties": ["CHL", "PER"], "mode": "call"},
    ),
    (
        "During a call with the Egyptian president, the emir of Qatar spoke of Gaza.",
        {"parties": ["EGY", "QAT"], "mode": "call"},
    ),
    (
        "Norway's prime minister arrived in Warsaw on Thursday for a two-day visit.",
        {"parties": ["NOR", "POL"], "mode": "visit", "level": "head"},
    ),
    (
        "The Japanese foreign minister flew to Manila for talks.",
        {"parties": ["JPN", "PHL"], "mode": "visit", "level": "minister"},
    ),
    (
        "The Vietnamese president landed in Vientiane on Tuesday.",
        {"parties": ["LAO", "VNM"], "mode": "visit", "level": "head"},
    ),
    ("A delegation from Taliban-run Kabul travelled to Tashkent.", {"mode": "visit"}),
    ("A Syrian delegation is in Moscow for talks on the bases.", {"parties": ["RUS", "SYR"]}),
    ("The Rwandan president received the Belgian ambassador in Kigali.", {"parties": ["BEL", "RWA"], "level": "head"}),
    ("The Belgian ambassador was received by the Rwandan president.", {"parties": ["BEL", "RWA"], "level": "head"}),
    ("The Belgian ambassador was received by the Rwandan president in Kigali on Monday.", {"parties": ["BEL", "RWA"]}),
    ("The king of Jordan hosted the president of Cyprus at the palace.", {"parties": ["CYP", "JOR"]}),
    ("Lula da Silva welcomed the president of Angola to Brasília.", {"parties": ["AGO", "BRA"]}),
    (
        "The foreign minister of Laos is meeting her Thai counterpart in Bangkok.",
        {"parties": ["LAO", "THA"], "level": "minister", "status": "happened"},
    ),
    (
        "The Estonian premier sat down with her Latvian counterpart in Riga.",
        {"parties": ["EST", "LVA"], "level": "head"},
    ),
    ("Negotiators from Sudan and South Sudan sat down together in Juba.", {"parties": ["SDN", "SSD"]}),
    ("Envoys from Azerbaijan and Armenia sat at one table in Tbilisi.", {"parties": ["ARM", "AZE"]}),
    (
        "On the sidelines of the summit the Indian prime minister met the Canadian prime minister.",
        {"parties": ["CAN", "IND"], "level": "head"},
    ),
    (
        "On the margins of the assembly, the ministers of Chad and Libya held a bilateral meeting.",
        {"parties": ["LBY", "TCD"]},
    ),
    (
        "A meeting took place in Doha between Taliban officials and American diplomats.",
        {"parties": ["Taliban", "USA"], "status": "happened"},
    ),
    (
        "A second round of talks between Iran and the United States took place in Rome.",
        {"parties": ["IRN", "USA"], "status": "happened"},
    ),
    (
        "Talks were held on Friday in Muscat between Iranian and American negotiators.",
        {"parties": ["IRN", "USA"], "status": "happened"},
    ),
    ("Serbia and Kosovo resumed talks in Brussels.", {"parties": ["SRB", "XKX"], "status": "happened"}),
    (
        "Serbia and Kosovo concluded a ninth round of talks without result.",
        {"parties": ["SRB", "XKX"], "status": "happened"},
    ),
    ("Talks between Ethiopia and Somalia broke down in Ankara.", {"parties": ["ETH", "SOM"]}),
    ("Switzerland broke off the talks with the EU on Wednesday.", {"parties": ["CHE", "EU"], "status": "cancelled"}),
    ("Kuwait called off its foreign minister's visit to Iraq.", {"parties": ["IRQ", "KWT"], "status": "cancelled"}),
    (
        "The visit of the Polish president to Hungary was called off.",
        {"parties": ["HUN", "POL"], "status": "cancelled"},
    ),
    (
        "A planned visit by the German chancellor to Turkey has been postponed.",
        {"parties": ["DEU", "TUR"], "status": "cancelled"},
    ),
    ("Mexico's president scrapped a trip to Peru.", {"parties": ["MEX", "PER"], "status": "cancelled"}),
    (
        "The Armenian prime minister declined an invitation to meet the Azerbaijani president in Moscow.",
        {"status": "refused"},
    ),
    (
        "The Lebanese president turned down a meeting with the Israeli prime minister.",
        {"parties": ["ISR", "LBN"], "status": "refused"},
    ),
    ("Pyongyang rejected Seoul's offer of talks.", {"parties": ["KOR", "PRK"], "status": "refused"}),
    ("Venezuela refuses to sit down with Guyana.", {"parties": ["GUY", "VEN"], "status": "refused"}),
    (
        "The Chinese defence minister snubbed a meeting with his American counterpart.",
        {"parties": ["CHN", "USA"], "status": "refused"},
    ),
    (
        "The Maltese foreign minister is due in Tripoli on Sunday.",
        {"parties": ["LBY", "MLT"], "mode": "visit", "status": "planned"},
    ),
    ("The chancellor of Austria is expected in Kyiv next week.", {"parties": ["AUT", "UKR"], "status": "planned"}),
    (
        "The presidents of Uruguay and Paraguay agreed to meet again in the autumn.",
        {"parties": ["PRY", "URY"], "status": "planned", "level": "head"},
    ),
    (
        "The Uruguayan president plans to travel to Asunción in March.",
        {"parties": ["PRY", "URY"], "mode": "visit", "status": "planned"},
    ),
    (
        "The Uruguayan president will travel to Asunción in March.",
        {"parties": ["PRY", "URY"], "mode": "visit", "status": "planned"},
    ),
    (
        "A summit of the leaders of Japan, China and South Korea is planned for May.",
        {"parties": ["CHN", "JPN", "KOR"], "status": "planned"},
    ),
    (
        "On the eve of the Indian prime minister's visit to Bhutan the road was swept.",
        {"parties": ["BTN", "IND"], "mode": "visit", "status": "planned"},
    ),
    ("Ahead of talks with Israel, Syria freed a prisoner.", {"parties": ["ISR", "SYR"], "status": "planned"}),
    (
        "The Saudi crown prince invited the Iranian president to Riyadh.",
        {"parties": ["IRN", "SAU"], "status": "proposed"},
    ),
    (
        "The Iranian president has been invited to Riyadh by the Saudi king.",
        {"parties": ["IRN", "SAU"], "status": "proposed"},
    ),
    (
        "Zelensky challenged the Hungarian prime minister to a meeting.",
        {"parties": ["HUN", "UKR"], "status": "proposed"},
    ),
    ("Bolivia offered to talk with Chile about the river.", {"parties": ["BOL", "CHL"], "status": "proposed"}),
    ("Bolivia is ready to talk with Chile.", {"parties": ["BOL", "CHL"], "status": "proposed"}),
    (
        "Togo's foreign minister mediated between Benin and Niger in Lomé.",
        {"parties": ["BEN", "NER", "TGO"], "mode": "third-party"},
    ),
    ("Oman carried messages between Iran and the United States.", {"mode": "third-party"}),
    (
        "Qatar brought envoys of Rwanda and Burundi together in Doha.",
        {"parties": ["BDI", "QAT", "RWA"], "mode": "third-party"},
    ),
    (
        "Angola's president brought his Rwandan and Burundian counterparts to one table.",
        {"parties": ["AGO", "BDI", "RWA"], "mode": "third-party"},
    ),
    ("Indirect talks between Hamas and Israel were held through Egypt in Cairo.", {"status": "happened"}),
    (
        "The leaders of Mali, Niger, Chad and Burkina Faso gathered in Bamako.",
        {"mode": "multilateral", "status": "happened"},
    ),
    (
        "Leaders of Chile, Peru, Brazil and Colombia convened in Lima on Monday.",
        {"mode": "multilateral", "status": "happened"},
    ),
    ("The envoys of Spain and Morocco conferred for three hours.", {"parties": ["ESP", "MAR"]}),
    ("Morocco's king and the Spanish premier lunched together in Rabat.", {"parties": ["ESP", "MAR"]}),
    (
        "Over dinner in Helsinki the Finnish president and the Swedish prime minister discussed the pipeline.",
        {"parties": ["FIN", "SWE"]},
    ),
    ("Philippine and Vietnamese coast guard chiefs shook hands in Hanoi.", {"parties": ["PHL", "VNM"]}),
    ("The Iraqi prime minister paid a visit to Amman.", {"parties": ["IRQ", "JOR"], "mode": "visit"}),
    (
        "The Georgian foreign minister had talks in Yerevan with her Armenian colleague.",
        {"parties": ["ARM", "GEO"], "level": "minister"},
    ),
    ("Algeria's foreign minister, on a visit to Tunis, spoke of gas.", {"parties": ["DZA", "TUN"], "mode": "visit"}),
    (
        "After talks with the Kenyan president in Nairobi, the Somali premier thanked his host.",
        {"parties": ["KEN", "SOM"], "status": "happened"},
    ),
    (
        "The Swedish minister, who met her Danish counterpart on Friday, said little.",
        {"parties": ["DNK", "SWE"], "level": "minister"},
    ),
    (
        "Contacts between Ankara and Damascus have been re-established, the Turkish ministry said.",
        {"parties": ["SYR", "TUR"]},
    ),
    ("Turkish and Syrian intelligence chiefs are in contact.", {"parties": ["SYR", "TUR"]}),
    ("The head of the IAEA is in Tehran to meet Iranian officials.", {"parties": ["IAEA", "IRN"]}),
    ("The WHO chief met the Syrian health minister.", {"parties": ["SYR", "WHO"]}),
    ("Macron hosts Starmer for talks on migrants", {"parties": ["FRA", "GBR"]}),
    (
        "The Hungarian foreign minister went to Minsk, the third such trip this year.",
        {"parties": ["BLR", "HUN"], "mode": "visit"},
    ),
    (
        "Ghanaian and Ivorian officials have been meeting in Abidjan since Monday.",
        {"parties": ["CIV", "GHA"], "status": "happened"},
    ),
]

NONE = [
    "Ghana met Ivory Coast in the semi-final.",
    "Ghana meets Ivory Coast in the final on Sunday.",
    "Morocco visit Spain in the qualifier.",
    "The new rules meet the demands of Brussels.",
    "The troops of Chad and Sudan exchanged fire at the border.",
    "Cambodian soldiers exchanged fire with Thai soldiers.",
    "The Indian president visited Kerala.",
    "Ministers met in Paris.",
    "The French president met the French prime minister.",
    "The report calls Sudan a failed state.",
    "The call of the Chilean desert draws tourists from Germany.",
    "Tourists from Japan visit Peru every year.",
    "Half a million Britons visited Cyprus last year.",
    "The river meets the sea in Mozambique.",
    "The roads from Zambia and Botswana meet at the bridge.",
    "I thank Malta and Cyprus, who spoke before me.",
    "The delegate of Fiji spoke after the delegate of Samoa in the debate.",
    "The delegates of Fiji and Samoa spoke in the debate on the oceans.",
    "China and Russia talk of friendship.",
    "Slovakia spoke of the need for gas from Azerbaijan.",
    "Norway called on Sweden to act.",
    "Turkey and Greece did not meet.",
    "The plane from Cairo arrived in Rome.",
    "The goods from Kenya reached Uganda.",
    "The storm is expected in Japan on Sunday after hitting Taiwan.",
    "The airline will fly to Tunis from Malta.",
    "The singer from Belgium will tour Canada.",
    "The match between Iran and Qatar was postponed.",
    "Trade between Peru and Bolivia resumed.",
    "Refugees from Sudan were received by Chad.",
    "The letter from Oslo was received by Warsaw.",
    "The court in The Hague will hear the case of Gambia against Myanmar.",
    "He was born to a Danish mother and a Kenyan father who met in Rome.",
    "Russia and Ukraine exchanged prisoners.",
    "The border between Laos and Thailand was visited by a flood.",
    "An interview with the Latvian president was broadcast in Estonia.",
    "Japan hosted the Olympic Games in Tokyo, and Brazil won.",
    "The exhibition of Egyptian art visits Berlin.",
]


@pytest.mark.parametrize(("text", "fields"), READ)
def test_a_contact_is_read(text, fields):
    found = read("contacts", text)
    assert any(fields.items() <= told(a).items() for a in found), [told(a) for a in found]


@pytest.mark.parametrize("text", NONE)
def test_no_contact_is_read(text):
    assert [told(a) for a in read("contacts", text)] == []

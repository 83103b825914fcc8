"""Assurances in the wordings of leads, readouts, communiques, speeches and interviews; and what only looks like one."""

from __future__ import annotations

import pytest

from signals.readings import read, told

READ = [
    (
        "Norway promised Moldova another forty generators before the first frost.",
        {"promisor": "NOR", "beneficiary": "MDA", "kind": "do"},
    ),
    (
        "Seoul has given Manila its word that the frigates will arrive on time.",
        {"promisor": "KOR", "beneficiary": "PHL", "kind": "do"},
    ),
    (
        "Kenya gave its word to Somalia that the camp would not be closed.",
        {"promisor": "KEN", "beneficiary": "SOM", "kind": "refrain"},
    ),
    (
        "The Danish prime minister offered Nuuk an assurance that no decision would be taken over its head.",
        {"kind": "refrain"},
    ),
    (
        "Assurances that the border would stay open were given to Rwanda by the Ugandan government.",
        {"promisor": "UGA", "beneficiary": "RWA"},
    ),
    ("Ghana was promised help by Germany.", {"promisor": "DEU", "beneficiary": "GHA"}),
    (
        "Lebanon has been assured by France that its army will be paid until the end of the year.",
        {"promisor": "FRA", "beneficiary": "LBN"},
    ),
    (
        "Jordan was given a guarantee by the United States that the aid would continue.",
        {"promisor": "USA", "beneficiary": "JOR"},
    ),
    ("We will never abandon Armenia, the French minister said.", {"kind": "refrain"}),
    (
        "Poland will keep supplying Ukraine with ammunition for as long as needed, the Polish defence minister said.",
        {"promisor": "POL", "beneficiary": "UKR", "kind": "maintain"},
    ),
    (
        "Poland will go on supplying Ukraine with ammunition, the Polish defence minister said.",
        {"promisor": "POL", "beneficiary": "UKR", "kind": "maintain"},
    ),
    ("Finland said it would not let Estonia down.", {"promisor": "FIN", "beneficiary": "EST", "kind": "refrain"}),
    (
        "Japan said that it would extend a loan of 30 billion yen to Bangladesh by March.",
        {"promisor": "JPN", "beneficiary": "BGD", "kind": "do"},
    ),
    (
        "The foreign minister explained that Brazil would deliver two patrol boats to Namibia next year.",
        {"promisor": "BRA", "beneficiary": "NAM"},
    ),
    (
        "Australia is to fund a hospital in Tonga, its foreign minister announced.",
        {"promisor": "AUS", "beneficiary": "TON"},
    ),
    (
        "Australia will fund a hospital in Tonga, its foreign minister announced.",
        {"promisor": "AUS", "beneficiary": "TON", "kind": "do"},
    ),
    ("Canada doubled its pledge to Haiti to $200 million.", {"promisor": "CAN", "beneficiary": "HTI"}),
    ("Canada raised its commitment to Haiti to $200 million on Monday.", {"promisor": "CAN", "beneficiary": "HTI"}),
    ("Sweden pledges 300 million kronor to Sudan.", {"promisor": "SWE", "beneficiary": "SDN", "kind": "do"}),
    ("Tokyo vows to back Manila over the shoal.", {"promisor": "JPN", "beneficiary": "PHL"}),
    ("Egypt undertook not to fill the canal before Sudan had agreed.", {"promisor": "EGY", "kind": "refrain"}),
    (
        "Serbia has committed itself to returning the documents to Croatia by June.",
        {"promisor": "SRB", "beneficiary": "HRV", "kind": "do"},
    ),
    ("Vietnam committed not to build on the reef.", {"promisor": "VNM", "kind": "refrain"}),
    ("The two sides undertook not to use force against each other.", {"kind": "refrain"}),
    ("Chile and Bolivia undertake to refrain from unilateral acts at the river.", {"kind": "refrain"}),
    ("You can count on Portugal, the president told the parliament in Dili.", {"promisor": "PRT"}),
    ("Mozambique can count on Portugal's support, the prime minister said.", {"promisor": "PRT", "beneficiary": "MOZ"}),
    ("Georgia can rely on us, said the Lithuanian foreign minister.", {"promisor": "LTU", "beneficiary": "GEO"}),
    (
        "India's support for Nepal is unwavering, the ambassador said.",
        {"promisor": "IND", "beneficiary": "NPL", "kind": "maintain"},
    ),
    ("Our support for Ukraine is unwavering, the Dutch premier said.", {"beneficiary": "UKR", "kind": "maintain"}),
    ("Our commitment to the security of Finland is ironclad, the Swedish premier said.", {"beneficiary": "FIN"}),
    (
        "The American commitment to the defence of Japan remains unshakable, the secretary said.",
        {"promisor": "USA", "beneficiary": "JPN"},
    ),
    (
        "The chancellor reiterated Germany's unwavering support for Israel's security.",
        {"promisor": "DEU", "beneficiary": "ISR", "kind": "maintain"},
    ),
    ("Turkey renewed its pledge of gas to Hungary.", {"promisor": "TUR", "beneficiary": "HUN"}),
    ("Qatar has guaranteed Lebanon fuel for two winters.", {"promisor": "QAT", "beneficiary": "LBN"}),
    ("Under the accord Britain guarantees the independence of Belize.", {"promisor": "GBR", "beneficiary": "BLZ"}),
    (
        "France has undertaken to return the skulls to Madagascar.",
        {"promisor": "FRA", "beneficiary": "MDG", "kind": "do"},
    ),
    ("Paris agreed to return the skulls to Madagascar, and promised a loan.", {"promisor": "FRA"}),
    ("The Netherlands has pledged that it will never again buy such gas from Russia.", {"promisor": "NLD"}),
    (
        "Beijing will always be a reliable friend of Cambodia, its ambassador said.",
        {"promisor": "CHN", "beneficiary": "KHM"},
    ),
    ("Our friendship with Palau will endure, the Japanese minister said.", {"kind": "maintain"}),
    (
        "Italy will remain at the side of Albania, the prime minister said in Tirana.",
        {"promisor": "ITA", "beneficiary": "ALB", "kind": "maintain"},
    ),
    (
        "Italy will be at the side of Albania, the prime minister said in Tirana.",
        {"promisor": "ITA", "beneficiary": "ALB"},
    ),
    (
        "Rwanda said it had no intention of attacking Burundi.",
        {"promisor": "RWA", "beneficiary": "BDI", "kind": "refrain"},
    ),
    (
        "We have no intention of closing the border with Kenya, the Ugandan minister said.",
        {"promisor": "UGA", "kind": "refrain"},
    ),
    ("Cuba's door will stay open to Jamaica, the president said.", {"promisor": "CUB", "beneficiary": "JAM"}),
    ("The prime minister sought to reassure Latvia that the brigade would stay.", {"beneficiary": "LVA"}),
    ("The minister reassured Latvia that Canadian troops would stay.", {"beneficiary": "LVA", "kind": "maintain"}),
    (
        "In a phone call the Turkish president assured the emir of Qatar of his country's support.",
        {"promisor": "TUR", "beneficiary": "QAT"},
    ),
    (
        "The Spanish king assured Equatorial Guinea of his country's friendship.",
        {"promisor": "ESP", "beneficiary": "GNQ", "kind": "general"},
    ),
    ("Azerbaijan guaranteed safe passage to Armenian residents.", {"promisor": "AZE", "beneficiary": "ARM"}),
    (
        "Morocco said it would release the fishermen if Spain dropped the case.",
        {"promisor": "MAR", "conditional": True},
    ),
    ("Mexico stands ready to receive refugees from Haiti.", {"promisor": "MEX", "beneficiary": "HTI"}),
    (
        "Mexico is ready to help Guatemala rebuild its ports, the foreign minister said.",
        {"promisor": "MEX", "beneficiary": "GTM"},
    ),
    ("Vienna made a binding commitment to take in 400 wounded from Gaza.", {"promisor": "AUT"}),
    (
        "Iraq promised that no attack on Turkey would be launched from its soil.",
        {"promisor": "IRQ", "beneficiary": "TUR", "kind": "refrain"},
    ),
    (
        "Iraq will not allow its soil to be used against Iran, the prime minister assured Tehran.",
        {"promisor": "IRQ", "beneficiary": "IRN", "kind": "refrain"},
    ),
    (
        "Tonga would never allow a foreign base on its soil, its prime minister assured parliament.",
        {"promisor": "TON", "kind": "refrain"},
    ),
    ("Under the deal Iran agreed not to enrich uranium for ten years.", {"promisor": "IRN", "kind": "refrain"}),
    ("North Macedonia has bound itself to amend the constitution for Bulgaria's sake.", {"promisor": "MKD"}),
    ("Our assistance to Niger will not stop, the Italian ambassador said.", {"promisor": "ITA", "beneficiary": "NER"}),
    ("Nothing will shake our solidarity with Ukraine, the Polish premier said.", {"beneficiary": "UKR"}),
    ("The United Kingdom reaffirms its commitment to Bermuda.", {"promisor": "GBR", "beneficiary": "BMU"}),
    ("The leaders pledged their countries' full support to Moldova.", {"beneficiary": "MDA"}),
    ("Rebels of the M23 promised the Red Cross safe passage for the wounded.", {"beneficiary": "Red Cross"}),
    (
        "The Houthis have promised not to fire on Chinese ships, the agency reported.",
        {"promisor": "Houthis", "beneficiary": "CHN", "kind": "refrain"},
    ),
    ("Hamas pledged to free two Thai hostages by Friday.", {"promisor": "Hamas", "beneficiary": "THA"}),
    ("The EU remains committed to the accession of Montenegro.", {"promisor": "EU", "beneficiary": "MNE"}),
    ("The African Union promised Sudan mediators.", {"promisor": "African Union", "beneficiary": "SDN"}),
    (
        "A pledge by Kuwait to pay the salaries of Lebanese soldiers was welcomed in Beirut.",
        {"promisor": "KWT", "beneficiary": "LBN"},
    ),
    ("Kuwait's promise of fuel for Yemen was welcomed.", {"promisor": "KWT", "beneficiary": "YEM"}),
    ("Q: And the treaty? A: We will honour it, as we have promised Panama.", {"beneficiary": "PAN"}),
    (
        "Bolivia, which has promised Peru access to its gas, signed on Monday.",
        {"promisor": "BOL", "beneficiary": "PER"},
    ),
    (
        '"We will not leave Mali alone," the Algerian foreign minister said.',
        {"promisor": "DZA", "beneficiary": "MLI", "kind": "refrain"},
    ),
]

NONE = [
    "The Peruvian president promised voters lower taxes.",
    "The president will deliver remarks in Oslo on Tuesday.",
    "The secretary will deliver remarks at the Chilean embassy.",
    "Analysts expect that Norway will supply more gas to Germany next year.",
    "The deal involves a financial commitment of two billion euros.",
    "The company's financial commitments in Angola have grown.",
    "Iran vowed revenge on Israel.",
    "Russia promised a crushing response to Poland.",
    "Iraq asked Iran for guarantees.",
    "Ukraine wants security guarantees from NATO.",
    "Kyiv demanded that Budapest guarantee the rights of its citizens.",
    "The promise of spring brought tourists to Greece.",
    "Morocco is a promising market for Spain.",
    "The young striker from Ghana fulfilled his promise in Turin.",
    "The court in Lima committed the man for trial.",
    "He committed two fouls against Uruguay.",
    "The suspects committed crimes in Belgium.",
    "Serbia refused to give Kosovo any guarantee.",
    "Denmark has made no promise to Greenland.",
    "Could Japan promise the Philippines anything?",
    "If Poland promised more, Ukraine would still ask.",
    "The guarantee on the turbines from Germany expired in May.",
    "France must keep its promises to Niger.",
    "The United States should reassure Japan.",
    "The treaty of 1839 had guaranteed Belgium nothing but neutrality on paper, the historian writes.",
    "Hungary will hold elections in April.",
    "Ethiopia will fill the dam.",
    "The weather will remain fine in Portugal.",
    "Rain will continue to fall in Bangladesh, forecasters said.",
    "The minister said that the bridge to Zambia was safe.",
    "Turkey reassured investors.",
    "The bank in Cyprus guarantees deposits of up to 100,000 euros.",
    "Commitment and hard work took the Kenyan to gold.",
    "The ambassador dedicated the library in Maseru.",
    "Russia will respond to Finland.",
    "Congo promised itself a quiet year.",
    "Chad may promise Niger help.",
    "The pledge class of the college visited Mexico.",
    "Egypt denied that it had promised Hamas anything.",
    "Nobody in Bamako promised Paris anything.",
    "The film promises a journey through Georgia.",
]


@pytest.mark.parametrize(("text", "fields"), READ)
def test_an_assurance_is_read(text, fields):
    found = read("assurances", text)
    assert any(fields.items() <= told(a).items() for a in found), [told(a) for a in found]


@pytest.mark.parametrize("text", NONE)
def test_no_assurance_is_read(text):
    assert [told(a) for a in read("assurances", text)] == []

"""Praise, backing, recognition, votes and treaties signed, in the wordings of news and official texts."""

from __future__ import annotations

import pytest

from coding.wordings import expected, verbal_claims

# (sentence, its verbal acts; none where it only looks like one)
ROWS = [
    ("Brazil praised Uruguay.", "BRA SUPPORT URY happened"),
    ("Brazil praised Uruguay's reforms.", "BRA SUPPORT URY happened"),
    (
        "Brazil welcomed the decision of Uruguay to join the pact.",
        "BRA SUPPORT URY happened; URY SUPPORT - future [BRA]",
    ),
    ("Brazil welcomed the ceasefire.", "BRA SUPPORT - happened"),
    ("The decision of Uruguay was welcomed by Brazil.", "BRA SUPPORT URY happened"),
    ("Brazil voted for Uruguay's draft.", "BRA SUPPORT URY happened"),
    ("Brazil and Uruguay voted for the draft.", "BRA SUPPORT - happened; URY SUPPORT - happened"),
    ("Brazil voted in favour of the draft.", "BRA SUPPORT - happened"),
    ("Brazil signed a treaty with Uruguay.", "BRA SUPPORT URY happened"),
    ("Brazil and Uruguay signed a treaty.", "BRA SUPPORT URY happened; URY SUPPORT BRA happened"),
    ("The treaty was signed by Brazil and Uruguay.", "BRA SUPPORT URY happened; URY SUPPORT BRA happened"),
    ("The parliament of Brazil ratified the treaty with Uruguay.", "BRA SUPPORT URY happened"),
    ("Brazil recognised the new government of Uruguay.", "BRA SUPPORT URY happened"),
    ("Brazil established diplomatic relations with Bhutan.", "BRA SUPPORT BTN happened"),
    ("Brazil and Bhutan established diplomatic relations.", "BRA SUPPORT BTN happened; BTN SUPPORT BRA happened"),
    ("Brazil restored ties with Bhutan.", "BRA SUPPORT BTN happened"),
    ("Brazil expressed its support for Uruguay.", "BRA SUPPORT URY happened"),
    ("Brazil voiced solidarity with the people of Uruguay.", "BRA SUPPORT URY happened"),
    ("Brazil congratulated Uruguay on its election.", "BRA SUPPORT URY happened"),
    ("Brazil thanked Uruguay for its help.", "BRA SUPPORT URY happened"),
    ("Brazil expressed its gratitude to Uruguay.", "BRA SUPPORT URY happened"),
    ("Brazil backs Uruguay's candidacy.", "BRA SUPPORT URY happened"),
    ("Brazil threw its weight behind Uruguay.", "BRA SUPPORT URY happened"),
    ("Brazil stands by Uruguay.", "BRA SUPPORT URY happened"),
    ("Brazil sided with Uruguay in the dispute with Chile.", "BRA SUPPORT URY happened"),
    ("Brazil reaffirmed its support for the sovereignty of Uruguay.", "BRA SUPPORT URY happened"),
    ("Brazil endorsed the candidate of Uruguay.", "BRA SUPPORT URY happened"),
    ("Brazil approved the accession of Uruguay.", "BRA SUPPORT URY happened"),
    ("Brazil co-sponsored the draft of Uruguay.", "BRA SUPPORT URY happened"),
    ("Rebels backed by Brazil hold the town in Uruguay.", ""),
    ("Brazil-backed rebels left Uruguay.", ""),
    ("Brazil does not support Uruguay's plan.", "BRA SUPPORT URY negated"),
    ("Brazil will not recognise Uruguay's move.", "BRA REJECT URY happened"),
    ("Brazil will support Uruguay.", "BRA SUPPORT URY future"),
    ("Chile asked Brazil to support Uruguay.", "BRA SUPPORT URY demanded [CHL]; CHL REQUEST BRA happened"),
    ("Brazil might recognise Uruguay's claim.", "BRA SUPPORT URY possible"),
    ("Brazil signed a striker from Uruguay.", ""),
    ("The bridge supports the road from Brazil to Uruguay.", ""),
    ("Brazil joined the bank.", ""),
    (
        "Brazil hailed the deal between Chile and Peru.",
        "BRA SUPPORT CHL happened; BRA SUPPORT PER happened; CHL AGREE PER happened [BRA]; PER AGREE CHL happened [BRA]",
    ),
    ("Support for Uruguay grew in Brazil.", ""),
    ("Brazil's support for Uruguay is firm.", "BRA SUPPORT URY happened"),
    ("Brazil paid tribute to the dead of Uruguay.", "BRA SUPPORT URY happened"),
    ("Brazil declared its solidarity with Uruguay.", "BRA SUPPORT URY happened"),
    ("Brazil approves of the plan of Uruguay.", "BRA SUPPORT URY happened"),
    ("Brazil accredited a new ambassador to Uruguay.", "BRA SUPPORT URY happened"),
    ("Brazil celebrated its win over Uruguay.", ""),
    ("Brazil appreciated the role of Uruguay.", "BRA SUPPORT URY happened"),
    ("Brazil shares the view of Uruguay.", "BRA SUPPORT URY happened"),
    ("Brazil raised its representation in Uruguay to embassy level.", "BRA SUPPORT URY happened"),
    ("Brazil named an ambassador to Uruguay after a gap of five years.", "BRA SUPPORT URY happened"),
    ("Angola congratulated the new president of Zambia.", "AGO SUPPORT ZMB happened"),
    ("Angola recognised Zambia as a mediator.", "AGO SUPPORT ZMB happened"),
    ("Angola praised the role played by Zambia.", "AGO SUPPORT ZMB happened"),
    ("Angola welcomes Zambia's decision.", "AGO SUPPORT ZMB happened"),
    ("Angola has thrown its support behind Zambia.", "AGO SUPPORT ZMB happened"),
    ("Angola and Zambia ratified the treaty.", "AGO SUPPORT ZMB happened; ZMB SUPPORT AGO happened"),
    ("Angola acceded to the treaty.", "AGO SUPPORT - happened"),
    ("The parliament in Luanda approved the treaty with Zambia.", "AGO SUPPORT ZMB happened"),
    (
        "Angola and Zambia resumed diplomatic relations after ten years.",
        "AGO SUPPORT ZMB happened; ZMB SUPPORT AGO happened",
    ),
    ("Angola pays tribute to Zambia.", "AGO SUPPORT ZMB happened"),
    ("Angola pledged to honour the treaty with Zambia.", "AGO AGREE ZMB happened; AGO SUPPORT ZMB future [AGO]"),
    ('"We welcome the decision of Zambia," the Angolan foreign minister said.', "AGO SUPPORT ZMB happened [AGO]"),
]


@pytest.mark.parametrize(("text", "told"), ROWS)
def test_a_wording_gives_these_claims_and_no_other(text, told):
    assert verbal_claims(text) == expected(told)

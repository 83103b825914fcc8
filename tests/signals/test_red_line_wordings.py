"""Limits in the wordings of leads, headlines, interviews and speeches; and refusals and railways that are none."""

from __future__ import annotations

import pytest

from signals.readings import read, told

READ = [
    (
        "Egypt will not tolerate any cut in its share of the Nile, the foreign minister warned Ethiopia.",
        {"by": "EGY", "sense": "deterrent"},
    ),
    ("Ankara has drawn a red line at the Euphrates.", {"by": "TUR", "sense": "deterrent"}),
    ("Turkey's red line is the river, its foreign minister told the Syrians.", {"by": "TUR"}),
    ("For Poland the deployment of such missiles in Belarus would be a red line.", {"by": "POL", "toward": "BLR"}),
    ("Red lines were laid down by India before the talks with China.", {"by": "IND"}),
    (
        "The status of the island is a red line that nobody may cross, Beijing told Tokyo.",
        {"by": "CHN", "toward": "JPN"},
    ),
    ("Crossing the Dniester would mean crossing a red line, the Romanian president warned Russia.", {"by": "ROU"}),
    (
        "Pakistan: any diversion of water by India will be treated as an act of war.",
        {"by": "PAK", "toward": "IND", "sense": "deterrent"},
    ),
    (
        "Any diversion of the river would be considered an act of war, Pakistan told India.",
        {"by": "PAK", "sense": "deterrent"},
    ),
    (
        "Islamabad would regard any diversion of the river by India as an act of war.",
        {"by": "PAK", "toward": "IND", "sense": "deterrent"},
    ),
    (
        "If Ethiopia fills the dam without an agreement, Egypt will not stand idly by, its president said.",
        {"by": "EGY"},
    ),
    (
        "Egypt will not stand idly by while Ethiopia fills the dam.",
        {"by": "EGY", "toward": "ETH", "sense": "deterrent"},
    ),
    ("Should Serbia send troops across the line, Kosovo would not stand by, its prime minister said.", {"by": "XKX"}),
    (
        "The Armenian prime minister will not sign if Azerbaijan insists on the corridor.",
        {"by": "ARM", "toward": "AZE", "sense": "negotiating_limit"},
    ),
    (
        "He will not sign, the Serbian president said, if Kosovo keeps the clause.",
        {"by": "SRB", "sense": "negotiating_limit"},
    ),
    (
        "There will be no deal with Serbia without recognition, Kosovo's prime minister said.",
        {"by": "XKX", "toward": "SRB", "sense": "negotiating_limit"},
    ),
    (
        "There can be no talks with Israel while the crossing is shut, Hamas said.",
        {"by": "Hamas", "toward": "ISR", "sense": "negotiating_limit"},
    ),
    (
        "No agreement is possible until Armenia changes its constitution, Azerbaijan's president said.",
        {"by": "AZE", "toward": "ARM", "sense": "negotiating_limit"},
    ),
    (
        "Sovereignty over the Falklands is not up for negotiation, London told Buenos Aires.",
        {"by": "GBR", "sense": "negotiating_limit"},
    ),
    (
        "Sovereignty over Gibraltar is not negotiable, the British foreign secretary said.",
        {"by": "GBR", "sense": "negotiating_limit"},
    ),
    ("Our borders are not up for discussion, the Polish minister said.", {"sense": "negotiating_limit"}),
    (
        "Greenland is not for sale, the Danish prime minister told Washington.",
        {"by": "DNK", "sense": "negotiating_limit"},
    ),
    (
        "The base is not on the table in the talks with France, Chad's president said.",
        {"by": "TCD", "sense": "negotiating_limit"},
    ),
    (
        "Without a withdrawal from the south, Lebanon will sign nothing with Israel, the Lebanese premier said.",
        {"by": "LBN", "toward": "ISR", "sense": "negotiating_limit"},
    ),
    (
        "Sudan's army insisted that it would not negotiate before the militia left the capital.",
        {"by": "SDN", "sense": "negotiating_limit"},
    ),
    ("Khartoum will talk to the RSF only after it leaves the hospitals.", {"by": "SDN", "sense": "negotiating_limit"}),
    (
        "Only if Russia leaves the plant will Ukraine allow the inspectors in, Kyiv said.",
        {"by": "UKR", "sense": "negotiating_limit"},
    ),
    ("Hungary insists that it will never agree to quotas.", {"by": "HUN"}),
    (
        "Not until Greece drops its veto will North Macedonia change its name, the premier said.",
        {"by": "MKD", "sense": "negotiating_limit"},
    ),
    (
        "Norway cannot accept a treaty that would open its waters to Russian trawlers.",
        {"by": "NOR", "sense": "negotiating_limit"},
    ),
    ("Estonia would under no circumstances accept a frontier drawn by Russia.", {"by": "EST", "toward": "RUS"}),
    ("Under no circumstances will Estonia accept such a frontier, its foreign minister said.", {"by": "EST"}),
    (
        "We will not permit Rwanda to redraw our borders, the Burundian minister said.",
        {"toward": "RWA", "sense": "deterrent"},
    ),
    ("Chad would never permit Rwanda to keep the mines, the minister said.", {"by": "TCD", "toward": "RWA"}),
    (
        "The use of such weapons would have the gravest consequences for Syria, the French president warned.",
        {"by": "FRA", "toward": "SYR", "sense": "deterrent"},
    ),
    (
        "Any attack on our pilots will have serious consequences, Jordan warned Syria.",
        {"by": "JOR", "sense": "deterrent"},
    ),
    (
        "Any attack on a member would trigger a response from NATO, its secretary general said.",
        {"by": "NATO", "sense": "deterrent"},
    ),
    ("Any further provocation will bring a swift answer, Seoul warned Pyongyang.", {"by": "KOR", "sense": "deterrent"}),
    (
        "An attack on Kuwait would be treated as an attack on the United States, the president said.",
        {"sense": "deterrent"},
    ),
    (
        "Washington warned Damascus that the use of chlorine would cross a line.",
        {"by": "USA", "toward": "SYR", "sense": "deterrent"},
    ),
    ("Using gas would cross a line, Washington warned Damascus.", {"by": "USA", "sense": "deterrent"}),
    ("That is a line Russia must not cross, the Lithuanian minister said.", {"by": "LTU", "toward": "RUS"}),
    (
        "The killing of a Filipino would be very close to an act of war, the president of the Philippines told China.",
        {"by": "PHL", "sense": "deterrent"},
    ),
    ("Moldova will not give up an inch of its territory, its president said.", {"by": "MDA"}),
    ("Not one inch of land will be ceded to Venezuela, Guyana's president said.", {"by": "GUY", "toward": "VEN"}),
    ("We shall not cede a single metre to Venezuela, the president of Guyana said.", {"toward": "VEN"}),
    ("Israel will not let Iran acquire a bomb.", {"by": "ISR", "toward": "IRN", "sense": "deterrent"}),
    (
        "Israel would not let Hezbollah return to the border, its defence minister said.",
        {"by": "ISR", "toward": "Hezbollah", "sense": "deterrent"},
    ),
    (
        "Iran must never get a nuclear weapon, the American president said.",
        {"by": "USA", "toward": "IRN", "sense": "deterrent"},
    ),
    (
        "Taiwan's independence is the first red line in relations with the United States, China's president said.",
        {"by": "CHN", "sense": "deterrent"},
    ),
    ("China's president set out four red lines for the United States.", {"by": "CHN", "toward": "USA"}),
    ("Sending troops to Ukraine is a red line for Slovakia, its premier said.", {"by": "SVK"}),
    ("Germany has ruled out sending its own soldiers, calling that its red line.", {"by": "DEU", "sense": "internal"}),
    ("The premier named three red lines for the coalition on Ukraine aid.", {}),
    ('"Our red line is clear," the Iraqi prime minister said of the Turkish incursion.', {"by": "IRQ"}),
    (
        "Kenya's red lines in the trade talks with the EU are flowers and tea.",
        {"by": "KEN", "sense": "negotiating_limit"},
    ),
    (
        "The EU has made fishing rights a red line in the negotiations with London.",
        {"by": "EU", "sense": "negotiating_limit"},
    ),
    ("Fishing rights were declared a red line by the EU.", {"by": "EU"}),
    ("The junta in Niger would accept no French base, it said.", {"by": "NER", "toward": "FRA"}),
    ("Mali will accept nothing less than the departure of the mission.", {"by": "MLI"}),
    ("Nothing less than a full withdrawal will do, Lebanon told Israel.", {"by": "LBN"}),
    ("Ukraine will settle for nothing less than its borders of 1991, its president said.", {"by": "UKR"}),
    (
        "Ecuador will not bow to any ultimatum from Mexico, but it will not allow asylum for convicts either.",
        {"by": "ECU"},
    ),
    (
        "Somalia rules out any talks with Ethiopia unless it quits the port deal.",
        {"by": "SOM", "toward": "ETH", "sense": "negotiating_limit"},
    ),
    (
        "Somalia has ruled out mediation unless Ethiopia withdraws from the port deal.",
        {"by": "SOM", "toward": "ETH", "sense": "negotiating_limit"},
    ),
    (
        "Kabul made any talks with Pakistan conditional on an end to the raids.",
        {"by": "AFG", "toward": "PAK", "sense": "negotiating_limit"},
    ),
    (
        "A halt to the raids is our precondition for talks with Pakistan, Kabul said.",
        {"by": "AFG", "toward": "PAK", "sense": "negotiating_limit"},
    ),
    (
        "Pyongyang said dialogue was impossible as long as the drills with Japan went on.",
        {"by": "PRK", "sense": "negotiating_limit"},
    ),
    (
        "Colombia will not resume the talks as long as the ELN holds hostages.",
        {"by": "COL", "sense": "negotiating_limit"},
    ),
    (
        "Latvia will shoot down any Russian drone that enters its airspace, the minister said.",
        {"by": "LVA", "toward": "RUS", "sense": "deterrent"},
    ),
    (
        "Any Russian drone that enters Latvian airspace will be shot down, the minister said.",
        {"toward": "RUS", "sense": "deterrent"},
    ),
    (
        "Any vessel that enters these waters without permission will be seized, Iran warned.",
        {"by": "IRN", "sense": "deterrent"},
    ),
    (
        "Anyone who attacks our peacekeepers will be held to account, the United Nations said.",
        {"by": "UN", "sense": "deterrent"},
    ),
]

NONE = [
    "The red line of the metro in Lisbon was shut.",
    "Stocks in Brazil dipped below the red line.",
    "The runner crossed the red line in Doha first.",
    "Japan refused to accept the report of China.",
    "Spain did not allow the ship from Malta to dock.",
    "Croatia will not play Serbia in the final.",
    "Chile cannot accept more students from Peru this year for lack of rooms.",
    "The car park in Bern does not permit lorries from Italy.",
    "The behaviour of the Russian envoy was unacceptable.",
    "No country could accept that, wrote an Indian columnist.",
    "Are there any red lines for Turkey?",
    "A thin red line of soldiers held the hill in Crimea in 1854.",
    "The minister drew a line under the quarrel with Greece.",
    "Austria will never recognise the annexation.",
    "Norway and Sweden negotiated until midnight.",
    "Kenya met Uganda in the final without its captain.",
    "The hospital in Amman will not accept visitors until Monday.",
    "Egypt has no red lines, a writer said.",
    "The painter draws a red line through the map of Cyprus.",
    "Tanzania will attack on the left wing against Zambia.",
    "Any delay in Ghana would raise costs for Togo.",
    "The law in Latvia forbids smoking.",
    "The talks with Iran were conditional.",
    "France and Mali have not resumed talks.",
    "Taiwan will let Palau decide.",
    "The dam in Laos will not be finished until 2030.",
    "Serbia's coach will not sign the contract unless the club in Turin pays more.",
    "The shop in Riga will accept roubles no longer.",
    "The poor harvest will have serious consequences for farmers in Malawi.",
    "Inflation in Turkey could have grave consequences for its banks.",
    "Children must never play with matches, the fire brigade in Oslo said.",
    "Nothing will be the same in Chile after the earthquake.",
    "Peru won by an inch from Bolivia.",
    "Any questions from Malta will be answered by mail.",
    "The house on the Portuguese coast is not for sale.",
    "India will meet Pakistan only if both reach the final.",
    "The product line of the Swedish firm is red.",
    "Guinea will allow Senegal's trucks to pass.",
    "Mongolia can only win if China loses.",
    "The book crosses every line between Haiti's history and fiction.",
]


@pytest.mark.parametrize(("text", "fields"), READ)
def test_a_limit_is_read(text, fields):
    found = read("red_lines", text)
    assert any(fields.items() <= told(a).items() for a in found), [told(a) for a in found]


@pytest.mark.parametrize("text", NONE)
def test_no_limit_is_read(text):
    assert [told(a) for a in read("red_lines", text)] == []

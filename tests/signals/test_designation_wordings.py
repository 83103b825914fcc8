"""Listings and delistings in the wordings of gazettes, leads and statements; and labels and lists that are no listing."""

from __future__ import annotations

import pytest

from signals.readings import read, told

READ = [
    (
        "The sanctions committee took a Yemeni trading company off its list in 2015.",
        {"designee": "YEM", "status": "delisted"},
    ),
    (
        "The Security Council's committee removed two Afghans from its sanctions list.",
        {"status": "delisted", "authority": "UN Security Council"},
    ),
    ("Two Afghans were removed from the sanctions list of the Security Council.", {"status": "delisted"}),
    ("Canada lists Houthis as terrorists", {"designee": "Houthis", "authority": "CAN", "status": "listed"}),
    ("Germany bans Hezbollah", {"designee": "Hezbollah", "authority": "DEU", "status": "listed"}),
    (
        "Australia added the group to its list of terrorist organisations on Friday.",
        {"authority": "AUS", "status": "listed"},
    ),
    (
        "New Zealand has put Hamas on its terrorist list in its entirety.",
        {"designee": "Hamas", "authority": "NZL", "status": "listed"},
    ),
    (
        "Hamas was put on the terrorist list by New Zealand in 2024.",
        {"designee": "Hamas", "authority": "NZL", "status": "listed"},
    ),
    ("Hamas is on the EU's terrorist list.", {"designee": "Hamas", "authority": "EU", "status": "listed"}),
    (
        "Hezbollah has been on the Dutch list of terrorist groups since 2004.",
        {"designee": "Hezbollah", "authority": "NLD", "status": "listed"},
    ),
    (
        "Paraguay declared Hezbollah a terrorist organisation by decree.",
        {"designee": "Hezbollah", "authority": "PRY", "status": "listed"},
    ),
    (
        "By decree Paraguay classed Hezbollah as a terrorist organisation.",
        {"designee": "Hezbollah", "authority": "PRY", "status": "listed"},
    ),
    (
        "Argentina branded Hamas a terrorist organisation and froze its assets.",
        {"designee": "Hamas", "authority": "ARG", "status": "listed"},
    ),
    (
        "The Taliban are classed as a terrorist group by Tajikistan.",
        {"designee": "Taliban", "authority": "TJK", "status": "listed"},
    ),
    (
        "Russia's supreme court lifted the ban on the Taliban.",
        {"designee": "Taliban", "authority": "RUS", "status": "delisted"},
    ),
    (
        "Russia dropped the Taliban from its register of terrorist groups.",
        {"designee": "Taliban", "authority": "RUS", "status": "delisted"},
    ),
    (
        "Kazakhstan struck the Taliban off its list of terrorist groups.",
        {"designee": "Taliban", "authority": "KAZ", "status": "delisted"},
    ),
    (
        "The Taliban were struck off the list of terrorist groups by Kazakhstan.",
        {"designee": "Taliban", "authority": "KAZ", "status": "delisted"},
    ),
    (
        "Washington rescinded the designation of Cuba as a state sponsor of terrorism.",
        {"designee": "CUB", "authority": "USA", "status": "delisted"},
    ),
    (
        "The United States took Sudan off its list of state sponsors of terrorism.",
        {"designee": "SDN", "authority": "USA", "status": "delisted"},
    ),
    (
        "Cuba was returned to the list of state sponsors of terrorism by the United States.",
        {"designee": "CUB", "authority": "USA", "status": "listed"},
    ),
    ("Cuba remains on the American list of state sponsors of terrorism.", {"designee": "CUB", "status": "listed"}),
    ("The EU blacklisted six officials of Belarus.", {"designee": "BLR", "authority": "EU", "status": "listed"}),
    (
        "Six officials of Belarus were blacklisted by the EU.",
        {"designee": "BLR", "authority": "EU", "status": "listed"},
    ),
    (
        "The EU put six Belarusian judges on its sanctions list.",
        {"designee": "BLR", "authority": "EU", "status": "listed"},
    ),
    (
        "Britain sanctioned three Georgian officials over the beatings.",
        {"designee": "GEO", "authority": "GBR", "status": "listed"},
    ),
    (
        "Three Georgian officials were sanctioned by Britain.",
        {"designee": "GEO", "authority": "GBR", "status": "listed"},
    ),
    (
        "Britain froze the assets of three Georgian officials and barred them from entry.",
        {"designee": "GEO", "authority": "GBR", "status": "listed"},
    ),
    ("Estonia barred 40 Georgian officials from entry.", {"designee": "GEO", "authority": "EST", "status": "listed"}),
    (
        "Sanctions were imposed on a Rwandan general by the EU.",
        {"designee": "RWA", "authority": "EU", "status": "listed"},
    ),
    ("The Treasury lifted sanctions on a Serbian oil firm.", {"designee": "SRB", "status": "delisted"}),
    ("Japan placed two Chinese firms under sanctions.", {"designee": "CHN", "authority": "JPN", "status": "listed"}),
    (
        "China put two American arms makers on its list of unreliable entities.",
        {"designee": "USA", "authority": "CHN", "status": "listed"},
    ),
    (
        "Two American arms makers were added to China's unreliable entity list.",
        {"designee": "USA", "authority": "CHN", "status": "listed"},
    ),
    ("Washington blacklisted a Chinese chip maker.", {"designee": "CHN", "authority": "USA", "status": "listed"}),
    (
        "Russia's prosecutors declared Greenpeace undesirable.",
        {"designee": "Greenpeace", "authority": "RUS", "status": "listed"},
    ),
    ("Germany's interior ministry outlawed Hamas.", {"designee": "Hamas", "authority": "DEU", "status": "listed"}),
    ("The Home Secretary proscribed Hizb ut-Tahrir.", {"status": "listed"}),
    ("The United Kingdom will proscribe the Wagner Group.", {"authority": "GBR", "status": "proposed"}),
    (
        "The Swedish government wants to put the Houthis on the EU's terrorist list.",
        {"designee": "Houthis", "status": "proposed"},
    ),
    ("Israel urged the EU to add the Houthis to its terrorist list.", {"designee": "Houthis", "status": "called_for"}),
    ("Israel wants the EU to designate the Houthis.", {"designee": "Houthis", "status": "called_for"}),
    (
        "The resolution calls on the Council to include Hezbollah in the EU terrorist list.",
        {"designee": "Hezbollah", "status": "called_for"},
    ),
    (
        "Senators pressed the State Department to name Afghanistan a state sponsor of terrorism.",
        {"designee": "AFG", "status": "called_for"},
    ),
    (
        "Norway does not list Hamas as a terrorist organisation.",
        {"designee": "Hamas", "authority": "NOR", "status": "not_listed"},
    ),
    (
        "Hamas is not on the Norwegian list of terrorist groups.",
        {"designee": "Hamas", "authority": "NOR", "status": "not_listed"},
    ),
    ("Norway never put Hamas on a terrorist list.", {"designee": "Hamas", "authority": "NOR", "status": "not_listed"}),
    (
        "Hezbollah's political arm has not been listed by the EU.",
        {"designee": "Hezbollah", "authority": "EU", "status": "not_listed", "part": "wing"},
    ),
    (
        "The EU has listed Hezbollah's military wing since 2013.",
        {"designee": "Hezbollah", "authority": "EU", "status": "listed", "part": "wing"},
    ),
    (
        "Brazil does not consider Hezbollah a terrorist group.",
        {"designee": "Hezbollah", "authority": "BRA", "status": "not_listed"},
    ),
    (
        "Jordan no longer regards Hamas as a terrorist group.",
        {"designee": "Hamas", "authority": "JOR", "status": "delisted"},
    ),
    (
        "Washington suspended sanctions on two Syrian ministers for six months.",
        {"designee": "SYR", "authority": "USA", "status": "suspended"},
    ),
    (
        "The listing of the Houthis was suspended by the United States.",
        {"designee": "Houthis", "authority": "USA", "status": "suspended"},
    ),
    (
        "The designation of the Houthis as terrorists takes effect in thirty days, the State Department said.",
        {"designee": "Houthis", "status": "listed"},
    ),
    (
        "Fighters of the Taliban, banned in Kazakhstan as a terrorist group, were seen.",
        {"designee": "Taliban", "status": "listed"},
    ),
    (
        "Iran labelled the Canadian navy a terrorist organisation.",
        {"designee": "CAN", "authority": "IRN", "status": "listed"},
    ),
    (
        "Tehran declared the Canadian navy a terrorist organisation in response.",
        {"designee": "CAN", "authority": "IRN", "status": "listed"},
    ),
    (
        "Canada listed Iran's Revolutionary Guards as a terrorist entity.",
        {"designee": "IRN", "authority": "CAN", "status": "listed"},
    ),
    (
        "Ukraine's parliament declared Russia a state sponsor of terrorism.",
        {"designee": "RUS", "authority": "UKR", "status": "listed"},
    ),
    ("The European Parliament declared Russia a state sponsor of terrorism.", {"designee": "RUS", "status": "listed"}),
    (
        "Kosovo's government designated a Serb militia a terrorist organisation.",
        {"authority": "XKX", "status": "listed"},
    ),
    ("Egypt's court of appeal struck 716 names off its terrorist list.", {"authority": "EGY", "status": "delisted"}),
    ("Turkey demands that Sweden outlaw the PKK.", {"designee": "PKK", "status": "called_for"}),
    ("Iraq banned the PKK in March.", {"designee": "PKK", "authority": "IRQ", "status": "listed"}),
    (
        "The Philippines designated the party of Chinese origin a terrorist group.",
        {"authority": "PHL", "status": "listed"},
    ),
    ("Malaysia delisted the group in 2016, and Sri Lanka protested.", {"status": "delisted"}),
    (
        "Sanctions against two Malian officers were lifted by the EU.",
        {"designee": "MLI", "authority": "EU", "status": "delisted"},
    ),
    (
        "Poland added the Belarusian potash maker to its own sanctions list.",
        {"designee": "BLR", "authority": "POL", "status": "listed"},
    ),
    (
        "Ukraine put the Hungarian bank on its list of sponsors of war.",
        {"designee": "HUN", "authority": "UKR", "status": "listed"},
    ),
]

NONE = [
    "The EU imposed sanctions on Belarus.",
    "The mayor called Hamas terrorists.",
    "An author branded the Russian army terrorists.",
    "UNESCO added a bakery in Tunis to its heritage list.",
    "The castle in Romania was put on the heritage list.",
    "Ghana listed the company on its stock exchange.",
    "The Finnish firm was delisted from the exchange in Helsinki.",
    "The Peruvian bank was listed in New York.",
    "Kenya put the clinic on its list of hospitals.",
    "The coach put the Serbian striker on the list for the final.",
    "France banned phones in schools.",
    "India banned exports of rice to Bangladesh.",
    "Norway banned the Russian skiers from the race.",
    "Doping: the Kenyan runner was banned for two years.",
    "The federation sanctioned the Polish club.",
    "Turkey designated the bay a nature reserve.",
    "Chile designated a new ambassador in Oslo.",
    "The region in Spain was declared a disaster area.",
    "Peru declared a state of emergency.",
    "The court in Bern declared the Swiss bank insolvent.",
    "The airport in Cyprus was classified as safe.",
    "The document was classified by the United States.",
    "The list of guests in Rome included the Serbian king.",
    "The waiting list for surgery in Canada grew.",
    "Terrorists attacked a hotel in Somalia.",
    "Sanctions hurt trade between Iran and Turkey.",
    "Bolivia criticised sanctions against Cuba.",
    "Analysts debated whether Brazil should list anyone.",
    "The rating agency removed Portugal from its watch for a downgrade.",
    "The species was listed as endangered in Kenya.",
    "The professor from Cairo called the drone strikes terror.",
    "The minister from Chad topped the list of speakers.",
    "Serbia lifted the ban on beef from Ireland.",
    "Uganda removed the tax on phones.",
    "The designer label from Italy is a byword for luxury.",
    "Estonia regards Finland as a partner.",
    "Jordan considers Egypt a friend.",
    "The Irish bank froze the account of the shop.",
    "Denmark's court lifted the freeze on wages.",
    "The blacklist of restaurants in Prague was printed.",
]


@pytest.mark.parametrize(("text", "fields"), READ)
def test_a_listing_is_read(text, fields):
    found = read("designations", text)
    assert any(fields.items() <= told(a).items() for a in found), [told(a) for a in found]


@pytest.mark.parametrize("text", NONE)
def test_no_listing_is_read(text):
    assert [told(a) for a in read("designations", text)] == []

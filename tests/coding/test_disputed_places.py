"""The place column of docs/names.md, row by row, in whole sentences; the table stands above the gazetteer."""

from __future__ import annotations

import pytest

from comity.coder import code_article
from comity.values import Article

FILED = {
    "ISR": ["Jerusalem", "Tel Aviv"],
    "PSE": ["East Jerusalem", "Ramallah", "Gaza", "the Gaza Strip", "the West Bank", "Judea and Samaria", "Ariel, West Bank"],
    "SYR": ["the Golan Heights", "the Golan"],
    "TWN": ["Taipei", "Taiwan"],
    "CHN": ["Beijing", "mainland China"],
    "HKG": ["Hong Kong"],
    "MAC": ["Macau"],
    "UKR": ["Crimea", "Sevastopol", "Donbas", "Donetsk", "Luhansk", "Kherson", "Zaporizhzhia", "the Donetsk People's Republic"],
    "XKX": ["Kosovo", "Pristina", "Mitrovica"],
    "ESH": ["Western Sahara", "Laayoune"],
    "CYP": ["Northern Cyprus", "Kyrenia, Cyprus"],
    "GEO": ["Abkhazia", "South Ossetia", "Sukhumi", "Tskhinvali"],
    "MDA": ["Transnistria", "Tiraspol"],
    "AZE": ["Nagorno-Karabakh", "Artsakh", "Stepanakert", "Khankendi"],
    "SOM": ["Somaliland", "Hargeisa"],
    "IND": ["Jammu and Kashmir", "Arunachal Pradesh"],
    "PAK": ["Azad Kashmir", "Gilgit-Baltistan"],
    "GUY": ["Essequibo"],
    "CMR": ["Bakassi"],
    "TCD": ["Aouzou"],
    "RUS": ["the Kuril Islands"],
    "FLK": ["the Falklands", "the Falkland Islands", "the Malvinas"],
    "MMR": ["Burma", "Myanmar", "Rangoon", "Naypyidaw"],
    "AFG": ["Kabul"],
    "YEM": ["Sanaa", "Aden"],
    "LBY": ["Tripoli", "Benghazi"],
    "BEL": ["Brussels"],
    "NLD": ["The Hague"],
    "AUT": ["Vienna"],
    "ETH": ["Addis Ababa"],
    None: [
        "Kashmir", "Aksai Chin", "Doklam", "Siachen", "Shebaa Farms", "Abyei", "Hala'ib", "Abu Musa", "the Spratly Islands",
        "the Paracel Islands", "the Senkaku Islands", "Dokdo", "Imia", "the Persian Gulf", "the Arabian Gulf", "the Sea of Japan",
        "the East Sea", "the West Philippine Sea",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("name", "country"), [(name, country) for country, names in FILED.items() for name in names])
def test_a_place_of_the_table_is_filed_as_it_says(name, country):
    coded = code_article(Article("t", f"Kenya met Norway in {name}.", published="2024-02-05"))
    place = coded.claims[0].place
    assert place is not None
    assert place.text.removeprefix("the ") in name
    assert (place.country, place.precision == "unresolved") == (country, False)


@pytest.mark.parametrize(
    ("name", "published", "country"),
    [
        ("Moscow", "1962-10-20", "SUN"),
        ("Moscow", "2023-10-20", "RUS"),
        ("Prague", "1962-10-20", "CSK"),
        ("Belgrade", "1962-10-20", "YUG"),
        ("Saigon", "2023-10-20", "VNM"),
        ("Aden", "1980-01-01", "YMD"),
    ],
)
def test_a_capital_has_the_code_of_its_state_on_the_day(name, published, country):
    coded = code_article(Article("t", f"Kenya met Norway in {name}.", published=published))
    place = coded.claims[0].place
    assert place is not None
    assert place.country == country
    assert place.geonameid is not None

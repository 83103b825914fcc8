"""A place is where the act is said to have been: not the capital that speaks, not the target, not the dateline."""

from __future__ import annotations

import pytest

from comity.coder import code_article
from comity.values import Article, Place


def place(text: str, word: str) -> Place | None:
    coded = code_article(Article("t", text, published="2024-02-05"))
    found = next(c.place for c in coded.claims if c.trigger.text == word)
    if found is not None and found.span is not None:
        assert text[found.span[0] : found.span[1]] == found.text
    return found


@pytest.mark.parametrize(
    ("text", "word", "name", "country"),
    [
        ("Kenya met Somalia in Geneva.", "met", "Geneva", "CHE"),
        ("In Geneva, Kenya signed a deal with Somalia.", "signed", "Geneva", "CHE"),
        ("Kenya met the foreign minister of Somalia in Moscow on Friday.", "met", "Moscow", "RUS"),
        ("Kenya attacked Somalia near the town of Bakhmut.", "attacked", "Bakhmut", "UKR"),
        ("Kenya shelled Somalia at a hospital in Kharkiv.", "shelled", "Kharkiv", "UKR"),
        ("Kenya killed three soldiers of Somalia in the Bakhmut area.", "killed", "Bakhmut", "UKR"),
        ("Kenya attacked Somalia at a base in Syria.", "attacked", "Syria", "SYR"),
        ("Kenya launched an attack on Somalia in Syria.", "launched", "Syria", "SYR"),
        ("Kenya met Somalia in Novosibirsk.", "met", "Novosibirsk", "RUS"),
        ("Kenya met Somalia in Rio de Janeiro on Monday.", "met", "Rio de Janeiro", "BRA"),
        ("Kenya attacked Somalia in the Ukrainian city of Kupiansk.", "attacked", "Kupiansk", "UKR"),
        ("Kenya attacked Somalia in Kupiansk, Ukraine.", "attacked", "Kupiansk", "UKR"),
        ("Kenya met Somalia in Springfield, Illinois, on Monday.", "met", "Springfield", "USA"),
        ("Kenya met Somalia in central Novosibirsk.", "met", "Novosibirsk", "RUS"),
        ("Kenya met Somalia in Russia's Bryansk region.", "met", "Bryansk region", "RUS"),
        ("Kenya met Somalia in the Ukrainian capital.", "met", "Ukrainian capital", "UKR"),
        ("Kenya met Somalia in Springfield.", "met", "Springfield", None),
        ("Kenya met Somalia in East Palestine, Ohio.", "met", "East Palestine", None),
        ("Kenya met Somalia in Lebanon, Pennsylvania.", "met", "Lebanon", "USA"),
        ("Kenya met Somalia in Novgorod Region.", "met", "Novgorod", "RUS"),
        ("Kenya met Somalia in Russia's northern capital.", "met", "Russia", "RUS"),
    ],
)
def test_a_place_hangs_on_the_act_itself_or_on_what_it_was_done_to(text, word, name, country):
    found = place(text, word)
    assert found is not None
    assert (found.text, found.country) == (name, country)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Moscow attacked Kenya.", "attacked"),
        ("Kenya imposed sanctions on Somalia.", "imposed"),
        ("Kenya fired missiles at Somalia.", "fired"),
        ("Officials in Geneva condemned Kenya.", "condemned"),
        ("Kenya condemned the war in Somalia.", "condemned"),
        ("France said in Geneva that Kenya had attacked Somalia.", "attacked"),
        ("Kenya met Somalia in Congress.", "met"),
        ("Kenya met Somalia in March.", "met"),
        ("Kenya met Somalia in the Member States.", "met"),
        ("Kenya met Somalia in Asia.", "met"),
        ("Kenya met Somalia in SAVE.", "met"),
        ("Kenya held talks with Somalia on the Middle East.", "held"),
        ("Kenya met Somalia off the West Coast.", "met"),
        ("Kenya met Somalia outside Yemen.", "met"),
        ("Kenya met Somalia in Ivanovskaya Square.", "met"),
        ("Kenya attacked Somalia on Blackburn.", "attacked"),
        ("Kenya met Somalia in this Hall.", "met"),
        ("NOVOSIBIRSK, Oct 7 (Demo Wire) — Kenya attacked Somalia.", "attacked"),
        ("GENEVA, Oct 7 (Demo Wire) — Kenya attacked Somalia.", "attacked"),
    ],
)
def test_who_speaks_where_and_at_whom_is_no_place_of_the_act(text, word):
    assert place(text, word) is None


def test_a_place_has_the_point_of_the_gazetteer_and_a_state_has_none():
    geneva = place("Kenya met Somalia in Geneva.", "met")
    assert geneva is not None
    assert geneva.geonameid == 2660646
    assert (round(geneva.lat or 0), round(geneva.lon or 0)) == (46, 6)
    syria = place("Kenya met Somalia in Syria.", "met")
    assert syria is not None
    assert (syria.lat, syria.geonameid, syria.precision) == (None, None, "country")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kenya met Somalia in Geneva.", ("CHE", "Geneva", "place")),
        ("Kenya met Somalia in the Kharkiv region.", ("UKR", "Kharkiv", "region")),
        ("Kenya met Somalia in the western province of Hudaydah.", ("YEM", "Al Hudaydah", "region")),
        ("Kenya met Somalia in Moscow Region.", ("RUS", "Moscow Oblast", "region")),
        ("Kenya met Somalia in Leningrad Region.", ("RUS", "Leningradskaya Oblast'", "region")),
        ("Kenya met Somalia in Oklahoma.", ("USA", "Oklahoma", "region")),
        ("Kenya met Somalia in Syria.", ("SYR", None, "country")),
        ("Kenya met Somalia at the White House.", ("USA", None, "country")),
        ("Kenya met Somalia in the village of Nosuchtown.", (None, None, "unresolved")),
        ("Kenya met Somalia in the Middle East.", (None, None, "region")),
    ],
)
def test_a_place_says_how_narrowly_it_is_known(text, told):
    found = place(text, "met")
    assert found is not None
    assert (found.country, found.region, found.precision) == told


def test_the_country_of_which_an_article_speaks_tells_namesakes_apart():
    for country, region in (("India", "Telangana"), ("Pakistan", "Sindh")):
        found = place(f"Kenya met Somalia in Hyderabad. {country} was silent.", "met")
        assert found is not None
        assert found.region == region
    both = place("Kenya met Somalia in Valencia. Spain and Venezuela were silent.", "met")
    assert both is not None
    assert both.precision == "unresolved"

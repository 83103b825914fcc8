"""Who is said to have said what, form by form: source, cue, content and stance of sentences written for it."""

from __future__ import annotations

import pytest

from comity import vocabulary
from comity.coder import code_article
from comity.values import Article, Attribution


def listed(text: str) -> tuple[Attribution, ...]:
    return code_article(Article("test", text)).attributions


def content(a: Attribution, text: str) -> str:
    return " + ".join(text[s:e] for s, e in a.content)


# (sentence, code or text of the source, cue, content, stance)
FORMS = [
    # a clause before, after and around its cue
    ("Kenya said the border would stay open.", "KEN", "said", "the border would stay open", "said"),
    ("The border would stay open, Kenya said.", "KEN", "said", "The border would stay open", "said"),
    ("The border, Kenya said, would stay open.", "KEN", "said", "The border + would stay open", "said"),
    ("The envoy told reporters that the truce held.", "The envoy", "told", "that the truce held", "said"),
    ("Ukraine questioned whether the ship had left.", "UKR", "questioned", "whether the ship had left", "said"),
    ("The Argentine president tweeted that the debt was paid.", "ARG", "tweeted", "that the debt was paid", "said"),
    # quotations, inverted and interrupted
    ('"We will stay," said the Kenyan envoy.', "KEN", "said", '"We will stay," ', "said"),
    # infinitives, with those who are asked
    ("Vietnam vowed to defend its waters.", "VNM", "vowed", "to defend its waters", "assured"),
    ("Peru urged Chile to open the port.", "PER", "urged", "Chile to open the port", "demanded"),
    ("Peru called on Chile to open the port.", "PER", "called", "Chile to open the port", "demanded"),
    ("Brazil wants to mediate between the two sides.", "BRA", "wants", "to mediate between the two sides", "believed"),
    ("Colombia plans to reopen its consulate.", "COL", "plans", "to reopen its consulate", "believed"),
    ("Bolivia refused to sign the text.", "BOL", "refused", "to sign the text", "refused"),
    # things instead of clauses
    (
        "Japan praised the court's ruling on the islands.",
        "JPN",
        "praised",
        "the court's ruling on the islands",
        "praised",
    ),
    ("Serbia denied allegations of a troop build-up.", "SRB", "denied", "allegations of a troop build-up", "denied"),
    ("Sudan accused Ethiopia of shelling a village.", "SDN", "accused", "Ethiopia of shelling a village", "accused"),
    ("Canada criticised Cuba for the arrests.", "CAN", "criticised", "Cuba for the arrests", "criticized"),
    ("Norway warned of a shortage of grain.", "NOR", "warned", "a shortage of grain", "warned"),
    ("Chad called for an inquiry into the raid.", "TCD", "called", "an inquiry into the raid", "demanded"),
    # a thing and its name
    ("Greece called the map a provocation.", "GRC", "called", "the map a provocation", "said"),
    ("Ghana described the vote as fair.", "GHA", "described", "the vote as fair", "said"),
    # adjectives of holding
    ("Pakistan is confident that the loan will come.", "PAK", "confident", "that the loan will come", "believed"),
    ("Finland is critical of the plan.", "FIN", "critical", "the plan", "believed"),
    # nouns of saying
    ("Egypt's claim that the dam broke was rejected.", "EGY", "claim", "that the dam broke", "said"),
    ("Indonesia issued a statement that the ship had left.", "IDN", "statement", "that the ship had left", "said"),
    ("Armenia's threat to leave the bloc surprised its allies.", "ARM", "threat", "to leave the bloc", "said"),
    ("Portugal's criticism of the law was brief.", "PRT", "criticism", "the law", "said"),
    # adverbials
    ("According to the Mexican government, the train stopped.", "MEX", "According to", "the train stopped", "said"),
    ("The train stopped, according to a report.", "a report", "according to", "The train stopped", "said"),
    ("In the words of the Thai envoy, the offer was fair.", "THA", "In the words", "the offer was fair", "said"),
    ("In Nepal's view, the offer was fair.", "NPL", "In Nepal's view", "the offer was fair", "believed"),
    ("The two sides disagree, as the Indian minister put it.", "IND", "put it", "The two sides disagree", "said"),
    # sources without a name, and texts
    ("Officials said the convoy was stopped.", "Officials", "said", "the convoy was stopped", "said"),
    ("The statement said the two navies had met.", "The statement", "said", "the two navies had met", "said"),
    # passives
    ("The minister was quoted as saying the talks had ended.", "The minister", "saying", "the talks had ended", "said"),
    ("The general is believed to have fled.", None, "believed", "The general + to have fled", "believed"),
    ("The team is expected to arrive on Monday.", None, "expected", "The team + to arrive on Monday", "believed"),
    # headlines
    ("Qatar: truce talks will go on", "QAT", ":", "truce talks will go on", "said"),
    ("The Kremlin: sanctions will fail", "RUS", ":", "sanctions will fail", "said"),
]


@pytest.mark.parametrize(("text", "source", "cue", "words", "stance"), FORMS, ids=[f[0] for f in FORMS])
def test_a_form_gives_source_cue_content_and_stance(text, source, cue, words, stance):
    found = [a for a in listed(text) if a.cue.text == cue]
    assert len(found) == 1
    (a,) = found
    assert (a.source and (a.source.code or a.source.text)) == source
    assert content(a, text) == words.strip()
    assert a.stance == stance


SWAPS = [("Kenya", "Somalia", "KEN"), ("Poland", "Belarus", "POL"), ("Chile", "Peru", "CHL"), ("Japan", "China", "JPN")]


@pytest.mark.parametrize(("one", "other", "code"), SWAPS)
def test_the_form_decides_and_not_the_actors(one, other, code):
    text = f"{one} denied that {other} had accused it of lying."
    (outer,) = [a for a in listed(text) if a.cue.text == "denied"]
    assert outer.source is not None
    assert (outer.source.code, outer.stance) == (code, "denied")
    assert content(outer, text) == f"that {other} had accused it of lying"


def test_nested_sources_stand_outermost_first():
    text = "Turkey said Iran claimed that Iraq had closed the road."
    chains = {a.cue.text: [x.code for x in a.chain] for a in listed(text)}
    assert chains == {"said": ["TUR"], "claimed": ["TUR", "IRN"]}


def test_what_a_speaker_says_of_himself_is_no_second_source():
    text = '"I think the road is safe," the Danish envoy said.'
    assert [a.cue.text for a in listed(text)] == ["said"]


def test_a_thought_nobody_has_had_is_not_attributed():
    assert listed("Inspectors came to determine whether the plant was idle.") == ()


@pytest.mark.parametrize(
    "text",
    ["Malta opened a new harbour.", "The ship left the port of Odesa at noon.", "Ministers met in Oslo: snow fell."],
)
def test_a_plain_report_holds_no_attribution(text):
    assert listed(text) == ()


@pytest.mark.parametrize(
    ("text", "factive"),
    [("France admitted that its soldiers had fired.", True), ("France claimed that its soldiers had fired.", False)],
)
def test_a_cue_that_presupposes_its_content_is_flagged(text, factive):
    (a,) = listed(text)
    assert a.factive is factive


def test_a_participle_behind_a_comma_belongs_to_the_one_who_spoke():
    text = "The Swiss envoy told the council of the talks, adding that his country would pay."
    (a,) = [a for a in listed(text) if a.cue.text == "adding"]
    assert a.source is not None
    assert a.source.code == "CHE"


def test_a_trailing_remark_on_the_content_is_no_part_of_it():
    text = "Morocco welcomed the accord, which Spain had signed in May."
    (a,) = [a for a in listed(text) if a.cue.text == "welcomed"]
    assert content(a, text) == "the accord"


def test_whom_it_was_said_to_is_the_medium():
    (a,) = [a for a in listed("The envoy told reporters that the truce held.") if a.cue.text == "told"]
    assert a.medium is not None
    assert a.medium.text == "reporters"


def test_a_pronoun_speaks_for_the_one_it_means():
    text = "Iran held a drill. It said the drill was routine."
    (a,) = listed(text)
    assert a.source is not None
    assert (a.source.text, a.source.code) == ("It", "IRN")


def test_every_verb_that_takes_something_has_a_stance():
    table = vocabulary.table("reporting")
    verbs = {v for group in table["verbs"].values() for v in group}
    for key in ("objects", "naming", "infinitives", "prospective"):
        assert set(table[key]) <= verbs
    assert set(table["with_preposition"]) <= verbs
    for key in ("nouns_with_infinitive", "nouns_with_preposition"):
        assert set(table[key]) <= set(table["nouns"])

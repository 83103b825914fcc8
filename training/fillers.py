"""Fill the slots of a construction with noun phrases in which every named actor is already a mark of its kind.

The classifier never sees a name, so that no actor can weigh in its answer. ``{A}`` and ``{B}`` take any kind of actor;
``{A:poss}``, ``{B:adj}``, ``{A:police}`` … ask for a form or a kind.
"""

from __future__ import annotations

import random
import re

SLOT = re.compile(r"\{([AB])(?::(\w+))?\}")
PLAIN = {
    "state": ["<state>"] * 6
    + [
        "the <state>",
        "<state>'s government",
        "the government of <state>",
        "the <adjective> government",
        "<adjective> authorities",
        "<state>",
        "the <adjective> administration",
        "<state> and <state>",
        "leaders in <state>",
        "<state>'s ruling coalition",
    ],
    "official": [
        "<adjective> President <person>",
        "<person>",
        "<adjective> Foreign Minister <person>",
        "the <adjective> prime minister",
        "the <adjective> foreign ministry",
        "<state>'s president",
        "<adjective> officials",
        "President <person>",
        "Prime Minister <person>",
        "the president of <state>",
        "the <adjective> ambassador",
        "the country's defence minister",
        "the president",
        "the prime minister",
        "<state>'s foreign minister, <person>,",
        "<adjective> diplomats",
        "former <adjective> President <person>",
        "<state>'s Prime Minister <person>",
        "a spokesman for President <person>",
        "<adjective> Defence Minister <person>",
        "<person>, the <adjective> prime minister,",
        "the <adjective> head of state",
        "Vice-President <person>",
        "Crown Prince <person>",
        "Foreign Minister <person>, on his first visit abroad,",
        "the <adjective> leader",
        "<adjective> negotiators",
    ],
    "org": [
        "<organisation>",
        "the <organisation>",
        "<organisation> officials",
        "the <organisation> mission in <state>",
        "an aid agency",
        "human rights groups",
        "<organisation> Secretary-General <person>",
        "the <organisation> (<organisation>)",
        "the <organisation> envoy for <state>, <person>,",
        "<organisation> peacekeepers",
        "the <organisation>'s executive board",
        "<organisation> and <organisation>",
    ],
    "armed": [
        "<group>",
        "the <group>",
        "rebels",
        "<group> fighters",
        "militants",
        "the rebels in <state>",
        "<group> gunmen",
        "separatists",
        "armed men",
        "<group> militants",
        "insurgents",
        "forces loyal to <person>",
        "<group> suicide bombers",
        "<adjective>-backed fighters",
        "the <group> movement",
        "a breakaway faction of <group>",
        "<group> leader <person>",
    ],
    "police": [
        "police",
        "the police",
        "<adjective> police",
        "security forces",
        "police in <state>",
        "<adjective> security forces",
        "the <adjective> army",
        "<adjective> troops",
        "<adjective> forces",
        "officers",
        "the <adjective> military",
        "federal police in <state>",
        "<state>'s border guards",
        "soldiers from the <adjective> army",
        "<adjective> special forces",
        "the <adjective> navy",
        "the authorities in <place>",
        "<adjective> intelligence agents",
    ],
    "protesters": [
        "protesters",
        "demonstrators",
        "thousands of protesters",
        "students",
        "workers",
        "activists",
        "crowds in <place>",
        "residents of <place>",
        "hundreds of <adjective> students",
        "opposition supporters",
        "farmers",
        "protesters in <state>",
        "teachers in <place>",
        "about 900 contract workers",
        "opponents of the <adjective> government",
        "a women's movement",
        "student groups including <organisation>",
        "bus drivers",
        "supporters of <person>",
    ],
    "court": [
        "a court",
        "a <adjective> court",
        "the <adjective> supreme court",
        "a judge",
        "a court in <place>",
        "the high court",
        "prosecutors",
        "a <adjective> judge",
        "the constitutional court",
        "an appeals court in <state>",
        "the <place> district court",
        "Judge <person>",
        "a military tribunal",
        "the <adjective> attorney general",
    ],
    "citizens": [
        "civilians",
        "<adjective> citizens",
        "villagers",
        "journalists",
        "a journalist",
        "refugees",
        "two <adjective> nationals",
        "opposition activists",
        "residents",
        "migrants",
        "a <adjective> businessman",
        "three men",
        "a former minister",
        "women and children",
        "students",
        "five suspects",
        "hundreds of people",
        "a lawyer",
        "<person>",
        "the opposition leader",
        "a 34-year-old <adjective> man",
        "25 foreigners in the north of <state>",
        "<adjective> asylum seekers",
        "prominent blogger <person>",
        "<adjective> nationals suspected of belonging to <group>",
        "<person>, leader of the <organisation>,",
        "dozens of <adjective> students",
        "a <adjective> journalist and her cameraman",
        "some 400 <adjective> refugees",
        "the former governor of <place>",
    ],
    "company": [
        "a company",
        "the company",
        "a <adjective> bank",
        "<organisation>",
        "an oil company",
        "<adjective> firms",
        "state-owned <organisation>",
        "the <adjective> carmaker",
        "a <adjective> telecoms group",
        "the mine's owner",
        "<organisation>, the <adjective> airline,",
    ],
    "person": [
        "<person>",
        "Mr <person>",
        "President <person>",
        "the minister",
        "<adjective> opposition leader <person>",
        "the former president",
        "a senior official",
        "General <person>",
        "the mayor of <place>",
        "<person>",
        "former prime minister <person>",
        "Senator <person>",
        "<person>, the party's candidate,",
        "Secretary of State <person>",
        "Archbishop <person>",
        "the country's chief justice",
        "<adjective> billionaire <person>",
    ],
    "place": ["<state>", "<place>", "the town of <place>", "<place> province", "the capital", "<adjective> territory"],
    "party": [
        "the ruling party",
        "the opposition",
        "<organisation>",
        "<group>",
        "opposition parties",
        "lawmakers",
        "parliament",
        "the <adjective> parliament",
        "the opposition <organisation>",
        "senators",
        "the <organisation> party",
        "a <adjective> parliamentary committee",
        "the lower house",
        "the north of <state>",
        "<state>'s <place> region",
        "the port of <place>",
        "eastern <state>",
        "the border area",
        "the capital of <state>",
    ],
    "group": ["<group>", "the <group>"],
}
ANY = (
    ["state"] * 9
    + ["official"] * 6
    + ["org"] * 3
    + ["armed"] * 3
    + ["party", "citizens", "protesters", "police", "company", "person", "person"]
)
ADJECTIVES = ["<adjective>"] * 5 + ["<state>'s", "<group>", "government", "rebel"]


# What stands around a clause in news and decides nothing about its type.
BEFORE = [
    "On Tuesday, ",
    "<place> (<organisation>) - ",
    "In a statement on Monday, <person> said ",
    "According to <organisation>, ",
    "Last week ",
    "In <place>, ",
    "<organisation> reported that ",
    "Earlier, ",
    "Meanwhile, ",
    "In 2014 ",
    "At the same time, ",
    "<place> -- ",
    "<place> (<organisation>) -- ",
    "WORLD NEWS: ",
    "A day after a blast in <place>, ",
    "As talks with <organisation> dragged on, ",
    "Despite warnings from <organisation>, ",
    "With elections three weeks away, ",
    "After weeks of protests, ",
    "On March 24, 2010, ",
    "A week after <state> imposed sanctions on <state>, ",
    "Hours after <person> had accused <group> of lying, ",
    "While <state> and <state> were holding talks, ",
    "<person> said ",
    "It was reported on Sunday that ",
    "In a move welcomed by <organisation>, ",
    "In a move condemned by <organisation>, ",
    "<person>, a spokesman for <organisation>, told reporters in <place> on Monday that ",
    "Three days after rebels shelled <place>, killing a family of five, ",
    "As leaders from <state> and <state> met in <place>, ",
    "Although both sides had promised restraint, ",
    "Witnesses in <place> said that ",
    "After the collapse of a ceasefire brokered by <organisation>, ",
    "The <adjective> news agency said on Thursday ",
    "Under a deal reached last month, ",
    "Ignoring appeals from <organisation>, ",
    "For the second time this year, ",
    "With <adjective> troops massed on the frontier, ",
    "Hours before <person> was to fly to <place>, ",
    "In an interview with <organisation>, <person> confirmed that ",
    "As thousands marched through <place>, ",
    "In what analysts see as a warning to <state>, ",
    "In what analysts see as a gesture to <state>, ",
    "A report by <organisation> says ",
    "Documents seen by <organisation> show that ",
    "According to a statement from <person>'s office, ",
    "<place>, July 9 (<organisation>) - ",
    "While <state> has cut aid and closed its embassy, ",
    "On the sidelines of a summit in <place>, ",
    "In response to the killing of two officers, ",
    "Just as <organisation> was handing out food in <place>, ",
    "State media in <state> said ",
    "Also on Friday, ",
    "Since the arrest of <person> in May, ",
    "After <state> agreed to release prisoners, ",
]
AFTER = [
    ", the ministry said",
    ", according to <organisation>",
    ", <person> told reporters on Friday",
    ", state television reported",
    " amid tension over <place>",
    ", officials said",
    ", a spokesman for <organisation> said in an e-mail",
    " after months of uncertainty",
    ", local media reported on Sunday",
    ", a move that analysts had expected",
    " ahead of an election in <state>",
    ", which has a population of five million",
    ", days after an attack in <place> killed nine people",
    ", as <state> threatened to retaliate",
    ", while talks between <state> and <organisation> were about to resume",
    " after weeks of protests in <place>",
    ", following the arrest of a journalist in <state>",
    ", a step that <organisation> condemned",
    ", a step that <organisation> welcomed",
    ", who was released from prison in March",
    ", days before <person> is to visit <state>",
    ", although <state> has rejected any ceasefire",
    ", while troops were sent to <place>",
    ", the day that <organisation> suspended aid to <state>",
    ", more than a year after <state> signed a peace deal with <group>",
    ", despite calls by <organisation> for restraint",
    ", in a case that has led <state> to summon an ambassador",
    " in 2015",
    " on Wednesday, according to a source who declined to be named",
    ", <person> said in a speech broadcast live from <place>",
    ", two weeks after <state> pulled its troops out of <place>",
    ", <organisation> quoted the foreign ministry as saying",
    ", adding to tension between <state> and <state>, which have exchanged fire along their border",
    ", a decision that opposition parties said they would challenge in court",
    ", the first such step since <person> took office",
    ", which has given millions to the victims of the flood",
    ", where protests against <person> have been going on for weeks",
    ", where <adjective> forces have been fighting <group> since 2012",
    ", ignoring a warning from <organisation>",
    ", as <organisation> prepared to vote on sanctions",
    " in a bid to end a crisis that has cost hundreds of lives",
    ", even though <person> had agreed to talks",
    ", but <person> denied the report",
    ", his spokesman said, hours after meeting <person>",
    " on the eve of a visit by <person>",
    ", raising fears of a wider war",
    ", raising hopes of a settlement",
    ", the latest chapter in a row over fishing rights",
    " over the past two years, figures from <organisation> show",
    ", and <person> is expected to follow",
    ", while <organisation> sent food and medicine to <place>",
    ", a day after <person> was sentenced to nine years in prison",
    ", according to documents obtained by <organisation>",
]
# What stands between an actor and its verb, as often as news has it.
WITHIN = [
    ", which holds the rotating presidency of <organisation>,",
    ", a close ally of <state>,",
    ", under pressure from <organisation>,",
    ", speaking in <place>,",
    " on Tuesday",
    " on Sunday",
    ", according to <organisation>,",
    ", who took office in May,",
    ", along with <state> and <state>,",
    ", already under sanctions,",
    ", which has lost hundreds of men in <place>,",
    ", after weeks of hesitation,",
    ", citing a threat from <group>,",
    ", for its part,",
    ", in defiance of <organisation>,",
    " late last year",
    " (<organisation>)",
    " in <place>",
]
ACTING = r"(</a>) (?=(?:has|have|had|will|would|said|says|is|are|was|were|[a-z]+ed) )"


SYLLABLES = [
    "ba",
    "ko",
    "ri",
    "ma",
    "te",
    "lu",
    "san",
    "der",
    "vi",
    "no",
    "ra",
    "shi",
    "mo",
    "gu",
    "el",
    "ka",
    "bor",
    "ti",
    "la",
    "wen",
    "du",
    "pe",
    "zar",
    "ni",
    "ho",
]


def unlisted(text: str, rng: random.Random) -> str:
    """Now and then a name that no vocabulary lists stands where a mark would: a word of random syllables."""

    def word(match: re.Match[str]) -> str:
        if rng.random() > 0.12:
            return match.group(0)
        names = ["".join(rng.sample(SYLLABLES, rng.choice((2, 3)))).capitalize() for _ in range(2)]
        if match.group(0) == "<organisation>":
            return rng.choice([names[0], "".join(rng.sample("ABCDEFGHIKLMNOPRSTUV", 3)), f"{names[0]} {names[1]}"])
        return " ".join(names[: rng.choice((1, 2))])

    return re.sub(r"<(?:person|organisation|place)>", word, text)


def surrounded(text: str, rng: random.Random) -> str:
    """A construction with a neutral lead or tail, as often as news has one."""
    if rng.random() < 0.3:
        text = rng.choice(BEFORE) + text
    if rng.random() < 0.35:
        text = text.rstrip(".") + rng.choice(AFTER) + "."
    return text


def fill(text: str, rng: random.Random) -> str:
    """One construction with both slots filled and marked: ``<a>…</a>`` source, ``<b>…</b>`` target."""
    text = surrounded(text, rng)

    def phrase(match: re.Match[str]) -> str:
        slot, form = match.group(1).lower(), match.group(2)
        inner = rng.choice(ADJECTIVES if form == "adj" else PLAIN.get(form or "", PLAIN[rng.choice(ANY)]))
        tail = ""
        if form == "poss":
            tail = "'" if inner.endswith("s") else "'s"
        return f"<{slot}>{inner}</{slot}>{tail}"

    done = SLOT.sub(phrase, text)
    if rng.random() < 0.12:
        between = rng.choice(WITHIN)
        done = re.sub(ACTING, lambda match: f"{match.group(1)}{between} ", done, count=1)
    done = unlisted(done, rng)
    return done[:1].upper() + done[1:] if not done.startswith("<") else done

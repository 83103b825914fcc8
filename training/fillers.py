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
    ],
    "org": [
        "<organisation>",
        "the <organisation>",
        "<organisation> officials",
        "the <organisation> mission in <state>",
        "an aid agency",
        "human rights groups",
        "<organisation> Secretary-General <person>",
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
    ],
    "company": [
        "a company",
        "the company",
        "a <adjective> bank",
        "<organisation>",
        "an oil company",
        "<adjective> firms",
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
]


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
    return done[:1].upper() + done[1:] if not done.startswith("<") else done

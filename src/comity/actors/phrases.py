"""The shape of a noun phrase: its core, the agent noun it is built on, the name it bears, and whether it can act."""

from __future__ import annotations

from comity import vocabulary
from comity.actors.agents import Agent, agents
from comity.actors.discourse import Discourse
from comity.actors.entities import Entity, existed
from comity.actors.surnames import in_office
from comity.language.sentence import Sentence, Token, once

CORE = frozenset(
    {
        "det",
        "amod",
        "compound",
        "nmod",
        "poss",
        "nummod",
        "quantmod",
        "predet",
        "advmod",
        "case",
        "neg",
        "punct",
        "npadvmod",
    }
)
POINTING = frozenset({"the", "this", "that", "these", "those", "both"})
PERSONAL = frozenset(
    {"he", "she", "they", "it", "we", "i", "you", "him", "her", "them", "us", "me", "his", "their", "its", "our", "my"}
)


def core(s: Sentence, i: int) -> list[int]:
    """The head with determiners, adjectives, compounds and possessors before it: no clause, no phrase after it."""
    kept = [i]
    for k in s.children(i):
        if k.i < i and k.dep in CORE:
            kept.extend(s.subtree(k.i))
    run = [i]
    inside = set(kept)
    while run[0] - 1 in inside:
        run.insert(0, run[0] - 1)
    while len(run) > 1 and s.tokens[run[0]].dep == "punct":
        run.pop(0)
    return run


@once
def agent_of(s: Sentence, i: int) -> Agent | None:
    """The agent noun that token ``i`` is, alone or with the word before it ("prime minister")."""
    t = s.tokens[i]
    if t.mention >= 0 or t.tag[:2] not in ("NN", "CD"):
        return None
    known = agents()
    before = s.tokens[i - 1].text.lower() if i else ""
    two_before = s.tokens[i - 2].text.lower() if i > 1 else ""
    after = [x.text.lower() for x in s.tokens[i + 1 : i + 3]]
    low = t.lemma.lower() if t.tag[:2] == "NN" else t.text.lower()
    hyphened = f"{two_before}-{low}" if before == "-" else ""
    for words in (
        hyphened,
        f"{two_before} {before} {low}",
        f"{before} {low}",
        " ".join([low, *after]),
        low,
        t.text.lower(),
    ):
        if words in known:
            return known[words]
    return None


def words(key: str) -> frozenset[str]:
    """A list of words of vocabulary/grammar.yaml."""
    return vocabulary.words("grammar", key)


@once
def counted(s: Sentence, i: int) -> int | None:
    """What a quantity noun counts: "dozens of soldiers" means the soldiers."""
    if s.tokens[i].mention < 0 and s.tokens[i].lemma in words("quantity_nouns"):
        for prep in s.children(i, "prep"):
            if prep.lemma == "of" and (noun := s.child(prep.i, "pobj")):
                return noun.i
    return None


def is_actor(s: Sentence, i: int, d: Discourse) -> bool:
    """Whether a noun phrase with this head can act: a name, an agent noun, an unknown proper name, a personal pronoun."""
    t = s.tokens[i]
    if t.mention >= 0:
        kind = d.mentions[t.mention].kind
        return kind != "place" and not (kind == "metonym" and _is_town(s, t, d))
    if t.tag in ("PRP", "PRP$"):
        return t.text.lower() in PERSONAL
    both = t.text.lower() == "both" and t.dep not in ("det", "predet", "preconj", "cc")
    if agent_of(s, i) or ((both or is_the_two(s, i)) and len(d.parties) > 1):
        return True
    if (inner := counted(s, i)) is not None:
        return is_actor(s, inner, d)
    return (
        t.tag in ("NNP", "NNPS")
        and t.text[:1].isupper()
        and t.lemma.lower() not in words("time_nouns")
        and _like_a_person(s, t, d)
    )


def is_the_two(s: Sentence, i: int) -> bool:
    """ "The two discussed": a number with an article, for the parties just named."""
    return s.tokens[i].tag == "CD" and any(k.lemma == "the" for k in s.children(i, "det"))


def _like_a_person(s: Sentence, t: Token, d: Discourse) -> bool:
    """An unknown proper name counts where it acts, owns, is introduced, or has a first name or title before it."""
    if t.dep in ("nsubj", "nsubjpass", "poss", "appos") or d.by_surname(t.text):
        return True
    if in_office(t.text, d.article.published):
        return True
    before = [k for k in s.children(t.i, "compound", "nmod") if k.mention < 0]
    return any(k.tag == "NNP" and k.text[:1].isupper() for k in before) or any(agent_of(s, k.i) for k in before)


def entity_of(t: Token, d: Discourse) -> Entity | None:
    """The one entity that a named token means on the article's date; None where several remain."""
    mention = d.mentions[t.mention]
    day = d.article.published
    possible = [e for e in mention.entities if existed(e, day)] or list(mention.entities)
    if len({e.code for e in possible}) > 1:  # "RSF", "Congo": the one whose country the article speaks of
        possible = [e for e in possible if d.names_country(e.country or e.code)] or possible
    codes = {e.code for e in possible}
    return possible[0] if len(codes) == 1 or len(possible) == 1 else None


def _is_town(s: Sentence, t: Token, d: Discourse) -> bool:
    """A capital after "in" or "near" is the town; a seat that was none on the day is a place as well."""
    if t.dep == "pobj" and s.tokens[t.head].lemma in ("in", "near", "at", "outside", "around"):
        return True
    return not any(existed(e, d.article.published) for e in d.mentions[t.mention].entities)

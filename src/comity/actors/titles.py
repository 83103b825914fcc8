"""Titles given to people of the vocabulary, checked against what is recorded of their offices (docs/measures.md, Roles)."""

from __future__ import annotations

from collections.abc import Iterator

from comity.actors.agents import agents
from comity.actors.discourse import Discourse
from comity.actors.people import load_people
from comity.actors.phrases import core, entity_of
from comity.actors.roles import Title, of_another_time, reference_day, title_flag
from comity.language.sentence import Sentence
from comity.values import RoleFlag


def role_flags(s: Sentence, d: Discourse) -> Iterator[RoleFlag]:
    """Flags for the titles that stand before or beside the names of a sentence."""
    day = reference_day(d.article.published)
    for t in s.tokens:
        if t.mention < 0 or d.mentions[t.mention].kind not in ("person", "surname"):
            continue
        entity = entity_of(t, d)
        person = load_people().by_id.get(entity.id) if entity else None
        start = s.tokens[min(core(s, t.i))].start
        words = d.article.text[start : t.start].strip()
        office = _office(words)
        if office and (before := _said_of_another_time(d.article.text[s.span[0] : start], office)):
            start -= len(before)
            words = d.article.text[start : t.start].strip()
        if person and office:
            flag = title_flag(person, Title(words, (start, t.start + len(t.text)), office), day)
            if flag:
                yield flag


def _said_of_another_time(before: str, office: str) -> str:
    """ "the former president, President X": the words of another time that stand before a title; empty where none do."""
    said = before.rstrip()
    parts = said[:-1].split()[-5:] if said.endswith((",", "–", "—")) else []
    for n in range(2, len(parts) + 1):
        words = " ".join(parts[-n:])
        if of_another_time(parts[-n]) and _office(words) == office:
            return before[before.rindex(parts[-n]) :]
    return ""


def _office(words: str) -> str | None:
    """The office that the last words of a title name, the longest wording first."""
    parts = words.lower().split()
    for n in range(min(5, len(parts)), 0, -1):
        agent = agents().get(" ".join(parts[-n:]))
        if agent and agent.office:
            return agent.office
    return None

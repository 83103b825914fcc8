"""Whose words a text is: the issuing body of a statement, and the speaker of each turn of a transcript."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from comity.actors.entities import states_by_code
from comity.actors.gazetteer import Mention, scan
from comity.values import Actor, Article, Span

# "MR. KIRBY:", "Vladimir Putin:", "Q" at the start of a paragraph. Upper case throughout, or up to five capitalised words.
UPPER = r"[A-Z][A-Z.'’-]*\.?(?: [A-Z][A-Z.'’-]*\.?){0,5}"
# "On Trade:" is a heading, no speaker.
NAMED = (
    r"(?!(?:On|In|At|For|To|About|From|With|As|And|But)\b)"
    r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|of|and|the|de|al)){0,6}(?: \([^)\n]{1,60}\))?"
)
# Where a page lost its line breaks, a label follows a sentence's end: capitals, two words or more, or "Q" and a gap.
FLAT = rf"(?<=[.!?…)\]\"”])[ \t]+(?:{UPPER}|(?=[A-Z]\S* [A-Z]){NAMED}):|(?<=[.!?…)\]\"”])[ \t]+Q(?=[ \t]{{2}})"
TURN = re.compile(rf"((?:(?:^|\n)[ \t]*(?:(?:{UPPER}|{NAMED}):|Q(?=[ \t])))|{FLAT})\s")
JOINT = re.compile(r"\b(?:statement|declaration|communiqu[eé])\b", re.IGNORECASE)
ASKING = frozenset({"q", "question", "reporter", "journalist", "moderator", "interviewer", "host", "correspondent"})
CODE = re.compile(r"\(([A-Z]{3})\)|,\s([A-Z]{3}),")
OFFICIAL = ("state", "metonym", "organisation", "group", "person", "adjective")


@dataclass(frozen=True, slots=True)
class Turn:
    """A speaker's turn: where its label stands, and until where it goes on."""

    label: Span
    end: int
    speaker: Actor


def issuer(article: Article) -> Actor | None:
    """Who issues a statement: the body that outlet or title names; None where neither tells."""
    joint = _issuing_body(article.title) if article.title and JOINT.search(article.title) else None
    return joint or _named(article.outlet) or _named(article.title)


def _issuing_body(title: str) -> Actor | None:
    """The organisation that a joint statement's title begins with ("G7 Leaders' Statement")."""
    found = next((m for m in scan(title) if m.kind == "organisation"), None)
    if found is None or found.span[0] > 12:
        return None
    entity = found.entities[0]
    return Actor(found.text, None, entity.code, entity.id, entity.sector)


def _named(source: str | None) -> Actor | None:
    if not source:
        return None
    for found in CODE.finditer(source):
        entity = states_by_code().get(found.group(1) or found.group(2))
        if entity:
            return Actor(entity.name, None, entity.code, entity.id, "GOV")
    named = [m for m in scan(source) if m.kind in OFFICIAL and m.entities[0].sector != "MED"]
    chosen = next((m for m in named if m.kind != "organisation"), None) or next(iter(named), None)
    if chosen is None:
        return None
    entity = chosen.entities[0]
    return Actor(chosen.text, None, entity.code, entity.id, entity.sector)


def turns(article: Article, mentions: Sequence[Mention], body: Actor | None) -> tuple[Turn, ...]:
    """The turns of a transcript, in order; each lasts until the next label. Empty for a text with fewer than one label."""
    labels = [(m.end(1) - len(m.group(1).lstrip()), m.end(1)) for m in TURN.finditer(article.text)]
    ends = ([start for start, _ in labels[1:]] + [len(article.text)])[: len(labels)]
    return tuple(
        Turn(span, end, _speaker(article.text, span, mentions, body)) for span, end in zip(labels, ends, strict=True)
    )


def _speaker(text: str, span: Span, mentions: Sequence[Mention], body: Actor | None) -> Actor:
    label = text[span[0] : span[1]].rstrip(": ")
    words = (span[0], span[0] + len(label))
    if label.lower() in ASKING:
        return Actor(label, words, None, None, "MED")
    for m in mentions:
        if words[0] <= m.span[0] and m.span[1] <= words[1] and len({e.code for e in m.entities}) == 1:
            return Actor(label, words, m.entities[0].code, m.entities[0].id, m.entities[0].sector or "GOV")
    return Actor(label, words, body.code if body and label.isupper() else None, None, None)

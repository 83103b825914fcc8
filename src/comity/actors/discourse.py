"""Who has been named so far in one article.

Invariant: it grows sentence by sentence in the order of the text, and an answer depends only on what came before; nothing
is ever taken from another article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from comity.actors.entities import existed
from comity.actors.gazetteer import Mention
from comity.values import Actor, Article

PLURAL = frozenset({"they", "them", "their", "both"})
STATES = frozenset({"state", "adjective", "demonym", "metonym", "place"})
FIRST = frozenset({"i", "we", "us", "me", "our", "my", "ourselves", "myself"})
SINGULAR = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "it": "it", "its": "it"}


@dataclass
class Known:
    """One actor met in the article: its last form, gender where known, the nouns and surname it answers to."""

    actor: Actor
    pronoun: str | None = None
    nouns: set[str] = field(default_factory=set)
    surname: str | None = None
    places: list[tuple[int, int, bool]] = field(default_factory=list)  # of each mention: start, sentence, was subject


class Discourse:
    """The memory of one article: its mentions, its speaker, and the actors met so far."""

    def __init__(self, article: Article, mentions: tuple[Mention, ...]) -> None:
        self.article = article
        self.mentions = mentions
        self.speaker: Actor | None = None  # whose words the text is, for statements and speaker turns
        self.known: list[Known] = []
        self.sentence = 0
        self.issuer: Actor | None = None  # the body that issues a statement, whoever has the word in it
        self.joined: tuple[Actor, ...] = ()  # named together in the sentence that is being read
        self.parties: tuple[Actor, ...] = ()  # the last actors named together: whom "both sides" means

    @cached_property
    def _states(self) -> tuple[tuple[int, str], ...]:
        return tuple((at, c) for at, c, kind in self._named() if kind != "place")

    @cached_property
    def _countries(self) -> frozenset[str]:
        """Countries of names that leave no doubt; "Congo" alone speaks for neither of two."""
        named: dict[int, set[str]] = {}
        for at, c, _ in self._named():
            named.setdefault(at, set()).add(c)
        return frozenset(c for codes in named.values() if len(codes) == 1 for c in codes)

    def _named(self) -> Iterator[tuple[int, str, str]]:
        """Start, country and kind of each name of a state or place; of a state and its predecessor the one of the day."""
        day = self.article.published
        for m in self.mentions:
            if m.kind in STATES:
                of_the_day = [e for e in m.entities if existed(e, day)] or m.entities
                yield from ((m.span[0], code, m.kind) for code in sorted({e.code for e in of_the_day if e.code}))

    def note(self, actor: Actor, *, pronoun: str | None, nouns: set[str], surname: str | None, subject: bool) -> None:
        """Remember an actor just met; one already known is refreshed and gains what is new."""
        id_, text = actor.id, actor.text
        for k, known in enumerate(self.known):
            met = known.actor
            if (
                (met.text == text if id_ is None else met.id == id_)
                or (surname and surname == known.surname)
                or (not id_ and met.text == text)
            ):
                merged = replace(
                    actor,
                    code=actor.code or known.actor.code,
                    id=actor.id or known.actor.id,
                    sector=actor.sector or known.actor.sector,
                    role=actor.role or known.actor.role,
                )
                self.known.pop(k)
                here = self._place(actor, subject)
                kept = pronoun if pronoun not in (None, "person") else known.pronoun or pronoun
                self.known.append(
                    Known(merged, kept, nouns | known.nouns, surname or known.surname, [*known.places, here])
                )
                return
        self.known.append(Known(actor, pronoun, nouns, surname, [self._place(actor, subject)]))

    def _place(self, actor: Actor, subject: bool) -> tuple[int, int, bool]:
        return (actor.span[0] if actor.span else -1, self.sentence, subject)

    def parties_before(self, start: int) -> tuple[Actor, ...]:
        """The last actors named together before ``start``: in this sentence, else in one before it."""
        here = bool(self.joined) and all(a.span is not None and a.span[1] <= start for a in self.joined)
        return self.joined if here else self.parties

    def states_before(self, start: int) -> frozenset[str]:
        """Codes of the states named in the title or before ``start``, by name, adjective, people or capital."""
        titled = {k.actor.code for k in self.known if k.places and k.places[0][0] < 0 and k.actor.code}
        named = {c for at, c in self._states if at < start}
        return frozenset(named | {c for c in titled if c == c.upper() and len(c) == 3})

    def names_country(self, code: str | None) -> bool:
        """Whether the article names a country anywhere, by a name of the state or of a place in it."""
        return code is not None and code in self._countries

    def by_surname(self, surname: str) -> Known | None:
        """The person with that last name met before."""
        return next((k for k in reversed(self.known) if k.surname == surname), None)

    def by_noun(self, noun: str) -> Known | None:
        """The last actor introduced with that noun as title or description ("the ambassador")."""
        return next((k for k in reversed(self.known) if noun in k.nouns), None)

    def by_pronoun(self, word: str, start: int) -> Known | None:
        """The nearest actor before ``start`` that agrees with a pronoun, of the last three sentences or the title.

        Of one sentence subjects come before others, and actors whose code is known before unknown ones.
        """
        low = word.lower()
        if low in PLURAL:
            wanted = {"they"}
        elif low in SINGULAR:
            wanted = {SINGULAR[low]}
        else:
            return None
        best: tuple[tuple[int, bool, bool, int], Known] | None = None
        for k in self.known:
            before = [p for p in k.places if p[0] < start and (self.sentence - p[1] <= 3 or p[0] < 0)]
            if not before or not self._agrees(k, wanted):
                continue
            at, sentence, subject = before[-1]
            rank = (sentence, subject, k.actor.code is not None, at)
            if best is None or rank > best[0]:
                best = (rank, k)
        return best[1] if best else None

    @staticmethod
    def _agrees(known: Known, wanted: set[str]) -> bool:
        if known.pronoun is not None:
            return known.pronoun in wanted or (known.pronoun == "person" and bool(wanted & {"he", "she"}))
        return False

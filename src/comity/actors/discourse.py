"""Who has been named so far in one article.

Invariant: it grows sentence by sentence in the order of the text, and an answer depends only on what came before; nothing
is ever taken from another article.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from comity.actors.gazetteer import Mention
from comity.values import Actor, Article

PLURAL = frozenset({"they", "them", "their", "both"})
FIRST = frozenset({"i", "we", "us", "me", "our", "my", "ourselves", "myself"})
SINGULAR = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "it": "it", "its": "it"}


@dataclass
class Known:
    """One actor met in the article: its last form, gender where known, the nouns and surname it answers to."""

    actor: Actor
    pronoun: str | None = None
    nouns: set[str] = field(default_factory=set)
    surname: str | None = None
    last: int = 0  # running number of the sentence of the last mention
    subject: bool = False


class Discourse:
    """The memory of one article: its mentions, its speaker, and the actors met so far."""

    def __init__(self, article: Article, mentions: tuple[Mention, ...]) -> None:
        self.article = article
        self.mentions = mentions
        self.speaker: Actor | None = None  # whose words the text is, for statements and speaker turns
        self.known: list[Known] = []
        self.sentence = 0
        self.parties: tuple[Actor, ...] = ()  # the last actors named together: whom "both sides" means

    def note(self, actor: Actor, *, pronoun: str | None, nouns: set[str], surname: str | None, subject: bool) -> None:
        """Remember an actor just met; one already known is refreshed and gains what is new."""
        for k, known in enumerate(self.known):
            same_id = actor.id is not None and actor.id == known.actor.id
            if same_id or (surname and surname == known.surname) or (not actor.id and known.actor.text == actor.text):
                merged = replace(
                    actor,
                    code=actor.code or known.actor.code,
                    id=actor.id or known.actor.id,
                    sector=actor.sector or known.actor.sector,
                    role=actor.role or known.actor.role,
                )
                self.known.pop(k)
                self.known.append(
                    Known(
                        merged,
                        pronoun or known.pronoun,
                        nouns | known.nouns,
                        surname or known.surname,
                        self.sentence,
                        subject,
                    )
                )
                return
        self.known.append(Known(actor, pronoun, nouns, surname, self.sentence, subject))

    def by_surname(self, surname: str) -> Known | None:
        """The person with that last name met before."""
        return next((k for k in reversed(self.known) if k.surname == surname), None)

    def by_noun(self, noun: str) -> Known | None:
        """The last actor introduced with that noun as title or description ("the ambassador")."""
        return next((k for k in reversed(self.known) if noun in k.nouns), None)

    def by_pronoun(self, word: str) -> Known | None:
        """The nearest actor that agrees with a pronoun within the last three sentences, subjects before others."""
        low = word.lower()
        if low in PLURAL:
            wanted = {"they"}
        elif low in SINGULAR:
            wanted = {SINGULAR[low]}
        else:
            return None
        near = [k for k in self.known if self.sentence - k.last <= 3 and self._agrees(k, wanted)]
        return max(near, key=lambda k: (k.last, k.subject), default=None)

    @staticmethod
    def _agrees(known: Known, wanted: set[str]) -> bool:
        if known.pronoun is not None:
            return known.pronoun in wanted or (known.pronoun == "person" and bool(wanted & {"he", "she"}))
        return False

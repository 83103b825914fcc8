"""Which attributions are listed for themselves, and which only lengthen the chains of what stands in them.

Inside somebody's words, what he says that others want, praise or plan is his telling: it makes a link of a chain.
Listed is a nested attribution only where another, named with more than a pronoun, is said to have said something in a
clause.
"""

from __future__ import annotations

from comity.coding.cues import FIRST_PERSON, infinitive
from comity.language.sentence import Sentence, Token
from comity.values import Actor

PRONOUNS = FIRST_PERSON | frozenset(
    {"he", "she", "it", "they", "this", "that", "who", "which", "his", "her", "its", "their"}
    | {"anybody", "anyone", "everybody", "everyone", "nobody", "somebody", "someone"}
)
HELD = frozenset({"believed"})  # stances that nobody utters
SPOKEN = frozenset({"said", "claimed", "denied", "warned", "accused"})


def stands(s: Sentence, t: Token, source: Actor | None, stance: str, clausal: bool) -> bool:
    """Whether a cue outside other words reports anything: no wish of the writer's own, no saying merely possible."""
    if source is not None and source.text.lower() in ("i", "you") and stance in HELD:
        return False
    if not t.verbal or clausal:
        return not (infinitive(s, t) and stance not in SPOKEN)
    if infinitive(s, t) and stance not in SPOKEN:
        return False
    return not any(k.tag == "MD" and k.lemma in ("would", "could", "might", "should") for k in s.children(t.i, "aux"))


def is_listed(s: Sentence, t: Token, source: Actor | None, outer: list[Actor | None], stance: str) -> bool:
    """Whether an attribution inside the content of others, or inside a quotation, is listed for itself."""
    if stance not in SPOKEN or source is None or source.text.lower() in PRONOUNS or infinitive(s, t):
        return False
    return not any(o is not None and same(o, source) for o in outer)


def same(a: Actor, b: Actor) -> bool:
    """Whether two actors are told apart by nothing that is known of them."""
    if a.id or b.id:
        return a.id == b.id
    return (a.code, a.text) == (b.code, b.text)

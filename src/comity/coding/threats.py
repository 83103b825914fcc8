"""Warnings that are threats: what the one who warns, or his side, is going to do, or what another will have to bear.

A warning of what others or nature may do is none. The words are lists of vocabulary/grammar.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from comity.actors.discourse import FIRST, Discourse
from comity.actors.noun_phrases import actors_at, dig
from comity.coding.cues import infinitive
from comity.coding.matching import passive
from comity.coding.participants import subject_or_patient
from comity.coding.reported import Reported
from comity.language.sentence import Sentence, Token
from comity.values import Actor
from comity.vocabulary import words


@dataclass(frozen=True, slots=True)
class Threat:
    """The word that utters a threat, who threatens, and whom (empty where that is not told)."""

    cue: int
    by: Actor
    toward: tuple[Actor, ...]


def threats(s: Sentence, d: Discourse, reported: list[Reported]) -> Iterator[Threat]:
    """The threats of a sentence that no pattern finds: told in a clause under a word of warning or saying."""
    for r in reported:
        if r.source is None or not s.tokens[r.cue].verbal or r.stance not in ("warned", "said"):
            continue
        for i in sorted(r.inside):
            if s.tokens[i].verbal and (_to_come(s, i) or _bears(s, i)) and (found := _threat(s, d, r, i)) is not None:
                yield found
                break


def _to_come(s: Sentence, i: int) -> bool:
    return any(k.lemma in ("will", "would", "shall", "'ll") for k in s.children(i, "aux"))


def _threat(s: Sentence, d: Discourse, r: Reported, i: int) -> Threat | None:
    assert r.source is not None
    warned = s.tokens[r.cue].lemma in words("grammar", "warning")
    acting = subject_or_patient(s, i)
    who = _others(s, acting, d, None)
    own = acting is not None and any(_same(a, r.source) for a in who)
    told = s.child(r.cue, "dobj", "dative")
    toward = _others(s, told.i, d, r.source) if told is not None else ()
    condition = _condition(s, i)
    unless = condition is not None and any(m.lemma == "unless" for m in s.children(condition.i, "mark"))
    ultimatum = unless and bool(_conditioned(s, condition, d, r.source))
    if own and (
        warned or ultimatum or (condition is not None and s.tokens[i].lemma in words("grammar", "retaliating"))
    ):
        if s.tokens[i].lemma in words("grammar", "suffering") or passive(s, i):
            return None
        return Threat(r.cue, r.source, toward or _conditioned(s, condition, d, r.source) or _object(s, i, d, r.source))
    if not own and _bears(s, i):
        bearing = toward or tuple(a for a in _others(s, acting, d, r.source) if a.code)
        return (
            Threat(r.cue, r.source, bearing or _conditioned(s, condition, d, r.source)) if bearing or warned else None
        )
    return None


def _bears(s: Sentence, i: int) -> bool:
    """ "will pay a heavy price", "would be met with force", "will have consequences"."""
    t = s.tokens[i]
    things = [k.lemma for k in s.children(i, "dobj", "attr")]
    after = [n.lemma for p in s.children(i, "prep", "agent") if p.lemma == "with" for n in s.children(p.i, "pobj")]
    borne = t.lemma in words("grammar", "bearing") and any(x in words("grammar", "consequences") for x in things)
    return borne or (t.lemma == "meet" and any(x in words("grammar", "consequences") for x in after))


def _condition(s: Sentence, i: int) -> Token | None:
    """The clause under "if" or "unless" on which the act depends."""
    clauses = (*s.children(i, "advcl"), *(k for a in s.ancestors(i) for k in s.children(a.i, "advcl")))
    return next(
        (k for k in clauses if any(m.lemma in ("if", "unless", "should") for m in s.children(k.i, "mark"))), None
    )


def _conditioned(s: Sentence, clause: Token | None, d: Discourse, by: Actor) -> tuple[Actor, ...]:
    return () if clause is None else _others(s, subject_or_patient(s, clause.i), d, by)


def _object(s: Sentence, i: int, d: Discourse, by: Actor) -> tuple[Actor, ...]:
    inner = [i, *(k.i for k in s.children(i, "xcomp") if infinitive(s, k))]
    return next((found for v in inner for k in s.children(v, "dobj") if (found := _others(s, k.i, d, by))), ())


def _others(s: Sentence, i: int | None, d: Discourse, by: Actor | None) -> tuple[Actor, ...]:
    """The actors of a phrase, without the one who warns."""
    if i is None:
        return ()
    return tuple(a for a in actors_at(s, i, d) or dig(s, i, d) if by is None or (a.code and not _same(a, by)))


def _same(a: Actor, by: Actor) -> bool:
    return a.span == by.span or a.text.lower() in FIRST or (a.code is not None and a.code == by.code)

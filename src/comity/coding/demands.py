"""Verbs under "must", "should" and the like: what somebody says another has to do."""

from __future__ import annotations

from collections.abc import Iterator

from comity.coding.factuality import inverted, words
from comity.coding.participants import subject_or_patient
from comity.language.sentence import Sentence


def demanding(s: Sentence) -> Iterator[tuple[int, int]]:
    """(verb, head of its subject) for each clause in which the subject is told what to do."""
    for t in s.tokens:
        if not t.verbal or t.dep == "aux":
            continue
        told = any(k.lemma in words("modal_demanded") for k in s.children(t.i, "aux")) and not inverted(s, t.i)
        obliged = t.lemma in ("have", "need") and any(_infinitive(s, k.i) for k in s.children(t.i, "xcomp"))
        if told or obliged:
            who = subject_or_patient(s, t.i)
            if who is not None:
                yield t.i, who


def _infinitive(s: Sentence, i: int) -> bool:
    return s.infinitive(i)

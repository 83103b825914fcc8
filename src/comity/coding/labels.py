"""A name and a colon that open a paragraph: speakers' turns in the news, and headlines."""

from __future__ import annotations

from comity.actors.discourse import Discourse
from comity.actors.phrases import is_actor
from comity.coding.cues import QUOTES, listed
from comity.coding.reported import Reported, made
from comity.coding.sources import actor_or_phrase
from comity.language.sentence import Sentence, Token

LABEL = 5  # words; a longer phrase before a colon names no speaker
HEADLINE = 30  # tokens


def by_label(s: Sentence, t: Token, d: Discourse) -> Reported | None:
    """ "Capital: sanctions will fail" as a headline, "SPEAKER: Yes." as a turn: a name and a colon open a paragraph."""
    words = [x for x in s.tokens[: t.i] if x.tag not in ("POS", "DT") and x.text[:1].isalnum()]
    start = s.span[0]
    if not words or d.article.text[:start].rstrip(" \t")[-1:] not in ("\n", ""):
        return None
    source = words[-1].i if _names_speaker(words) else _headline_speaker(s, t, d)
    if source is None:
        return None
    return made(s, [t.i], [x.i for x in s.tokens[t.i + 1 :]], actor_or_phrase(s, source, d), "said")


def _names_speaker(words: list[Token]) -> bool:
    """A name, a label in capitals, or a text that can speak ("Poll")."""
    if len(words) > LABEL or not all(x.mention >= 0 or x.tag[:2] == "NN" for x in words):
        return False
    alone = len(words) <= 2 and all(x.mention >= 0 or x.tag in ("NNP", "NNPS") or x.text.isupper() for x in words)
    return alone or any(x.mention >= 0 for x in words) or words[-1].lemma.lower() in listed("speaking_texts")


def _headline_speaker(s: Sentence, t: Token, d: Discourse) -> int | None:
    """ "Minister to envoys: 'No deal.'": whoever a line names before a colon and a quotation, its subject first."""
    after = s.tokens[t.i + 1].text if t.i + 1 < len(s.tokens) else ""
    if after not in (*QUOTES, "'", "‘", "`", "``", "''") or len(s.tokens) > HEADLINE:
        return None
    actors = [x.i for x in s.tokens[: t.i] if is_actor(s, x.i, d)]
    return next((i for i in actors if s.tokens[i].dep in ("nsubj", "nsubjpass")), actors[-1] if actors else None)

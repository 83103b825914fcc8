"""The forms of attribution, one function each: verbs, speakers' tags, adjectives, nouns and adverbials.

The content is the clause (contents.py); the source is the verb's logical subject (sources.py).
"""

from __future__ import annotations

from dataclasses import replace

from comity.actors.discourse import Discourse
from comity.coding.contents import (
    content_around,
    content_of_adjective,
    content_of_noun,
    content_of_verb,
    named,
    tagged,
    trimmed,
)
from comity.coding.cues import FIRST_PERSON, listed, phrases, prepositions, prospective, stance_of, stances
from comity.coding.labels import by_label
from comity.coding.nested import stands
from comity.coding.participants import subject
from comity.coding.quotations import beside
from comity.coding.reported import Reported, clausal, made, who_at
from comity.coding.sources import actor_or_phrase, addressee, joint, owner_of_noun, source_of_verb
from comity.language.sentence import Sentence, Token

TAGGING = frozenset({"said", "demanded", "warned", "claimed"})  # stances of verbs that stand as a speaker's tag


def attribution_at(s: Sentence, t: Token, d: Discourse, quoted: frozenset[int]) -> Reported | None:
    """The attribution whose cue is token ``t``, if it is one; ``quoted``: tokens inside quotation marks."""
    if t.text.lower() == "according":
        return _according(s, t, d)
    if t.verbal and t.lemma in listed("phrasing") and (found := _phrased(s, t, d)) is not None:
        return found
    if t.verbal and t.lemma in stances():
        return _by_verb(s, t, d, t.i in quoted)
    if t.tag[:2] == "NN" and t.lemma in listed("nouns"):
        return _by_noun(s, t, d)
    if t.tag[:2] == "JJ" and t.lemma in prepositions("adjectives"):
        return _by_adjective(s, t, d)
    if t.lemma in ("in", "for") and t.dep == "prep":
        return _in_view(s, t, d)
    if t.text == ":" and t.i and d.article.kind == "news":
        return by_label(s, t, d)
    return None


def _by_verb(s: Sentence, t: Token, d: Discourse, quoted: bool) -> Reported | None:
    if prospective(s, t):
        return None
    source = source_of_verb(s, t, d)
    if quoted and source is not None and s.tokens[source].text.lower() in FIRST_PERSON:
        return None  # the quotation's own speaker goes on
    content = content_of_verb(s, t)
    content = trimmed(s, content, clausal(s, t.i, content))
    if not content and any(k.lemma == "as" for k in s.children(t.i, "mark")):
        content = content_around(s, t.i)  # "as officials had predicted"
    if not content and stances()[t.lemma] in TAGGING and source is not None:
        return _by_tag(s, t, d, source)
    found = made(s, [t.i], content, who_at(s, source, d), stance_of(t, bool(named(s, t))))
    if found is None or not stands(s, t, found.source, found.stance, clausal(s, t.i, content)):
        return None
    return replace(found, medium=addressee(s, t, d), jointly=() if source is None else joint(s, source, d))


def _by_tag(s: Sentence, t: Token, d: Discourse, source: int) -> Reported | None:
    """A speaker's tag that the parser gave no content: the quotation that it adjoins, else the words before it."""
    who = actor_or_phrase(s, source, d)
    adjoining = beside(d.article.text, (t.start, t.end), s.span)
    if adjoining is None:
        return made(s, [t.i], tagged(s, t, source), who, stances()[t.lemma])
    inside = frozenset(x.i for x in s.tokens if adjoining[0] <= x.start < adjoining[1])
    return Reported(t.i, (t.start, t.end), who, (adjoining,), stances()[t.lemma], addressee(s, t, d), False, inside)


def _by_adjective(s: Sentence, t: Token, d: Discourse) -> Reported | None:
    """ "is critical of the plan", "are confident that it will hold": what the subject of the copula holds."""
    if t.dep not in ("acomp", "attr", "oprd") or not s.tokens[t.head].verbal:
        return None
    source = subject(s, t.head)
    if source is None or s.tokens[source].text.lower() == "it":
        return None
    return made(s, [t.i], content_of_adjective(s, t), actor_or_phrase(s, source, d), "believed")


def _according(s: Sentence, t: Token, d: Discourse) -> Reported | None:
    to = s.child(t.i, "prep") or next((x for x in s.tokens[t.i + 1 : t.i + 2] if x.lemma == "to"), None)
    if to is None:
        return None
    noun = s.child(to.i, "pobj")
    if noun is not None:
        return made(s, [t.i, to.i], content_around(s, t.i), actor_or_phrase(s, noun.i, d), "said")
    return _according_by_place(s, [t.i, to.i], d)


def _according_by_place(s: Sentence, cue: list[int], d: Discourse) -> Reported | None:
    """Where the parser took a noun of the source for a verb: the phrase up to the next comma."""
    stop = next((x.i for x in s.tokens[cue[1] + 1 :] if x.text in (",", ".", ";")), len(s.tokens))
    names = [i for i in range(cue[1] + 1, stop) if s.tokens[i].nominal]
    if not names:
        return None
    outside = range(cue[0], stop)
    return made(s, cue, [x.i for x in s.tokens if x.i not in outside], actor_or_phrase(s, names[-1], d), "said")


def _phrased(s: Sentence, t: Token, d: Discourse) -> Reported | None:
    """ "as the minister put it": the clause that it qualifies is what was said."""
    obj, source = s.child(t.i, "dobj"), s.child(t.i, "nsubj")
    like = next((k for k in s.children(t.i, "mark", "advmod") if k.lemma == "as"), None)
    if obj is None or source is None or like is None or obj.text.lower() != "it":
        return None
    return made(s, [t.i, obj.i], content_around(s, t.i), actor_or_phrase(s, source.i, d), "said")


def _by_noun(s: Sentence, t: Token, d: Discourse) -> Reported | None:
    if any(k.lemma == "no" for k in s.children(t.i, "det")):
        return None  # "has no intention to", "gave no promise that": nothing is told
    owner = owner_of_noun(s, t)
    content = content_of_noun(s, t, owner is not None)
    return made(s, [t.i], content, who_at(s, owner, d), "said")


def _in_view(s: Sentence, t: Token, d: Discourse) -> Reported | None:
    noun = s.child(t.i, "pobj")
    if noun is None or noun.lemma not in phrases():
        return None
    of = next((p for p in s.children(noun.i, "prep") if p.lemma == "of"), None)
    owner = s.child(noun.i, "poss") or (s.child(of.i, "pobj") if of else None)
    if owner is None or owner.text.lower() in FIRST_PERSON:
        return None
    return made(s, [t.i, noun.i], content_around(s, t.i), actor_or_phrase(s, owner.i, d), phrases()[noun.lemma])

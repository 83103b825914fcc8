"""What makes a phrase one of a listing: its class ("as a terrorist group"), its list, and the status it is said to have."""

from __future__ import annotations

from typing import Literal

from comity.coding import factuality
from comity.language.sentence import Sentence, Token
from comity.signals.lexicon import words
from comity.values import Status

Listed = Literal["listed", "delisted", "not_listed", "called_for", "proposed", "suspended"]
OF_STATUS: dict[Status, Listed] = {
    "happened": "listed",
    "ongoing": "listed",
    "negated": "not_listed",
    "denied": "not_listed",
    "demanded": "called_for",
    "future": "proposed",
    "possible": "proposed",
    "conditional": "proposed",
}
NAMED = ("oprd", "attr", "dobj", "acomp", "nsubjpass", "nsubj")
PRESUPPOSED = frozenset({"pcomp", "acl", "relcl", "advcl"})


def below(s: Sentence, t: Token, *prepositions: str) -> list[Token]:
    """What follows the word after some prepositions, coordinated phrases each for itself."""
    found = [n.i for p in s.children(t.i, "prep", "agent") if p.lemma in prepositions for n in s.children(p.i, "pobj")]
    return [s.tokens[k] for i in found for k in s.conjuncts(i)]


def classed(s: Sentence, t: Token) -> bool:
    """Whether the word says by itself, or with what it names, that somebody is classed as terrorist and the like."""
    if t.lemma in words("designation", "plain"):
        return not {x.lemma for x in s.tokens} & words("designation", "exchanges")
    heads = below(s, t, "as", "about") + ([] if t.verbal else below(s, s.tokens[t.head], "as"))
    if t.lemma == "designate":
        heads += below(s, t, "under", "for")
    if t.verbal:
        heads += [k for k in s.children(t.i, *NAMED) if k.lemma not in words("designation", "plain")]
        heads += [k for c in s.children(t.i, "ccomp", "xcomp") if not c.verbal for k in (c, *s.children(c.i, *NAMED))]
        small = [c for c in s.children(t.i, "ccomp", "xcomp") if c.lemma == "be"]
        heads += [k for c in small for k in s.children(c.i, "attr")]
    return any(_says_class(s, h) for h in heads)


def _says_class(s: Sentence, head: Token) -> bool:
    """ "a terrorist group", "a state sponsor of terrorism"; a name that has the word in it is none."""
    if head.mention >= 0:
        return False
    inner = {head.lemma, *(k.lemma for k in s.children(head.i, "amod", "compound", "nmod"))}
    if inner & words("designation", "classes"):
        return True
    sponsor = head.lemma in words("designation", "sponsors")
    of = {n.lemma for n in below(s, head, "of")}
    return sponsor and bool(of & words("designation", "classes"))


def is_list(s: Sentence, t: Token) -> bool:
    """Whether a noun is a list of designations: "terror list", "list of sponsors of terrorism", "sanctions list"."""
    if t.tag[:2] != "NN" or t.lemma not in words("designation", "lists"):
        return False
    inside = [s.tokens[i] for i in s.subtree(t.i) if not s.tokens[i].verbal]
    return t.lemma == "blacklist" or any(
        k.lemma in words("designation", "kinds") or k.text.lower() in words("designation", "kinds") for k in inside
    )


def status_at(s: Sentence, t: Token, removing: bool = False) -> Listed:
    """The status that the word at ``t`` is said to have. Never upgraded: asked for or planned is not listed."""
    state = factuality.status(s, t.i)
    if state == "possible" and t.dep in PRESUPPOSED and any(x.text == "?" for x in s.tokens[-2:]):
        state = "happened"  # "who gained from delisting them?": the question takes it as done
    hosts = [t, *s.ancestors(t.i)]
    if any(h.lemma in words("designation", "suspending") for h in hosts[:3]):
        return "suspended"
    wished = t.dep == "pcomp" and any(h.lemma in words("designation", "wishing") for h in hosts[1:4])
    if (
        state == "demanded"
        or wished
        or (not t.verbal and any(h.lemma in ("call", "demand", "urge") for h in hosts[1:]))
    ):
        return "called_for"
    status = OF_STATUS[state]
    if removing and status in ("listed", "not_listed"):
        return "delisted" if status == "listed" else "listed"
    longer = any(k.text.lower() == "longer" for k in s.children(t.i))
    before = any(x.text.lower() in words("designation", "formerly") for x in s.tokens[: t.i])
    return "delisted" if longer or (before and status == "listed") else status


def only_enabled(s: Sentence, t: Token) -> bool:
    """ "authority to impose sanctions", "directed the minister to impose": said of who may or shall, not that it was done."""
    infinitive = t.tag == "VB" and s.infinitive(t.i)
    return infinitive and (t.dep in ("acl", "relcl") or s.tokens[t.head].lemma in words("designation", "enabling"))

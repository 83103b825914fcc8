"""Designations: who is listed, delisted or not listed by which authority. A label given by an author is none."""

from __future__ import annotations

from collections.abc import Iterator

from comity.actors.noun_phrases import spelled_out
from comity.coding.participants import subject, subject_or_patient
from comity.language.sentence import Sentence, Token
from comity.signals import beginnings
from comity.signals.designees import apart, authority_of, listed_at, may_be_sanctioned, objects_of, official
from comity.signals.lexicon import words
from comity.signals.listing import OF_STATUS, Listed, below, classed, is_list, only_enabled, status_at
from comity.signals.scene import Scene
from comity.values import Actor, Designation

Found = tuple[Actor | None, list[Actor], Listed]
FIRST = frozenset({"i", "we", "us", "me", "who", "which", "that"})


def designations(scene: Scene) -> Iterator[Designation]:
    """At most one designation for each designee of a sentence."""
    seen: set[str | None] = set()
    designated = "designated" in scene.text(scene.span).lower()
    at = scene.sentence.lemmas if designated else beginnings.designation()
    for t in scene.beginnings(at):
        found = _at(scene, t)
        if found is None:
            continue
        authority, designees, status = found
        for d in designees:
            designee = apart(d, authority)
            key = designee.code or designee.text
            if key not in seen and designee.text.lower() not in FIRST:
                seen.add(key)
                yield _made(scene, t, authority, designee, status)


def _at(scene: Scene, t: Token) -> Found | None:
    s = scene.sentence
    if t.lemma in words("designation", "fringe"):
        return _fringe(scene, t)
    if t.dep == "amod" and t.text.lower().endswith("designated"):
        return _participle(scene, t)
    if any(k.lemma == "whether" for k in s.children(t.i, "mark")):
        return None
    named = t.verbal and t.lemma in words("designation", "plain") | words("designation", "naming")
    if named and (classed(s, t) or _lists_a_group(scene, t)):
        return _by_verb(scene, t)
    if is_list(s, t) or _of_a_committee(scene, t):
        return _by_list(scene, t)
    if t.tag[:2] == "NN" and t.lemma in words("designation", "designations"):
        return _by_noun(scene, t)
    if t.dep == "compound" and t.lemma == "sanction" and is_list(s, s.tokens[t.head]):
        return None  # "the sanctions list": the list itself is read
    if t.lemma == "sanction":
        return _under_or_off(scene, t) or _sanctions(scene, t)
    return _barred(scene, t) if t.verbal else None


def _of_a_committee(scene: Scene, t: Token) -> bool:
    """ "its list" of a sanctions committee, "its list of B" of an armed group."""
    s = scene.sentence
    if t.lemma != "list" or t.tag[:2] != "NN" or s.child(t.i, "poss") is None:
        return False
    committee = any(x.lemma in ("committee", "regime") for x in s.tokens) and any(
        x.lemma == "sanction" for x in s.tokens
    )
    groups = [a for k in s.children(t.i, "compound", "nmod") if k.mention >= 0 for a in scene.actors(k.i)]
    return committee or any(a.sector in ("UAF", "REB") for a in groups)


def _under_or_off(scene: Scene, t: Token) -> Found | None:
    """ "placed two firms under sanctions", "lifted sanctions on an official", "suspended sanctions against"."""
    s = scene.sentence
    if t.verbal:
        return None
    prep, host = s.tokens[t.head], s.tokens[t.head]
    if t.dep == "pobj" and prep.lemma == "under" and s.tokens[prep.head].lemma in words("designation", "placing"):
        host = s.tokens[prep.head]
        named = [a for k in s.children(host.i, "dobj", "nsubjpass") for a in listed_at(scene, k.i)]
        status = status_at(s, host)
    elif t.dep in ("dobj", "nsubjpass") and host.lemma in words("designation", "removing") | words(
        "designation", "suspending"
    ):
        named = [
            a for n in (*below(s, t, "on", "against"), *below(s, host, "on", "against")) for a in listed_at(scene, n.i)
        ]
        status = status_at(s, host, removing=True)
    else:
        return None
    whole = {"government", "regime", "state", "country"}  # sanctions on these list nobody
    kept = [a for a in named if may_be_sanctioned(scene, a) and a.text.split()[-1].lower() not in whole]
    by = next(iter(scene.actors(subject(s, host.i))), None)
    return (by, kept, status) if kept else None


def _barred(scene: Scene, t: Token) -> Found | None:
    """ "froze the assets of two officials", "barred 40 officials from entry", "lifted the ban on B": an authority's act."""
    s = scene.sentence
    objects = list(s.children(t.i, "dobj"))
    if t.lemma == "freeze":
        assets = [k for k in objects if k.lemma in ("asset", "account", "fund")]
        named = [a for k in assets for n in below(s, k, "of") for a in listed_at(scene, n.i)]
        status = status_at(s, t)
        status = "listed" if status == "suspended" else status  # "freeze" suspends a listing, not an account
    elif t.lemma in ("bar", "ban") and any(
        n.lemma in ("entry", "entering", "country", "territory") for n in below(s, t, "from")
    ):
        named = [a for k in objects for a in listed_at(scene, k.i)]
        status = status_at(s, t)
    elif t.lemma in ("lift", "end", "revoke") and any(k.lemma == "ban" for k in objects):
        after = [n for h in (t, *objects) for n in below(s, h, "on", "against")]
        named = [a for n in after for a in scene.actors(n.i) if a.sector in ("UAF", "REB")]
        status = status_at(s, t, removing=True)
    else:
        return None
    by = next(iter(scene.actors(subject(s, t.i))), None)
    kept = [a for a in named if may_be_sanctioned(scene, a)]
    return (by, kept, status) if kept and official(by) else None


def _fringe(scene: Scene, t: Token) -> Found | None:
    """ "remains unrecognized as a terrorist organization within certain forums": said not to be listed."""
    if not classed(scene.sentence, t):
        return None
    return authority_of(scene, t), scene.actors(subject_or_patient(scene.sentence, t.head)), "not_listed"


def _participle(scene: Scene, t: Token) -> Found | None:
    """ "B, a designated terrorist organization", "the A-designated terrorist group B"."""
    s = scene.sentence
    head = s.tokens[t.head]
    inside = {k.lemma for k in s.children(head.i)} | {head.lemma}
    if not inside & words("designation", "classes") or (head.dep == "pobj" and s.tokens[head.head].lemma == "as"):
        return None
    by = next((a for k in s.children(t.i, "npadvmod") for a in scene.actors(k.i)), None)
    if head.dep == "appos":
        owner: int | None = head.head
    elif head.dep in ("attr", "oprd"):
        owner = subject_or_patient(s, head.head)
    else:
        beside = (k.i for k in (*s.children(head.i, "appos"), *s.tokens[head.i + 1 : head.i + 2]) if k.mention >= 0)
        owner = next(beside, head.i)
    return by, scene.actors(owner), "listed"


def _by_verb(scene: Scene, t: Token) -> Found | None:
    """ "A designated B as a terrorist group", "B, which A considers a terrorist group", "B is listed as … by A"."""
    s = scene.sentence
    status = status_at(s, t)
    if t.lemma == "delist" and status in ("listed", "not_listed"):
        status = "delisted" if status == "listed" else "listed"
    authority = next(iter(scene.actors(_who(s, t))), None) or _by_phrase(scene, t) or authority_of(scene, t)
    if t.lemma not in words("designation", "plain") and not official(authority):
        if t.lemma not in words("designation", "formal"):
            return None
        authority = (
            authority if authority and authority.code is None else None
        )  # "in certain forums": text without a code
    if status == "called_for" and t.dep == "pcomp":
        authority = None  # "called for listing B": who calls is not who lists
    designees = objects_of(scene, t)
    return (authority, designees, status) if designees else None


def _by_phrase(scene: Scene, t: Token) -> Actor | None:
    """ "was declared a terrorist group by B": the agent of a passive, wherever a parser hangs it."""
    s = scene.sentence
    if not t.verbal or t.tag != "VBN":
        return None
    agents = [n for i in s.subtree(t.i) if i > t.i and s.tokens[i].lemma == "by" for n in s.children(i, "pobj")]
    return next((a for n in agents for a in scene.actors(n.i) if a.code), None)


def _lists_a_group(scene: Scene, t: Token) -> bool:
    """ "listed the military wing of B", "banned B": of an armed group it can only mean this."""
    s = scene.sentence
    objects = [k.i for k in s.children(t.i, "dobj", "nsubjpass") if k.tag[:2] == "NN" or k.mention >= 0]
    wings = [k.i for i in objects if s.tokens[i].lemma in ("wing", "arm", "branch") for k in s.children(i, "poss")]
    heads = [*objects, *wings, *(n.i for i in objects for n in below(s, s.tokens[i], "of"))]
    armed = any(a.sector in ("UAF", "REB") for i in heads for a in scene.actors(i))
    return t.lemma in words("designation", "banning") and armed


def _who(s: Sentence, t: Token) -> int | None:
    """The subject of the naming word; in "which A considers a terrorist group" it is A and not the pronoun."""
    own = [k.i for k in s.children(t.i, "nsubj") if k.tag not in ("WDT", "WP")]
    return own[0] if own and t.dep == "relcl" else subject(s, t.i)


def _by_list(scene: Scene, t: Token) -> Found | None:
    """ "put B on the list", "removed B from its list", "B is on the list", "the list targets B"."""
    s = scene.sentence
    if t.dep in ("nsubj", "nsubjpass"):
        verb = s.tokens[t.head]
        telling = verb.lemma in words("designation", "placing")
        named = [a for k in s.children(verb.i, "dobj") for a in listed_at(scene, k.i)] if telling else []
        return (_owner(scene, t), named, "listed") if named else None
    host = next((a for a in s.ancestors(t.i) if a.verbal or a.lemma in words("designation", "placing")), None)
    prep = s.tokens[t.head]
    if host is None or t.dep != "pobj":
        return None
    removing = prep.lemma in ("from", "off") or host.lemma in words("designation", "removing") - {"take"}
    placing = prep.lemma in ("on", "to", "in", "onto") and host.lemma in words("designation", "placing")
    standing = prep.lemma == "on" and host.lemma in ("be", "remain", "appear", "stay")
    if not (removing or placing or standing):
        return None
    objects = [k.i for k in s.children(host.i, "nsubj" if standing else "dobj", "nsubjpass", "poss")]
    objects += [n.i for n in below(s, host, "of")]
    named = [a for i in objects for a in listed_at(scene, i)]
    actor = next(iter(scene.actors(subject(s, host.i))), None) if host.verbal and not standing else None
    actor = actor or (_by_phrase(scene, host) if not standing else None)
    own = any(k.tag == "PRP$" for k in s.children(t.i, "poss"))
    status = status_at(s, host, removing)
    if status == "called_for" and host.dep == "xcomp" and s.tokens[host.head].lemma in ("want", "seek", "plan"):
        status = "proposed"  # who wants to list somebody proposes it
    return ((actor if own and actor else _owner(scene, t) or actor), named, status) if named else None


def _owner(scene: Scene, t: Token) -> Actor | None:
    """Whose list it is."""
    s = scene.sentence
    owners = [k for k in s.children(t.i, "poss", "compound", "nmod", "amod") if k.mention >= 0 or k.tag == "PRP$"]
    found = next((a for k in owners for a in scene.actors(k.i) if a.code), None)
    return spelled_out(found, scene.discourse) if found else None


def _by_noun(scene: Scene, t: Token) -> Found | None:
    """ "the designation of B as a terrorist group", "B's designation by A", "declarations about sponsorship against B"."""
    s = scene.sentence
    after = [n for h in (t, *s.children(t.i, "acl")) for n in below(s, h, "of", "against")]
    if any(below(s, h, "as") for h in (t, s.tokens[t.head])) and not classed(s, t):
        return None  # "designation as an ally"
    armed = t.lemma == "listing" and any(a.sector in ("UAF", "REB") for n in after for a in scene.actors(n.i))
    if t.lemma in ("declaration", "listing") and not classed(s, t) and not armed:
        return None
    designees = [a for n in after for a in listed_at(scene, n.i) if a.id or a.code or classed(s, t)]
    by = _owner(scene, t) if designees else None
    if not designees:
        designees = [a for k in s.children(t.i, "poss") for a in listed_at(scene, k.i)]
        known = any(a.sector in ("UAF", "REB", "PTY", "OPP") for a in designees)
        designees = designees if known or classed(s, t) else []
    elif not classed(s, t) and not armed:
        designees = designees if _about_listings(s, t) else []
    ended = any(a.lemma in words("designation", "removing") for a in s.ancestors(t.i)) or t.lemma == "delisting"
    host = s.tokens[t.head]
    done = t.dep in ("dobj", "nsubjpass") and host.lemma in words("designation", "removing") | words(
        "designation", "suspending"
    )
    actor = next(iter(scene.actors(subject(s, host.i))), None) if done else None
    court = actor is not None and actor.sector == "JUD"
    by = by or (actor if official(actor) and not court else None)
    return (by or authority_of(scene, t), designees, status_at(s, t, ended)) if designees else None


def _about_listings(s: Sentence, t: Token) -> bool:
    """Whether the sentence speaks of terrorism or sanctions elsewhere: not every designation is a listing."""
    return any(k.lemma in words("designation", "kinds") for k in s.tokens if k.i != t.i and k.mention < 0)


def _sanctions(scene: Scene, t: Token) -> Found | None:
    """Sanctions that a text reports as imposed on groups, firms or people; those on a whole state are no listing."""
    s = scene.sentence
    if t.verbal:
        by = next(iter(scene.actors(subject(s, t.i))), None)
        named = (
            [a for a in objects_of(scene, t) if may_be_sanctioned(scene, a)]
            if t.dep not in ("amod", "compound")
            else []
        )
        known = official(by) or (by is None and any(a.code or " " in a.text for a in named))
        return (by, named, status_at(s, t)) if named and known else None
    event = next((e for e in scene.events if e.type == "SANCTION" and _of_same(scene, t, e.match.used)), None)
    if event is None or event.status in ("negated", "denied"):
        return None
    named = [a for a in event.recipients if may_be_sanctioned(scene, a)]
    status = OF_STATUS[event.status]
    if status == "listed" and only_enabled(s, s.tokens[event.match.head]):
        status = "proposed"
    if status == "called_for" and s.tokens[t.head].lemma in words("designation", "imposing"):
        status = "listed"  # "ordered sanctions on B"
    by = None if status == "called_for" else next(iter(event.actors), None)  # who calls for it is not who lists
    return (by, named, status) if named else None


def _of_same(scene: Scene, t: Token, used: tuple[int, ...]) -> bool:
    """Whether the event is these sanctions: the noun itself, its verb, or the clause that says who imposed them."""
    return t.i in used or any(scene.sentence.tokens[i].head == t.i or t.head == i for i in used)


def _made(scene: Scene, t: Token, authority: Actor | None, designee: Actor, status: Listed) -> Designation:
    text = scene.text(scene.span)
    ends = [t.start, t.end]
    if designee.span and scene.span[0] <= designee.span[0] and designee.span[1] <= scene.span[1]:
        ends += designee.span
    program = max((p for p in words("designation", "programs") if p in text), key=lambda p: (len(p), p), default=None)
    wing = any(w in text for w in words("designation", "wings"))
    return Designation(
        **scene.evidence("designation", t.i, ((min(ends), max(ends)),)),
        designee=designee,
        authority=authority,
        status=status,
        part="wing" if wing else "whole",
        program=program,
    )

"""Alignments: votes, vetoes, abstentions, sponsorship, joining and siding, with the forum where one is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from comity.actors.noun_phrases import actors_at
from comity.actors.phrases import core
from comity.coding import factuality
from comity.coding.claims import speaking
from comity.coding.participants import subject
from comity.language.sentence import Sentence, Token
from comity.signals import beginnings
from comity.signals.forums import forum_of
from comity.signals.lexicon import words
from comity.signals.scene import Scene
from comity.signals.siding import follows, sides
from comity.values import Actor, Alignment

Act = Literal["vote_for", "vote_against", "abstain", "veto", "sponsor", "join", "side_with"]
CAST = frozenset({"vote_for", "vote_against", "abstain", "veto"})  # an announced vote is not yet one
UNREAL = frozenset({"negated", "denied", "demanded", "conditional"})
PLACED = ("with", "by", "behind", "alongside", "beside")
BRIEF = 8  # "Kenya voted in favour": so short a sentence speaks of the vote just told
SEVERAL = 8  # more voters than that in one sentence are a list, not a statement about them


def alignments(scene: Scene) -> Iterator[Alignment]:
    """The alignments of a sentence, one for each act and who does it."""
    seen: set[tuple[str, str | None]] = set()
    for t in scene.beginnings(beginnings.alignment()):
        act = _act(scene, t)
        if act is None or not _real(scene, t, act):
            continue
        for who in _who(scene, t, act):
            made = _made(scene, t, act, who)
            told = act != "side_with" or made.with_ or made.against
            if told and (act, who.code or who.text) not in seen:
                seen.add((act, who.code or who.text))
                yield made


def _real(scene: Scene, t: Token, act: Act) -> bool:
    """Whether it is said to be so: never a vote that was refused, asked for, thought possible or only announced."""
    s = scene.sentence
    if t.dep == "pcomp" and s.tokens[t.head].lemma == "with":
        return not factuality.negated(s, t.i)  # "the draft failed, with A abstaining"
    status = factuality.status(s, t.i)
    able = any(
        k.lemma in ("can", "could", "may", "might") for h in (t, s.tokens[t.head]) for k in s.children(h.i, "aux")
    )
    return status not in UNREAL and not (status == "possible" and able) and not (act in CAST and status == "future")


def _act(scene: Scene, t: Token) -> Act | None:
    if t.lemma == "vote":
        return _vote(scene, t)
    if t.verbal and (taken := _on_a_text(scene, t)):
        return taken
    if t.lemma in ("abstain", "abstention"):
        return "abstain" if _of_a_vote(scene, t) else None
    if t.lemma == "veto":
        return "veto" if _cast(scene, t) else None
    if _sponsors(scene, t) or _among_sponsors(scene, t):
        return "sponsor"
    if t.verbal and t.lemma in words("alignment", "joining") and _joined(scene, t):
        return "join"
    if t.verbal and _subscribes(scene, t):
        return "join"
    return "side_with" if sides(scene, t) else None


def _on_a_text(scene: Scene, t: Token) -> Act | None:
    """ "supported the resolution in the Council", "opposed it", "blocked an EU statement": how somebody takes a text."""
    s = scene.sentence
    texts = [k for k in s.children(t.i, "dobj") if k.lemma in words("alignment", "texts")]
    if not texts or any(x.lemma in words("alignment", "domestic") for x in s.tokens if x.mention < 0):
        return None
    if t.lemma == "block":
        common = any(k.mention >= 0 for x in texts for k in s.children(x.i, "compound", "nmod", "poss"))
        return "veto" if common or forum_of(scene, (), False) else None
    if t.lemma not in words("alignment", "favouring") | words("alignment", "opposing"):
        return None
    voted = any(x.lemma == "vote" for x in s.tokens)
    if not voted and forum_of(scene, (), False) is None:
        return None
    if any(k.lemma == "joint" for x in texts for k in s.children(x.i, "amod")):
        return None
    return "vote_for" if t.lemma in words("alignment", "favouring") else "vote_against"


def _among_sponsors(scene: Scene, t: Token) -> bool:
    """ "was among the sponsors of the resolution", "joined the sponsors"."""
    s = scene.sentence
    if t.lemma not in ("sponsor", "co-sponsor", "cosponsor") or t.verbal:
        return False
    host = s.tokens[t.head]
    beside = t.dep == "pobj" and host.lemma == "among"
    return (beside or (t.dep == "dobj" and host.lemma == "join")) and any(
        n.lemma in words("alignment", "drafts") for n in _below(s, t, "of")
    )


def _subscribes(scene: Scene, t: Token) -> bool:
    """ "signed up to the statement", "subscribed to", "endorsed the joint statement", "put its name to"."""
    s = scene.sentence
    to = [n for h in (t, *s.children(t.i, "prt", "dobj")) for n in _below(s, h, "to")]
    objects = list(s.children(t.i, "dobj"))
    up = any(k.lemma == "up" for k in s.children(t.i, "prt", "advmod"))
    name = any(k.lemma in ("name", "signature") for k in objects)
    told = (t.lemma == "sign" and up) or t.lemma == "subscribe" or (t.lemma in ("put", "add", "lend") and name)
    if told:
        return any(n.lemma in words("alignment", "joined") for n in to)
    if t.lemma == "endorse":
        return any(
            n.lemma in ("statement", "declaration", "letter", "communique")
            and any(k.lemma in ("joint", "common") for k in s.children(n.i, "amod"))
            for n in objects
        )
    filed = t.lemma in ("file", "submit", "lodge") and forum_of(scene, (), False) is not None
    return filed and any(n.lemma == "intervention" for o in objects for n in (o, *_below(s, o, "of")))


def _below(s: Sentence, t: Token, *prepositions: str) -> list[Token]:
    """What follows the word after some prepositions, coordinated phrases each for itself."""
    found = [n.i for p in s.children(t.i, "prep", "agent") if p.lemma in prepositions for n in s.children(p.i, "pobj")]
    return [s.tokens[k] for i in found for k in s.conjuncts(i)]


def _vote(scene: Scene, t: Token) -> Act | None:
    """ "voted for", "voted in favour of", "cast a vote against": in a matter between states."""
    s = scene.sentence
    if {x.lemma for x in s.tokens} & words("alignment", "domestic") and not forum_of(scene, (), False):
        return None
    owned = any(k.dep == "poss" for k in s.children(t.i)) or s.tokens[t.head].lemma == "cast"
    if not t.verbal and not owned:
        return None  # "got 13 votes in favour": whose they are is not told
    said = {k.lemma for k in s.children(t.i, "intj", "dobj", "advmod", "oprd")}
    marks = {k.lemma for k in s.children(t.i, "prep")}
    if "against" in marks or "no" in said:
        return "vote_against"
    favour = "yes" in said or any(n.lemma in ("favor", "favour", "support") for n in _below(s, t, "in"))
    if favour and s.tokens[-1].text != "?" and len(s.tokens) < BRIEF:
        return "vote_for"
    before = scene.discourse.sentence > 0
    return "vote_for" if ("for" in marks or favour) and (_text_of(s) or forum_of(scene, (), before)) else None


def _of_a_vote(scene: Scene, t: Token) -> bool:
    """Whether it is a vote that is abstained from, and not violence or food."""
    below = _below(scene.sentence, t, "from")
    return not below or any(n.lemma in ("vote", "voting", "resolution", "ballot") for n in below)


def _cast(scene: Scene, t: Token) -> bool:
    """A veto that is used: no power or right of one, and none of a state's own laws."""
    s = scene.sentence
    objects = {k.lemma for k in s.children(t.i, "dobj", "nsubjpass")} | {n.lemma for n in _below(s, t, "of", "on")}
    host = s.tokens[t.head]
    power = host.lemma in words("alignment", "powers")
    carried = host if power and t.dep == "compound" else t
    host = s.tokens[carried.head]
    used = carried.dep in ("dobj", "nsubjpass") and host.lemma in ("use", "cast", "exercise", "wield")
    killed = t.dep == "nsubj" and host.lemma in ("sink", "block", "kill", "stop", "defeat", "scuttle")
    fell = (
        t.dep == "pobj"
        and host.lemma in ("to", "by", "with")
        and s.tokens[host.head].lemma in ("fall", "block", "fail")
    )
    theirs = any(k.mention >= 0 or k.tag == "PRP$" for k in s.children(t.i, "amod", "poss", "compound"))
    if not t.verbal and (killed or fell) and theirs and _text_of(s):
        return True
    if objects & words("alignment", "domestic") or (power and not used):
        return False
    if t.verbal:
        return s.tokens[-1].text != "?"
    if host.lemma in ("lift", "drop", "withdraw", "threaten", "waive"):
        return False
    owned = any(k.dep == "poss" for k in s.children(t.i)) and bool(objects & words("alignment", "texts"))
    return used or owned or any(p.lemma == "by" for p in s.children(t.i, "prep"))


def _text_of(s: Sentence) -> bool:
    return any(x.lemma in words("alignment", "texts") for x in s.tokens)


def _sponsors(scene: Scene, t: Token) -> bool:
    """Whether a text before a forum is brought in: a plain word of sponsoring, or "submitted" with a draft."""
    s = scene.sentence
    if t.lemma not in words("alignment", "sponsoring"):
        return False
    if not t.verbal:
        return t.lemma.startswith("co") and bool({n.lemma for n in _below(s, t, "of")} & words("alignment", "drafts"))
    if t.lemma in words("alignment", "plainly_sponsoring"):
        return _text_of(s)
    texts = [*s.children(t.i, "dobj", "nsubjpass"), *([s.tokens[t.head]] if t.dep == "acl" else [])]
    drafts = any(k.lemma in words("alignment", "drafts") for k in texts)
    if t.lemma == "put" and not any(k.lemma == "forward" for k in s.children(t.i)):
        return False
    if t.lemma == "draft" and (t.tag != "VBN" or t.dep == "acl"):
        return any(k.lemma in ("resolution", "text") for k in texts)
    return drafts and forum_of(scene, (), False) is not None


def _joined(scene: Scene, t: Token) -> bool:
    """What is joined: a statement, case or coalition; or several states in doing something."""
    s = scene.sentence
    objects = [*s.children(t.i, "dobj"), *_below(s, t, "in", "with")]
    things = [s.tokens[k] for o in objects for k in s.conjuncts(o.i)]
    things += [n for o in things for n in _below(s, o, "of")] if t.lemma == "join" else []
    if t.lemma == "align" and any(
        _owners(scene, n) for n in _below(s, t, "with") if n.lemma in words("alignment", "measures")
    ):
        return True  # "aligned with the sanctions of B"
    if t.lemma != "join":
        reflexive = t.lemma in ("sign", "co-sign", "cosign", "intervene") or any(
            k.text.lower() in ("itself", "himself", "herself", "myself", "ourselves", "themselves") for k in things
        )
        return reflexive and any(_shared(scene, n, t) for n in things)
    together = any(p.lemma == "in" and s.child(p.i, "pcomp") for p in s.children(t.i, "prep"))
    partners = any(k.lemma in words("alignment", "voters") or _state(scene, k) for k in things)
    return (together and partners) or any(
        n.lemma in words("alignment", "joined") or (n.lemma in words("alignment", "measures") and _owners(scene, n))
        for n in things
    )


def _state(scene: Scene, t: Token) -> bool:
    return t.mention >= 0 and scene.discourse.mentions[t.mention].kind == "state"


def _shared(scene: Scene, noun: Token, verb: Token) -> bool:
    """A text of others: "the statement of B"; one that is signed must be a joint one, a letter or a declaration."""
    if noun.lemma not in words("alignment", "joined"):
        return False
    if verb.lemma in ("sign", "co-sign", "cosign"):
        joint = any(k.lemma in ("joint", "open", "collective", "common") for k in scene.sentence.children(noun.i))
        return joint and noun.lemma in ("statement", "letter", "declaration", "appeal", "communique")
    return verb.lemma != "intervene" or noun.lemma in ("case", "proceeding", "lawsuit")


def _who(scene: Scene, t: Token, act: Act) -> list[Actor]:
    """Who votes, joins or sides: the subject, or whose vote it is. Somebody not known counts for votes only."""
    s = scene.sentence
    found = _owners(scene, t) if not t.verbal and t.lemma != "side" else []
    noun = s.tokens[t.head]
    if t.verbal and t.dep in ("relcl", "acl") and noun.dep == "attr":  # "was the only country to vote against"
        holder = s.child(noun.head, "nsubj")
        if holder is not None and (found := [a for a in scene.actors(holder.i) if a.code]):
            return found
    verb = t.i if t.verbal else next((a.i for a in s.ancestors(t.i) if a.verbal), None)
    head = subject(s, verb) if verb is not None and not found else None
    found = found or scene.actors(head) or _absolute(scene, t)
    if not found and act in CAST:
        found = _unknown(scene, t, head)
    return [a for a in found if _may(scene, a, act, head)][:SEVERAL]


def _owners(scene: Scene, t: Token) -> list[Actor]:
    """Whose a vote, case or statement is: possessor, "of" or "by", "made by"."""
    s = scene.sentence
    made = [n for c in s.children(t.i, "acl") for n in _below(s, c, "by", "of")]
    if t.lemma == "veto" or t.lemma in words("alignment", "measures"):
        named = [k for k in s.children(t.i, "amod", "compound") if k.mention >= 0]
        states = [
            replace(a, sector=None) for k in named for a in scene.actors(k.i) if a.code
        ]  # of the state, not its people
        if states:
            return states
    return [a for n in (*s.children(t.i, "poss"), *_below(s, t, "by", "of"), *made) for a in scene.actors(n.i)]


def _absolute(scene: Scene, t: Token) -> list[Actor]:
    """ "with A abstaining": the phrase under "with" that the participle describes."""
    host = scene.sentence.tokens[t.head]
    return scene.actors(host.i) if t.tag == "VBG" and t.dep in ("acl", "relcl") else []


def _unknown(scene: Scene, t: Token, head: int | None) -> list[Actor]:
    """Voters that the text counts or means by a word ("12 members", "they"), else whoever speaks of the vote."""
    if head is not None:
        span = scene.sentence.extent(core(scene.sentence, head))
        states = scene.sentence.tokens[head].lemma in words("alignment", "voters")
        return [Actor(scene.text(span), span)] if states else []
    source = speaking(scene.discourse, list(scene.reported), t.i)
    return [source] if source and not t.verbal else []


def _may(scene: Scene, a: Actor, act: Act, head: int | None) -> bool:
    """Whether somebody may take that position between states: parties, lawmakers and voters do so within one."""
    if act in CAST and a.sector in ("PTY", "LEG", "CVL", "LAB", "BUS", "MED"):
        return False
    noun = scene.sentence.tokens[head].lemma if head is not None else ""
    counted = act != "side_with" and (noun in words("alignment", "voters") or (noun == "they" and act in CAST))
    return bool(a.code) or counted


def _side(scene: Scene, t: Token, prepositions: tuple[str, ...]) -> tuple[Actor, ...]:
    """The actors after "with" or "against" at the word, its objects or its verb."""
    s = scene.sentence
    hosts = [t, *s.children(t.i, "prep", "dobj"), *list(s.ancestors(t.i))[:1]]
    inner = [n for h in (t, *s.children(t.i, "dobj")) for n in _below(s, h, *prepositions)]
    inner += follows(s, t) if "with" in prepositions else []
    nouns = [*(n for h in hosts for n in _below(s, h, *prepositions)), *inner]
    return tuple(dict.fromkeys(a for n in nouns for a in scene.actors(n.i) if a.code or a.sector or n.tag == "PRP"))


def _with(scene: Scene, t: Token, act: Act) -> tuple[Actor, ...]:
    """Whom somebody sides or joins with: those after "with", else whose side, case or statement it is."""
    s = scene.sentence
    if t.lemma == "side" and not t.verbal:
        return tuple(_owners(scene, t))
    found = _side(scene, t, PLACED)
    if act not in ("side_with", "join") or found:
        return found
    things = [
        s.tokens[k] for o in (*s.children(t.i, "dobj"), *_below(s, t, "for", "with", "in")) for k in s.conjuncts(o.i)
    ]
    joined = [a for n in things for a in (actors_at(s, n.i, scene.discourse) or _owners(scene, n))]
    return tuple(dict.fromkeys(a for a in joined if a.code or a.sector))


def _anywhere_against(scene: Scene) -> tuple[Actor, ...]:
    """For a siding, whom the sentence names after "against" ("a case … against it"); the attacked are not meant."""
    s = scene.sentence
    marks = [
        p for p in s.tokens if p.lemma == "against" and s.tokens[p.head].lemma not in words("alignment", "attacks")
    ]
    return tuple(a for p in marks for n in s.children(p.i, "pobj") for a in scene.actors(n.i) if a.code)


def _made(scene: Scene, t: Token, act: Act, who: Actor) -> Alignment:
    s = scene.sentence
    sided = act not in ("abstain", "veto")
    with_ = tuple(a for a in _with(scene, t, act) if a.code != who.code) if sided else ()
    beside = {who.code, *(a.code for a in with_)}
    against = _side(scene, t, ("against",)) or (_anywhere_against(scene) if act == "side_with" else ())
    against = tuple(a for a in against if a.code not in beside)
    return Alignment(
        **scene.evidence("alignment", t.i, (s.extent([t.i, *(k.i for k in s.children(t.i, "prep", "dobj"))]),)),
        who=who,
        with_=with_,
        against=against if sided else (),
        forum=forum_of(scene, (who, *with_), before=act in CAST),
        act=act,
    )

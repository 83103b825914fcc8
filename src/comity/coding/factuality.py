"""What a sentence says of an act: done, under way, not done, denied, to come, conditional, possible, demanded.

From the syntax and the word lists of vocabulary/factuality.yaml, never from likeness of meaning. The status is composed from
the inside out: the verb's own tense and negation first, then each word that governs its clause. Never upgraded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from comity import vocabulary
from comity.coding import complements
from comity.language.sentence import Sentence, Token, once
from comity.values import Status

GOVERNED = frozenset({"ccomp", "xcomp", "pcomp", "acl", "csubj", "csubjpass"})
OPERATORS = ("withholding", "denying", "demanding", "future", "possible")


def words(group: str, part: str | None = None) -> frozenset[str]:
    """A word list of vocabulary/factuality.yaml."""
    return vocabulary.words("factuality", group, part)


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the way to a status: the word that makes it (its token), the status after it, and what the word is there."""

    at: int
    status: Status
    by: Literal["its own form", "said in the first person", "a question", "the word above it"]


@once
def status(s: Sentence, i: int) -> Status:
    """The status of the event whose verb or noun stands at ``i``."""
    *_, last = steps(s, i)
    return last.status


def steps(s: Sentence, i: int) -> Iterator[Step]:
    """The way to the status of the event at ``i``: the word's own form first, then each word above it, nearest first."""
    t = s.tokens[i]
    own = _noun(s, t) if t.tag[:2] == "NN" else _verb(s, i)
    if _performative(s, i):
        yield Step(i, "negated" if negated(s, i) else "happened", "said in the first person")
        return
    yield Step(i, own, "its own form")
    if any(x.text == "?" for x in s.tokens[-2:]) and own in ("happened", "ongoing", "future"):
        own = "possible"
        yield Step(len(s.tokens) - 1, own, "a question")
    at = i
    for governor in _governors(s, i):
        if at == i and t.lemma in words("tellings") and governor.verbal and governor.lemma in _rejecting():
            return  # an accusation that is rejected was made
        if governor.lemma in words("ending") and s.tokens[at].dep in ("dobj", "pobj", "prep", "nsubjpass"):
            later = (_group(s, g, governor.i) for g in _governors(s, governor.i))
            if own == "happened" and any(g in ("demanding", "future", "possible") for g in later):
                yield Step(governor.i, "ongoing", "the word above it")
            return  # "demanded an end to the attacks": they are under way
        if complements.names(s, governor):  # "called the threats unacceptable" calls for nothing
            at = governor.i
            continue
        own = _under(s, own, governor, at)
        yield Step(governor.i, own, "the word above it")
        at = governor.i


def _performative(s: Sentence, i: int) -> bool:
    """ "I want to thank you", "we must condemn": said in the first person, the act is done by saying so."""
    if s.tokens[i].tag[:2] == "NN" and s.tokens[i].dep == "dobj":
        i = s.tokens[i].head  # "would like to reiterate its support"
    if s.tokens[i].lemma not in words("performative", "verbs"):
        return False
    while s.tokens[i].dep == "conj" and s.child(i, "nsubj") is None and s.tokens[s.tokens[i].head].verbal:
        i = s.tokens[i].head  # "cannot fail to condemn the raid and emphasise our support"
    governor = s.tokens[s.tokens[i].head] if s.tokens[i].dep in ("xcomp", "ccomp") else s.tokens[i]
    who = s.child(governor.i, "nsubj")
    if (
        governor.lemma in ("like", "wish")
        and governor.i != i
        and any(k.lemma == "would" for k in s.children(governor.i, "aux"))
    ):
        return True  # "the delegation would like to thank"
    willing = governor.lemma in words("performative", "governors") or any(
        k.lemma in ("must", "would", "can", "let") for k in s.children(governor.i, "aux")
    )
    return who is not None and who.lemma in ("i", "we") and willing


@once
def negated(s: Sentence, i: int) -> bool:
    """Whether the verb or noun is negated where it stands, by itself, its auxiliaries or its subject."""
    for k in s.children(i):
        if k.lemma == "no" and k.i > i:  # "voted no"
            continue
        if k.dep == "neg" or (k.lemma in words("negators") and k.dep in ("neg", "det", "cc", "preconj", "advmod")):
            return True
        if k.dep in ("nsubj", "nsubjpass", "dobj") and _empty(s, k):
            return True
        if k.dep in ("aux", "auxpass") and (k.text.lower() == "cannot" or s.child(k.i, "neg") is not None):
            return True
        if k.dep == "advmod" and k.i < i and k.lemma in words("nearly") and s.tokens[i].verbal:
            return True
        if k.lemma in ("longer", "long") and any(n.lemma == "no" for n in s.children(k.i)):  # "no longer"
            return True
    head = s.tokens[i].head
    # "neither condemned nor …", "did not condemn or denounce": the second conjunct shares the first one's negation
    return s.tokens[i].dep == "conj" and _shared_negation(s, i, head)


def refused(s: Sentence, i: int) -> bool:
    """Whether a negated verb is a refusal ("will not accept", "cannot recognise"), which is an act and not its absence."""
    modal = any(k.tag == "MD" or k.lemma in ("will", "would", "can", "could") for k in s.children(i, "aux"))
    if s.tokens[i].lemma in words("flat_refusals") and any(k.tag in ("VBP", "VBZ") for k in s.children(i, "aux")):
        return True
    return modal and s.tokens[i].lemma in words("refusals")


def _empty(s: Sentence, k: Token) -> bool:
    if k.lemma in ("nobody", "nothing", "none", "neither"):
        return True
    return any(d.lemma in ("no", "neither") for d in s.children(k.i, "det", "preconj", "cc") if d.lemma != "nor")


def _shared_negation(s: Sentence, i: int, head: int) -> bool:
    linking = [c.lemma for c in s.children(head, "cc")]
    own_subject = s.child(i, "nsubj") is not None
    if "nor" in linking or "nor" in [c.lemma for c in s.children(i, "cc")]:
        return True
    return not own_subject and "or" in linking and negated(s, head)


@once
def _verb(s: Sentence, i: int) -> Status:
    """The status from the verb's own auxiliaries, mood and negation."""
    helpers = list(s.children(i, "aux", "auxpass"))
    if not helpers and s.tokens[i].dep == "conj" and s.tokens[s.tokens[i].head].verbal:
        helpers = [k for k in s.children(s.tokens[i].head, "aux") if s.tokens[i].tag in ("VB", "VBG", "VBN")]
    lemmas = {k.lemma for k in helpers}
    base: Status = "happened"
    if lemmas & words("modal_future"):
        base = "future"
    elif "would" in lemmas:
        base = "future" if _reported(s, i) else "conditional"
    elif lemmas & words("modal_demanded"):
        base = "demanded"
    elif lemmas & words("modal_possible") or _hedged(s, i) or _asked(s, i):
        base = "possible"
    elif (
        (s.tokens[i].tag == "VBG" and any(_progressive(k) for k in helpers))
        or _lasting(s, i, helpers)
        or (s.tokens[i].tag in ("VBZ", "VBP") and any(k.lemma == "still" for k in s.children(i, "advmod")))
    ):
        base = "ongoing"
    if _conditional(s, i):
        return "conditional"
    if negated(s, i) or _withheld_by_phrase(s, i):
        return "negated"
    return base


def _asked(s: Sentence, i: int) -> bool:
    """ "does not know whether", "asked if": left open."""
    clause = s.tokens[i].dep == "ccomp"
    return any(k.lemma == "whether" or (clause and k.lemma == "if") for k in s.children(i, "mark"))


def _progressive(helper: Token) -> bool:
    """ "is attacking", "has been attacking": under way at the time of the text; "was attacking" is past."""
    return (helper.lemma == "be" and helper.tag in ("VBZ", "VBP")) or helper.text.lower() == "been"


def _lasting(s: Sentence, i: int, helpers: list[Token]) -> bool:
    """ "have been on strike since May", "has held B since May", "is at war": a state that is not over."""
    t = s.tokens[i]
    if t.lemma not in words("lasting"):
        return False
    if t.lemma == "be" and s.child(i, "acomp", "attr") is not None:
        return False
    if t.lemma == "be" and t.tag in ("VBZ", "VBP"):
        return any(k.lemma in ("on", "at", "under") for k in s.children(i, "prep"))
    perfect = any(k.lemma == "have" and k.tag in ("VBZ", "VBP") for k in helpers)
    since = [k for at in (i, *(o.i for o in s.children(i))) for k in s.children(at, "prep", "mark")]
    return perfect and any(k.lemma == "since" for k in since)


def _hedged(s: Sentence, i: int) -> bool:
    return any(k.lemma in words("possible", "adverbs") for k in s.children(i, "advmod"))


def _conditional(s: Sentence, i: int) -> bool:
    marks = words("conditional_marks")
    t = s.tokens[i]
    if inverted(s, i) or _threatened_unless(s, i):
        return True
    for k in s.children(i, "mark", "advmod", "prep"):
        if k.lemma in marks and k.lemma != "whether" and (k.dep == "mark" or k.lemma in ("if", "unless")):
            return t.dep in ("advcl", "ROOT", "conj", "pcomp", "dep", "relcl")
    return any(
        m.lemma in ("if", "unless") and not _even(s, m) for k in s.children(i, "advcl") for m in s.children(k.i, "mark")
    ) and any(a.tag == "MD" or a.lemma == "will" for a in s.children(i, "aux"))


def inverted(s: Sentence, i: int) -> bool:
    """ "had B attacked, …", "should B attack", "were B to attack": a condition without "if"."""
    if any(x.text == "?" for x in s.tokens[-2:]):
        return False
    who = s.child(i, "nsubj", "nsubjpass")
    first = next((k for k in s.children(i, "aux", "auxpass") if k.lemma in ("have", "should", "be")), None)
    if who is None or first is None or first.i >= who.i or first.text.lower() not in ("had", "should", "were"):
        return False
    return s.tokens[i].dep in ("advcl", "ccomp", "relcl") or (s.tokens[i].dep == "ROOT" and first.i == 0)


def _threatened_unless(s: Sentence, i: int) -> bool:
    """ "threatened to leave unless …": what is promised or threatened hangs on the condition."""
    head = s.tokens[s.tokens[i].head]
    if s.tokens[i].dep not in ("xcomp", "ccomp") or head.lemma not in words("future", "verbs"):
        return False
    marks = (m for at in (i, head.i) for k in s.children(at, "advcl") for m in s.children(k.i, "mark"))
    return any(m.lemma in ("if", "unless") and not _even(s, m) for m in marks)


def _even(s: Sentence, mark: Token) -> bool:
    return mark.i > 0 and s.tokens[mark.i - 1].lemma in ("even", "as")


def _reported(s: Sentence, i: int) -> bool:
    return any(a.tag in ("VBD", "VBN") for a in s.ancestors(i)) or s.tokens[i].dep == "ccomp"


def _withheld_by_phrase(s: Sentence, i: int) -> bool:
    """ "stopped short of condemning", "without condemning", "instead of leaving": the words before the gerund."""
    t = s.tokens[i]
    if t.dep not in ("pcomp", "pobj"):
        return False
    before = [x.lemma for x in s.tokens[max(0, i - 6) : i]]
    text = " ".join(before)
    return any(p in text for p in words("withholding", "phrases"))


def _noun(s: Sentence, t: Token) -> Status:
    """The status of an event noun: its adjectives, then the light verb that carries it; else as if it took place."""
    for k in s.children(t.i, "amod", "compound", "det", "advmod"):
        if k.lemma in words("possible", "adjectives"):
            return "possible"
        if k.lemma in (
            "future",
            "planned",
            "upcoming",
            "threatened",
            "imminent",
            "forthcoming",
            "impending",
            "promised",
        ):
            return "future"
        if k.lemma in ("no", "neither"):
            return "negated"
    host = s.tokens[t.head]
    if any(k.lemma in words("unbroken") for k in s.children(t.i, "amod")) and not lacking(s, t):
        return "ongoing"
    if lacking(s, t):
        return "negated"
    if t.dep == "pobj" and _yet_to_come(s, host):
        return "future"
    if t.dep in ("dobj", "nsubjpass", "nsubj", "attr") and host.verbal:
        return _carried(s, t, host)
    if (
        t.dep == "pobj"
        and s.tokens[host.head].verbal
        and s.tokens[host.head].lemma in vocabulary.words("grammar", "light_verbs")
    ):
        return _verb(s, host.head)
    if t.dep == "pobj" and _withheld_by_phrase(s, t.i):
        return "negated"
    return "happened"


def lacking(s: Sentence, t: Token) -> bool:
    """ "the lack of a clear condemnation": what the noun names was not done."""
    return (
        t.dep == "pobj" and s.tokens[t.head].lemma == "of" and s.tokens[s.tokens[t.head].head].lemma in words("lacking")
    )


def _yet_to_come(s: Sentence, preposition: Token) -> bool:
    """ "ahead of talks", "on the eve of a visit": what stands after these has not taken place yet."""
    above = s.tokens[preposition.head]
    return preposition.lemma == "of" and above.lemma in ("eve", "ahead")


def _carried(s: Sentence, t: Token, host: Token) -> Status:
    called_off = host.lemma == "call" and any(k.lemma == "off" for k in s.children(host.i, "prt"))
    rejected = host.lemma in words("rejecting", "verbs") and t.lemma not in words("tellings")
    if t.dep in ("dobj", "nsubjpass") and (rejected or called_off):
        return "negated"
    if t.dep in ("dobj", "nsubjpass") and host.lemma in vocabulary.words("grammar", "light_verbs"):
        return _verb(s, host.i)
    if t.dep == "nsubjpass" and host.lemma in words("arranged"):
        return "negated" if negated(s, host.i) else "future"  # "a visit is planned for June"
    if t.dep in ("nsubj", "attr"):
        own = _verb(s, host.i)
        if own == "happened" and host.lemma == "be" and t.dep == "nsubj" and _to_be_done(s, host):
            return "future"
        return (
            own
            if host.lemma in ("be", "begin", "start", "take", "continue", "resume", "occur", "happen")
            else "happened"
        )
    return "happened"


def _to_be_done(s: Sentence, be: Token) -> bool:
    """ "talks are to continue", "talks are due to resume"."""
    infinitive = any(a.lemma == "to" for k in s.children(be.i, "xcomp") for a in s.children(k.i, "aux"))
    return infinitive or any(k.lemma in words("future", "adjectives") for k in s.children(be.i, "acomp"))


def _governors(s: Sentence, i: int) -> Iterator[Token]:
    """The words that govern the clause or phrase of ``i``, nearest first; a coordinate clause is left through its head."""
    at = i
    for _ in range(12):
        t = s.tokens[at]
        if t.head == at:
            return
        head = s.tokens[t.head]
        if at == i and t.tag[:2] == "NN" and _presupposed(s, t, head):
            return
        if t.dep == "conj":
            at = head.i
            if s.tokens[at].head != at and s.tokens[i].dep == "conj" and s.child(i, "nsubj") and head.dep == "ROOT":
                return
            continue
        told = t.dep == "relcl" and head.lemma in words("tellings") and s.child(at, "mark") is not None
        if t.dep in ("advcl", "relcl") and not told:
            if t.dep == "advcl" and any(k.lemma in ("if", "unless") for k in s.children(at, "mark")):
                return
            if not (t.dep == "advcl" and s.infinitive(at)):
                return
        if (
            told
            or t.dep in GOVERNED
            or t.dep
            in (
                "prep",
                "pobj",
                "dobj",
                "advcl",
                "appos",
                "attr",
                "nsubj",
                "nsubjpass",
                "dative",
                "oprd",
                "acomp",
            )
        ):
            if t.dep in ("nsubj", "nsubjpass", "appos"):
                if t.dep != "appos" and at != i and t.lemma in words("tellings"):
                    yield head  # "claims that … were denied"
                return
            if head.verbal or head.tag[:2] in ("NN", "JJ"):
                yield head
        at = head.i


def _presupposed(s: Sentence, t: Token, head: Token) -> bool:
    """ "condemn the attack", "blamed B for the attack": whoever judges an act takes it for done."""
    verb = s.tokens[head.head] if t.dep == "pobj" and head.lemma in ("for", "over") else head
    definite = any(k.dep == "poss" or k.lemma in ("the", "this", "these") for k in s.children(t.i))
    return t.dep in ("dobj", "pobj") and verb.lemma in words("presupposing") and definite


def _under(s: Sentence, own: Status, governor: Token, at: int) -> Status:
    """The status after one governing word."""
    if (truth := _truth(s, governor, at)) is not None:
        return truth
    if own in ("happened", "ongoing", "future") and _voted_down(s, governor, at):
        return "negated"
    group = _group(s, governor, at)
    if group is None:
        return _carried_on(s, own, governor, at)
    no = negated(s, governor.i) or (governor.dep == "acomp" and negated(s, governor.head))
    if group == "denying":
        return "possible" if no else "denied"
    if group == "withholding":
        return _withheld(s, own, governor, no)
    if own in ("negated", "denied", "conditional"):
        return own
    if group == "demanding":
        return "possible" if no else "demanded"
    if group == "future":
        return "negated" if no else "future" if own in ("happened", "ongoing", "future") else own
    return "negated" if no and governor.lemma in words("modal_possible") else "possible"


def _withheld(s: Sentence, own: Status, governor: Token, no: bool) -> Status:
    """Under a verb of withholding, which may itself be denied, supposed or to come."""
    if own not in ("happened", "ongoing"):
        return "possible" if own == "denied" else own  # "refused to deny"
    theirs = _verb(s, governor.i) if governor.verbal else "happened"
    if theirs in ("conditional", "possible"):
        return theirs  # "if A refuses to leave", "may refuse to leave"
    if not no:
        return "negated"
    out = any(k.lemma == "out" for k in s.children(governor.i, "prt"))  # "did not rule out sending troops"
    modal = any(k.tag == "MD" for k in s.children(governor.i, "aux"))
    return "possible" if out or modal else "happened"


def _voted_down(s: Sentence, governor: Token, at: int) -> bool:
    """ "ruled out freeing B", "voted against lifting": the act in the gerund is what is not to be."""
    t = s.tokens[at]
    if t.tag != "VBG" or negated(s, governor.i):
        return False
    if t.dep == "pcomp":
        return s.tokens[t.head].lemma == "against" and governor.verbal
    out = any(k.lemma == "out" for k in s.children(governor.i, "prt"))
    return t.dep in ("xcomp", "ccomp", "dobj") and (
        governor.lemma in ("oppose", "reject", "exclude") or (governor.lemma == "rule" and out)
    )


@cache
def _rejecting() -> frozenset[str]:
    return words("rejecting", "verbs") | words("denying", "verbs")


def _truth(s: Sentence, governor: Token, at: int) -> Status | None:
    """What "it is not true that" and "there is no evidence that" say of their clause; None: another governor."""
    clause = s.tokens[at]
    if clause.dep == "acl" and clause.tag != "VBG" and governor.lemma in words("evidence"):
        return "possible" if negated(s, governor.i) or negated(s, governor.head) else None
    if clause.lemma in words("tellings") and clause.dep == "dobj" and governor.lemma in words("retracting"):
        return "possible"
    if clause.lemma in words("tellings") and clause.dep in ("dobj", "nsubjpass") and governor.lemma in _rejecting():
        return "possible" if negated(s, governor.i) else "denied"
    if (clause.dep in ("ccomp", "csubj") or clause.lemma in words("tellings")) and governor.lemma == "be":
        said = next((k for k in s.children(governor.i, "acomp", "attr") if k.lemma in words("truth")), None)
        wrong = any(k.lemma in words("untruth") for k in s.children(governor.i, "acomp", "attr"))
        no = negated(s, governor.i)
        return "denied" if (said is not None and no) or (wrong and not no) else None
    return None


def _carried_on(s: Sentence, own: Status, governor: Token, at: int) -> Status:
    """Under a verb that is no operator an act without a tense of its own has the verb's: "did not manage to", "may begin to"."""
    if own not in ("happened", "ongoing") or not governor.verbal:
        return own
    no = negated(s, governor.i)
    if no and s.tokens[at].dep == "ccomp" and governor.lemma in words("asserting"):
        return "possible"  # "did not say that B attacked": neither that it did nor that it did not
    if s.tokens[at].dep == "pcomp":
        link = s.tokens[s.tokens[at].head].lemma
        if link == "from" and governor.lemma in words("preventing"):
            return own if no else "negated"
        if link in ("of", "about") and (no or governor.lemma in words("musing")):
            return "possible"  # "was not accused of attacking", "talked of attacking"
    if governor.lemma in ("have", "be") and any(k.lemma == "yet" for k in s.children(governor.i, "advmod")):
        return "negated"  # "has yet to attack"
    if not _tenseless(s, at, governor):
        return own
    if governor.lemma == "be" and s.tokens[at].dep == "xcomp" and not no:
        return "future" if governor.tag in ("VBZ", "VBP") else "possible"  # "is to visit", "was to visit"
    theirs = _verb(s, governor.i)
    if theirs == "negated":
        if governor.lemma in words("negation_ends"):
            return own
        # "did not force B to leave": whether B left is another matter
        owned = s.child(governor.i, "dobj")
        return "possible" if owned is not None and owned.tag != "PRP" and s.tokens[at].dep != "advcl" else "negated"
    return own if theirs in ("happened", "ongoing") else theirs


def _tenseless(s: Sentence, at: int, governor: Token) -> bool:
    t = s.tokens[at]
    if s.child(at, "nsubj", "nsubjpass") is not None:
        return False
    infinitive = s.infinitive(at)
    if t.dep in ("xcomp", "ccomp", "advcl"):
        return infinitive or (t.tag == "VBG" and t.dep == "xcomp")
    return t.dep == "pcomp" and governor.lemma in words("succeeding")


def _group(s: Sentence, governor: Token, at: int) -> str | None:
    """Which operator the governor is over the clause at ``at``: verbs govern infinitives, gerunds and "that" clauses."""
    t = s.tokens[at]
    part = "verbs" if governor.verbal else "nouns" if governor.tag[:2] == "NN" else "adjectives"
    finite = t.dep == "ccomp" and not s.infinitive(at)
    nominal = t.dep in ("dobj", "prep", "pobj", "attr")
    if any(
        f"{governor.lemma} {k.lemma}" in words("withholding", "with_particle") for k in s.children(governor.i, "prt")
    ):
        return "withholding"  # "ruled out sending troops"
    for group in OPERATORS:
        if governor.lemma in words(group, part):
            if group == "demanding" and finite and _asked(s, at):
                return None  # "asked whether"
            if governor.lemma == "call" and t.dep in ("dobj", "nsubjpass"):
                return None  # "called the raid a crime"
            if group == "future" and (
                finite
                or (
                    nominal
                    and governor.lemma
                    not in (
                        "plan",
                        "prepare",
                        "promise",
                        "pledge",
                        "threaten",
                        "expect",
                        "schedule",
                        "plan",
                        "offer",
                        "vow",
                        "intention",
                    )
                )
            ):
                return None  # "vowed that …", "warned that …": the clause has its own tense
            if group == "possible" and finite and governor.lemma not in ("fear", "hope", "suspect", "doubt", "wonder"):
                return None
            if (
                group == "demanding"
                and nominal
                and governor.lemma in ("tell", "order", "press", "advise", "invite", "want", "need", "instruct", "push")
            ):
                return "demanding" if governor.lemma in ("order", "want", "press", "push") else None
            if group == "demanding" and finite and governor.lemma in ("tell", "advise", "instruct"):
                return None
            if group == "demanding" and finite and governor.lemma in ("insist", "suggest") and t.tag != "VB":
                return None
            return group
    return None

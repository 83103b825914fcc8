"""Where in a sentence a reader of signals can begin: by the words themselves, so that no others are looked at.

Each set holds every word that a reading of that signal begins with. Where a reading gets a new first word, it is added
here: its example in the vocabulary fails until it is. COMITY_EVERY_WORD=1 looks at all words.
"""

from __future__ import annotations

from functools import cache

from comity.signals.lexicon import words

Words = frozenset[str]


def _of(signal: str, keys: str, others: str = "") -> Words:
    """The words of some lists of a signal, and a few beside them."""
    return frozenset(others.split()).union(*(words(signal, key) for key in keys.split()))


@cache
def assurance() -> Words:
    lists = "adjectives verbs nouns helping offered harming bonds"
    others = (
        "commit dedicate bind agree word stand count rely depend be remain stay intention plan intent"
        " ready prepared willing"
    )
    return _of("assurance", lists, others)


@cache
def condemnation() -> Words:
    lists = "words denunciations adjectives silent calling outrages grave"
    return _of("condemnation", lists, "crime act lash hit rail inveigh fulminate")


@cache
def contact() -> Words:
    others = "turn expect be mediate shuttle carry pass relay ferry bring sit lunch dine breakfast shake see"
    return _of("contact", "discussing inviting nouns refusing arriving ringing gathering", others)


@cache
def need() -> Words:
    others = (
        "starve insecure enough need displace uproot flee drive lose force leave require lack run dwindle cut halve"
        " reduce slash last work function operate phase people part crisis emergency suffering"
    )
    return _of("humanitarian", "afflicted qualified situations needs reaching closing", f"{others} enter access")


@cache
def help_() -> Words:
    kept = "reaching closing"  # from work
    return _of("humanitarian", f"feeding money rescuers goods help {kept}", "team crew hospital appeal enter access")


@cache
def designation() -> Words:
    return _of("designation", "fringe plain naming lists designations", "list sanction freeze bar ban lift end revoke")


@cache
def alignment() -> Words:
    others = (
        "vote block abstain abstention veto sponsor co-sponsor cosponsor sign subscribe put add lend endorse file submit"
        " lodge side support backing line throw"
    )
    return _of("alignment", "favouring opposing sponsoring joining solidarity siding standing backing", others)


@cache
def inconsistency() -> Words:
    lists = "adjectives faults gaps despite hollow breaches preaching professing undercutting reneging verbs breaking keeping"
    return _of("inconsistency", lists, "faced odd odds for say come arrive materialise materialize go back")


@cache
def saying() -> Words:
    """Words of which one stands in every wording that says by itself that conduct does not fit words (:mod:`sayings`)."""
    return _of("inconsistency", "stories rules hidden making breaking", "service tongue lie counter another")


@cache
def opinion() -> Words:
    return _of("opinion", "among sentiment parts everybody persons publics", "unpopular popular")


@cache
def red_line() -> dict[str, Words]:
    """By the name of the reading."""
    deal = _of("red_line", "deal dealings")
    return {
        "_named": _of("red_line", "nouns"),
        "_not_negotiable": _of("red_line", "adjectives", "negotiable"),
        "_refused": _of("red_line", "ceding unconditional verbs making", "stand"),
        "_only_if": _of("red_line", "bargaining", "allow"),
        "_met": _of("red_line", "met"),
        "taken_for_war": _of("red_line", "taking", "act"),
        "followed_by_consequences": _of("red_line", "bringing", "have bring carry"),
        "crossing_a_line": frozenset({"cross"}),
        "met_by_force": _of("red_line", "punishing"),
        "no_deal": deal,
        "ruled_out": frozenset({"rule"}),
        "precondition": frozenset({"conditional", "precondition"}),
        "not_on_the_table": _of("red_line", "bargained"),
        "nothing_less": frozenset({"nothing"}),
    }


# Readings of red lines that may begin at any verb, by what else stands in the sentence.
ELSEWHERE = {
    "_forbidden": frozenset({"never"}),
    "forbidden_weapon": frozenset({"never", "circumstance", "condition", "case"}),
    "not_until": frozenset({"until"}),
    "out_of_the_question": frozenset({"question"}),
    "answered_if": frozenset({"if"}),
}


@cache
def any_red_line() -> Words:
    """All words that a reading of red lines begins with or needs."""
    return frozenset().union(*red_line().values(), *ELSEWHERE.values())

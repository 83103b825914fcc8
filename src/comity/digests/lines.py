"""One line of a digest: the wording of a claim or signal in neutral words (vocabulary/wording.yaml), with its quotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from comity import vocabulary
from comity.digests.quotation import quotation
from comity.values import Actor, Article, Claim, Condemnation, Evidence, Quoted, Span, Time


@dataclass(frozen=True, slots=True)
class DigestLine:
    """``record`` is the id of the claim or signal; ``kind`` its event type or list of signals."""

    record: str
    kind: str
    what: str
    who: tuple[Actor, ...]
    whom: tuple[Actor, ...]
    chain: tuple[Actor, ...]
    time: Time
    quotation: Quoted
    sentence: Span

    @property
    def when(self) -> str:
        """The time of the act in words; "date not given" where the text gives none and none was given with it."""
        early, late = self.time.earliest, self.time.latest
        if early and late:
            return early if early == late else f"{early} to {late}"
        return f"by {late}" if late else f"from {early}" if early else "date not given"

    @property
    def according(self) -> str:
        """According to whom, outermost first."""
        words = vocabulary.table("wording")
        if not self.chain:
            return str(words["outlet"])
        return f"{words['according']} " + ", citing ".join(named(a) for a in self.chain)


def named(actor: Actor | None) -> str:
    """An actor as the text has it, with its code where one is known."""
    if actor is None:
        return str(vocabulary.table("wording")["unknown_actor"])
    return f"{actor.text} [{actor.code}]" if actor.code and actor.code != actor.text else actor.text


def listed(actors: Sequence[Actor | None]) -> str:
    known = [named(a) for a in actors if a is not None]
    return " and ".join(known) if known else named(None)


def claim_line(article: Article, claim: Claim) -> DigestLine:
    """The line of a claim: its act in the form that its status asks for."""
    words = vocabulary.table("wording")
    act, status = words["acts"][claim.type], words["statuses"][claim.status]
    verb = act[status["form"]]
    if claim.recipient is None and status["form"] == "did":
        verb = act["alone"]
    parts = [
        named(claim.actor),
        status.get("lead"),
        verb,
        named(claim.recipient) if claim.recipient or status["form"] == "do" else None,
    ]
    note = f" ({status['note']})" if status["note"] else ""
    return DigestLine(
        claim.id,
        claim.type,
        " ".join(p for p in parts if p) + note,
        (claim.actor,) if claim.actor else (),
        (claim.recipient,) if claim.recipient else (),
        claim.chain,
        claim.time,
        quotation(article.text, claim.sentence, claim.trigger.span),
        claim.sentence,
    )


SIDES = {  # list of signals: (fields of who, fields of whom)
    "assurances": (("promisor",), ("beneficiary",)),
    "condemnations": (("by",), ("target",)),
    "red_lines": (("by",), ("toward",)),
    "contacts": (("parties",), ()),
    "humanitarian": (("issuer",), ()),
    "designations": (("authority",), ("designee",)),
    "alignments": (("who",), ("with_", "against")),
    "opinions": (("population",), ()),
    "inconsistencies": (("claimant",), ("conduct_of",)),
}


def signal_line(article: Article, kind: str, signal: Evidence) -> DigestLine:
    """The line of a signal, by the template of its list."""
    template: Any = vocabulary.table("wording")["signals"][kind]
    if isinstance(signal, Condemnation):
        template = template[signal.polarity]
    fields = {name.rstrip("_"): _worded(getattr(signal, name), name) for name in signal.__dataclass_fields__}
    who, whom = (tuple(a for f in names for a in _actors(getattr(signal, f))) for names in SIDES[kind])
    span = (min(s for s, _ in signal.spans), max(e for _, e in signal.spans))
    return DigestLine(
        signal.id,
        kind,
        template.format(**fields) + _added(signal),
        who,
        whom,
        signal.chain,
        signal.time,
        quotation(article.text, signal.sentence, span),
        signal.sentence,
    )


def _added(signal: Evidence) -> str:
    """What must not be lost from a line: a claimed delay, a claimed regularity, the sides of an alignment, figures."""
    added = []
    for name, lead in (("delay_claimed", "delay claimed: "), ("regular_claimed", "said to be "), ("group", "")):
        if value := getattr(signal, name, None):
            added.append(f"{lead}“{value}”")
    for name, lead in (("with_", "with "), ("against", "against "), ("figures", "")):
        value = getattr(signal, name, ())
        if value and name == "figures":
            added.extend(f"{f.value:g} {f.unit or ''} {f.of or ''}".strip() for f in value)
        elif value:
            added.append(lead + listed(value))
    place, forum = getattr(signal, "place", None), getattr(signal, "forum", None)
    added.extend(x for x in (place.text if place else None, f"forum: {named(forum)}" if forum else None) if x)
    return f", {'; '.join(added)}" if added else ""


def _worded(value: Any, field: str) -> str:
    if value is None and field in vocabulary.table("wording")["open"]:
        return str(vocabulary.table("wording")["open"][field])
    if value is None or isinstance(value, Actor):
        return named(value)
    if isinstance(value, tuple) and (not value or isinstance(value[0], Actor)):
        return listed(value)
    return str(value).replace("_", " ")


def _actors(value: Any) -> tuple[Actor, ...]:
    if isinstance(value, Actor):
        return (value,)
    return tuple(value) if isinstance(value, tuple) else ()

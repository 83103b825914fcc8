"""Review: one claim on a card, judged by one key; then, where two have judged, both side by side."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Annotated, Any, Literal

from fastapi import Depends, FastAPI, Form, Query
from starlette.requests import Request
from starlette.responses import Response

from comity.asking.review_comparison import in_words
from comity.asking.review_queue import Queue
from comity.record.answers import Filter
from comity.record.review_states import Review
from comity.record.slots import SLOTS, STATUSES, slots_of
from comity.values import QUADS
from comity.vocabulary.definitions import definition
from comity.web import links
from comity.web.desk import Desk
from comity.web.page import Page
from comity.web.showing import Asked
from comity.web.views.claims import Wanted, wanted
from comity.web.who import known, on_to, signed

Order = Literal["uncertainty", "random"]
Seed = Annotated[int, Query(ge=0, le=2**53)]
Claim = Annotated[str | None, Query(max_length=64)]
Words = Annotated[str, Form(max_length=4000)]
STAYS = ("note", "flag", "undo")  # after these the same claim is shown
PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class Sitting:
    """What is reviewed and in which order, as the address says it."""

    filter: Filter
    order: Order
    seed: int
    second: bool

    def address(self, **more: Any) -> str:
        """The address of this sitting."""
        told = {"order": self.order, "seed": self.seed, "second": "yes" if self.second else None}
        return links.review(**asdict(self.filter), **told, **more)


def sitting(
    asked: Annotated[Wanted, Depends(wanted)],
    order: Order = "uncertainty",
    seed: Seed = 1,
    second: Annotated[str | None, Query(max_length=8)] = None,
) -> Sitting:
    """The sitting of an address."""
    return Sitting(asked.filter, order, seed, bool(second))


def review(
    request: Request,
    at: Asked,
    sat: Annotated[Sitting, Depends(sitting)],
    claim: Claim = None,
    last: Claim = None,
    seen: Annotated[int | None, Query(ge=0)] = None,
) -> Page:
    """The next claim to judge, and those after it."""
    name = known(request)
    answer = at.record.review_next(_queue(at, sat), name, second=sat.second)
    chosen = claim or (str(answer.rows["id"][0]) if answer.rows.height else None)
    context = {
        "card": at.record.review_card(chosen, name) if chosen else None,
        "name": name,
        "sat": sat,
        "filter": {key: value for key, value in asdict(sat.filter).items() if value is not None},
        "undoable": at.record.last_judged(name),
        "told": _told(at, last, name, seen) if last else (),
        "types": tuple(QUADS),
        "statuses": STATUSES,
        "chosen": claim,
    }
    return Page("Review", answer, "review.html.jinja", context)


def _queue(at: Desk, sat: Sitting) -> Queue:
    question = ("review queue", sat.filter, sat.order, sat.seed)
    return at.remembered(question, lambda: at.record.review_queue(sat.filter, sat.order, sat.seed))


def _told(at: Desk, claim: str, name: str, seen: int | None) -> tuple[str, ...]:
    """What was just written down, and that another judged the same claim meanwhile, where one did."""
    given = at.record.judgements([claim])
    own = [row for row in given if row.name == name]
    if not own:
        return ()
    told = [f"Written down of claim {claim}, by {name}: {in_words(own[-1])}."]
    if seen is not None and any(row.number > seen and row.name != name and row.decides for row in given):
        told.append(
            "Meanwhile another reviewer judged this claim too. Nothing was written over: both judgements are kept, "
            "and stand side by side under Compare."
        )
    return tuple(told)


def edited(
    actor: Words = "", actor_text: Words = "", recipient: Words = "", recipient_text: Words = "", type: Words = "",
    mode: Words = "", status: Words = "", chain: Words = "", trigger: Words = "", first_day: Words = "",
    last_day: Words = "", place: Words = "",
) -> dict[str, Any]:  # fmt: skip
    """The slots as the form has them; an empty field is a slot with nothing in it."""
    plain = {
        "actor": actor, "actor_text": actor_text, "recipient": recipient, "recipient_text": recipient_text,
        "type": type, "mode": mode, "status": status, "trigger": trigger, "place": place,
    }  # fmt: skip
    days = [first_day.strip() or last_day.strip(), last_day.strip() or first_day.strip()]
    return {
        **{name: value.strip() or None for name, value in plain.items()},
        "chain": [link.strip() for link in chain.split(">") if link.strip()],
        "time": days if any(days) else None,
    }


def judge(
    request: Request,
    at: Asked,
    sat: Annotated[Sitting, Depends(sitting)],
    slots: Annotated[dict[str, Any], Depends(edited)],
    claim: Annotated[str, Form(max_length=64)],
    judgement: Annotated[str, Form(max_length=16)],
    name: Annotated[str, Form(max_length=400)] = "",
    note: Words = "",
    seen: Annotated[int | None, Form(ge=0)] = None,
) -> Response:
    """Writes a judgement down and goes on to the next claim."""
    who = signed(request, name)
    at.record.review(claim, judgement, name=who, slots=slots if judgement == "edit" else None, note=note, seen=seen)
    stays = {"claim": claim} if judgement in STAYS else {}
    return on_to(request, sat.address(last=claim, seen=seen, **stays), who)


def compare(request: Request, at: Asked, asked: Annotated[Wanted, Depends(wanted)]) -> Page:
    """Claims that two or more reviewers judged, side by side with the definition, and alpha by field."""
    given = None if asked.filter == Filter() else asked.filter
    whole = at.record.comparison(given)
    answer = whole.part((asked.page - 1) * PER_PAGE, PER_PAGE)
    found = at.record.reviews(answer.rows["id"].to_list())
    context = {
        "sides": {claim: _sides(review) for claim, review in found.items()},
        "name": known(request),
        "number": asked.page,
        "more": whole.rows.height > asked.page * PER_PAGE,
        "filter": {key: value for key, value in asdict(asked.filter).items() if value is not None},
    }
    return Page("Compare judgements", answer, "compare.html.jinja", context)


def _sides(review: Review) -> dict[str, Any]:
    """Both judgements of a claim slot by slot, as a page shows them."""
    value = next(row.value for row in review.decisions if row.value is not None)
    own = slots_of(value)
    sides = [
        (row, row.judgement, None if row.judgement == "reject" else {**own, **row.slots}) for row in review.decisions
    ]
    said = {row.judgement for row in review.decisions}
    differing = {n for n in SLOTS if len({repr(s[n]) for _, _, s in sides if s is not None}) > 1}
    return {
        "own": own,
        "sides": sides,
        "differing": differing,
        "edited": {slot for row in review.decisions for slot in row.slots},
        "differ_at_all": len(said) > 1,
        "definition": definition(value.type, value.mode),
        "settled": review.settled,
        "state": review.state,
    }


def settle(
    request: Request,
    at: Asked,
    claim: Annotated[str, Form(max_length=64)],
    choice: Annotated[str, Form(max_length=32)],
    because: Words = "",
    name: Annotated[str, Form(max_length=400)] = "",
) -> Response:
    """Writes down the third entry: accept, reject, or as one of the reviewers judged; or takes it back."""
    who = signed(request, name)
    if choice == "undo":
        at.record.review(claim, "undo", name=who)
    else:
        as_judged = {str(row.number): row for row in at.record.judgements([claim])}
        row = as_judged.get(choice)
        judgement, slots = (row.judgement, dict(row.slots)) if row else (choice, {})
        at.record.settle(claim, judgement, name=who, because=because, slots=slots)
    return on_to(request, links.compared() + f"#claim-{claim}", who)


def add_judging(app: FastAPI) -> None:
    """Judging a claim, and settling what is judged differently."""
    app.add_api_route("/review", judge, methods=["POST"], include_in_schema=False)
    app.add_api_route("/review/settle", settle, methods=["POST"], include_in_schema=False)

"""Which actors a name in a question can mean, as codes and ids are written in a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, or_, select, union

from comity.record.schema import actors, claim_sources, claims
from comity.values import Claim

Known = frozenset[tuple[str, str]]  # code and id, "" where there is none


def named(claims_: Iterable[Claim]) -> Known:
    """The codes and ids of all who act, are acted on, or say so."""
    found = (a for c in claims_ for a in (c.actor, c.recipient, *c.chain) if a is not None)
    return frozenset((a.code or "", a.id or "") for a in found) - {("", "")}


def learn(connection: Connection, new: Known) -> None:
    """Writes down the codes and ids that are not known yet."""
    if not new:
        return
    codes = {code for code, _ in new}
    held = {(row.code, row.id) for row in connection.execute(select(actors).where(actors.c.code.in_(codes)))}
    if unknown := sorted(new - held):
        connection.execute(insert(actors), [{"code": code, "id": identity} for code, identity in unknown])


def learn_all(connection: Connection) -> None:
    """Writes down what all claims name."""
    learn(connection, _in_claims(connection))


def faults(connection: Connection) -> Iterator[tuple[str, str]]:
    """Actors of claims that no question would find, as place and problem."""
    held = {(row.code, row.id) for row in connection.execute(select(actors))}
    for code, identity in sorted(_in_claims(connection) - held):
        yield f"actor {code or identity}", "is not in the list of names, so that it is not found by name"


def meant(connection: Connection, name: str) -> Known:
    """Who is meant: the actor with this code or id, or with an id below it (RUS.GOV is also RUS.GOV.MFA)."""
    wanted, a = name.casefold(), actors.c
    below = func.lower(a.id).startswith(f"{wanted}.", autoescape=True)
    query = select(actors).where(or_(func.lower(a.code) == wanted, func.lower(a.id) == wanted, below))
    return frozenset((row.code, row.id) for row in connection.execute(query))


def is_one_of(name: str, known: Known, code: ColumnElement[Any], identity: ColumnElement[Any]) -> ColumnElement[bool]:
    """The condition that an actor is one of those meant by ``name``: by the code, and by the id where the code is another."""
    codes = sorted({c for c, _ in known if c and c.lower() == name.casefold()})
    ids = sorted({i for c, i in known if i and c not in codes})
    return or_(code.in_(codes), identity.in_(ids)) if ids else code.in_(codes)


def _in_claims(connection: Connection) -> Known:
    c, s = claims.c, claim_sources.c
    sides = ((c.actor_code, c.actor_id), (c.recipient_code, c.recipient_id), (s.code, s.id))
    query = union(*(select(func.coalesce(code, ""), func.coalesce(identity, "")) for code, identity in sides))
    return frozenset((code, identity) for code, identity in connection.execute(query)) - {("", "")}

"""The published relation of conduct to an assurance: kind × domain × act → consistent, inconsistent or neutral. Pure.

No row is ``no_rule``, a case for the analyst. The rows stand in vocabulary/rules/conduct.yaml or in a file of the user's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any, Literal, cast, get_args

from comity.errors import VocabularyError
from comity.values import QUADS
from comity.vocabulary.rules import Rules

Relation = Literal["consistent", "inconsistent", "neutral", "no_rule"]
KINDS = ("do", "refrain", "maintain", "general")
ANY = "any"
NOT = "not "


@dataclass(frozen=True, slots=True)
class Act:
    """An act by what the table asks of it. ``done`` is false for a report that it was not done."""

    type: str
    mode: str | None = None
    contexts: frozenset[str] = frozenset()
    done: bool = True


@dataclass(frozen=True, slots=True)
class DomainRow:
    domain: str
    type: str
    mode: str | None
    contexts: frozenset[str]


@dataclass(frozen=True, slots=True)
class RelationRow:
    """One combination of the table; ``says`` is how much it names, so that the closer row wins."""

    kind: str
    domain: str
    act: Act
    relation: Relation
    after_due: bool

    @property
    def says(self) -> int:
        return sum((self.kind != ANY, self.domain != ANY, self.act.mode is not None, bool(self.act.contexts)))


@dataclass(frozen=True, slots=True)
class ConductTable:
    """The table as read, with its name and version."""

    domains: tuple[DomainRow, ...]
    relations: Mapping[tuple[str, bool], tuple[RelationRow, ...]]  # by type of the act and whether it was done
    name: str
    version: str

    def domain(self, act: Act) -> str | None:
        """The domain of a promised act; None where no row has it."""
        fitting = (row for row in self.domains if row.type == act.type and row.mode in (None, act.mode))
        return next((row.domain for row in fitting if not row.contexts or row.contexts & act.contexts), None)

    def relation(self, kind: str, domain: str | None, act: Act, *, due_passed: bool = False) -> Relation:
        """How ``act`` relates to an assurance of this kind in this domain."""
        fitting = [
            row
            for row in self.relations.get((act.type, act.done), ())
            if row.kind in (ANY, kind)
            and row.domain in (ANY, domain)
            and row.act.mode in (None, act.mode)
            and (not row.act.contexts or row.act.contexts & act.contexts)
            and (due_passed or not row.after_due)
        ]
        return max(fitting, key=lambda row: row.says).relation if fitting else "no_rule"


def conduct_table(read: Rules) -> ConductTable:
    """The table of a file; :class:`VocabularyError` names the row that does not stand."""
    try:
        domains = [row for given in read.content["domains"] for row in _domain_rows(given)]
        rows = [row for given in read.content["relations"] for row in _relation_rows(given)]
    except (KeyError, TypeError, AttributeError) as error:
        raise _wrong(read, f"a row lacks {error}" if isinstance(error, KeyError) else str(error)) from error
    except ValueError as error:
        raise _wrong(read, str(error)) from error
    by_act: dict[tuple[str, bool], tuple[RelationRow, ...]] = {}
    for row in rows:
        key = (row.act.type, row.act.done)
        by_act[key] = (*by_act.get(key, ()), row)
    return ConductTable(tuple(domains), by_act, read.name, read.version)


def _domain_rows(given: Mapping[str, Any]) -> Iterable[DomainRow]:
    contexts = frozenset(given.get("contexts", ()))
    for written in given["acts"]:
        act = _act(written, contexts)
        yield DomainRow(given["domain"], act.type, act.mode, contexts)


def _relation_rows(given: Mapping[str, Any]) -> Iterable[RelationRow]:
    contexts = frozenset(given.get("contexts", ()))
    relation = _one_of(given["relation"], get_args(Relation))
    after_due = "after" in given and _one_of(given["after"], ("due",)) == "due"
    for kind, domain, written in product(given["kinds"], given["domains"], given["acts"]):
        kind = _one_of(kind, (*KINDS, ANY))
        yield RelationRow(kind, domain, _act(written, contexts), cast(Relation, relation), after_due)


def _act(written: str, contexts: frozenset[str]) -> Act:
    """ "ASSAULT", "RETREAT.release" or "not ASSAULT"."""
    done = not written.startswith(NOT)
    kind, _, mode = written.removeprefix(NOT).partition(".")
    return Act(_one_of(kind, (*QUADS, "STATEMENT")), mode or None, contexts, done)


def _one_of(written: str, known: Iterable[str]) -> str:
    if written not in known:
        raise ValueError(f"{written!r} is none of {', '.join(known)}")
    return written


def _wrong(read: Rules, problem: str) -> VocabularyError:
    return VocabularyError(
        problem, place=f"table {read.name}", remedy="see vocabulary/rules/conduct.yaml for its shape"
    )

"""Questions about how others respond to an act: triggers, responses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from comity.record import Record

if TYPE_CHECKING:
    from comity.measures.answer import Answer
    from comity.measures.response_matrix import Wanted


class Reacting(Record):
    """How others respond to an act, as methods of a record. ``rule`` and ``responders`` name YAML files of the user's own."""

    def triggers(
        self,
        rule: str | Path | None = None,
        *,
        only: str | None = None,
        outlets: int | None = None,
        choose: bool = False,
    ) -> Answer:
        """The acts that the rule makes triggers (:mod:`comity.measures.triggers`)."""
        from comity.asking.frames import frames
        from comity.measures.response_rules import trigger_rule, version
        from comity.measures.triggers import triggers
        from comity.vocabulary.rules import rules

        table = rules("triggers", rule)
        chosen = trigger_rule(table).corroborated(outlets)
        return triggers(frames(self.reader()), chosen, {"triggers": version(table)}, only, choose)

    def responses(
        self,
        trigger: str,
        rule: str | Path | None = None,
        responders: str | Path | None = None,
        outlets: int | None = None,
    ) -> Answer:
        """Who responded to a trigger, given by its id or the beginning of it (:mod:`comity.measures.responses`)."""
        from comity.asking.frames import frames
        from comity.measures import response_rules
        from comity.measures.responses import responses
        from comity.vocabulary.rules import rules

        table, declared = rules("triggers", rule), rules("responders", responders)
        chosen = response_rules.trigger_rule(table).corroborated(outlets)
        versions = {t.name: response_rules.version(t) for t in (table, declared)}
        return responses(frames(self.reader()), chosen, response_rules.responders(declared), versions, trigger)

    def response_matrix(
        self,
        wanted: Wanted | None = None,
        rule: str | Path | None = None,
        responders: str | Path | None = None,
        outlets: int | None = None,
    ) -> Answer:
        """Every actor's response to the most corroborated triggers (:mod:`comity.measures.response_matrix`)."""
        from comity.asking.frames import frames
        from comity.measures import response_rules
        from comity.measures.response_matrix import Wanted, response_matrix
        from comity.vocabulary.rules import rules

        tables = rules("triggers", rule), rules("responders", responders), rules("blocs")
        chosen = response_rules.trigger_rule(tables[0]).corroborated(outlets)
        declared = response_rules.responders(tables[1]), response_rules.blocs(tables[2])
        versions = {t.name: response_rules.version(t) for t in tables}
        return response_matrix(frames(self.reader()), chosen, declared, versions, wanted or Wanted())

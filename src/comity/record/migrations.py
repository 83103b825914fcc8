"""Numbered steps from an older schema to today's, each run once, inside the transaction that opens the record."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Connection

from comity.record.schema import SCHEMA_VERSION, about

Step = Callable[[Connection], None]

# STEPS[n] leads from schema n to n + 1.
STEPS: Mapping[int, Step] = {}


def migrate(connection: Connection, version: int, steps: Mapping[int, Step] = STEPS, to: int = SCHEMA_VERSION) -> None:
    """Runs every step from ``version`` up to ``to`` in order and writes down the number reached."""
    for number in range(version, to):
        steps[number](connection)
        connection.execute(about.update().where(about.c.key == "schema").values(value=str(number + 1)))

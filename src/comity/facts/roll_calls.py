"""Roll calls of the General Assembly and the votes cast in them, from the files of Voeten's United Nations voting data.

Source: Erik Voeten, Anton Strezhnev, Michael Bailey, United Nations General Assembly Voting Data. Two shapes of votes are
read: the full file (``ccode``, ``vote`` as 1 yes, 2 abstain, 3 no, 8 absent, 9 not a member) and the reduced one
(``country_code``, ``vote`` in words, rows of votes cast only).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from comity.errors import InputError
from comity.facts.delimited import iso_day, rows, whole_number
from comity.facts.imported import Collector, Imported
from comity.facts.states import state_on

NUMBERED = {"1": "yes", "2": "abstain", "3": "no", "8": "absent"}
NO_MEMBER = "9"
WORDS = frozenset({"yes", "abstain", "no", "absent"})


def read_roll_calls(path: Path) -> Imported:
    """Table ``roll_calls``. A column ``without_vote`` (1 or 0) tells what was adopted without a vote, where there is one.

    Raises :class:`InputError` where the file is not such a file.
    """
    found = Collector("roll_calls", path)
    for line, row in rows(path, {"rcid", "session", "date"}):
        call, day = whole_number(row["rcid"]), iso_day(row["date"])
        if call is None or day is None:
            found.refuse(line, f"no roll call number {row['rcid']!r} or no day {row['date']!r}")
            continue
        taken = {
            "call": call,
            "day": day,
            "session": whole_number(row["session"]),
            "resolution": row.get("unres") or None,
        }
        told = {"title": row.get("short") or None, "description": row.get("descr") or None}
        found.take(line, {**taken, **told, "without_vote": {"1": True, "0": False}.get(row.get("without_vote", ""))})
    return found.imported()


def read_votes(path: Path, days: Mapping[int, date]) -> Imported:
    """Table ``votes``: ``days`` tells the day of each roll call, by which a state's code on that day is known.

    Raises :class:`InputError` where the file is not such a file, or no roll calls are known yet.
    """
    if not days:
        raise InputError("the roll calls are not there yet", remedy="import them first: comity import roll-calls")
    found = Collector("votes", path)
    for line, row in rows(path, {"rcid", "vote"}):
        call = whole_number(row["rcid"])
        written = row["vote"].removesuffix(".0")
        vote = NUMBERED.get(written, written.lower())
        if vote == NO_MEMBER:
            continue
        day = days.get(call) if call is not None else None
        state = _state(row, day) if day else None
        if call is None or day is None:
            found.refuse(line, f"no roll call {row['rcid']!r} is known")
        elif vote not in WORDS:
            found.refuse(line, f"no vote: {row['vote']!r}")
        elif state is None:
            found.refuse(line, f"no state is known as {_called(row)!r}")
        else:
            found.take(line, {"call": call, "state": state, "vote": vote})
    return found.imported()


def _state(row: Mapping[str, str], day: date) -> str | None:
    number = whole_number(row["ccode"]) if row.get("ccode") else None
    code = state_on("cow", str(number), day) if number is not None else None
    code = code or (state_on("iso2", row["country_code"], day) if row.get("country_code") else None)
    return code or (state_on("name", row["country"], day) if row.get("country") else None)


def _called(row: Mapping[str, str]) -> str:
    return next((row[k] for k in ("country", "Countryname", "Country", "ccode", "country_code") if row.get(k)), "")

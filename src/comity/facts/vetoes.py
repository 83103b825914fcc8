"""Drafts of the Security Council that were vetoed, and by whom: one row a draft, as in the published lists since 1946."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from pathlib import Path

from comity.facts.delimited import iso_day, rows
from comity.facts.imported import Collector, Imported
from comity.facts.states import state_on

MEMBERS = ("member_veto1", "member_veto2", "member_veto3")


def read_vetoes(path: Path) -> Imported:
    """Table ``vetoes``. Days are written like 2/16/1946 or 1946-02-16; ``id`` is the draft, numbered where it was put twice.

    A permanent member is the member of that name, whichever government held its seat. Raises :class:`InputError` where the
    file is not such a file.
    """
    found, put = Collector("vetoes", path), Counter[str]()
    for line, row in rows(path, {"date", "draft", "agenda_item", "member_veto1"}):
        day = iso_day(row["date"]) or _american(row["date"])
        if day is None or not row["draft"]:
            found.refuse(line, f"no day {row['date']!r} or no draft {row['draft']!r}")
            continue
        named = [row[m] for m in MEMBERS if row.get(m)]
        codes = [state_on("name", n, day) for n in named]
        if not codes or None in codes:
            found.refuse(line, f"no state is known among {named}")
            continue
        draft = " ".join(row["draft"].split())
        put[draft] += 1
        told = {"agenda": row["agenda_item"] or None, "topic": row.get("crisis_topic") or None}
        told["meeting"] = "; ".join(row.get("meeting_record", "").split()) or None
        number = f" #{put[draft]}" if put[draft] > 1 else ""
        found.take(
            line, {"id": draft + number, "day": day, "draft": draft, **told, "vetoed_by": sorted(map(str, codes))}
        )
    return found.imported()


def _american(written: str) -> date | None:
    try:
        return datetime.strptime(written, "%m/%d/%Y").date()
    except ValueError:
        return None

"""``comity actors``: who is meant by a name or title, with the role on a day."""

from __future__ import annotations

import json as json_format
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.claims import day

if TYPE_CHECKING:
    from comity.actors.look_up import Bearer


def actors(
    name: Annotated[str, typer.Argument(help="A name or title, like “the Kremlin” or “the president of France”.")],
    on: Annotated[str | None, typer.Option(help="The day, like 2023-10-13 (default: any day).")] = None,
    json: Annotated[bool, typer.Option("--json", help="As one JSON object.")] = False,
) -> None:
    """Tell who is meant by a name or title, and in which role on a day. A name not known answers: unknown."""
    from comity.actors.title_holders import who_is
    from comity.exports.display import visible

    asked = day(on)
    found = who_is(name, date.fromisoformat(asked) if asked else None)
    if json:
        line = {"name": name, "on": asked, "known": bool(found), "bearers": [asdict(b) for b in found]}
        print(json_format.dumps(line, ensure_ascii=False))
    else:
        heading = f"{name}, on {asked}" if asked else f"{name}, on any day"
        lines = [x for b in found for x in bearer_lines(b)] or ["  unknown"]
        print(visible("\n".join([heading, *lines])))


def bearer_lines(b: Bearer) -> list[str]:
    """One bearer for a person to read: who, the role, how long it holds, and the row's source."""
    called = b.kind if b.used_as == b.kind else f"{b.kind}, named by {b.used_as}"
    lines = [f"  {b.name} ({called}): code {b.code or 'unknown'}, id {b.id}, sector {b.sector or 'unknown'}"]
    if b.role:
        accredited = f" to {b.role_to}" if b.role_to else ""
        certain = " — not certain on that day" if b.role_on_day == "unknown" else ""
        lines.append(f"    role: {b.role.replace('_', ' ')} of {b.role_of}{accredited}{certain}")
    elif b.kind == "person":
        lines.append("    role: no office known for certain on that day")
    return [*lines, f"    valid: {_validity(b)}", f"    source: {b.source}, as of {b.as_of}"]


def _validity(b: Bearer) -> str:
    if b.role is None and b.kind == "person":
        return "not dated"
    start = f"from {b.begins}" if b.begins else "from a day not recorded"
    return f"{start} until {b.ends}" if b.ends else f"{start}; no end recorded"

"""``comity versions``: the texts of one address, and what was corrected from one to the next."""

from __future__ import annotations

import json as json_format
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from comity.record.versions import Version


def versions(
    record: Annotated[str, typer.Argument(help="A record made by: comity read.")],
    url: Annotated[str | None, typer.Argument(help="The address; without it, every address with versions.")] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object an address or a version.")] = False,
) -> None:
    """Show the versions of a page, and what changed between them, sentence by sentence."""
    from comity.exports.display import visible
    from comity.record import versions as held

    if url is None:
        for address, count in held.changed_addresses(record):
            line = json_format.dumps({"url": address, "versions": count}) if json else f"{count} versions  {address}"
            print(visible(line))
        return
    found = held.versions(record, url)
    for line in _json_lines(found) if json else _lines(found):
        print(visible(line))


def _lines(found: list[Version]) -> list[str]:
    from comity.record.corrections import corrections

    lines = [_headline(1, found[0])]
    for number, (before, after) in enumerate(pairwise(found), start=2):
        lines.append(_headline(number, after))
        for change in corrections(before.sentences, after.sentences):
            lines += [f"    − {sentence}" for sentence in change.before]
            lines += [f"    + {sentence}" for sentence in change.after]
    return lines


def _headline(number: int, version: Version) -> str:
    published = version.published or "without a date"
    return f"version {number}  read {version.seen}  published {published}  {version.title or 'without a title'}"


def _json_lines(found: list[Version]) -> list[str]:
    from comity.record.corrections import corrections

    lines = []
    for before, version in zip([None, *found], found, strict=False):
        changes = corrections(before.sentences, version.sentences) if before else ()
        told = {"text": version.text, "title": version.title, "published": version.published, "read": version.seen}
        changed = [{"before": change.before, "after": change.after} for change in changes]
        lines.append(json_format.dumps({**told, "changes": changed}, ensure_ascii=False))
    return lines

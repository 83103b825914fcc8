"""``comity show``: one claim in its article."""

from __future__ import annotations

import json as json_format
from typing import Annotated

import typer


def show(
    record: Annotated[str, typer.Argument(help="A record made by: comity read.")],
    claim: Annotated[str, typer.Argument(help="The claim's id, or the beginning of it.")],
    json: Annotated[bool, typer.Option("--json", help="As one JSON object.")] = False,
) -> None:
    """Show a claim's sentence in its article, marked, with chain, time, actors and provenance."""
    from comity.exports.claims import claim_line
    from comity.exports.display import shown
    from comity.record.queries import Reader

    reader = Reader(record)
    recorded = reader.claim(claim)
    text = reader.text(recorded.provenance.text)
    if json:
        line = {**claim_line(recorded), "sentence_text": text[slice(*recorded.claim.sentence)]}
        print(json_format.dumps(line, ensure_ascii=False))
    else:
        print("\n".join(shown(recorded, text)))

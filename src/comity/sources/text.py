"""Plain text (.txt): the text as it stands, with its headline and header lines read."""

from __future__ import annotations

from comity.sources.draft import Draft
from comity.sources.header import with_header


def read_text(text: str) -> Draft:
    """The draft of a plain text that is normalised already."""
    return with_header(Draft(text=text))

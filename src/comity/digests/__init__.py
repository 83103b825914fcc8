"""Digests of one article: a few lines, each with who, what, whom, when, according to whom, and the words it stands on.

Extractive: a line is a template over a record and a quotation with its span. A line without an exact span cannot exist.
"""

from comity.digests.lines import DigestLine
from comity.digests.selection import digest

__all__ = ["DigestLine", "digest"]

"""Articles as BibTeX, for reference managers. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#", "_": r"\_", "$": r"\$",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


def entries(cited: pl.DataFrame) -> str:
    """One ``@misc`` entry an article; ``cited`` has the columns of ``measures.frames.ARTICLES``. Unknown fields are left out."""
    return "\n".join(_entry(row) for row in cited.iter_rows(named=True))


def _entry(row: Mapping[str, Any]) -> str:
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in _fields(row))
    return f"@misc{{comity-{row['article'][:12]},\n{fields}\n}}\n"


def _fields(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    known = {"title": row["title"], "author": row["outlet"], "date": row["stated"], "language": row["language"]}
    for name, value in known.items():
        if value:
            written = _escaped(str(value))
            yield name, f"{{{written}}}" if name == "author" else written
    if row["url"]:
        yield "url", str(row["url"]).replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
    yield "note", f"text sha256:{row['text']}"


def _escaped(words: str) -> str:
    return "".join(SPECIAL.get(c, " " if c in "\r\n\t" else c) for c in words)

"""A dossier written to a file, in the format that its name asks for; whole or not at all."""

from __future__ import annotations

from pathlib import Path

from comity.errors import InputError
from comity.exports.files import write_whole
from comity.pair_dossier.contents import Dossier

FORMATS = (".html", ".md", ".docx")


def write(dossier: Dossier, path: Path) -> None:
    """Writes ``path``; :class:`InputError` for a name of another ending, :class:`StorageError` where it cannot be written."""
    content = rendered(dossier, path)
    write_whole(path, lambda stream: stream.write(content))


def rendered(dossier: Dossier, path: Path) -> bytes:
    """The bytes of the document."""
    ending = path.suffix.lower()
    if ending == ".html":
        from comity.pair_dossier.page import page

        return page(dossier).encode("utf-8")
    if ending == ".md":
        from comity.pair_dossier.markdown import markdown

        return markdown(dossier).encode("utf-8")
    if ending == ".docx":
        from comity.pair_dossier.word import word

        return word(dossier)
    raise InputError("no document has this ending", place=str(path), remedy=f"end the name with {', '.join(FORMATS)}")

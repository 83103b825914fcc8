"""Which files are articles, and in which form: by name, by first bytes, by the media type a server gives."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".pdf": "pdf",
    ".rss": "xml",
    ".atom": "xml",
    ".warc": "warc",
    ".zip": "zip",
    ".tar": "tar",
    ".tgz": "gzip",
    ".gz": "gzip",
}
# Read where they are named themselves: in a folder, most files of these names are no lists of articles.
NAMED_ONLY = {".xml": "xml", ".opml": "xml", ".csv": "table", ".tsv": "table", ".json": "json"}
CONTAINERS = frozenset({"zip", "tar", "gzip", "warc"})
# Files that tell of a folder, by their names without ending; read where they are named themselves.
ABOUT_THE_FOLDER = frozenset({"README", "SOURCES", "LICENSE", "LICENCE", "NOTICE", "CHANGELOG", "COPYING"})

_MAGIC = ((b"%PDF-", "pdf"), (b"PK\x03\x04", "zip"), (b"\x1f\x8b", "gzip"), (b"WARC/1.", "warc"))
_ROOTS = (b"rss", b"feed", b"rdf:rdf", b"opml", b"urlset", b"sitemapindex")
_START_TAG = re.compile(rb"<([a-z][a-z:]{0,40})")
_TAR = (257, b"ustar")
_MEDIA = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "markdown",
    "application/json": "json",
    "application/x-ndjson": "jsonl",
    "application/jsonl": "jsonl",
    "text/csv": "table",
    "text/tab-separated-values": "table",
}
_NO_WORDS = ("image/", "video/", "audio/", "font/", "text/css", "application/javascript", "text/javascript")


def walk(folder: Path) -> Iterator[Path]:
    """The article files under ``folder`` by name, without hidden ones, links to folders and notes such as README."""
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if is_article(name):
                yield Path(root, name)


def is_article(name: str) -> bool:
    """Whether a file of a folder or an archive is read as articles, by its name."""
    name = name.rpartition("/")[2]
    return not name.startswith(".") and suffix(name) in SUFFIXES and Path(name).stem not in ABOUT_THE_FOLDER


def is_list(name: str) -> bool:
    """Whether a member of an archive may be a list of addresses, by its name."""
    name = name.rpartition("/")[2]
    return not name.startswith(".") and suffix(name) in NAMED_ONLY


def suffix(name: str) -> str:
    """A name's ending in lower case."""
    return Path(name).suffix.lower()


def form_of(name: str) -> str | None:
    """The form by a file's name; None where the name does not tell."""
    return SUFFIXES.get(suffix(name)) or NAMED_ONLY.get(suffix(name))


def form_by_content(raw: bytes) -> str:
    """The form of bytes without a telling name, such as standard input."""
    if found := binary_form(raw):
        return found
    head = raw[:4_096].removeprefix(b"\xef\xbb\xbf")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode("utf-8", "ignore")
    head = head.lstrip().lower()
    if head.startswith(b"{"):
        return "jsonl"
    if not head.startswith((b"<?xml", b"<!doctype", b"<!--", *(b"<" + root for root in _ROOTS), b"<html", b"<head")):
        return "text"
    root = _START_TAG.search(head)
    return "xml" if root and root.group(1) in _ROOTS else "html"


def binary_form(raw: bytes) -> str | None:
    """The form that the first bytes of PDF, zip, gzip, WARC and tar prove."""
    at, magic = _TAR
    if raw.startswith(magic, at):
        return "tar"
    return next((form for magic, form in _MAGIC if raw.startswith(magic)), None)


def form_of_answer(kind: str, raw: bytes, path: str) -> str | None:
    """The form of a server's answer: by its bytes, its media type, its path; None where it is no text at all."""
    if kind.startswith(_NO_WORDS):
        return None
    found = form_by_content(raw)
    if found in CONTAINERS or found in ("pdf", "xml", "html"):
        return found
    return _MEDIA.get(kind) or form_of(path) or found

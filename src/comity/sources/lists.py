"""Lists of addresses: OPML outlines, sitemaps, and the story lists of Media Cloud and GDELT as CSV or JSON.

A list names articles and holds none. Whether its addresses are read is for the caller to decide.
Sources: opml.org/spec2; sitemaps.org/protocol; GDELT Event Codebook 2.0 and GKG 2.1 (columns of the files without header);
Media Cloud's story exports (``url``, ``publish_date``).
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from comity.errors import InputError
from comity.sources.encoding import normalised
from comity.sources.trees import children, first, name, parsed, tree

MOST = 50_000  # addresses of one list, as sitemaps have at most
_URL_COLUMNS = ("url", "sourceurl", "documentidentifier", "story_url", "link", "address")
# GDELT's own date is when it met the page: no publication. Media Cloud's is the page's.
_DATE_COLUMNS = ("publish_date", "published", "publication_date")
_GDELT_COLUMNS = {58: 57, 61: 60, 27: 4}  # events 1.0, events 2.0, GKG 2.1: where the address stands
LONGEST_FIELD = 1_000_000


@dataclass(frozen=True, slots=True)
class Listed:
    """One address of a list, with the publication time that the list gives, as it writes it."""

    url: str
    published: str | None = None


def read_outline(raw: bytes, place: str) -> list[Listed]:
    """The feeds of an OPML outline, at any depth, each once."""
    root = tree(raw, place)
    return _kept(Listed(outline.get("xmlUrl") or "") for outline in root.iter("{*}outline"))


def read_sitemap(raw: bytes, place: str) -> list[Listed]:
    """The pages of a sitemap, or the sitemaps of a sitemap index; news sitemaps give publication times."""
    root = tree(raw, place)
    return _kept(_located(element) for element in children(root, "url", "sitemap"))


def read_table(text: str, place: str) -> list[Listed]:
    """The addresses of a CSV or TSV with a column such as ``url``, or of a GDELT file without a header."""
    sample = text[:20_000].partition("\n")[0]
    delimiter = max("\t,;", key=sample.count)
    csv.field_size_limit(LONGEST_FIELD)
    rows = csv.reader(io.StringIO(text.replace("\0", "")), delimiter=delimiter, strict=False)
    try:
        header = next(rows, [])
        columns = [column.strip().strip("\ufeff").lower() for column in header]
        url = next((columns.index(column) for column in _URL_COLUMNS if column in columns), None)
        date = next((columns.index(column) for column in _DATE_COLUMNS if column in columns), None)
        if url is None:
            url = _GDELT_COLUMNS.get(len(header)) if delimiter == "\t" else None
            if url is None:
                raise InputError("a table without a column of addresses", place=place, remedy="name the column: url")
            return _kept(Listed(_cell(row, url) or "") for row in (header, *rows))
        return _kept(Listed(_cell(row, url) or "", _cell(row, date)) for row in rows)
    except csv.Error as error:
        raise InputError(f"no table that can be read ({error})", place=place, remedy="save it again as CSV") from error


def read_json_list(text: str, place: str) -> list[Listed]:
    """The addresses of a JSON list of objects with a ``url``, bare or under a key such as ``stories`` or ``articles``."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError("no valid JSON", place=place, remedy="save it again") from error
    if isinstance(whole, dict):
        whole = next((value for value in whole.values() if isinstance(value, list)), None)
    if not isinstance(whole, list) or not any(isinstance(row, dict) and _found(row, _URL_COLUMNS) for row in whole):
        raise InputError("a JSON file without addresses", place=place, remedy='give {"url": …} for each story')
    rows = (row for row in whole if isinstance(row, dict))
    return _kept(Listed(_found(row, _URL_COLUMNS) or "", _found(row, _DATE_COLUMNS)) for row in rows)


def _located(element: Any) -> Listed:
    dated = next((first(news, "publication_date") for news in children(element, "news")), "")
    return Listed(first(element, "loc"), dated or None)


def _kept(listed: Iterable[Listed]) -> list[Listed]:
    """Addresses of the web, each once, in their order."""
    return list({entry.url: entry for entry in _cleaned(listed)}.values())


def _cleaned(listed: Iterable[Listed]) -> Iterator[Listed]:
    for number, entry in enumerate(listed):
        url = normalised(entry.url).strip()
        if number >= MOST:
            return
        if url.lower().startswith(("http://", "https://")):
            yield Listed(url, entry.published)


def _cell(row: list[str], at: int | None) -> str | None:
    return row[at].strip() or None if at is not None and at < len(row) else None


def _found(row: dict[str, Any], names: tuple[str, ...]) -> str | None:
    lower = {str(key).lower(): value for key, value in row.items()}
    return next((value for key in names if isinstance(value := lower.get(key), str) and value), None)


def kind_of_root(raw: bytes, place: str) -> tuple[str, InputError | None]:
    """``feed``, ``outline``, ``sitemap`` or ``html`` by the root of an XML file, and what is told of one that is cut or
    broken: entries may be missing. InputError for any other root."""
    element, problem = parsed(raw, place)
    root = name(element)
    found = {"rss": "feed", "feed": "feed", "rdf": "feed", "opml": "outline", "html": "html"}.get(root)
    found = found or {"urlset": "sitemap", "sitemapindex": "sitemap"}.get(root)
    if found is None:
        raise InputError(
            f"XML of a kind that is not read ({root[:40]!r})",
            place=place,
            remedy="feeds, OPML, sitemaps and XHTML are read",
        )
    return found, None if found == "html" else problem

"""Files that the tests make: archives, PDFs and feeds, whole, cut and hostile."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import tarfile
import zipfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from comity.errors import InputError
from comity.sources import Account, ReadingOptions, articles
from comity.values import Article

NOW = datetime(2024, 7, 1, tzinfo=UTC)
OPTIONS = ReadingOptions(now=NOW)


def prose(n: int) -> str:
    return f"The delegations of the two countries met in hall {n} on Monday, the ministry said. Talks go on in May."


def page(n: int, more: str = "") -> bytes:
    return (
        f"<html><head><title>Envoys meet in hall {n}</title>{more}</head><body><article><h1>Envoys meet in hall {n}</h1>"
        f"<p>{prose(n)}</p><p>{prose(n)}</p><p>{prose(n)}</p></article></body></html>"
    ).encode()


def read(
    *inputs: str | Path, options: ReadingOptions = OPTIONS, account: Account | None = None
) -> tuple[list[Article], list[InputError]]:
    both = list(articles(inputs, options, account))
    return [x for x in both if isinstance(x, Article)], [x for x in both if isinstance(x, InputError)]


def stream(raw: bytes, options: ReadingOptions = OPTIONS) -> tuple[list[Article], list[InputError]]:
    both = list(articles(io.BytesIO(raw), options))
    return [x for x in both if isinstance(x, Article)], [x for x in both if isinstance(x, InputError)]


def zipped(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return out.getvalue()


def tarred(members: Mapping[str, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, body in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(body)
            archive.addfile(info, io.BytesIO(body))
    return out.getvalue()


def response(body: bytes, kind: str = "text/html", status: int = 200, more: str = "") -> bytes:
    head = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{more}\r\n"
    return head.encode() + body


def record(block: bytes, url: str = "", kind: str = "response", more: str = "", digest: bool = True) -> bytes:
    lines = [
        "WARC/1.1",
        f"WARC-Type: {kind}",
        f"Content-Length: {len(block)}",
        "Content-Type: application/http; msgtype=response" if kind == "response" else "Content-Type: text/html",
    ]
    if url:
        lines.append(f"WARC-Target-URI: {url}")
    if digest:
        lines.append(f"WARC-Block-Digest: sha1:{base64.b32encode(hashlib.sha1(block).digest()).decode()}")
    return ("\r\n".join(lines) + f"\r\n{more}\r\n").encode() + block + b"\r\n\r\n"


def records(count: int) -> list[bytes]:
    """A record about the crawl, and pages, each long enough that its text is its own."""
    info = record(b"software: made for a test\r\n", kind="warcinfo")
    return [info, *(record(response(page(n)), f"https://example.org/{n}") for n in range(count))]


def packed_each(parts: Iterable[bytes]) -> list[bytes]:
    """Each record as a gzip member of its own, as WARC.GZ has it."""
    return [gzip.compress(part, mtime=0) for part in parts]


def bomb(megabytes: int) -> bytes:
    """A gzip file of so many megabytes of one letter."""
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as packed:
        for _ in range(megabytes):
            packed.write(b"a" * 1_000_000)
    return out.getvalue()


def pdf(*pages: str, title: str = "", pictures: bool = False) -> bytes:
    """A PDF by hand: one page a text, a line of it at a time."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for text in pages:
        shown = b"".join(
            b"("
            + line.encode("latin-1").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            + b") Tj T* "
            for line in text.split("\n")
        )
        content = b"0 0 100 100 re f" if pictures else b"BT /F1 12 Tf 14 TL 50 750 Td " + shown + b"ET"
        kids.append(len(objects) + 1)
        font = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources %s /Contents %d 0 R >>"
            % (font, len(objects) + 2)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), listed)
    objects.append(b"<< /Title (%s) /CreationDate (D:20200101000000Z) >>" % title.encode("latin-1"))
    out, offsets = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
    size, info = len(objects) + 1, len(objects)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, info, start))
    return out.getvalue()


def rss(*items: str, title: str = "Demo Wire North") -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>{title}</title><link>https://example.org/</link>{''.join(items)}</channel></rss>"
    ).encode()


def item(n: int, url: str | None = None, date: str | None = "Wed, 18 Oct 2023 12:00:00 +0300") -> str:
    link = f"<link>{url}</link>" if url else ""
    dated = f"<pubDate>{date}</pubDate>" if date else ""
    words = f"<description>&lt;p&gt;{prose(n)}&lt;/p&gt;</description>"
    return f"<item><title>Envoys meet in hall {n}</title>{link}{dated}{words}</item>"

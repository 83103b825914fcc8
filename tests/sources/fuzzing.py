"""The readers under atheris, which looks for inputs by the branches they take: ``python -m sources.fuzzing SECONDS``.

Needs atheris (``pip install atheris``), which has builds for few platforms, so that it is in no lock. The property is that
of the tests: whatever the bytes are, they give articles, faults, or things left out; never an exception, never nothing.
"""

from __future__ import annotations

import gzip
import io
import sys
import tempfile
from pathlib import Path

FORMS = ("html", "rss", "xml", "warc", "warc.gz", "zip", "tar", "gz", "jsonl", "md", "txt", "csv", "json", "opml")


def seeds(folder: Path) -> None:
    """One whole input of each form, with the form's number before it."""
    from sources.making import item, page, prose, records, rss, tarred, zipped

    member = {"a.txt": prose(1).encode()}
    wholes = {
        "html": page(1),
        "rss": rss(item(1)),
        "warc": b"".join(records(1)),
        "warc.gz": gzip.compress(b"".join(records(1)), mtime=0),
        "zip": zipped(member),
        "tar": tarred(member),
        "gz": gzip.compress(page(1), mtime=0),
        "jsonl": b'{"text": "Words."}\n',
        "md": b"---\ntitle: x\n---\n# x\n\n[a](b) **c**\n",
        "csv": b"url,publish_date\nhttps://example.org/1,2023-10-18\n",
        "json": b'{"articles": [{"url": "https://example.org/1"}]}',
        "opml": b'<opml><body><outline xmlUrl="https://example.org/1"/></body></opml>',
    }
    for form, raw in wholes.items():
        (folder / form).write_bytes(bytes([FORMS.index(form)]) + raw)


def main() -> None:
    """Runs for the seconds given (60), and ends with the input that broke the property where there is one."""
    try:
        import atheris
    except ImportError:
        print("atheris is not installed here; the readers are fuzzed with hypothesis in make test")
        return
    seconds = sys.argv[1] if len(sys.argv) > 1 else "60"
    with atheris.instrument_imports(include=["comity.sources"]):
        from comity.sources import Account, ReadingOptions
        from comity.sources.finishing import Origin
        from comity.sources.intake import Intake
        from comity.values import Article
        from sources.making import NOW

    options = ReadingOptions(now=NOW)

    def one_input(data: bytes) -> None:
        if not data:
            return
        given = Account().open("fuzz")
        name = f"a.{FORMS[data[0] % len(FORMS)]}"
        for found in Intake(options).stream(io.BytesIO(data[1:]), Origin("fuzz"), name):
            given.note(found)
            if isinstance(found, Article):
                found.text.encode("utf-8")
        if not given.articles + given.faults.total() + given.left_out.total():
            raise AssertionError(f"nothing was told of {name}: {data[1:]!r}")

    with tempfile.TemporaryDirectory() as folder:
        seeds(Path(folder))
        atheris.Setup(
            [sys.argv[0], f"-max_total_time={seconds}", "-max_len=4096", "-rss_limit_mb=1500", folder], one_input
        )
        atheris.Fuzz()


if __name__ == "__main__":
    main()

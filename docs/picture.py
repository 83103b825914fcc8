"""The picture in the README: a digest of one demonstration article as the terminal shows it.

    python docs/picture.py [ARTICLE] [--into docs/digest.svg]

Runs the coder and draws what it answers; nothing is edited. The picture names fonts of the reader's machine only.
"""

from __future__ import annotations

import argparse
import io
import re
from pathlib import Path

from rich.console import Console
from rich.text import Text

from comity import dossiers
from comity.cli.digest import digest_lines
from comity.errors import InputError
from comity.reading import digests
from comity.sources import articles

ARTICLE = "1962-10-23-australia-statement.txt"
WIDTH = 120
REMOTE_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


def picture(article: Path) -> str:
    """The digest of an article as an SVG. Raises InputError where the article cannot be read."""
    found = next(digests(articles([article])))
    if isinstance(found, InputError):
        raise found
    console = Console(record=True, width=WIDTH, file=io.StringIO(), highlight=False)
    console.print(Text(f"$ comity digest {article.name}", style="bold green"))
    for line in digest_lines(*found):
        console.print(Text(line, style="italic bright_black" if line.startswith("    “") else ""))
    svg = console.export_svg(title="comity digest", unique_id="comity-digest")
    return "\n".join(line.rstrip() for line in REMOTE_FONTS.sub("", svg).splitlines()) + "\n"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("article", nargs="?", type=Path, default=dossiers.folder("october-1962") / ARTICLE)
    asked.add_argument("--into", type=Path, default=Path(__file__).parent / "digest.svg")
    options = asked.parse_args()
    options.into.write_text(picture(options.article), encoding="utf-8")


if __name__ == "__main__":
    main()

"""``comity digest``: an article in a few cited lines."""

from __future__ import annotations

import json as json_format
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.read import KindOption
from comity.errors import InputError

if TYPE_CHECKING:
    from comity.digests import DigestLine
    from comity.values import Article


def digest(
    articles: Annotated[list[str], typer.Argument(help="Files (.txt .md .html .jsonl), folders, or - .")],
    published: Annotated[str | None, typer.Option(help="Date of texts that have none, like 2024-02-05.")] = None,
    kind: Annotated[KindOption, typer.Option(help="Kind of texts that do not say theirs.")] = KindOption.news,
    json: Annotated[bool, typer.Option("--json", help="One JSON object an article.")] = False,
) -> None:
    """Tell an article in five to eight lines: who did or said what, whom, when, according to whom, and where."""
    from comity.reading import digests
    from comity.sources import ReadingOptions
    from comity.sources import articles as read_articles

    failed = False
    for found in digests(read_articles(articles, ReadingOptions(published=published, kind=kind.value))):
        if isinstance(found, InputError):
            failed = True
            print(f"comity: {found}", file=sys.stderr)
        else:
            print(_as_json(*found) if json else "\n".join(digest_lines(*found)))
    if failed:
        raise typer.Exit(1)


def digest_lines(article: Article, lines: tuple[DigestLine, ...]) -> list[str]:
    """The digest for a person: a heading, then each line with its quotation and span."""
    from comity.exports.display import visible

    heading = f"{article.title or article.path or article.id} ({article.outlet or 'outlet unknown'}, "
    told = [f"{heading}{article.published or 'undated'})"]
    for line in lines:
        start, end = line.quotation.span
        told.append(f"• {line.what} — {line.when}; {line.according}")
        told.append(f"    “{' '.join(line.quotation.text.split())}” [{start}:{end}]")
    if not lines:
        told.append("no political act or statement was found in it")
    return [visible(x) for x in told]


def _as_json(article: Article, lines: tuple[DigestLine, ...]) -> str:
    from comity.contract import value_json

    rows = [{**value_json(line), "when": line.when, "according": line.according} for line in lines]
    line = {"id": article.id, "title": article.title, "published": article.published, "lines": rows}
    return json_format.dumps(line, ensure_ascii=False)

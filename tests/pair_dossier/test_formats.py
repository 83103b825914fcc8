"""All formats hold the same sections and quotations, are the same bytes every time, and work where there is nothing to say."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest
from lxml import html

from comity.errors import InputError
from comity.pair_dossier import Dossier
from comity.pair_dossier.formats import rendered, write
from comity.reading import OpenRecord

ENDINGS = ("html", "md", "docx")


def quotations(made: Dossier) -> list[str]:
    found = [q.words for p in made.parts for t in p.tables for line in t.lines for q in line.quotations]
    return [" ".join(words.split()) for words in found]


def words_of(ending: str, content: bytes) -> str:
    """The text of a document, as its reader sees it, on one line."""
    if ending == "docx":
        text = " ".join(p.text for p in docx.Document(io.BytesIO(content)).paragraphs)
    elif ending == "md":
        text = re.sub(r"\\(.)", r"\1", content.decode())
    else:
        text = html.document_fromstring(content.decode()).text_content()
    return " ".join(text.split())


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_section_and_quotation_stands_in_every_format(demonstration: OpenRecord, ending: str) -> None:
    made = demonstration.dossier("ISR", "RUS")
    text = words_of(ending, rendered(made, Path(f"d.{ending}")))
    assert [part.title for part in made.parts if part.title not in text] == []
    assert [q for q in quotations(made) if q not in text] == []
    assert {"brief", "timeline", "contacts", "responses", "alignment", "coverage"} <= {p.anchor for p in made.parts}


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_record_gives_the_same_bytes(demonstration: OpenRecord, ending: str) -> None:
    one, other = (rendered(demonstration.dossier("ISR", "RUS"), Path(f"d.{ending}")) for _ in range(2))
    assert one == other


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_empty_record_has_a_dossier_that_says_so(empty: OpenRecord, ending: str, tmp_path: Path) -> None:
    made = empty.dossier("NOR", "CHL")
    write(made, tmp_path / f"d.{ending}")
    text = words_of(ending, (tmp_path / f"d.{ending}").read_bytes())
    assert "Nothing in this record answers that." in text
    assert "0 articles of 0 outlets" in text
    assert "Norway" in text


@pytest.mark.parametrize("ending", ENDINGS)
def test_characters_that_steer_are_shown_as_none(demonstration: OpenRecord, ending: str) -> None:
    made = demonstration.dossier("a\x1b[31m\x00b", "RUS")
    assert "a\ufffd[31m\ufffdb" in words_of(ending, rendered(made, Path(f"d.{ending}")))


def test_every_footnote_of_the_markdown_is_defined_once(demonstration: OpenRecord) -> None:
    text = rendered(demonstration.dossier("ISR", "RUS"), Path("d.md")).decode()
    defined = re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    assert len(defined) == len(set(defined)) > 50
    assert set(re.findall(r"\[\^(\d+)\](?!:)", text)) == set(defined)


def test_a_file_of_another_ending_is_refused_with_what_to_do(empty: OpenRecord) -> None:
    with pytest.raises(InputError, match=r"\.html, \.md, \.docx"):
        rendered(empty.dossier("NOR", "CHL"), Path("d.pdf"))

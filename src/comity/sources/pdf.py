"""PDF: the text layer, read in a process of its own that can be killed, under limits of time and memory.

The file comes from outside and its format can ask for endless work; a page of pictures alone holds no text to cite.
"""

from __future__ import annotations

import json
import subprocess
import sys

from comity.errors import InputError
from comity.sources.draft import Draft
from comity.sources.encoding import normalised
from comity.sources.unwrapping import unwrapped

SECONDS = 60
MODULE = "comity.sources.pdf_worker"


def read_pdf(raw: bytes, place: str, seconds: float = SECONDS) -> Draft:
    """The draft of a PDF's text layer. Its own dates are the file's and no publication: they are not taken.

    InputError where it has no text layer, is locked, is damaged, or takes too long.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-m", MODULE], input=raw, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        problem = f"a PDF that is not read within {seconds:g} seconds"
        raise InputError(problem, place=place, remedy="save its words as .txt", status="slow") from error
    if done.returncode != 0:
        raise InputError("a PDF that cannot be read", place=place, remedy="save its words as .txt", status="damaged")
    answer = json.loads(done.stdout)
    if "problem" in answer:
        raise InputError(answer["problem"], place=place, remedy=answer["remedy"], status=answer["status"])
    text = unwrapped([normalised(page) for page in answer["pages"]])
    if not any(character.isalnum() for character in text):
        raise InputError("a PDF without a text layer", place=place, remedy="run text recognition on it first")
    title = normalised(answer["title"] or "").strip()
    return Draft(text=text, title=title if title and title in text[:2_000] else None)

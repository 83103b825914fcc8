"""The process that opens a PDF: bytes on standard input, pages as JSON on standard output. It limits itself first."""

from __future__ import annotations

import json
import resource
import sys
from io import BytesIO
from typing import Any

MEMORY = 1_500_000_000  # bytes of address space
CPU_SECONDS = 60
MOST_PAGES = 500
LONGEST = 5_000_000  # code points of all pages together


def pages(raw: bytes) -> dict[str, Any]:
    """``pages`` and ``title``, or ``problem`` with its ``remedy`` and ``status``."""
    import logging

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.disable(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(raw), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            return _problem("a PDF locked with a password", "unlock it first", "unreadable")
        if len(reader.pages) > MOST_PAGES:
            return _problem(f"a PDF of more than {MOST_PAGES} pages", "split it", "too large")
        found, length = [], 0
        for page in reader.pages:
            found.append(page.extract_text())
            length += len(found[-1])
            if length > LONGEST:
                return _problem("a PDF of too many words", "split it", "too large")
        title = reader.metadata.title if reader.metadata else None
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError) as error:
        reason = type(error).__name__
        return _problem(f"a PDF that is damaged ({reason})", "fetch or copy it again", "damaged")
    except (NotImplementedError, ImportError, MemoryError, ArithmeticError, AssertionError) as error:
        return _problem(f"a PDF that cannot be read ({type(error).__name__})", "save its words as .txt", "unreadable")
    return {"pages": found, "title": title if isinstance(title, str) else None}


def _problem(problem: str, remedy: str, status: str) -> dict[str, Any]:
    return {"problem": problem, "remedy": remedy, "status": status}


def main() -> None:
    """Reads, answers, ends."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    json.dump(pages(sys.stdin.buffer.read()), sys.stdout, ensure_ascii=True)


if __name__ == "__main__":
    main()

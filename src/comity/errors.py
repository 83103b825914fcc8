"""One tree of errors. Each message says what is wrong, where, and what to do."""

from __future__ import annotations

import re

_PASSWORD = re.compile(r"(?<=://)([^/@:\s]*):[^/\s]*@|([?&](?:password|sslpassword)=)[^&\s]*")


def without_password(text: str) -> str:
    """The text with the password of every database address in it blotted out."""
    return _PASSWORD.sub(lambda m: f"{m[2]}…" if m[2] else f"{m[1]}:…@", text)


class ComityError(Exception):
    """Anything comity refuses to do. ``place`` names the file, line or record; ``remedy`` says what to do."""

    exit_code = 1

    def __init__(self, problem: str, *, place: str | None = None, remedy: str | None = None) -> None:
        place = place and without_password(place)  # whoever raises it: a message may end in a log or a screenshot
        problem = without_password(problem)
        self.problem, self.place, self.remedy = problem, place, remedy
        super().__init__(": ".join(x for x in (place, problem) if x) + (f" ({remedy})" if remedy else ""))


class InputError(ComityError):
    """An input that cannot be read as what it should be; the rest of a batch is read.

    ``status`` is its class in one word, for reports: ``unreadable``, ``truncated``, ``damaged``, ``too large``, ``bomb``,
    ``refused`` (an address that is not to be asked), ``robots``, ``unreachable``, ``http``, ``busy``, ``slow``, ``capped``.
    """

    def __init__(
        self, problem: str, *, place: str | None = None, remedy: str | None = None, status: str = "unreadable"
    ) -> None:
        super().__init__(problem, place=place, remedy=remedy)
        self.status = status


class NoArticleError(InputError):
    """Something that is no article and was never meant as one, such as a picture in an archive: counted, no failure."""

    def __init__(self, problem: str, *, place: str | None = None) -> None:
        super().__init__(problem, place=place, status="left out")


class VocabularyError(ComityError):
    """A row of the vocabulary that does not stand: no source, no example, an unknown field."""


class RecordError(ComityError):
    """A record that cannot be opened, is damaged, or does not hold what was asked for."""


class StorageError(ComityError):
    """The disk is full or the place cannot be written; nothing of the batch was kept."""

    exit_code = 74


class WorkerError(ComityError):
    """A process or machine that worked was lost, and what it was given has no answer."""

    exit_code = 75

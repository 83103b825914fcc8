"""A record for each test: in a file of its own, and the same test on a schema of its own in a database."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from comity.reading import OpenRecord
from postgres_server import Server, running

BACKENDS = ("file", "postgresql")
Make = Callable[[], OpenRecord]


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with running() as server:
        yield server


@pytest.fixture(params=BACKENDS)
def new_record(request: pytest.FixtureRequest, tmp_path: Path) -> Make:
    """Makes records that hold nothing yet, each at a place of its own."""
    names = (tmp_path / f"{name}.comity" for name in itertools.chain(["test", "other"], map(str, itertools.count())))
    if request.param == "file":
        return lambda: OpenRecord(next(names))
    server = request.getfixturevalue("server")
    return lambda: OpenRecord(server.schema())


@pytest.fixture
def record(new_record: Make) -> OpenRecord:
    return new_record()


@pytest.fixture
def file_record(tmp_path: Path) -> OpenRecord:
    """A record in a file, for what only files have."""
    return OpenRecord(tmp_path / "test.comity")

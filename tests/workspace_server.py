"""A workspace of the tests' own: a real server on a free port, in a process of its own, over a record that is given."""

from __future__ import annotations

import http.client
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit

READY_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True, slots=True)
class Workspace:
    """A running workspace: its address with the token, as it printed it."""

    address: str
    process: subprocess.Popen[str]
    cookie: dict[str, str] = field(default_factory=dict)

    @property
    def base(self) -> str:
        """The address without path and token."""
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Answered:
        """Asks as a browser that holds the cookie would."""
        return self.ask("GET", path, headers={**self.cookie, **(headers or {})})

    def post(self, path: str, form: Mapping[str, str], headers: Mapping[str, str] | None = None) -> Answered:
        """Sends a form as the workspace's own page would."""
        own = {**self.cookie, "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
        return self.ask("POST", path, headers={**own, **(headers or {})}, body=urlencode(form))

    def ask(
        self, method: str, path: str, headers: Mapping[str, str] | None = None, body: str | None = None
    ) -> Answered:
        """Asks with these headers and no others; redirects are not followed."""
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=60)
        try:
            connection.request(method, path, body=body, headers=dict(headers or {}))
            answer = connection.getresponse()
            return Answered(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()


@contextmanager
def served(record: Path | str, *options: str) -> Iterator[Workspace]:
    """``comity serve RECORD`` on a free port until the end of the block; its cookie is fetched by its token."""
    command = [
        sys.executable,
        "-c",
        "from comity.cli import main; main()",
        "serve",
        str(record),
        "--port",
        "0",
        *options,
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            assert address.startswith("http"), f"the workspace did not start: {address!r}"
            workspace = Workspace(address, process)
            parts = urlsplit(address)
            if parts.query:
                given = workspace.ask("GET", f"{parts.path}?{parts.query}").headers["set-cookie"]
                workspace.cookie["Cookie"] = given.split(";")[0]
            yield workspace
        finally:
            process.terminate()
            process.wait(timeout=READY_SECONDS)

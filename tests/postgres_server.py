"""A PostgreSQL server of the tests' own: on a free port, in a folder of its own, stopped at the end.

``initdb`` refuses root: where the tests run as root, the server runs as the user that Debian's package makes, or as nobody.
"""

from __future__ import annotations

import contextlib
import functools
import itertools
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

PASSWORD = "not-to-be-printed"
ADVICE = "install PostgreSQL (Debian: apt-get install postgresql), or name the folder of initdb by PG_BINARIES"
SETTINGS = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=200",
    "listen_addresses=127.0.0.1",
)


class Server:
    """A running server. Invariant: every database is asked for once, and is empty then."""

    def __init__(self, port: int, process: subprocess.Popen[bytes]) -> None:
        self.port, self.process = port, process
        self._numbers = itertools.count(1)

    def url(self, database: str, password: str = PASSWORD) -> str:
        return f"postgresql://comity:{password}@127.0.0.1:{self.port}/{database}"

    def database(self, encoding: str = "UTF8") -> str:
        """The address of a new, empty database."""
        name = f"record_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING '{encoding}' LC_COLLATE 'C' LC_CTYPE 'C'")
        return self.url(name)

    def schema(self) -> str:
        """The address of a new, empty schema of one database: made in a moment, and a record of its own."""
        name = f"record_{next(self._numbers)}"
        self.run(f"CREATE SCHEMA {name}")
        return f"{self.url('postgres')}?options=-csearch_path%3D{name}"

    def run(self, statement: str) -> None:
        """Runs one statement as the owner of everything."""
        import psycopg

        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[call-overload]


def binaries() -> Path | None:
    """The folder of initdb and postgres: on the path, or where Debian puts them."""
    named = os.environ.get("PG_BINARIES")
    found = shutil.which("postgres")
    places = [Path(p) for p in (named, found and os.path.dirname(found)) if p]
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name.split(".")[0]))
    whole = (p for p in (*places, *reversed(debian)) if (p / "initdb").is_file() and (p / "postgres").is_file())
    return next(whole, None)


def skip_or_fail() -> None:
    """Where there is no server to be had: with CI=true a failure, elsewhere a skip that says how to get it."""
    message = f"there is no PostgreSQL here: {ADVICE}"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


@contextlib.contextmanager
def running() -> Iterator[Server]:
    """A server, stopped and removed at the end."""
    folder = binaries()
    if folder is None:
        skip_or_fail()
    assert folder is not None
    data = Path(tempfile.mkdtemp(prefix="comity-pg-"))
    who = _user()
    if who is not None:
        os.chown(data, who.pw_uid, who.pw_gid)
    try:
        server = _start(folder, data, who)
        try:
            yield server
        finally:
            server.process.send_signal(signal.SIGQUIT)  # at once: nothing of it is kept
            server.process.wait(timeout=30)
    finally:
        shutil.rmtree(data, ignore_errors=True)


def _user() -> pwd.struct_passwd | None:
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def _start(folder: Path, data: Path, who: pwd.struct_passwd | None) -> Server:
    run_as = {} if who is None else {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}
    secret = data / "password"
    secret.write_text(PASSWORD)
    secret.chmod(0o644)
    base = data / "base"
    make = [folder / "initdb", "-D", base, "-U", "comity", "--auth=scram-sha-256", f"--pwfile={secret}"]
    made = functools.partial(subprocess.run, capture_output=True, text=True, cwd=data, **run_as)
    done = made([*make, "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"])
    if done.returncode:
        pytest.fail(f"initdb failed: {done.stderr}")
    port = _free_port()
    settings = [x for setting in SETTINGS for x in ("-c", setting)]
    command = [folder / "postgres", "-D", base, "-p", str(port), "-k", data, *settings]
    log = (data / "log").open("wb")
    process = subprocess.Popen(command, stdout=log, stderr=log, cwd=data, **run_as)  # type: ignore[call-overload]
    server = Server(port, process)
    _await(server, data / "log")
    return server


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _await(server: Server, log: Path) -> None:
    import psycopg

    for _ in range(300):
        try:
            server.run("SELECT 1")
        except psycopg.OperationalError:
            if server.process.poll() is not None:
                break
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"the server did not start: {log.read_text(errors='replace')}")

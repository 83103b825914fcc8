"""What only a database has: addresses, passwords, logins, a server that goes away."""

from __future__ import annotations

import sys

import pytest

from cli.conftest import Run, run
from comity.errors import ComityError, RecordError, StorageError
from comity.reading import OpenRecord, read
from postgres_server import PASSWORD, Server, skip_or_fail
from record.scenes import article, fake_coder

__all__ = ["run"]
TEXT = "Norway said that Sweden criticised Ghana."


def test_the_commands_take_a_database_and_print_no_password(run: Run, server: Server) -> None:
    place = server.database()
    read(OpenRecord(place), [article(TEXT), article("Chile said that Norway visited Sweden.")], fake_coder())
    shown = ""
    for arguments in (
        ("claims", place, "--actor", "SWE"),
        ("claims", place, "--geojson", "x.geojson"),
        ("verify", place),
        ("coverage", place),
        ("migrate", place),
        ("backup", place, "b.comity"),
        ("restore", "b.comity", server.database()),
        ("forget", place, "--article", article(TEXT).id, "--why", "A mistake."),
        ("claims", place, "--csv"),
        ("claims", place, "--withdrawn"),
    ):
        status, out, err = run(*arguments)
        assert (status, arguments) == (0, arguments), err
        shown += out + err
    assert "SWE (Sweden) → GHA (Ghana)  ACCUSE" in shown
    assert "0 faults" in shown
    assert PASSWORD not in shown
    assert "comity:…@127.0.0.1" in shown


@pytest.mark.parametrize(
    ("change", "error", "says"),
    [
        (lambda s: s.url("postgres", "wrong"), RecordError, "check user and password"),
        (lambda s: s.url("nowhere"), RecordError, "createdb"),
        (lambda s: s.url("x").replace(str(s.port), "1"), StorageError, "is the server running"),
        (lambda s: s.url("x").replace(str(s.port), "port"), RecordError, "write it like postgresql://"),
        (lambda s: s.url("x").replace("postgresql:", "mysql:"), RecordError, "no record can lie at mysql://"),
        (lambda s: s.database("SQL_ASCII"), RecordError, "encoding UTF8"),
    ],
)
def test_an_address_that_does_not_work_says_what_to_do(
    server: Server, change: object, error: type[ComityError], says: str
) -> None:
    place = change(server)  # type: ignore[operator]
    with pytest.raises(error, match=says) as raised:
        read(OpenRecord(place), [article(TEXT)], fake_coder())
    cause: BaseException | None = raised.value
    while cause is not None:
        assert PASSWORD not in str(cause)
        cause = cause.__cause__
    assert PASSWORD not in repr(OpenRecord(place))


def test_a_user_who_may_not_write_is_told_and_may_read(server: Server) -> None:
    place = server.database()
    read(OpenRecord(place), [article(TEXT)], fake_coder())
    name = place.rpartition("/")[2]
    server.run("CREATE ROLE guest LOGIN PASSWORD 'guest'")
    server.run(f"GRANT CONNECT ON DATABASE {name} TO guest")
    guest = OpenRecord(server.url(name, "guest").replace("comity:", "guest:"))
    owner = OpenRecord(place)
    from record.tampering import change

    change(owner, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO guest")
    assert len(list(guest.reader().claims())) == 1
    assert guest.verify().faults == ()
    with pytest.raises(StorageError, match="ask for the right to write") as raised:
        read(guest, [article("Chile said that Ghana visited Norway.")], fake_coder())
    assert raised.value.exit_code == 74


def test_a_server_that_ends_the_session_loses_no_batch(server: Server) -> None:
    place = server.database()
    record = OpenRecord(place)
    texts = [article(f"Norway said that Sweden criticised Ghana. Number {n} of them.") for n in range(60)]
    ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}' AND pid <> pg_backend_pid()"

    def interrupted(step: object) -> None:
        nonlocal steps
        steps += 1
        if steps == 30:
            server.run(ended.format(place.rpartition("/")[2]))

    steps = 0
    try:
        read(record, texts, fake_coder(), interrupted)
    except StorageError as error:
        assert error.exit_code == 74  # noqa: PT017 - whether the driver connects anew in time is not ours to say
    assert record.verify().faults == ()
    read(record, texts, fake_coder())
    assert record.reader().counts()["articles"] == 60
    assert record.verify().faults == ()


def test_a_text_that_a_database_cannot_hold_is_told(server: Server) -> None:
    record = OpenRecord(server.database())
    with pytest.raises(RecordError, match="NUL"):
        read(record, [article(TEXT + "\0")], fake_coder())


def test_a_very_long_text_is_kept_and_its_beginning_found(server: Server) -> None:
    record = OpenRecord(server.database())
    long = article("Norway said that Sweden criticised Ghana. " + " ".join(f"мир{n}" for n in range(200_000)))
    read(record, [long], fake_coder())
    assert [found for found, _ in record.reader().search("мир77")] == [long.id]
    assert next(record.reader().articles()).text == long.text
    assert record.verify().faults == ()


def test_without_a_server_ci_fails_and_others_are_told_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="apt-get install postgresql"):
        skip_or_fail()
    monkeypatch.delenv("CI")
    with pytest.raises(pytest.skip.Exception, match="apt-get install postgresql"):
        skip_or_fail()


def test_without_the_driver_it_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(RecordError, match=r"pip install 'comity\[postgres\]'"):
        OpenRecord("postgresql://nobody@127.0.0.1:1/nowhere").reader()

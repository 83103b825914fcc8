"""Another hand in a record: statements run behind comity's back, without its checks."""

from __future__ import annotations

from sqlalchemy import create_engine, event, text

from comity.reading import OpenRecord
from comity.record.places import driver_url, is_url


def change(record: OpenRecord, *statements: str) -> None:
    """Runs the statements; no reference between tables stands in their way."""
    url = is_url(record.place)
    engine = create_engine(driver_url(record.place) if url else f"sqlite:///{record.place}")
    if not url:
        event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA foreign_keys = OFF"))
    with engine.begin() as connection:
        if url:
            connection.execute(text("SET session_replication_role = replica"))
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()

"""What is worked out of all articles together: copies and clusters. Written anew as a whole, and compared by ``verify``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, Table, delete, func, insert, select

from comity.record import clusters as clustering
from comity.record import copies as copying
from comity.record import rows
from comity.record.schema import about, articles, claims, cluster_claims, clusters, codings, copies, text_bands, texts

_FLAG = "worked_out"


def work_out(connection: Connection) -> None:
    """Which texts are copies of one another, and which claims tell one event."""
    found = copied(connection)
    connection.execute(delete(copies))
    put_all(connection, copies, ({"text": text, "original": original} for text, original in found.items()))
    connection.execute(delete(cluster_claims))
    connection.execute(delete(clusters))
    events, members = clustered(connection)
    put_all(connection, clusters, events)
    put_all(connection, cluster_claims, members)
    _flag(connection, "yes")


def outdate(connection: Connection) -> None:
    """Says that something was written since, so that copies and clusters are to be worked out again."""
    _flag(connection, "no")


def is_worked_out(connection: Connection) -> bool:
    """Whether nothing was written since copies and clusters were worked out."""
    return connection.execute(select(about.c.value).where(about.c.key == _FLAG)).scalar() == "yes"


def faults(connection: Connection) -> Iterator[tuple[str, str]]:
    """Copies and clusters that are not what the articles say, as place and problem; nothing where they are to come."""
    if not is_worked_out(connection):
        return
    remedy = "is not what the articles say: read something into the record again, and it is worked out anew"
    stored = {row.text: row.original for row in connection.execute(select(copies))}
    if stored != copied(connection):
        yield "copies", remedy
    events, members = clustered(connection)
    for table, expected in ((clusters, events), (cluster_claims, members)):
        if _set(dict(row) for row in connection.execute(select(table)).mappings()) != _set(expected):
            yield table.name, remedy


def copied(connection: Connection) -> Mapping[str, str]:
    """For every text with a copy: the hash under which the copies are folded."""
    shared = select(text_bands.c.band).group_by(text_bands.c.band).having(func.count() > 1)
    query = select(text_bands.c.band, text_bands.c.text).where(text_bands.c.band.in_(shared))
    groups: dict[str, list[str]] = defaultdict(list)
    for band, text in connection.execute(query.order_by(text_bands.c.band, text_bands.c.text)):
        groups[band].append(text)
    return copying.fold(groups.values(), lambda digest: _content(connection, digest))


def clustered(connection: Connection) -> tuple[list[rows.Row], list[rows.Row]]:
    """The rows of the clusters, and those of the claims in them."""
    found = clustering.cluster(_mentions(connection))
    members = [{"article": m.article, "claim": m.number, "cluster": c.id} for c in found for m in c.mentions]
    return [_cluster_row(c) for c in found], members


def put_all(connection: Connection, table: Table, given: Iterable[rows.Row]) -> None:
    """Inserts the rows, if there are any."""
    if listed := list(given):
        connection.execute(insert(table), listed)


def _flag(connection: Connection, value: str) -> None:
    connection.execute(delete(about).where(about.c.key == _FLAG))
    connection.execute(insert(about).values(key=_FLAG, value=value))


def _set(given: Iterable[rows.Row]) -> set[tuple[tuple[str, object], ...]]:
    return {tuple(sorted(row.items())) for row in given}


def _content(connection: Connection, digest: str) -> str:
    """A stored text without its furniture, as the first of its articles was read."""
    query = (
        select(texts.c.text, codings.c.noncontent)
        .join(articles, articles.c.text == texts.c.hash)
        .join(codings, codings.c.article == articles.c.key)
        .where(texts.c.hash == digest)
        .order_by(articles.c.key)
    )
    row = connection.execute(query).first()
    return copying.content(row.text, rows.read_spans(row.noncontent)) if row else ""


def _mentions(connection: Connection) -> Iterator[clustering.Mention]:
    c = claims.c
    sentence = func.substr(texts.c.text, c.sentence_start + 1, c.sentence_end - c.sentence_start)
    query = (
        select(
            c.article,
            c.number,
            func.coalesce(copies.c.original, articles.c.text),
            func.coalesce(c.actor_code, c.actor_id),
            func.coalesce(c.recipient_code, c.recipient_id),
            *(c.type, c.mode, c.status, c.earliest, c.latest),
            sentence,
        )
        .join(articles, articles.c.key == c.article)
        .join(texts, texts.c.hash == articles.c.text)
        .join(copies, copies.c.text == articles.c.text, isouter=True)
    )
    return (clustering.Mention(*row) for row in connection.execute(query))


def _cluster_row(cluster: clustering.Cluster) -> rows.Row:
    first = cluster.first
    return {
        "id": cluster.id,
        "actor": first.actor,
        "recipient": first.recipient,
        "type": first.type,
        "mode": cluster.mode,
        "status": first.status,
        "earliest": cluster.earliest,
        "latest": cluster.latest,
        "mentions": len(cluster.mentions),
        "articles": len({m.article for m in cluster.mentions}),
        "texts": len({m.text for m in cluster.mentions}),
    }

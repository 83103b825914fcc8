"""Which claims of a record tell one event, kept as articles come and go: only families that a change touches are folded again.

A family is what dyad, type and status make of claims (``clusters.family``); no event reaches beyond one.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, exists, func, insert, select, true, update

from comity.record import clusters as clustering
from comity.record import rows
from comity.record.schema import articles, claims, cluster_claims, clusters, copies, texts

ARTICLES = 200  # whose claims are put into families at once
FAMILIES = 500  # folded at once
_REMEDY = "is not what the articles say: comity migrate --fold works it out again"
_LOOSE = cluster_claims.c.cluster.is_(None)
_MENTION = (
    claims.c.article,
    claims.c.number,
    func.coalesce(copies.c.original, articles.c.text),
    func.coalesce(claims.c.actor_code, claims.c.actor_id),
    func.coalesce(claims.c.recipient_code, claims.c.recipient_id),
    *(claims.c[name] for name in ("type", "mode", "status", "earliest", "latest")),
)


@dataclass(frozen=True, slots=True)
class Change:
    """How the stored events of some families differ from those that their claims tell."""

    new: list[rows.Row]  # rows of clusters
    other: list[rows.Row]  # rows of clusters that are there and say something else
    gone: list[str]  # ids of clusters
    moved: list[rows.Row]  # claims in another cluster than before


def loosen(connection: Connection, keys: Sequence[str]) -> None:
    """Takes apart the events that these articles tell, so that what is left of them is folded again."""
    told = select(cluster_claims.c.cluster).where(cluster_claims.c.article.in_(keys), ~_LOOSE)
    connection.execute(delete(clusters).where(clusters.c.id.in_(told)))


def put(connection: Connection, keys: Iterable[str]) -> None:
    """Puts the claims of articles into their families, also those that were in another one, to be folded."""
    for some in _portions(keys):
        loosen(connection, some)
        connection.execute(delete(cluster_claims).where(cluster_claims.c.article.in_(some)))
        insert_all(connection, cluster_claims, _families_of(connection, some))


def is_folded(connection: Connection) -> bool:
    """Whether every claim has its event."""
    return connection.execute(select(cluster_claims.c.claim).where(_LOOSE).limit(1)).first() is None


def fold(connection: Connection) -> None:
    """Works out the events of every family in which a claim has none."""
    for families in _families(connection, _LOOSE):
        _write(connection, _change(connection, families))


def insert_all(connection: Connection, table: Table, given: Iterable[rows.Row]) -> None:
    """Inserts the rows, if there are any."""
    if listed := list(given):
        connection.execute(insert(table), listed)


def faults(connection: Connection) -> Iterator[tuple[str, str]]:
    """Events that are not what the articles tell, as place and problem; families that are still to be folded have none."""
    c = cluster_claims.c
    for some in _portions(connection.execute(select(articles.c.key).order_by(articles.c.key)).scalars().all()):
        stored = connection.execute(select(c.article, c.claim, c.family).where(c.article.in_(some)))
        if {tuple(row) for row in stored} != {tuple(row.values()) for row in _families_of(connection, some)}:
            yield cluster_claims.name, _REMEDY
            return
    to_come = set(connection.execute(select(c.family).where(_LOOSE)).scalars())
    for families in _families(connection, true()):
        found = _change(connection, [f for f in families if f not in to_come])
        if found.new or found.other or found.gone:
            yield clusters.name, _REMEDY
            return
        if found.moved:
            yield cluster_claims.name, _REMEDY
            return
    if connection.execute(select(clusters.c.id).where(~exists().where(c.cluster == clusters.c.id)).limit(1)).first():
        yield clusters.name, _REMEDY


def _families_of(connection: Connection, keys: Sequence[str]) -> list[rows.Row]:
    """Every claim of these articles with its family."""
    c = claims.c
    sentence = func.substr(texts.c.text, c.sentence_start + 1, c.sentence_end - c.sentence_start)
    query = (
        select(*_MENTION, sentence)
        .join(articles, articles.c.key == c.article)
        .join(texts, texts.c.hash == articles.c.text)
        .join(copies, copies.c.text == articles.c.text, isouter=True)
        .where(c.article.in_(keys))
    )
    told = (clustering.Mention(*row) for row in connection.execute(query))
    return [{"article": m.article, "claim": m.number, "family": clustering.family(m)} for m in told]


def _families(connection: Connection, which: ColumnElement[bool]) -> Iterator[list[int]]:
    """The families of the claims asked for, some at a time."""
    family, after = cluster_claims.c.family, -(2**63)
    while True:
        query = select(family).distinct().where(which, family >= after).order_by(family).limit(FAMILIES)
        found = list(connection.execute(query).scalars())
        if not found:
            return
        yield found
        after = found[-1] + 1


def _change(connection: Connection, families: Sequence[int]) -> Change:
    c = cluster_claims.c
    query = (
        select(c.cluster, *_MENTION, c.family)
        .select_from(cluster_claims)
        .join(claims, (claims.c.article == c.article) & (claims.c.number == c.claim))
        .join(articles, articles.c.key == c.article)
        .join(copies, copies.c.text == articles.c.text, isouter=True)
        .where(c.family.in_(families))
    )
    held: dict[tuple[str, int], str | None] = {}
    mentions = []
    for row in connection.execute(query):
        said: list[Any] = [*row]
        # Sentences made the family: within one they are equal where they matter.
        mention = clustering.Mention(*[*said[1:-1], str(said[-1])])
        held[mention.article, mention.number] = said[0]
        mentions.append(mention)
    found = clustering.cluster(mentions)
    wanted = {cluster.id: _row(cluster) for cluster in found}
    stored = _stored(connection, {cluster for cluster in held.values() if cluster})
    return Change(
        new=[row for name, row in wanted.items() if name not in stored],
        other=[row for name, row in wanted.items() if name in stored and stored[name] != row],
        gone=sorted(stored.keys() - wanted.keys()),
        moved=[
            {"of": m.article, "number": m.number, "to": cluster.id}
            for cluster in found
            for m in cluster.mentions
            if held[m.article, m.number] != cluster.id
        ],
    )


def _write(connection: Connection, change: Change) -> None:
    insert_all(connection, clusters, change.new)
    for row in change.other:
        connection.execute(update(clusters).where(clusters.c.id == row["id"]).values(**row))
    c = cluster_claims.c
    if change.moved:
        which = (c.article == bindparam("of")) & (c.claim == bindparam("number"))
        connection.execute(update(cluster_claims).where(which).values(cluster=bindparam("to")), change.moved)
    for some in _portions(change.gone):
        connection.execute(delete(clusters).where(clusters.c.id.in_(some)))


def _stored(connection: Connection, ids: Iterable[str]) -> dict[str, rows.Row]:
    found: dict[str, rows.Row] = {}
    for some in _portions(ids):
        query = select(clusters).where(clusters.c.id.in_(some))
        found.update((row["id"], dict(row)) for row in connection.execute(query).mappings())
    return found


def _portions(names: Iterable[str]) -> Iterator[list[str]]:
    left = iter(names)
    while some := list(itertools.islice(left, ARTICLES)):
        yield some


def _row(cluster: clustering.Cluster) -> dict[str, Any]:
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

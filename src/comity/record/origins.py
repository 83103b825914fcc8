"""Which text of a record each text is a copy of, kept as texts come and go: only what shares a band with them is compared.

What is content in a text is said by the first of its articles, by key, so that nothing depends on the order of reading.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterator, Mapping

from sqlalchemy import Connection, delete, func, insert, select, update

from comity.record import copies as copying
from comity.record import rows
from comity.record.schema import articles, codings, copies, text_bands, texts

AT_ONCE = 500  # keys named in one question
KEPT = 2_000_000  # shingles kept at hand, of the texts compared last


def furniture(connection: Connection, text: str) -> str | None:
    """What of a text is no content, as it is stored; None where no article has the text."""
    query = (
        select(codings.c.noncontent)
        .join(articles, articles.c.key == codings.c.article)
        .where(articles.c.text == text)
        .order_by(articles.c.key)
        .limit(1)
    )
    found: str | None = connection.execute(query).scalar()
    return found


def content(connection: Connection, text: str) -> str:
    """A stored text without its furniture."""
    whole = connection.execute(select(texts.c.text).where(texts.c.hash == text)).scalar() or ""
    return copying.content(whole, rows.read_spans(furniture(connection, text) or "[]"))


def put_bands(connection: Connection, text: str) -> None:
    """Writes the bands by which copies of a text are found."""
    connection.execute(delete(text_bands).where(text_bands.c.text == text))
    found = copying.bands(content(connection, text))
    connection.execute(insert(text_bands), [{"band": band, "text": text} for band in found])


def told_with(connection: Connection, touched: Collection[str]) -> set[str]:
    """These texts and all that are copies of them so far."""
    found = set(touched)
    for some in portions(sorted(touched)):
        heads = select(copies.c.original).where(copies.c.text.in_(some))
        found.update(connection.execute(select(copies.c.text).where(copies.c.original.in_(heads))).scalars())
    return found


def seek(connection: Connection, touched: Collection[str]) -> set[str]:
    """Works out the copies of ``touched`` again; answers the texts that are told under another original than before.

    ``touched`` are texts that came, texts whose content changed, and, where a text went, those that were told with it.
    """
    loose = told_with(connection, touched)
    before = _originals(connection, loose)
    for some in portions(loose):
        connection.execute(delete(copies).where(copies.c.text.in_(some)))
    groups = copying.Groups()
    met = set(_join(connection, loose, groups))
    heads = groups.heads()
    changed = {text for text in loose if heads.get(text, text) != before.get(text, text)}
    joined = {head for head in met if head in heads}
    new = (loose & heads.keys()) | (joined - _originals(connection, joined).keys())
    changed |= _rename(connection, {head: heads[head] for head in joined if heads[head] != head})
    if new:
        connection.execute(insert(copies), [{"text": text, "original": heads[text]} for text in sorted(new)])
    return changed


def _rename(connection: Connection, heads: Mapping[str, str]) -> set[str]:
    """Tells whole sets of copies under another original; answers their texts."""
    found = set(heads)
    for some in portions(heads):
        found.update(connection.execute(select(copies.c.text).where(copies.c.original.in_(some))).scalars())
    for head, new in sorted(heads.items()):
        connection.execute(update(copies).where(copies.c.original == head).values(original=new))
    return found


def faults(connection: Connection) -> Iterator[tuple[str, str]]:
    """Whether the copies are those that ``seek`` would find with nothing known, as place and problem."""
    groups = copying.Groups()
    _join(connection, set(connection.execute(select(texts.c.hash)).scalars()), groups)
    if {row.text: row.original for row in connection.execute(select(copies))} != groups.heads():
        yield "copies", "is not what the texts say: comity migrate --fold works it out again"


def _join(connection: Connection, loose: set[str], groups: copying.Groups) -> set[str]:
    """Joins the loose texts with their copies, among them and among the others, which stay together as they are.

    Answers the originals of the others that share a band with a loose text.
    """
    met: set[str] = set()

    def pairs() -> Iterator[tuple[str, str]]:
        for text in sorted(loose):
            for other, original in _neighbours(connection, text):
                if other not in loose:
                    met.add(original)
                    if other != original:
                        groups.join(other, original)
                if other > text or other not in loose:  # a pair of loose ones comes once, from the smaller one's side
                    yield text, other

    copying.join_copies(groups, pairs(), _Shingles(connection).of)
    return met


def _neighbours(connection: Connection, text: str) -> list[tuple[str, str]]:
    """The texts that share a band with this one, each with the original under which it is told now."""
    mine, theirs = text_bands.alias(), text_bands.alias()
    query = (
        select(theirs.c.text, func.coalesce(copies.c.original, theirs.c.text))
        .select_from(mine.join(theirs, theirs.c.band == mine.c.band))
        .join(copies, copies.c.text == theirs.c.text, isouter=True)
        .where(mine.c.text == text, theirs.c.text != text)
        .distinct()
    )
    return sorted((row[0], row[1]) for row in connection.execute(query))


def _originals(connection: Connection, of: Collection[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for some in portions(of):
        rows_ = connection.execute(select(copies).where(copies.c.text.in_(some)))
        found.update((row.text, row.original) for row in rows_)
    return found


def portions(of: Collection[str]) -> Iterator[tuple[str, ...]]:
    names = sorted(of)
    for start in range(0, len(names), AT_ONCE):
        yield tuple(names[start : start + AT_ONCE])


class _Shingles:
    """The shingles of stored texts. Invariant: no more than ``KEPT`` numbers are held, beside those of the last text."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._held: OrderedDict[str, copying.Shingles] = OrderedDict()
        self._count = 0

    def of(self, text: str) -> copying.Shingles:
        if text in self._held:
            self._held.move_to_end(text)
            return self._held[text]
        found = copying.shingles(content(self._connection, text))
        self._held[text] = found
        self._count += len(found)
        while self._count > KEPT and len(self._held) > 1:
            self._count -= len(self._held.popitem(last=False)[1])
        return found

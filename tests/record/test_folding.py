"""Copies and clusters that are kept as articles come and go are those that the whole record gives, worked out at once."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from comity.reading import OpenRecord
from comity.record.clusters import Mention, cluster
from comity.record.copies import are_copies, bands, content, shingles
from comity.record.identity import article_key, text_hash
from comity.values import Article, Coded
from record.conftest import Make
from record.scenes import VERSION, article, code
from record.tampering import change

WORDS = [f"word{n}" for n in range(340)]
SAID = ("Norway said that Sweden criticised Ghana.", "Chile said that Sweden criticised Ghana.")
DAYS = (None, "2024-05-01", "2024-05-03", "2024-05-05")


def wire(step: int, said: str) -> str:
    """Each step is a copy of the next, and of no other: a chain that breaks where one of them goes."""
    return f"{said} Ghana said that Chile visited Norway. {' '.join(WORDS[step * 40 : step * 40 + 160])}"


def pool() -> Iterator[Article]:
    """Articles of which some are copies, some say the same on other days, and some see other furniture in one text."""
    for step, (said, day) in itertools.product(range(5), zip(SAID * 2, DAYS, strict=True)):
        yield article(wire(step, said), published=day, outlet=f"Outlet {step}")
    for cut in (0, 350, 700):
        given_ = article(wire(1, SAID[0]), published="2024-05-02", outlet=f"Cut {cut}")
        yield replace(given_, noncontent=((len(given_.text) - cut, len(given_.text)),) if cut else ())


POOL = tuple(pool())
Step = tuple[str, tuple[int, ...]]
WRITES = st.lists(st.integers(0, len(POOL) - 1), min_size=1, max_size=8, unique=True).map(tuple)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["1", "2"]), WRITES),
        st.tuples(st.just("forget"), st.integers(0, len(POOL) - 1).map(lambda n: (n,))),
        st.tuples(st.just("fold"), st.just(())),
    ),
    max_size=10,
)
EVERYTHING = tuple(range(len(POOL)))


def coded(given_: Article) -> Coded:
    return replace(code(given_), noncontent=given_.noncontent)


def go(record: OpenRecord, steps: Iterable[Step]) -> None:
    """Writes batches under a version of the coder, folds, and takes articles out, as the steps say; folds at the end."""
    with record.writer(VERSION) as writer:
        writer.write([])
    for what, which in steps:
        if what == "forget":
            held = {article_key(a) for a in record.reader().articles()}
            for key in {article_key(POOL[n]) for n in which} & held:
                record.forget(key, "A test.")
            continue
        with record.writer({**VERSION, "version": what}) as writer:
            if what == "fold":
                writer.fold()
            writer.write([(POOL[n], coded(POOL[n])) for n in which])
    with record.writer(VERSION) as writer:
        writer.fold()


def copies_of(held: list[Article]) -> dict[str, str]:
    """By comparing every text with every other."""
    first = {text_hash(a.text): a for a in sorted(held, key=article_key, reverse=True)}
    contents = {name: content(a.text, a.noncontent) for name, a in first.items()}
    sets = {name: {name} for name in contents}
    for one, other in itertools.combinations(contents, 2):
        sharing = set(bands(contents[one])) & set(bands(contents[other]))
        if sharing and are_copies(shingles(contents[one]), shingles(contents[other])):
            whole = sets[one] | sets[other]
            sets.update(dict.fromkeys(whole, whole))
    return {name: min(whole) for name, whole in sets.items() if len(whole) > 1}


def mentions_of(held: list[Article], copies: dict[str, str]) -> Iterator[Mention]:
    for given_ in held:
        key, text = article_key(given_), text_hash(given_.text)
        for number, c in enumerate(coded(given_).claims):
            sides = [a.code if a else None for a in (c.actor, c.recipient)]
            said, sentence = (c.type, c.mode, c.status), given_.text[slice(*c.sentence)]
            yield Mention(key, number, copies.get(text, text), *sides, *said, c.time.earliest, c.time.latest, sentence)


def worked_out(held: list[Article]) -> tuple[object, ...]:
    """Copies, events, and the event of every claim, of all these articles at once, by the pure functions alone."""
    copies = copies_of(held)
    found = cluster(mentions_of(held, copies))
    told = {
        (c.id, len(c.mentions), len({m.article for m in c.mentions}), len({m.text for m in c.mentions}), c.latest)
        for c in found
    }
    by_article: dict[str, list[str]] = defaultdict(list)
    tellings = [(m.number, m.article, c.id) for c in found for m in c.mentions]
    for _, key, event in sorted(tellings):
        by_article[key].append(event)
    return copies, told, dict(by_article)


def stands(record: OpenRecord) -> tuple[object, ...]:
    reader = record.reader()
    by_article: dict[str, list[str]] = defaultdict(list)
    for row in reader.values("claims").iter_rows(named=True):
        by_article[row["article"]].append(row["cluster"])
    told = {(e.id, e.mentions, e.articles, e.texts, e.latest) for e in reader.events()}
    return reader.copies(), told, dict(by_article)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example([("1", EVERYTHING)])
@example([("1", (n,)) for n in reversed(EVERYTHING)])
@example([("1", EVERYTHING), *(("forget", (n,)) for n in (4, 5, 6, 7, 20))])
@given(STEPS)
def test_whatever_came_and_went_in_whatever_order_the_events_are_those_of_the_whole_record(
    new_record: Make, steps: list[Step]
) -> None:
    record = new_record()
    go(record, steps)
    assert stands(record) == worked_out(list(record.reader().articles()))
    assert record.verify().faults == ()


def test_the_chain_of_the_pool_breaks_where_a_link_goes() -> None:
    """Else the property above would say nothing about copies."""
    every = list(POOL)
    assert len(set(copies_of(every).values())) == 1
    without = [a for a in every if a.text not in {wire(2, said) for said in SAID}]
    assert len(set(copies_of(without).values())) == 2


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE clusters SET mentions = 7",
        "UPDATE cluster_claims SET family = 3",
        "DELETE FROM cluster_claims",
        "UPDATE copies SET original = text",
        "INSERT INTO clusters SELECT 'x', actor, recipient, type, mode, status, earliest, latest, 1, 1, 1 FROM clusters LIMIT 1",
        "UPDATE cluster_claims SET cluster = (SELECT min(id) FROM clusters)",
    ],
)
def test_what_another_hand_changed_is_found_and_can_be_worked_out_again(record: OpenRecord, statement: str) -> None:
    go(record, [("1", EVERYTHING)])
    change(record, statement)
    assert any("comity migrate --fold" in f.problem for f in record.verify().faults)
    record.fold()
    assert record.verify().faults == ()
    assert stands(record) == worked_out(list(record.reader().articles()))

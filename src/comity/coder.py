"""The coder: an article in, everything that is coded about it out.

A pure function of the article and the coder's version: language, actors, coding and signals in their order. Sentences of
many articles are parsed together; each article keeps its own memory of who was named.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from comity import vocabulary, workers
from comity.actors.discourse import Discourse
from comity.actors.gazetteer import Mention, scan
from comity.actors.memory import introduce, observe, remember_contact
from comity.actors.speakers import Turn, issuer, turns
from comity.actors.titles import role_flags
from comity.coding import triage
from comity.coding.attribution import attributions, joined, turn_attribution
from comity.coding.claims import claims, events
from comity.coding.quotations import continued, with_quotations
from comity.coding.statements import statements
from comity.language.datelines import after_dateline
from comity.language.english import Mask, Unparsed, masked, parse
from comity.language.identify import UNDETERMINED, identify
from comity.language.sentence import Sentence
from comity.language.sentences import sentences
from comity.signals import read_signals
from comity.signals.scene import Scene
from comity.sources import noncontent
from comity.values import Article, Attribution, Claim, Coded, RoleFlag, Signals, Span

NAME, VERSION = "comity", "0.1.0"
CODED_LANGUAGES = frozenset({"en", "und"})
CONTACTS = frozenset({"CONSULT", "COOPERATE", "AGREE"})  # acts whose sides are the parties spoken of next
BATCH = 24  # articles parsed together
WARMING = "On Monday the minister said in the north that he would attend talks."


def version() -> dict[str, str]:
    """Name, version and vocabulary of the coder: what a coding depends on besides its article."""
    return {"name": NAME, "version": VERSION, "vocabulary": vocabulary.digest()}


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article before its parse: language, sentences, named mentions, turns."""

    article: Article
    language: str
    furniture: tuple[Span, ...]
    spans: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    discourse: Discourse
    turns: tuple[Turn, ...]


def code_article(article: Article) -> Coded:
    """Code one article."""
    return next(_code_batch([article]))


def code_many(articles: Iterable[Article], processes: int | None = None) -> Iterator[Coded]:
    """Code articles in order, in batches over processes; the result does not depend on their number."""
    count = workers.processes(processes)
    warm()
    yield from workers.spread(_coded_batch, workers.batches(articles, BATCH), count)


@cache
def warm() -> None:
    """Load model and vocabulary once, so that forked processes share them.

    What is loaded stays for good: it is taken out of the collector's rounds, which would go through it again and again.
    """
    next(_code_batch([Article("warm", WARMING)]))
    gc.freeze()


def _coded_batch(batch: list[Article]) -> list[Coded]:
    return list(_code_batch(batch))


def _code_batch(batch: Sequence[Article]) -> Iterator[Coded]:
    prepared = [_prepare(a) for a in batch]
    todo = [u for p in prepared for u in (*_headline(p), *_unparsed(p))]
    silent = _silent(prepared)
    parsed = iter(parse(todo, lambda k, words, places: k not in silent or triage.may_hold(words, places)))
    for p in prepared:
        introduce(p.discourse, [next(parsed) for _ in _headline(p)])
        yield _coded(p, [next(parsed) for _ in p.spans])


def _silent(batch: Sequence[Prepared]) -> set[int]:
    """Which sentences of a batch, counted with the headlines, are nobody's words by themselves: those the triage is for."""
    found: set[int] = set()
    at = 0
    for p in batch:
        at += len(_headline(p))
        if p.discourse.speaker is None and not p.turns:
            found.update(range(at, at + len(p.spans)))
        at += len(p.spans)
    return found


def _prepare(article: Article) -> Prepared:
    furniture = article.noncontent or noncontent(article.text)
    mentions = scan(article.text)
    language = _language(article.text, mentions)
    coded = language in CODED_LANGUAGES
    spans = sentences(article.text, furniture) if coded else ()
    mentions = mentions if coded else ()
    discourse = Discourse(article, mentions)
    spoken: tuple[Turn, ...] = ()
    if article.kind == "statement":
        discourse.speaker = discourse.issuer = issuer(article)
        spoken = turns(article, mentions, discourse.speaker)
    return Prepared(article, language, furniture, spans, mentions, discourse, spoken)


def _language(text: str, mentions: Sequence[Mention]) -> str:
    """The language of a text without its names: who is named must not decide in which language it is."""
    at, words = 0, []
    for m in mentions:
        words.append(text[at : m.span[0]])
        at = m.span[1]
    plain = "".join([*words, text[at:]])
    found = identify(plain)
    return "en" if found == UNDETERMINED and plain.isascii() else found


def _headline(p: Prepared) -> tuple[Unparsed, ...]:
    """A title that is not in the text: not coded, but it introduces whom "the president" of the text means."""
    title = p.article.title
    if not title or not p.spans or title in p.article.text:
        return ()
    stand_ins = vocabulary.table("stand_ins")
    masks = masked([(m.span, stand_ins[m.kind]) for m in scan(title)])
    return (Unparsed(title, (0, len(title)), masks),)


def _unparsed(p: Prepared) -> Iterator[Unparsed]:
    stand_ins = vocabulary.table("stand_ins")
    labels = {t.label[0]: t.label[1] for t in p.turns}
    k = 0
    for start, end in p.spans:
        while k < len(p.mentions) and p.mentions[k].span[0] < start:
            k += 1
        begin = min(labels.get(start, after_dateline(p.article.text, start, end)), end)
        masks, j = [], k
        while j < len(p.mentions) and p.mentions[j].span[1] <= end:
            if p.mentions[j].span[0] >= begin:
                masks.append(Mask(p.mentions[j].span, stand_ins[p.mentions[j].kind], j))
            j += 1
        yield Unparsed(p.article.text, (begin, end), tuple(masks))


def scenes(article: Article) -> Iterator[Scene]:
    """The sentences of one article as the readers of signals see them, each with the memory of that moment.

    The memory is one and the same for all: look at a scene before the next one is asked for.
    """
    p = _prepare(article)
    parsed = parse([*_headline(p), *_unparsed(p)])
    titles = len(_headline(p))
    introduce(p.discourse, parsed[:titles])
    for _, scene in _scenes(p, parsed[titles:]):
        yield scene


def _scenes(p: Prepared, parsed: Sequence[Sentence]) -> Iterator[tuple[Turn | None, Scene]]:
    """Each sentence read in its turn: who was named, what is reported, what happened, what is claimed."""
    d = p.discourse
    body = d.speaker
    for span, s in zip(p.spans, parsed, strict=True):
        turn = next((t for t in reversed(p.turns) if t.label[0] <= span[0]), None)
        d.speaker = turn.speaker if turn else body
        observe(s, d)
        reported = attributions(s, d)
        happened = events(s, d, reported)
        remember_contact(d, (a for e in happened if e.type in CONTACTS for a in (*e.actors, *e.recipients)))
        made = claims(s, d, span, happened, reported) or statements(s, d, span, reported)
        yield turn, Scene(s, d, span, tuple(happened), tuple(reported), tuple(made))


def _coded(p: Prepared, parsed: Sequence[Sentence]) -> Coded:
    d = p.discourse
    found_claims: list[Claim] = []
    found_attributions: list[Attribution] = []
    flags: list[RoleFlag] = []
    read: list[Signals] = []
    for turn, scene in _scenes(p, parsed):
        span = scene.span
        if turn and turn.label[0] == span[0] and turn.label[1] < span[1]:
            found_attributions.append(turn_attribution(p.article, turn.speaker, turn.label, span))
        found_attributions.extend(joined(p.article, list(scene.reported), d.speaker))
        found_claims.extend(scene.claims)
        flags.extend(role_flags(scene.sentence, d))
        read.append(read_signals(scene))
    whole = with_quotations(p.article.text, found_attributions)
    return Coded(
        id=p.article.id,
        language=p.language,
        sentences=p.spans,
        noncontent=p.furniture,
        attributions=tuple(continued(whole, whole, p.spans)),
        claims=tuple(continued(found_claims, whole, p.spans)),
        signals=_quoted(_together(read), whole, p.spans),
        roles=tuple(flags),
    )


def _quoted(read: Signals, whole: Sequence[Attribution], spans: Sequence[Span]) -> Signals:
    lists = {name: tuple(continued(getattr(read, name), whole, spans)) for name in Signals.__dataclass_fields__}
    return Signals(**lists)


def _together(read: Sequence[Signals]) -> Signals:
    lists = {name: tuple(x for one in read for x in getattr(one, name)) for name in Signals.__dataclass_fields__}
    return Signals(**lists)

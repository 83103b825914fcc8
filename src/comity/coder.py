"""The coder: an article in, everything that is coded about it out. A pure function of the article and the coder's version."""

from __future__ import annotations

from comity import vocabulary
from comity.actors.discourse import Discourse
from comity.actors.gazetteer import scan
from comity.actors.noun_phrases import observe
from comity.coding.attribution import attributions
from comity.coding.claims import claims, events
from comity.language.english import Mask, Unparsed, parse
from comity.values import Article, Coded

VERSION = "0.1.0"


def code_article(article: Article) -> Coded:
    from comity.language.sentences import sentences  # until it lands

    spans = sentences(article.text, article.noncontent)
    mentions = scan(article.text)
    stand_ins = vocabulary.table("stand_ins")
    todo = []
    for s, e in spans:
        masks = tuple(
            Mask(m.span, stand_ins[m.kind], k) for k, m in enumerate(mentions) if s <= m.span[0] and m.span[1] <= e
        )
        todo.append(Unparsed(article.text, (s, e), masks))
    d = Discourse(article, mentions)
    found = []
    for sentence in parse(todo):
        observe(sentence, d)
        reported = attributions(sentence, d)
        evs = events(sentence, d)
        found.extend(claims(sentence, d, evs, reported))
    return Coded(article.id, "en", spans, article.noncontent, claims=tuple(found))

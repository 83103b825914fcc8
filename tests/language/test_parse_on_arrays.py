"""The parse on arrays: the trees of spaCy's own components, from the same weights."""

from __future__ import annotations

from comity import dossiers
from comity.language import english
from comity.language.english import Unparsed
from comity.language.sentences import sentences
from comity.sources import ReadingOptions, articles
from comity.values import Article


def test_the_arrays_give_every_word_the_tag_head_and_label_that_spacy_gives() -> None:
    read = [a for a in articles([dossiers.folder("october-1962")], ReadingOptions()) if isinstance(a, Article)]
    words = [english._words(Unparsed(a.text, span))[0] for a in read for span in sentences(a.text)]
    assert len(words) > 300
    layers = english._layers()
    assert layers is not None
    assert list(english._by_arrays(words, *layers)) == list(english._by_pipes(words))


def test_a_sentence_is_parsed_alike_alone_and_among_others() -> None:
    texts = ["The minister said that he would not attend.", "Talks failed.", "They left at once, since nobody came."]
    together = english.parse([Unparsed(t, (0, len(t))) for t in texts])
    assert together == [english.parse([Unparsed(t, (0, len(t)))])[0] for t in texts]


def test_a_sentence_that_is_not_wanted_has_no_tokens() -> None:
    texts = ["The minister resigned.", "It rained."]
    one, other = english.parse([Unparsed(t, (0, len(t))) for t in texts], lambda k, *_: k == 0)
    assert [t.text for t in one.tokens] == ["The", "minister", "resigned", "."]
    assert other.tokens == ()

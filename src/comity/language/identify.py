"""Which language a text is in. A text in a language without a coder is stored and reported, not coded.

py3langid answers for texts of some length; it is noisy on short ones, and a sentence of the news is short. English is
told by its own words first, which is quick and holds for a headline, too.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

UNDETERMINED = "und"  # ISO 639-2 for "cannot be told"
SAMPLE = 6_000  # code points looked at
SHORT = 40  # letters below which the first guess of py3langid does not stand by itself
SURE = 0.6  # probability above which its guess on a short text stands
ENGLISH_SHARE = 0.2  # of the words: running English has 35 to 50 per cent of these; other languages under 10
LIKELY_ENGLISH, OTHER_UNLIKELY = 0.1, 0.35  # a short text of plain Latin letters that nothing else claims

# Languages in which news of international relations appears in some number; the others are noise on short texts.
_LANGUAGES = (
    "ar az be bg bn bs ca cs da de el en es et fa fi fr ha he hi hr hu hy id it ja ka kk ko lt lv mk ms nl no pl ps pt"
    " ro ru sk sl so sq sr sv sw th tl tr uk ur uz vi zh"
)

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = (
    "the of and to that with by from it have has but his they their its which who would said says after this about"
    " more than against between into because could should when during while before if there these those what where"
    " may can must does did not any your my out other some such only both how why condemned condemns urges urged warns"
    " warned rejects rejected accuses accused attacks attacked killed visits visited meets met launches launched calls"
    " signs signed backs seeks denies denied strikes troops talks"
)
# Words that English shares with its neighbours in Latin script: counted, but no proof by themselves.
_ENGLISH_AND_OTHER = "in is was for on as at an had we me do all so or under i her been were he she be are us"

_PROOF, _SHARED = frozenset(_ENGLISH.split()), frozenset(_ENGLISH_AND_OTHER.split())


def identify(text: str) -> str:
    """ISO 639-1 code of the language of ``text``, or ``und`` where it cannot be told. Deterministic."""
    sample = text[:SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    letters = sum(map(len, words))
    if not words:
        return UNDETERMINED
    plain = all(word.isascii() for word in words)
    if (plain or sum(len(word) for word in words if word.isascii()) > 0.9 * letters) and _is_english(words):
        return "en"
    ranked = _ranked(sample)
    code, probability = ranked[0]
    if letters >= SHORT or (probability >= SURE and letters > 5):
        return code
    if plain and probability < OTHER_UNLIKELY and dict(ranked)["en"] >= LIKELY_ENGLISH:
        return "en"
    return UNDETERMINED


def _is_english(words: list[str]) -> bool:
    proof = sum(word in _PROOF for word in words)
    shared = sum(word in _SHARED for word in words)
    return proof >= 1 and (proof + shared) / len(words) >= ENGLISH_SHARE


def _ranked(sample: str) -> list[tuple[str, float]]:
    return [(str(code), float(probability)) for code, probability in _model().rank(sample)]


@lru_cache(maxsize=1)
def _model() -> Any:
    """Loaded at first need: it takes a moment."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages(_LANGUAGES.split())
    return model

"""Where an act took place: the place after "in", "at" or "near" that hangs on it. The country is "per GeoNames"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from comity import vocabulary
from comity.actors.discourse import Discourse
from comity.actors.entities import Entity, existed
from comity.actors.gazetteer import Mention
from comity.actors.phrases import entity_of
from comity.coding.attachment import carriers, host
from comity.coding.cues import stances
from comity.coding.geonames import regions
from comity.coding.toponyms import Named, capitals, resolve, resolve_listed
from comity.language.sentence import Sentence, Token
from comity.values import Place, Span
from comity.vocabulary import words

BEFORE = frozenset({"in", "at", "near", "on", "off", "inside", "outside", "around", "across", "within"})
# After these a state is the target or the theme of an act, not its place: "sanctions on", "fired at".
AIMED = frozenset({"on", "at", "around", "across"})
# After these nothing takes place in the state that is named: "flights outside X".
BEYOND = frozenset({"outside", "off"})
KINDS = frozenset({"place", "state", "metonym"})
PASSING = frozenset({"dobj", "pobj", "prep", "attr", "nsubjpass", "conj", "appos", "dative", "agent"})
# Names of the vocabulary that say of which country an article speaks.
SPEAKING = frozenset({"state", "adjective", "demonym", "metonym", "place"})
# A name may go on over these: "Rio de Janeiro", "Deir ez-Zor", "Stratford upon Avon".
AFTER_NAME = re.compile(r"(?:[ -](?:al|el|ez|de|del|da|do|di|la|le|los|las|sur|upon|on|am|an|der))*[ -][A-Z][\w’'-]+")
BESIDE = re.compile(r",? \(?(?=[A-Z])")


def place_at(s: Sentence, i: int, d: Discourse) -> Place | None:
    """The place of the act whose word stands at ``i``, nearest first; None where the sentence gives none."""
    preps = [p for p in s.tokens if p.lemma in BEFORE and p.dep == "prep" and s.child(p.i, "pobj")]
    if not preps:
        return None
    hosts = carriers(s, i)
    placed = sorted((hosts.index(at), abs(p.i - at), p.i) for p in preps if (at := _host(s, p.i)) in hosts)
    return next((found for *_, k in placed if (found := _after(s, s.tokens[k], d))), None)


def place_of(s: Sentence, t: Token, d: Discourse) -> Place | None:
    """The place that a name of the vocabulary means, wherever it stands; None where it names none."""
    return _place(s, t, None, d, KINDS) if t.mention >= 0 else None


def _host(s: Sentence, prep: int) -> int | None:
    """The act that a phrase of place hangs on, itself or through what the act is done to, with or at; of words, itself only."""
    at = host(s, [prep])
    step = s.tokens[prep].head
    while at is not None and step != at:
        t = s.tokens[step]
        plain = t.dep in PASSING and (t.dep != "prep" or t.lemma in words("sites", "leading"))
        if not plain or s.tokens[at].lemma in stances():
            return None
        step = t.head
    return at


def _after(s: Sentence, prep: Token, d: Discourse) -> Place | None:
    """The place that a preposition leads to: "in X", "in the X region", "in the town of X"."""
    noun = s.child(prep.i, "pobj")
    if noun is None:
        return None
    if noun.mention >= 0:
        found = _place(s, noun, None, d, KINDS - {"state"} if prep.lemma in AIMED | BEYOND else KINDS)
        # "Talks on (a part of the world)": their theme. On an island or a town something may take place.
        theme = prep.lemma == "on" and found is not None and found.precision == "region" and found.country is None
        return None if theme else found
    if noun.lemma not in words("sites", "nouns") | words("sites", "regional") | words("sites", "settled"):
        return None if prep.lemma in AIMED else _unlisted(s, noun, None, d)
    under = [k for p in s.children(noun.i, "prep") if p.lemma == "of" for k in s.children(p.i, "pobj")]
    before = [k for k in s.children(noun.i, "compound", "nmod", "appos") if k.mention >= 0 or _lends_its_name(noun)]
    parts = (*under, *before) if noun.lemma in words("sites", "settled") else (*before, *under)
    named = next((found for k in parts if (found := _named(s, k, noun, d))), None) or _capital(s, noun, d)
    return named or next((found for k in s.children(noun.i, "poss") if (found := _named(s, k, noun, d))), None)


def _lends_its_name(noun: Token) -> bool:
    """Whether an unknown name before a noun is a town's or region's: "the X area", not "X Square" nor "the Member States"."""
    singular = noun.text.lower() == noun.lemma.lower()
    return singular and any(noun.lemma in words("sites", name) for name in ("regional", "settled", "around"))


def _named(s: Sentence, t: Token, noun: Token, d: Discourse) -> Place | None:
    return _place(s, t, noun, d, KINDS) if t.mention >= 0 else _unlisted(s, t, noun, d)


def _place(s: Sentence, t: Token, noun: Token | None, d: Discourse, kinds: frozenset[str]) -> Place | None:
    """The place of a name of the vocabulary."""
    if d.mentions[t.mention].kind not in kinds:
        return None
    mention = d.mentions[t.mention]
    entity = entity_of(t, d)
    row = places().get(mention.text) or places().get(entity.name if entity else "") or {}
    named = _as_named(s, (t.start, t.end), t, noun, d)
    if mention.kind == "state" and named.region is not None:
        return _namesake_of_a_state(s, t, named, d)
    if not row and (entity is None or mention.kind != "place" or mention.text in capitals().values()):
        return _unfiled(named, mention, entity, d)
    lasting = entity is not None and is_code(entity.code) and existed(entity, d.article.published)
    country = entity.code if entity and lasting else row.get("country")
    return resolve_listed(named, row, country, spoken_of(d, mention.text))


def _namesake_of_a_state(s: Sentence, t: Token, named: Named, d: Discourse) -> Place:
    """A town that is called like a state, told by its region: "in East (state), (region)"."""
    before = [
        k for k in s.tokens[max(0, t.i - 1) : t.i] if k.text[:1].isupper() and k.text.lower() in words("sites", "parts")
    ]
    span = (before[0].start if before else t.start, t.end)
    whole = replace(named, text=d.article.text[slice(*span)], span=span, country=None, areal=False)
    return resolve(whole, frozenset()) or Place(whole.text, span, precision="unresolved")


def _unfiled(named: Named, mention: Mention, entity: Entity | None, d: Discourse) -> Place | None:
    """The place of a name that no row of places alone bears: a state, a seat of power, a capital, a name of several places."""
    code = entity.code if entity and is_code(entity.code) else None
    if mention.kind == "metonym" and mention.text in capitals().values():
        return resolve_listed(named, {"name": mention.text}, code, spoken_of(d, mention.text))
    if entity is None and mention.kind != "state":
        return resolve(named, spoken_of(d, mention.text)) or Place(named.text, named.span, precision="unresolved")
    return Place(named.text, named.span, code, precision="country" if code else "unresolved")


def _unlisted(s: Sentence, t: Token, noun: Token | None, d: Discourse) -> Place | None:
    """The place of a name that only GeoNames knows."""
    span = _name(s, t, d, noun.start if noun is not None and noun.i > t.i else s.span[1])
    if span is None:
        return None
    text = d.article.text[slice(*span)]
    return resolve(_as_named(s, span, t, noun, d), spoken_of(d, text))


def _name(s: Sentence, t: Token, d: Discourse, until: int) -> Span | None:
    """The whole name around a proper noun, without words for a part of it; None where it is no name of a place."""
    low = t.lemma.lower().rstrip(".")
    if (
        t.tag not in ("NNP", "NNPS")
        or not t.text[:1].isupper()
        or t.text.isupper()
        or low in words("sites", "elsewhere") | times()
    ):
        return None
    if s.child(t.i, "det", "poss") is not None or d.by_surname(t.text):
        return None
    first = t.i
    while (
        first and s.tokens[first - 1].head in range(first, t.i + 1) and s.tokens[first - 1].dep in ("compound", "nmod")
    ):
        first -= 1
    while first < t.i and s.tokens[first].text.lower() in words("sites", "parts"):
        first += 1
    if any(k.mention >= 0 or not k.text[:1].isupper() for k in s.tokens[first : t.i + 1] if k.text != "-"):
        return None
    after = AFTER_NAME.match(d.article.text, t.end, until)
    return (s.tokens[first].start, after.end() if after else t.end)


def _as_named(s: Sentence, span: Span, t: Token, noun: Token | None, d: Discourse) -> Named:
    """A name with what is said beside it: its kind, its state, its region."""
    areal = None
    if noun is not None and noun.lemma in words("sites", "regional"):
        areal = True
    elif noun is not None and noun.lemma in words("sites", "settled"):
        areal = False
    beside = _beside(s, span[1], d)
    state = beside if beside is not None and is_code(beside) else None
    region = beside if state is None else None
    if state is None and areal is not None and noun is not None:
        owner = _state_of(s, noun, d)
        state = owner.code if owner and is_code(owner.code) else None
    return Named(d.article.text[slice(*span)], span, state, region, areal)


def _beside(s: Sentence, end: int, d: Discourse) -> str | None:
    """The state (as code) or region (as name) right after a name: "X, Y"; never what acts there."""
    step = BESIDE.match(d.article.text, end, s.span[1])
    after = next((t for t in s.tokens if step and t.start == step.end()), None)
    if after is None or after.dep in ("nsubj", "nsubjpass", "poss", "compound"):
        return None
    if after.mention >= 0 and d.mentions[after.mention].kind == "state":
        entity = entity_of(after, d)
        return entity.code if entity else None
    whole = re.match(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?", d.article.text[after.start : s.span[1]])
    names = [d.article.text[after.start : after.end], whole.group() if whole else ""]
    return next((n for n in reversed(names) if n and regions(n)), None)


def _state_of(s: Sentence, noun: Token, d: Discourse) -> Entity | None:
    """The state said before a noun: "the (adjective) city of", "(state)'s region"."""
    for k in s.children(noun.i, "amod", "poss", "compound", "nmod"):
        if k.mention >= 0 and d.mentions[k.mention].kind in ("adjective", "state"):
            return entity_of(k, d)
    return None


def _capital(s: Sentence, noun: Token, d: Discourse) -> Place | None:
    """ "The (adjective) capital": the town that the state's own law names."""
    described = any(
        k.mention < 0 for k in s.children(noun.i, "amod", "compound")
    )  # "the northern capital" is another town
    owner = _state_of(s, noun, d) if noun.lemma == "capital" and not described else None
    name = capitals().get(owner.code or "") if owner and existed(owner, d.article.published) else None
    if owner is None or name is None:
        return None
    first = next(k.start for k in s.children(noun.i) if k.mention >= 0)
    span = (first, noun.end)
    row = places().get(name) or {"name": name}
    found = resolve_listed(Named(name, span, owner.code), row, owner.code, frozenset())
    return replace(found, text=d.article.text[slice(*span)])


def spoken_of(d: Discourse, name: str) -> frozenset[str]:
    """The codes of the countries that an article speaks of by other names than this one."""
    named = (m for m in d.mentions if m.kind in SPEAKING and m.text != name)
    return frozenset(e.code for m in named for e in m.entities if e.code is not None)


def is_code(code: str | None) -> bool:
    """Whether a code is a country's (three capitals) and no body's short name."""
    return code is not None and len(code) == 3 and code.isupper()


@cache
def times() -> frozenset[str]:
    """Words of time with a capital, which towns bear as well."""
    return frozenset(w for name in ("months", "weekdays", "seasons") for w in vocabulary.table("time")[name])


@cache
def places() -> dict[str, vocabulary.Row]:
    """Rows of vocabulary/places.yaml by every name that only one of them bears."""
    found: dict[str, list[vocabulary.Row]] = {}
    for row in vocabulary.rows("places"):
        for name in dict.fromkeys((row["name"], *(row.get("names") or ()))):
            found.setdefault(name, []).append(row)
    return {name: rows[0] for name, rows in found.items() if len(rows) == 1}

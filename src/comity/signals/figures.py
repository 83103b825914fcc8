"""Numbers in a sentence with their unit and what they count: "1.1 million people", "62 per cent", "$50 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.values import Figure, Span

SCALE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
NUMBER = re.compile(
    r"(?P<money>[$€£])?(?P<value>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:[ -](?P<scale>hundred|thousand|million|billion|trillion)\b)?"
    r"(?P<share> ?%| per ?cent\b)?(?: (?P<of>[a-z][a-z-]+(?: [a-z][a-z-]+)?))?"
)
CURRENCY = {"$": "USD", "€": "EUR", "£": "GBP"}
UNITS = frozenset({"tons", "tonnes", "metric", "kilometres", "kilometers", "km", "dollars", "euros", "trucks"})
NO_COUNT = frozenset({"of", "in", "to", "and", "on", "at", "for", "from", "by", "or", "per", "as"})


def figures(text: str, sentence: Span) -> Iterator[Figure]:
    """The figures of a sentence, in order; years and days of the month are none."""
    for m in NUMBER.finditer(text, *sentence):
        value = float(m["value"].replace(",", "")) * SCALE.get(m["scale"] or "", 1)
        counted = (m["of"] or "").split()
        bare = not (m["money"] or m["scale"] or m["share"])
        if bare and (not counted or counted[0] in NO_COUNT or (1900 <= value <= 2100 and "," not in m["value"])):
            continue
        unit = CURRENCY.get(m["money"] or "") or ("percent" if m["share"] else None)
        if unit is None and counted and counted[0] in UNITS:
            unit = counted.pop(0)
        what = None if not counted or counted[0] in NO_COUNT else " ".join(w for w in counted if w not in NO_COUNT)
        end = m.end("share") if m["share"] else m.end("scale") if m["scale"] else m.end("value")
        yield Figure(value, unit, what, (m.start(), end))

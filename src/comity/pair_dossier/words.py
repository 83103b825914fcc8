"""What a dossier says of itself, the same in every format."""

from __future__ import annotations

INTRODUCTION = (
    "Every figure leads to its quotations, or to the list of what it counts, every quotation to its place in its text; constants "
    "of the method name their rule. Lines are made by a program that makes "
    "mistakes: read the words before you rely on a line."
)
COUNTED = (
    "What the figures above count: each thing by the numbers of its quotations, or by its text; one thing ends with a semicolon. "
    "A share has what it is a share of beside it, and a nought what it was looked for among."
)
NOTHING = "Nothing in this record answers that."
LAYERS = (
    "Three layers never merge here: what somebody claims, what a rule codes, and what is counted. A claim has a chain of "
    "according-to-whom and a status; “happened” in a line means that a text says so. The unit counted is the event, with its "
    "mentions and its origins beside it: copies of a text, and retellings of one interview, are one origin. Below five, nothing "
    "is summarised and the items are listed. Unknown is a value and is shown as such. What was not found in these texts may have "
    "happened all the same."
)
RULES = (
    "The same rules hold for every actor; no name stands in any of them. Definitions with worked examples: docs/measures.md of "
    "comity. How often the coder errs, measured on labelled sets: docs/evaluation.md of comity. A quotation equals its text at "
    "the place given, which “comity verify” checks in the record."
)
METHOD = (LAYERS, RULES)

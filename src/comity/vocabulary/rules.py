"""Tables by which measures judge: what bears on what, who is expected to answer. Data with a version that answers print.

They stand in ``vocabulary/rules`` and are no part of the coder's version: changing one codes nothing anew.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comity.errors import VocabularyError
from comity.vocabulary import HERE, load

FOLDER = HERE / "rules"


@dataclass(frozen=True, slots=True)
class Rules:
    """One table as read, and the digest that names this version of it."""

    name: str
    content: Any
    version: str


def rules(name: str, own: str | Path | None = None) -> Rules:
    """The table ``name``, or the user's ``own`` file in its place. :class:`VocabularyError` where it cannot be read."""
    path = Path(own) if own else FOLDER / f"{name}.yaml"
    try:
        read = path.read_bytes()
    except OSError as error:
        raise VocabularyError(
            error.strerror or "cannot be read", place=str(path), remedy="name a YAML file of rules"
        ) from error
    return Rules(name, load(path), "sha256:" + hashlib.sha256(read).hexdigest()[:16])

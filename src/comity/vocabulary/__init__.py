"""What comity knows of the field, as YAML beside this module; code only reads it.

``rows("states")`` reads one file, ``documents("events")`` a folder of them, ``digest()`` names the whole by hash. A user's
own folder (COMITY_VOCABULARY) adds rows to files of the same name.
"""

from __future__ import annotations

import hashlib
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from comity.errors import VocabularyError
from comity.vocabulary import compiled

HERE = Path(__file__).parent
Row = dict[str, Any]


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML in which "no", "on" and "off" are the words they are: only true and false are booleans, as in YAML 1.2."""


BOOLEAN = "tag:yaml.org,2002:bool"
Loader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in forms if tag != BOOLEAN]
    for first, forms in Loader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver(BOOLEAN, re.compile(r"^(?:true|false)$"), list("tf"))


def folders() -> tuple[Path, ...]:
    """The package's own folder, then the user's where one is set."""
    own = os.environ.get("COMITY_VOCABULARY")
    return (HERE, Path(own)) if own else (HERE,)


def load(path: Path) -> Any:
    """One YAML file. Raises VocabularyError with the file and line where it is no YAML."""
    try:
        return compiled.read(path.read_bytes(), lambda text: yaml.load(text, Loader=Loader))
    except yaml.YAMLError as error:
        raise VocabularyError(
            str(error).replace("\n", " "), place=str(path), remedy="mend the YAML at that line"
        ) from error


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of ``name``.yaml, a list, from every folder that has the file."""
    found: list[Row] = []
    for folder in folders():
        path = folder / f"{name}.yaml"
        if path.exists():
            found.extend(load(path) or ())
    return tuple(found)


@cache
def table(name: str) -> Row:
    """``name``.yaml where it is one mapping."""
    return dict(load(HERE / f"{name}.yaml"))


@cache
def words(name: str, key: str, part: str | None = None) -> frozenset[str]:
    """One list of words of ``name``.yaml, or the ``part`` of it: none where the list has no such part."""
    found = table(name)[key]
    return frozenset(found.get(part, ()) if part else found)


@cache
def documents(folder: str) -> tuple[Any, ...]:
    """All YAML files of a folder, in order of their names."""
    return tuple(load(p) for base in folders() for p in sorted((base / folder).glob("*.yaml")))


@cache
def digest() -> str:
    """A hash over the vocabulary and tables of the coder, part of its version; the tables of measures have their own."""
    seen = hashlib.sha256()
    for base in folders():
        for path in sorted((*base.rglob("*.yaml"), *base.rglob("*.tsv"))):
            if path.relative_to(base).parts[0] == "rules":
                continue
            seen.update(path.relative_to(base).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return "sha256:" + seen.hexdigest()

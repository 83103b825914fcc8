"""The consolidated list of the Security Council's sanctions committees, as the United Nations publish it in XML.

The file is complete for the day it was generated: it tells who was listed that day, and who was not. No entity of XML is
resolved and nothing is fetched; a file with a document type is refused.
"""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from comity.errors import InputError
from comity.facts.delimited import iso_day
from comity.facts.imported import REMEDY, Collector, Imported

NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
LARGEST = 100_000_000  # bytes; the published file has two million
SEVERAL = ";"  # one element holds several names so


def read_un_list(path: Path) -> Imported:
    """Table ``un_list``. Raises :class:`InputError` where the file is no such list or has no day."""
    root = _root(path)
    snapshot = iso_day(root.get("dateGenerated", ""))
    if root.tag != "CONSOLIDATED_LIST" or snapshot is None:
        raise InputError("is no consolidated list with the day it was generated", place=str(path), remedy=REMEDY)
    found = Collector("un_list", path)
    for element in root.iter("INDIVIDUAL", "ENTITY"):
        name = " ".join(w for n in NAMES for w in _text(element, n).split())
        listed = iso_day(_text(element, "LISTED_ON"))
        told = {"list": _text(element, "UN_LIST_TYPE"), "reference": _text(element, "REFERENCE_NUMBER")}
        if not name or listed is None or not all(told.values()):
            found.refuse(element.sourceline or 0, f"{name or 'nobody'} lacks name, list, reference or day of listing")
            continue
        kind = element.tag.lower()
        others = {"aliases": _aliases(element, element.tag), "kind": kind, "name": name}
        found.take(element.sourceline or 0, {"snapshot": snapshot, **told, **others, "listed": listed})
    return found.imported()


def _root(path: Path) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(f"is larger than {LARGEST} bytes", place=str(path), remedy=REMEDY)
        tree = etree.parse(str(path), parser)
    except (OSError, etree.XMLSyntaxError) as error:
        raise InputError(f"cannot be read as XML: {error}", place=str(path), remedy=REMEDY) from error
    if tree.docinfo.doctype or tree.docinfo.internalDTD is not None:
        raise InputError("has a document type, which such a list never has", place=str(path), remedy=REMEDY)
    return tree.getroot()


def _text(element: etree._Element, name: str) -> str:
    return (element.findtext(name) or "").strip()


def _aliases(element: etree._Element, tag: str) -> list[str]:
    written = [_text(alias, "ALIAS_NAME") for alias in element.iter(f"{tag}_ALIAS")]
    return list(
        dict.fromkeys(" ".join(part.split()) for text in written for part in text.split(SEVERAL) if part.strip())
    )

"""XML from outside: one parser for feeds, outlines and sitemaps, with every dangerous feature off by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from comity.errors import InputError
from comity.sources.showing import shown

# Explicit, whatever the library's defaults become.
_FLAGS = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "attribute_defaults": False,
    "huge_tree": False,  # caps depth at 256 and text at 10 MB
    "recover": True,  # feeds are seldom well-formed
    "remove_comments": True,
    "remove_pis": True,
}

_HARMLESS = frozenset(
    {
        etree.ErrorTypes.ERR_UNDECLARED_ENTITY,
        etree.ErrorTypes.WAR_UNDECLARED_ENTITY,
        etree.ErrorTypes.ERR_INVALID_CHAR,
        etree.ErrorTypes.ERR_INVALID_CHARREF,
        etree.ErrorTypes.NS_ERR_UNDEFINED_NAMESPACE,
    }
)
_CUT = frozenset(
    {
        etree.ErrorTypes.ERR_TAG_NOT_FINISHED,
        etree.ErrorTypes.ERR_DOCUMENT_END,
        etree.ErrorTypes.ERR_GT_REQUIRED,
        etree.ErrorTypes.ERR_CDATA_NOT_FINISHED,
        etree.ErrorTypes.ERR_COMMENT_NOT_FINISHED,
    }
)
_WIDE = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_HALVES = re.compile(
    rb"&#(?:x0{0,9}d[89a-f][0-9a-f]{2}|0{0,9}5(?:529[6-9]|5[3-9]\d\d|6\d{3}|7[0-2]\d\d|73[0-3]\d|734[0-3]));", re.I
)
_CONTROLS = bytes(set(range(32)) - {9, 10, 13})


def tree(raw: bytes, place: str) -> etree._Element:
    """The root of an XML document. InputError where there is none, or where it declares entities of its own."""
    return parsed(raw, place)[0]


def parsed(raw: bytes, place: str) -> tuple[etree._Element, InputError | None]:
    """The root, and what is told of a document that is cut or broken: what could be read of it is read."""
    cleaned, encoding = _cleaned(raw)
    parser = etree.XMLParser(encoding=encoding, **_FLAGS)
    try:
        root = etree.fromstring(cleaned, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise _unreadable(place) from error
    if root is None:
        raise _unreadable(place)
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise InputError(
            "declares entities, which no feed needs", place=place, remedy="do not read it", status="refused"
        )
    return root, _broken(parser, place)


def _cleaned(raw: bytes) -> tuple[bytes, str | None]:
    """Without what XML forbids and the parser would end at or pass on broken: control bytes, references to halves of
    characters. With the encoding where it was changed for that."""
    wide = next((encoding for mark, encoding in _WIDE if raw.startswith(mark)), None)
    narrow = raw.decode(wide, "replace").encode("utf-8", "replace") if wide else raw
    return _HALVES.sub(b"\xef\xbf\xbd" if wide else b"?", narrow.translate(None, _CONTROLS)), "utf-8" if wide else None


def _broken(parser: etree.XMLParser, place: str) -> InputError | None:
    """The first fault by which words may be lost: not a mere entity of HTML, which stays as it is written."""
    faults = [f for f in parser.error_log if f.level >= etree.ErrorLevels.ERROR and f.type not in _HARMLESS]
    if not faults:
        return None
    cut = any(fault.type in _CUT for fault in faults)
    return InputError(
        "ends before its end" if cut else f"broken XML: {shown(faults[0].message)}",
        place=f"{place}:{faults[0].line}",
        remedy="what could be read of it was read; fetch or save it again",
        status="truncated" if cut else "damaged",
    )


def name(element: etree._Element) -> str:
    """The tag without its namespace, in lower case; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The children of these names, whatever their namespace, in the order of the document."""
    return (child for child in element if name(child) in names)


def words(element: etree._Element | None) -> str:
    """All text inside an element."""
    return "".join(element.itertext()).strip() if element is not None else ""


def first(element: etree._Element, *names: str) -> str:
    """The text of the first child that has one of these names and words; names are tried in their order."""
    found = (words(child) for wanted in names for child in children(element, wanted))
    return next((text for text in found if text), "")


def _unreadable(place: str) -> InputError:
    return InputError("no XML that can be read", place=place, remedy="save it again")

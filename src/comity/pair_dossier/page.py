"""A dossier as one HTML file: no network, no script, light and dark, on a screen or on paper. Everything is escaped."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined, Template

from comity.pair_dossier.contents import Dossier
from comity.pair_dossier.sources import outlet_anchor
from comity.pair_dossier.visible import visible
from comity.pair_dossier.words import COUNTED, INTRODUCTION, METHOD, NOTHING

MOST = 12  # quotations of a line, or things of a list, that stand unfolded
TEMPLATE, STYLE = "dossier.html.jinja", "dossier.css"


def page(dossier: Dossier) -> str:
    """The whole file. What comes from a record is escaped by the template engine; nothing is marked as safe."""
    said = {"introduction": INTRODUCTION, "method": METHOD, "nothing": NOTHING, "counted_says": COUNTED}
    return _template().render(d=dossier, most=MOST, **said)


def _plain(value: object) -> object:
    """Text of a record without control characters; what the engine has escaped already stays what it is."""
    return visible(value) if type(value) is str else value


@cache
def _template() -> Template:
    here = files("comity.pair_dossier") / "templates"
    loader = DictLoader({name: (here / name).read_text(encoding="utf-8") for name in (TEMPLATE, STYLE)})
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        finalize=_plain,
    )  # fmt: skip
    environment.filters["outlet_anchor"] = outlet_anchor
    return environment.get_template(TEMPLATE)

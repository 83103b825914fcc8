"""The documents say what there is: every command and option is told, every setting, and every link leads somewhere."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import typer
from typer.testing import CliRunner

from comity import asking
from comity.cli.app import app
from comity.contract import SIGNALS
from comity.values import QUADS

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)")


def every(group: click.Command, name: str = "") -> Iterator[tuple[str, click.Command]]:
    """The commands of a group and of the groups in it, each with its whole name."""
    for word, found in getattr(group, "commands", {}).items():
        called = f"{name} {word}".strip()
        yield from every(found, called) if hasattr(found, "commands") else ((called, found),)


COMMANDS = dict(every(typer.main.get_command(app)))
OPTIONS = [
    (n, o) for n, c in COMMANDS.items() for p in c.params for o in p.opts if o.startswith("--") and o != "--help"
]


# Calls of ``comity actors`` in the documents, with what they print: they depend on the vocabulary alone.
CALL = re.compile(r"^\$ comity actors (\".+\" --on \S+)\n((?:(?!\$|```).+\n)+)", re.MULTILINE)


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def section(command: str) -> str:
    """What docs/commands.md says of one command."""
    parts = re.split(r"^## ", page("docs/commands.md"), flags=re.MULTILINE)
    return next((p for p in parts if p.startswith(f"`comity {command}`")), "")


def told(command: str) -> str:
    """The section of a command; options that all measures share stand once, in a section of their own."""
    shared = re.split(r"^## ", page("docs/commands.md"), flags=re.MULTILINE)
    measures = next(p for p in shared if p.startswith("Measures"))
    return section(command) + (measures if getattr(asking.Asking, command, None) else "")


def test_there_are_commands_and_options_to_look_for() -> None:
    assert len(COMMANDS) >= 9
    assert len(OPTIONS) > 20


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_told_in_the_readme_and_has_a_section(command: str) -> None:
    assert f"comity {command}" in page("README.md")
    assert section(command)


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_an_option_is_told_with_its_command(command: str, option: str) -> None:
    assert re.search(rf"{option}\b", told(command)), f"docs/commands.md does not tell {option} of comity {command}"


def test_no_option_is_told_that_does_not_exist() -> None:
    for command in COMMANDS:
        told = set(re.findall(r"`(--[a-z]+)`", section(command)))
        assert told <= {o for name, o in OPTIONS if name == command}, command


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_a_link_to_a_file_leads_there(path: Path) -> None:
    broken = [link for link in LINK.findall(path.read_text(encoding="utf-8")) if not (path.parent / link).exists()]
    assert broken == []


def test_every_setting_is_told() -> None:
    sources = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "src").rglob("*.py"))
    settings = set(re.findall(r"\bCOMITY_[A-Z_]+", sources))
    assert settings
    assert [s for s in settings if f"`{s}`" not in page("docs/commands.md")] == []


def test_the_contract_tells_every_type_and_every_list_of_signals() -> None:
    assert [name for name in SIGNALS if f"`{name}`" not in page("docs/contract.md")] == []
    assert [name for name in QUADS if name not in page("docs/coding.md")] == []


def test_every_field_of_a_signal_is_in_the_contract() -> None:
    contract = page("docs/contract.md")
    fields = {f.rstrip("_") for kind in SIGNALS.values() for f in kind.__dataclass_fields__}
    assert [f for f in sorted(fields) if f"`{f}`" not in contract] == []


@pytest.mark.parametrize("name", ["README.md", "docs/commands.md"])
def test_what_comity_actors_prints_is_what_the_documents_show(name: str) -> None:
    calls = CALL.findall(page(name))
    assert calls
    for call, shown in calls:
        assert CliRunner().invoke(app, ["actors", *shlex.split(call)]).stdout == shown

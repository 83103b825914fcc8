"""The commands by name. Each stands in a module of its own and loads what it needs when it runs."""

from __future__ import annotations

import typer

from comity.cli.actors import actors
from comity.cli.alignment import alignment
from comity.cli.archive import archive
from comity.cli.assurances import assurances
from comity.cli.claims import claims
from comity.cli.contacts import contacts
from comity.cli.coverage import coverage
from comity.cli.demo import demo
from comity.cli.designations import designations
from comity.cli.digest import digest
from comity.cli.disputes import disputes
from comity.cli.dossier import dossier
from comity.cli.evaluate import evaluate
from comity.cli.explain import explain
from comity.cli.forget import forget
from comity.cli.imports import import_
from comity.cli.judge import judge
from comity.cli.keeping import backup, migrate, restore
from comity.cli.posture import posture
from comity.cli.read import read
from comity.cli.responses import responses
from comity.cli.review import review
from comity.cli.search import search
from comity.cli.serve import serve
from comity.cli.show import show
from comity.cli.statements import alerts, opinion, redlines, roles
from comity.cli.streams import code, relate
from comity.cli.timeline import timeline
from comity.cli.triggers import triggers
from comity.cli.verify import verify
from comity.cli.versions import versions
from comity.cli.watch import watch, watches

COMMANDS = (
    *(read, watch, watches, versions),
    *(digest, claims, search, show, code, relate, verify, actors, explain, evaluate, demo),
    *(contacts, coverage, triggers, responses),
    *(alignment, designations, import_),
    *(assurances, judge, review, disputes),
    *(posture, redlines, opinion, alerts, roles),
    *(timeline, dossier, serve),
    *(backup, restore, migrate, forget),
)

app = typer.Typer(
    name="comity",
    help="Who said and did what to whom, when, according to whom: from news and official texts, every line cited.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in COMMANDS:
    app.command(command.__name__.rstrip("_"))(command)  # import is a word of the language
app.add_typer(archive)

"""Where record and measures meet: one method a measure, the same name as its command. Contains no measure and no query."""

from __future__ import annotations

from comity.asking.briefs import Briefs
from comity.asking.conduct import Conduct
from comity.asking.coverages import Coverages
from comity.asking.forums import Forums
from comity.asking.postures import Postures
from comity.asking.reacting import Reacting
from comity.asking.relations import Relations
from comity.asking.searches import Searches
from comity.asking.statements import Statements
from comity.asking.timelines import Timelines

__all__ = ["Asking"]


class Asking(Briefs, Conduct, Coverages, Forums, Postures, Reacting, Relations, Searches, Statements, Timelines):
    """Everything that can be asked of a record by measure."""

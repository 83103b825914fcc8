"""The dossier of a pair of actors: every measure of the two in one document, each number with its sentences.

What stands in it is one list (sections.py); what it says is one value (contents.py), made here from a record; how it looks
is the business of page.py, markdown.py and word.py.
"""

from comity.pair_dossier.compiling import dossier
from comity.pair_dossier.contents import Dossier

__all__ = ["Dossier", "dossier"]

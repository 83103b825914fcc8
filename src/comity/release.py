"""Which release this is: the number that ``comity.__version__``, the project file and requests to servers name."""

from __future__ import annotations

VERSION = "0.1.0"

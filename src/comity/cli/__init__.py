"""The command ``comity``. Holds no logic of its own: whatever it shows, the Python API returns."""

from __future__ import annotations

import os
import sys

from comity.errors import ComityError

__all__ = ["main"]


def main() -> None:
    """Runs the command; what comity refuses to do is told in one line, with its exit status."""
    # One sentence's matrices are small: threads of the linear algebra cost more than they give, and processes use the cores.
    for library in ("OPENBLAS", "OMP", "MKL"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
    from comity.cli.app import app

    try:
        app()
    except ComityError as error:
        print(f"comity: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        print("comity: stopped; what was written whole is kept", file=sys.stderr)
        sys.exit(130)

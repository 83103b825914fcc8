"""The command ``comity``. Holds no logic of its own: whatever it shows, the Python API returns."""

from __future__ import annotations

import sys

from comity.errors import ComityError

__all__ = ["main"]


def main() -> None:
    """Runs the command; what comity refuses to do is told in one line, with its exit status."""
    from comity.cli.app import app

    try:
        app()
    except ComityError as error:
        print(f"comity: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        print("comity: stopped; what was written whole is kept", file=sys.stderr)
        sys.exit(130)

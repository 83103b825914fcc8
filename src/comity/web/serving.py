"""Serving the workspace: a socket of this machine, and uvicorn on it."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import replace

from comity.errors import StorageError
from comity.web.settings import Settings, checked


def serve(place: str, settings: Settings, tell: Callable[[str], None]) -> None:
    """Serves until stopped; ``tell`` is given the address to open, once it can be asked."""
    import uvicorn

    from comity.web.application import workspace

    checked(settings)
    with _bound(settings) as listening:
        chosen = replace(settings, port=listening.getsockname()[1])
        app = workspace(place, chosen)
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, proxy_headers=False)
        listening.listen(128)
        tell(chosen.address)
        uvicorn.Server(config).run(sockets=[listening])


def _bound(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((settings.host, settings.port))
    except OSError as error:
        bound.close()
        place = f"{settings.host}:{settings.port}"
        raise StorageError(
            error.strerror or str(error), place=place, remedy="give another --port, or 0 for a free one"
        ) from error
    return bound

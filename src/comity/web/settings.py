"""How the workspace is served: address, token, and who may come from elsewhere."""

from __future__ import annotations

import ipaddress
import secrets
from dataclasses import dataclass, field

from comity.errors import InputError

PORT = 8600
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Settings:
    """``token`` opens the workspace on this machine. Other hosts need ``password`` or ``user_header`` (set by a proxy).

    ``names`` are further host names by which the workspace is asked for, without port.
    """

    host: str = "127.0.0.1"
    port: int = PORT
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    password: str | None = None
    user_header: str | None = None
    names: tuple[str, ...] = ()

    @property
    def local(self) -> bool:
        """Whether only this machine can ask."""
        return is_loopback(self.host)

    @property
    def hosts(self) -> frozenset[str]:
        """The Host headers that are answered, with and without the port."""
        own = {*LOOPBACK, *self.names} if self.local else {*LOOPBACK, self.host, *self.names}
        return frozenset(own | {f"{name}:{self.port}" for name in own})

    @property
    def address(self) -> str:
        """Where to begin: with the token on this machine, where no login is asked for."""
        at = f"http://{self.host if ':' not in self.host else f'[{self.host}]'}:{self.port}/"
        return f"{at}?token={self.token}" if self.local and not self.password else at


def is_loopback(host: str) -> bool:
    """Whether a host can be asked from this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def checked(settings: Settings) -> Settings:
    """The settings, or an :class:`InputError` where another machine could ask without a login."""
    if not settings.local and not settings.password and not settings.user_header:
        raise InputError(
            f"{settings.host} can be asked by other machines, and no login is set",
            remedy="give --password-file FILE or --user-header NAME (set by your proxy), or leave --host out",
        )
    return settings

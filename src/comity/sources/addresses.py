"""Which addresses of the web may be asked: http and https, to hosts all of whose addresses are global.

A name is resolved once for a connection, every address it has is looked at, and the connection goes to the very address
that was looked at: a resolver that changes its answer changes nothing.
"""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from comity.errors import ComityError, InputError
from comity.sources.showing import shown

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
IP = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], Sequence[str]]

ALLOW = "COMITY_ALLOW_PRIVATE"
LONGEST = 4_000  # code points of an address
# Beyond what Python calls global on every version: shared, special and translated ranges that may lead inside.
_NEVER = tuple(
    ipaddress.ip_network(written)
    for written in (
        "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4",
        "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2002::/16", "fc00::/7", "fe80::/10", "fec0::/10",
        "ff00::/8",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """One checked address: where to connect, and what to call the host there."""

    scheme: str
    host: str
    port: int
    path: str  # with the query
    addresses: tuple[str, ...]


def is_address(name: str) -> bool:
    """Whether an input is an address of the web."""
    return name[:8].lower().startswith(("http://", "https://"))


def allowed_networks(written: str | None = None) -> tuple[Network, ...]:
    """The networks of an intranet that may be asked, of the setting ``COMITY_ALLOW_PRIVATE``: ``10.0.0.0/8,fd00::/8``."""
    given = os.environ.get(ALLOW, "") if written is None else written
    try:
        return tuple(ipaddress.ip_network(part.strip(), strict=False) for part in given.split(",") if part.strip())
    except ValueError as error:
        raise ComityError(str(error), place=ALLOW, remedy="write networks like 10.0.0.0/8,fd00::/8") from error


def resolve(host: str, port: int) -> Sequence[str]:
    """Every address that the system's resolver gives."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def target(url: str, allowed: Sequence[Network] = (), resolver: Resolver = resolve) -> Target:
    """Where ``url`` leads. InputError (``refused``) unless every address of its host is global or ``allowed``."""
    scheme, host, port, path = _parts(url)
    try:
        found = tuple(dict.fromkeys(resolver(host, port)))
    except (OSError, UnicodeError) as error:
        raise InputError("no such host", place=shown(url), remedy="check the address", status="unreachable") from error
    inside = next((address for address in found if not _may_be_asked(address, allowed)), None)
    if inside is not None or not found:
        raise _refused(f"leads to {inside or 'nowhere'}, which is no address of the open web", url)
    return Target(scheme, host, port, path, found)


def is_global(address: str) -> bool:
    """Whether an IP address, and the IPv4 address that may stand inside it, is one of the open web."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(ip, "ipv4_mapped", None)
    if inner is not None:
        return is_global(str(inner))
    return ip.is_global and not ip.is_multicast and not any(ip in net for net in _NEVER if net.version == ip.version)


def _may_be_asked(address: str, allowed: Sequence[Network]) -> bool:
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return any(ip in net for net in allowed if net.version == ip.version) or is_global(address)


def _parts(url: str) -> tuple[str, str, int, str]:
    """Scheme, host in ASCII, port, and path with query."""
    if len(url) > LONGEST or any(ord(c) < 33 or c == "\\" for c in url):
        raise _refused("is no address of the web", url)
    try:
        split = urlsplit(url)
        port = split.port
    except ValueError as error:
        raise _refused("is no address of the web", url) from error
    if split.scheme not in ("http", "https") or not split.hostname:
        raise _refused("is no http or https address", url)
    if split.username is not None or split.password is not None:
        raise _refused("holds a user name", url)
    path = split.path or "/"
    return (
        split.scheme,
        _ascii(split.hostname, url),
        port or _default(split.scheme),
        path + (f"?{split.query}" if split.query else ""),
    )


def _ascii(host: str, url: str) -> str:
    if ":" in host:
        return host
    try:
        return host.encode("idna").decode("ascii").rstrip(".").lower()
    except UnicodeError as error:
        raise _refused("holds a host name that cannot be", url) from error


def _default(scheme: str) -> int:
    return 443 if scheme == "https" else 80


def _refused(problem: str, url: str) -> InputError:
    return InputError(
        problem,
        place=shown(url),
        remedy=f"only http(s) addresses of the open web are asked; for an intranet set {ALLOW}",
        status="refused",
    )

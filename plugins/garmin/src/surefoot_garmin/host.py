"""Where Garmin is: its services have a host each."""

from __future__ import annotations

from urllib.parse import urlsplit

from surefoot.plugin import ConfigError

NAME = "Garmin"
DOMAINS = ("garmin.com", "garmin.cn")
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def service(host: str, name: str) -> str:
    """Return the address of a service: ``connectapi`` is at https://connectapi.garmin.com.

    A server on this machine that stands in for Garmin is all services at once.

    Raises:
        ConfigError: the host is neither; a password is sent nowhere else.
    """
    if host in DOMAINS:
        return f"https://{name}.{host}"
    if is_here(host):
        return host.rstrip("/")
    raise ConfigError(f"{host!r} is not Garmin", mend='leave host out; for an account in China: "garmin.cn"')


def is_here(host: str) -> bool:
    """Whether it is the address of a server on this machine."""
    parts = urlsplit(host)
    return parts.scheme == "http" and parts.hostname in LOOPBACK

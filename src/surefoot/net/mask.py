"""Words that a request needs and that nobody may read: they hide themselves where they would be shown."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from logging import LogRecord


class Masked(str):
    """A text that is sent as it is and shown as dots, also in a traceback that prints its variables."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'…'"


class MaskedBytes(bytes):
    """Bytes that are sent as they are and shown as dots."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "b'…'"


def basic(user: str, password: str) -> dict[str, str]:
    """Return the header that HTTP Basic asks for."""
    return {"Authorization": Masked("Basic " + b64encode(f"{user}:{password}".encode()).decode())}


def bearer(token: str) -> dict[str, str]:
    """Return the header that carries an access token."""
    return scheme("Bearer", token)


def scheme(name: str, secret: str) -> dict[str, str]:
    """Return the header of a platform's own way to carry a secret, as ``Authorization: NAME SECRET``."""
    return {"Authorization": Masked(f"{name} {secret}")}


def quiet_log() -> None:
    """Keep queries out of the HTTP library's log. Doing it twice is doing it once."""
    import logging

    logging.getLogger("urllib3.connectionpool").addFilter(_without_query)


def _without_query(record: LogRecord) -> bool:
    """The library's log has addresses in it: what follows their question mark is cut off."""
    if isinstance(record.args, tuple):
        record.args = tuple(one.partition("?")[0] if isinstance(one, str) else one for one in record.args)
    return True

"""One athlete's account at intervals.icu."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from surefoot.plugin import Secret, net

HOST = "https://intervals.icu"
NAME = "intervals.icu"
LOGIN = "make a key there under Settings, Developer; then put it where the key setting says"


def client(host: str, key: Secret, folder: Path, patience: float) -> net.Client:
    """Return what asks the account of this key.

    Raises:
        ConfigError: the key is not where it should be.
    """
    return net.Client(
        name=NAME,
        base=host,
        folder=folder,
        login=LOGIN,
        patience=patience,
        headers=net.basic("API_KEY", key.reveal()),
    )


def address(athlete: str, what: str) -> str:
    """Return the path of something of an athlete's; 0 is whoever's key it is."""
    return f"/api/v1/athlete/{quote(athlete, safe='')}/{what}"

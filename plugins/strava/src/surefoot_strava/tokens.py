"""A runner's login at Strava: kept in the part's folder, renewed when it has run out."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from surefoot.plugin import AuthError, net

FILE = "login.json"
MARGIN = 300
"""Seconds before its end from which an access token is not used any more."""

ENDED = {"ended": True}
"""What is kept in the place of a login that was refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """An access token, when it ends in Unix seconds, and the token that gets the next one."""

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    expires_at: int

    @property
    def is_over(self) -> bool:
        """Whether the access token has run out, or is about to."""
        return time.time() > self.expires_at - MARGIN


def load(folder: Path, label: str) -> Tokens:
    """Return the login in this folder.

    Raises:
        AuthError: there is none.
        ConfigError: others on this machine can read it.
    """
    found = net.load_private(folder / FILE, secret=True)
    tokens = read(found)
    if tokens is None:
        why = "your login has ended" if found == ENDED else "you are not logged in"
        raise AuthError(why, where="Strava", mend=f"surefoot login {label}")
    return tokens


def save(folder: Path, tokens: Tokens) -> None:
    """Keep a login, for its owner alone.

    Raises:
        Unavailable: the disk refuses.
    """
    net.save_private(folder / FILE, asdict(tokens))


def end(folder: Path) -> None:
    """Forget a login that Strava refused: trying it again is useless.

    Raises:
        Unavailable: the disk refuses.
    """
    net.save_private(folder / FILE, ENDED)


def read(found: Any) -> Tokens | None:
    """Return the tokens in an answer, or in the file; None where something is missing."""
    if not isinstance(found, dict):
        return None
    access, refresh, ends = (found.get(key) for key in ("access_token", "refresh_token", "expires_at"))
    if not (isinstance(access, str) and isinstance(refresh, str) and isinstance(ends, int)):
        return None
    if not access or not refresh:
        return None
    return Tokens(access_token=net.Masked(access), refresh_token=net.Masked(refresh), expires_at=ends)

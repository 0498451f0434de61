"""A runner's login at Garmin: kept in the part's folder, for its owner alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from surefoot.plugin import AuthError, net
from surefoot_garmin.host import NAME

FILE = "login.json"
FIELDS = ("di_token", "di_refresh_token", "di_client_id")
ENDED = {"ended": True}
"""What is kept in the place of a login that was refused: it is not tried again."""
BESIDE = {"sources": "targets", "targets": "sources"}


def place(folder: Path) -> Path:
    """Return where the login is kept: a source and a target of the same label share one."""
    own, shared = folder / FILE, beside(folder)
    return shared if shared is not None and shared.exists() and not own.exists() else own


def beside(folder: Path) -> Path | None:
    """Return where the other part of the same label keeps its login, if this is a folder of such a part."""
    kind, _, label = folder.name.partition(".")
    return folder.with_name(f"{BESIDE[kind]}.{label}") / FILE if label and kind in BESIDE else None


def load(path: Path, label: str) -> dict[str, str]:
    """Return the login that is kept here.

    Raises:
        AuthError: there is none, or it has ended.
        ConfigError: others on this machine can read it.
    """
    found = net.load_private(path, secret=True)
    if is_login(found):
        return {name: found[name] for name in FIELDS}
    why = "your login has ended" if found == ENDED else "you are not logged in"
    raise AuthError(why, where=NAME, mend=f"surefoot login {label}")


def save(path: Path, login: Any) -> None:
    """Keep a login.

    Raises:
        Unavailable: the disk refuses.
    """
    net.save_private(path, login)


def is_login(found: Any) -> bool:
    """Whether all three parts of a login are there."""
    return isinstance(found, dict) and all(isinstance(found.get(one), str) and found[one] for one in FIELDS)

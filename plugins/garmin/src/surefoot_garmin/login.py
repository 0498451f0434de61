"""Logging in to Garmin Connect: email, password, and the code that Garmin sends. Once, by the runner."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from surefoot.plugin import Ask, AuthError, SurefootError, Unavailable, net
from surefoot_garmin import library, tokens
from surefoot_garmin.connect import Connect
from surefoot_garmin.host import NAME

HOUR = 3600
"""Seconds to stay away after logins were too many: each try makes Garmin's lock last longer."""
RECENT = 600
"""Seconds that a login just made is shared for, by a source and a target of the same label."""


def login(ask: Ask, folder: Path, label: str, host: str, patience: float) -> None:
    """Log in and keep what Garmin gives; the password is kept nowhere.

    Raises:
        AuthError: email, password or code are not right.
        Unavailable: Garmin cannot answer, or wants to be left alone.
        ConfigError: the host is not Garmin.
    """
    if _is_shared(folder):
        return
    wait = net.Wait(folder, NAME)
    wait.check()
    tokens.save(folder / tokens.FILE, _enter(library.client(host), ask, wait))
    _check(folder, label, host, patience)


def _is_shared(folder: Path) -> bool:
    """Whether the part of the same label was logged in a moment ago, by the same command."""
    beside = tokens.beside(folder)
    if beside is None or not beside.exists() or time.time() - beside.stat().st_mtime > RECENT:
        return False
    if not tokens.is_login(net.load_private(beside, secret=True)):
        return False
    (folder / tokens.FILE).unlink(missing_ok=True)
    return True


def _enter(client: Any, ask: Ask, wait: net.Wait) -> dict[str, str]:
    """Return the login that Garmin gives to whoever knows the password, and the code if it wants one."""
    codes: list[str] = []

    def code() -> str:
        codes.append(ask("Garmin has sent you a code; type it here", False).strip())
        return codes[-1]

    email = ask("Your email at Garmin", False).strip()
    try:
        client.login(email, ask("Your password there (it is kept nowhere)", True), prompt_mfa=code)
        found: dict[str, str] = json.loads(client.dumps())
    except library.errors() as problem:
        failed = _refused(problem, wait, "code" if codes else "email and password")
    else:
        if tokens.is_login(found):
            return found
        failed = _closed()
    raise failed


def _refused(problem: Exception, wait: net.Wait, given: str) -> SurefootError:
    kind, words = type(problem).__name__, str(problem)
    if "TooManyRequests" in kind or "429" in words or "427" in words:
        return wait.begin(HOUR)
    if "Authentication" in kind and "JWT_WEB" not in words:
        return AuthError(
            f"does not accept this {given}",
            where=NAME,
            mend="check what you typed; after many tries Garmin lets nobody in for hours",
        )
    return _closed()


def _closed() -> Unavailable:
    return Unavailable(
        "let nobody in just now",
        where=NAME,
        mend="log in at connect.garmin.com in a browser once, then try again in an hour",
    )


def _check(folder: Path, label: str, host: str, patience: float) -> None:
    """Ask one small thing: some accounts are given logins that are then refused."""
    web = Connect(folder, label, host, patience)
    try:
        web.get("/userprofile-service/socialProfile")
    except AuthError:
        failed = Unavailable(
            "let you in and then refused what it gave: with Python 3.11 it does so to some accounts",
            where=NAME,
            mend="run Surefoot with Python 3.12 or later, and log in again",
        )
    else:
        return
    finally:
        web.close()
    raise failed

"""Garmin's Personal API: the runner's own data, with a key of the runner's own, for reading."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

from surefoot.plugin import AuthError, Secret, SurefootError, Unavailable, net
from surefoot_garmin import host as hosts
from surefoot_garmin import jwt

TOKEN = "/personalapitoken-service/personal-api/personal-api-key/token"  # noqa: S105 - a path
FILE = "token.json"
MARGIN = 300
"""Seconds before its end from which a token is not used any more."""
DAY = 24 * 3600
"""Seconds that a token lasts which does not say."""
MEND = "make a new key at connect.garmin.com under Settings, Personal API; then put it where key says"


class Personal:
    """Asks the Personal API; use it as a context.

    Args:
        key: the runner's key.
        host: the domain, or the address of a stand-in.
        folder: the part's own folder; the token that the key is swapped for is kept there for its day.
        patience: seconds to wait for an answer.

    Raises:
        ConfigError: the key is not where it should be, or the host is not Garmin.
    """

    def __init__(self, key: Secret, host: str, folder: Path, patience: float) -> None:
        base = hosts.service(host, "personal.connectapi")
        self._key = net.scheme("ApiKey", key.reveal())
        self._print = hashlib.sha256(f"{base}\0{self._key['Authorization']}".encode()).hexdigest()
        self._path = folder / FILE
        self._fresh = False
        self._web = net.Client(
            name=hosts.NAME, base=base, folder=folder, login=MEND, patience=patience, explain=_explain
        )

    def close(self) -> None:
        """Give the connection back."""
        self._web.close()

    def get(self, path: str, **query: object) -> net.Answer:
        """Read something. A token that ended before its time is swapped for a new one, once.

        Raises:
            AuthError: the key was refused.
            Unavailable: Garmin cannot answer, or wants to be left alone.
        """
        try:
            return self._web.get(path, headers=net.bearer(self._token()), **query)
        except AuthError as refused:
            if self._fresh or "(401)" not in refused.what:
                raise
        return self._web.get(path, headers=net.bearer(self.swap()), **query)

    def _token(self) -> str:
        kept = net.load_private(self._path, secret=True)
        if isinstance(kept, dict) and kept.get("fingerprint") == self._print:
            token, until = kept.get("access_token"), kept.get("expires_at")
            if isinstance(token, str) and isinstance(until, (int, float)) and time.time() < until - MARGIN:
                return token
        return self.swap()

    def swap(self) -> str:
        """Return a new token for the key, and keep it.

        Raises:
            AuthError: the key was refused.
            Unavailable: Garmin cannot answer.
        """
        answer = self._web.ask("POST", TOKEN, headers=self._key | {"Accept": "*/*"}, repeatable=True)
        token = answer.data.decode(errors="replace").strip()
        if not token or not token.isprintable() or any(one in token for one in " <{"):
            raise Unavailable(
                "gave no token where one was expected", where=hosts.NAME, mend="try again later"
            )
        until = jwt.ends(token) or time.time() + DAY
        net.save_private(self._path, {"fingerprint": self._print, "access_token": token, "expires_at": until})
        self._fresh = True
        return token


def _explain(answer: net.Answer) -> SurefootError | None:
    if answer.status == 401:
        return AuthError("does not accept your key (401): it may have ended", where=hosts.NAME, mend=MEND)
    return None

"""Garmin Connect with a login that is kept: renewed when it has run out, and never made anew unattended."""

from __future__ import annotations

import json as jsons
from pathlib import Path
from typing import Any

from surefoot.plugin import AuthError, SurefootError, net
from surefoot_garmin import library, tokens
from surefoot_garmin.host import NAME


class Connect:
    """Asks Garmin Connect as the runner's app does; see ``net.Client`` for what it answers and raises.

    Args:
        folder: the part's own folder.
        label: the name of its table.
        host: the domain, or the address of a stand-in.
        patience: seconds to wait for an answer.

    Raises:
        AuthError: there is no login, or it has ended.
        ConfigError: others can read the login, or the host is not Garmin.
    """

    def __init__(self, folder: Path, label: str, host: str, patience: float) -> None:
        self._path = tokens.place(folder)
        kept = tokens.load(self._path, label)
        self._wait = net.Wait(folder, NAME)
        self._patience = patience
        self._label = label
        self._renewed = False
        self._client = library.client(host)
        self._client.loads(jsons.dumps(kept))
        # The library would go on with a login that was refused, and keep the new one where all can read it.
        self._client._refresh_session = self._renew  # noqa: SLF001 - both versions call it for every renewal

    def close(self) -> None:
        """Give the connection back."""
        self._client.cs.close()

    def get(self, path: str, **query: object) -> net.Answer:
        """Read something; see ``ask``."""
        return self.ask("GET", path, query=query)

    def ask(
        self, method: str, path: str, *, query: dict[str, object] | None = None, json: Any = None
    ) -> net.Answer:
        """Send a request, once, and return its answer.

        Raises:
            AuthError: the login was refused.
            Unavailable: Garmin did not answer, or not with what was asked for, or wants to be left alone.
        """
        self._wait.check()
        try:
            said = self._client.request(
                method, "", path, params=query, json=json, timeout=self._patience, allow_redirects=False
            )
        except library.errors() as problem:
            failed = self._in_words(problem)
        else:
            self._wait.over()
            found = net.Answer(
                name=NAME,
                status=said.status_code,
                headers={key.lower(): value for key, value in getattr(said, "headers", {}).items()},
                data=said.content,
            )
            if found.status < 300:
                return found
            failed = net.refusal(found, self._login)
        raise failed

    @property
    def _login(self) -> str:
        return f"surefoot login {self._label}"

    def _in_words(self, problem: Exception) -> SurefootError:
        answer = library.answer(problem)
        if answer is None:
            return library.broken(problem)
        if answer.status == 429:
            return self._wait.begin(net.seconds_of(answer.headers.get("retry-after")))
        return net.refusal(answer, self._login)

    def _renew(self) -> None:
        """Renew the login, once; the new one is on the disk before it is used.

        Raises:
            AuthError: Garmin does not accept it any more; it is not tried again.
        """
        if self._renewed:
            raise AuthError("does not accept your login (401)", where=NAME, mend=self._login)
        self._renewed = True
        try:
            self._client._refresh_di_token()  # noqa: SLF001 - shared by both versions, and tells what is wrong
        except library.errors() as problem:
            answer = library.answer(problem)
            failed = self._in_words(problem)
            if answer is not None and answer.status in {400, 401}:
                tokens.save(self._path, tokens.ENDED)
                failed = AuthError("your login has ended", where=NAME, mend=self._login)
        else:
            tokens.save(self._path, jsons.loads(self._client.dumps()))
            return
        raise failed

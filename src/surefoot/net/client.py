"""One platform, asked one thing at a time."""

from __future__ import annotations

import json as jsons
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlencode

from surefoot.model import SurefootError, Unavailable
from surefoot.net.answer import Answer
from surefoot.net.mask import MaskedBytes
from surefoot.net.refusal import refusal
from surefoot.net.wait import Wait, seconds_of

if TYPE_CHECKING:
    import urllib3

TRIES = 3
"""How often a request is sent at most: a platform that breaks thrice is left alone."""
PASSING = frozenset({502, 503, 504})
"""What a platform says while it is started anew; nothing was done, so asking again is safe and helps."""
REPEATABLE = frozenset({"GET", "HEAD", "PUT", "DELETE"})

Explain = Callable[[Answer], SurefootError | None]


class Client:
    """Asks a platform, with Surefoot's manners. Use it as a context: it then closes its connection.

    Args:
        name: the platform in words, for messages.
        base: its address, https or on this machine.
        folder: the part's own folder, where it remembers until when the platform wants to be left alone.
        login: what the runner does about a refused login.
        patience: seconds to wait for a connection, for an answer, and between two tries at most.
        headers: sent with every request; see ``basic`` and ``bearer``.
        explain: says what a refusal of this platform means where it knows better than its status.
    """

    def __init__(
        self,
        *,
        name: str,
        base: str,
        folder: Path,
        login: str,
        patience: float = 30.0,
        headers: Mapping[str, str] | None = None,
        explain: Explain = lambda _: None,
    ) -> None:
        from importlib.metadata import version

        self.name = name
        self.base = base
        self.headers: dict[str, str] = {"User-Agent": f"surefoot/{version('surefoot')}"}
        self.headers |= {"Accept": "application/json", "Accept-Encoding": "gzip"} | dict(headers or {})
        self._login = login
        self._patience = patience
        self._explain = explain
        self._wait = Wait(folder, name)
        self._pool: urllib3.PoolManager | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the connection back."""
        if self._pool is not None:
            self._pool.clear()
            self._pool = None

    def get(self, path: str, *, headers: Mapping[str, str] | None = None, **query: object) -> Answer:
        """Read something; see ``ask``. What is None in the query is left out."""
        return self.ask("GET", path, query=query, headers=headers)

    def ask(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
        json: Any = None,
        form: Mapping[str, str] | None = None,
        repeatable: bool | None = None,
    ) -> Answer:
        """Send a request and return its answer, of a status below 300.

        Args:
            method: the HTTP method.
            path: the path, beginning with a slash.
            query: what follows the question mark.
            headers: sent beside the client's own.
            json: the body, to be encoded as JSON.
            form: the body, to be encoded as a form.
            repeatable: whether sending it twice is the same as once; by default as HTTP says of the method.

        Raises:
            AuthError: the login was refused.
            Unavailable: it did not answer, or not with what was asked for, or wants to be left alone.
            ConfigError: its address cannot be used.
        """
        self._wait.check()
        again = method in REPEATABLE if repeatable is None else repeatable
        body, kind = _body(json, form)
        address = self._address(path, query)
        sent = self.headers | kind | dict(headers or {})
        for tried in range(1, TRIES + 1):
            outcome = self._once(method, address, sent, body, again=again)
            if isinstance(outcome, Answer):
                self._wait.over()
                return outcome
            problem, pause = outcome
            if pause is None or tried == TRIES:
                break
            time.sleep(pause or self._patience / 30 * tried)
        if isinstance(problem, Unavailable) and problem.retry_after is not None:
            raise self.leave(problem.retry_after if problem.retry_after >= 0 else None)
        raise problem

    def leave(self, seconds: int | None) -> Unavailable:
        """Return the error to raise where the platform is to be left alone, and remember it for later runs.

        Args:
            seconds: for how long; None where the platform does not say.
        """
        return self._wait.begin(seconds)

    def _once(
        self, method: str, address: str, headers: Mapping[str, str], body: bytes | None, *, again: bool
    ) -> Answer | tuple[SurefootError, float | None]:
        """Return the answer; or what is wrong and in how many seconds (0: soon) asking again may help."""
        from surefoot.net.pool import Broken, ask

        try:
            pool = self._opened()
            answer = ask(
                pool, self.name, method, address, headers=headers, body=body, patience=self._patience
            )
        except Broken as problem:
            told = Unavailable(problem.what, where=self.name, mend=problem.mend)
            # Who has waited for an answer in vain does not wait for it thrice.
            return told, 0.0 if not problem.late and (again or not problem.sent) else None
        if answer.status < 300:
            return answer
        return self._refused(answer, again=again)

    def _refused(self, answer: Answer, *, again: bool) -> tuple[SurefootError, float | None]:
        told = self._explain(answer)
        if told is not None:
            return told, None
        after = seconds_of(answer.headers.get("retry-after"))
        if answer.status == 429 or (answer.status in PASSING and after is not None):
            busy = Unavailable("is busy", where=self.name, retry_after=-1 if after is None else after)
            return busy, after if after is not None and after <= self._patience / 3 else None
        return refusal(answer, self._login), 0.0 if again and answer.status in PASSING else None

    def _address(self, path: str, query: Mapping[str, object] | None) -> str:
        given = {key: value for key, value in (query or {}).items() if value is not None}
        return f"{self.base.rstrip('/')}{path}" + (f"?{urlencode(given)}" if given else "")

    def _opened(self) -> urllib3.PoolManager:
        from surefoot.net.pool import checked, open_pool

        if self._pool is None:
            self._pool = open_pool(checked(self.base))
        return self._pool


def _body(json: Any, form: Mapping[str, str] | None) -> tuple[bytes | None, dict[str, str]]:
    if form is not None:
        return MaskedBytes(urlencode(form).encode()), {"Content-Type": "application/x-www-form-urlencoded"}
    if json is not None:
        return jsons.dumps(json).encode(), {"Content-Type": "application/json"}
    return None, {}

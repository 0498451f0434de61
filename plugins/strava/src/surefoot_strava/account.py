"""One runner's account at Strava, as an API application of the runner's own may see it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from surefoot.plugin import Ask, AuthError, Secret, Unavailable, net
from surefoot_strava import limits, oauth, refusals, tokens
from surefoot_strava.tokens import Tokens

NAME = "Strava"


@dataclass(kw_only=True)
class Account:
    """Logs in, renews the login, and asks within the limits. The fields are ``Api``'s settings."""

    client_id: str
    client_secret: Secret
    host: str
    api: str
    patience: float
    folder: Path
    label: str
    _rests: int | None = field(default=None, init=False)
    _fresh: bool = field(default=False, init=False)

    def login(self, ask: Ask) -> None:
        """Let the runner allow it in a browser, and keep what comes back.

        Raises:
            AuthError: it was not allowed, or Strava refused.
            ConfigError: the secret is not where it should be.
            Unavailable: Strava cannot answer.
        """
        self._renew({"grant_type": "authorization_code", "code": net.Masked(self._allowed(ask))})

    def _allowed(self, ask: Ask) -> str:
        import secrets

        state = secrets.token_urlsafe(24)
        with oauth.Callback() as callback:
            page = oauth.address(self.host, self.client_id, callback.address, state)
            pasted = ask(
                f"Open this address in a browser and allow the access:\n\n  {page}\n\n"
                "Then press Enter here. If the browser ends at a page that it cannot show, paste its address",
                False,
            )
            return oauth.code(callback.found, pasted, state)

    @contextmanager
    def opened(self) -> Iterator[net.Client]:
        """Return what asks with the login that was kept, renewed if it has run out.

        Raises:
            AuthError: there is none, or Strava does not accept it any more.
        """
        known = tokens.load(self.folder, self.label)
        if known.is_over:
            known = self._renewed(known)
        with self._client(self.api, limits.explain) as web:
            web.headers |= net.bearer(known.access_token)
            yield web

    def get(self, web: net.Client, path: str, **query: object) -> net.Answer:
        """Ask, unless the last answer said that it was the last one allowed for a while.

        A login that Strava ended before its time is renewed, once.
        """
        if self._rests is not None:
            raise web.leave(self._rests)
        try:
            answer = web.ask("GET", path, query=query)
        except AuthError as refused:
            if self._fresh or "(401)" not in refused.what:
                raise
            known = self._renewed(tokens.load(self.folder, self.label))
            web.headers |= net.bearer(known.access_token)
            answer = web.ask("GET", path, query=query)
        self._rests = limits.wait(answer)
        return answer

    def _renewed(self, known: Tokens) -> Tokens:
        try:
            return self._renew({"grant_type": "refresh_token", "refresh_token": known.refresh_token})
        except refusals.LoginEndedError:
            tokens.end(self.folder)
            raise

    def _renew(self, grant: dict[str, str]) -> Tokens:
        """Get new tokens, and keep them before they are used: the old ones are worth nothing from now on."""
        asked = {
            "client_id": self.client_id,
            "client_secret": net.Masked(self.client_secret.reveal()),
        } | grant
        with self._client(self.host, lambda answer: refusals.explain(answer, self.label)) as web:
            found = tokens.read(web.ask("POST", "/oauth/token", form=asked).json(dict))
        if found is None:
            raise Unavailable("gave no login where one was expected", where=NAME, mend="try again later")
        tokens.save(self.folder, found)
        self._fresh = True
        return found

    def _client(self, base: str, explain: net.Explain) -> net.Client:
        return net.Client(
            name=NAME,
            base=base,
            folder=self.folder,
            login=f"surefoot login {self.label}",
            patience=self.patience,
            explain=explain,
        )

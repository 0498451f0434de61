"""The way to a login: the runner allows it in a browser, which then comes back to this machine."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl, urlencode, urlsplit

from surefoot.plugin import AuthError

SCOPE = "read,activity:read_all"
NEEDED = "activity:read_all"
"""Without it runs that only the runner sees are missing, and their days would look like rest."""
PATH = "/exchange_token"
DONE = b"<!DOCTYPE html><title>Surefoot</title><p>You can close this page and go back to Surefoot."


class Callback:
    """Waits on this machine, at a free port, for the browser to come back."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        # Browsers open connections ahead of need: one that stays silent must not hold up the one that counts.
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}{PATH}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()


def _handler(callback: Callback) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = 10

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            known = parts.path == PATH
            if known:
                callback.found = dict(parse_qsl(parts.query))
            self.send_response(200 if known else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Referrer-Policy", "no-referrer")
            self.end_headers()
            self.wfile.write(DONE if known else b"")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
            """Say nothing: the address holds the code."""

    return Handler


def address(host: str, client_id: str, back: str, state: str) -> str:
    """Return the page on which the runner allows it."""
    asked = {
        "client_id": client_id,
        "response_type": "code",
        "redirect_uri": back,
        "approval_prompt": "auto",
        "scope": SCOPE,
        "state": state,
    }
    return f"{host.rstrip('/')}/oauth/authorize?{urlencode(asked)}"


def code(found: dict[str, str], pasted: str, state: str) -> str:
    """Return the code that the browser brought back, by itself or in the address that was pasted.

    Raises:
        AuthError: it brought none, or not the one that was asked for, or not the right to read activities.
    """
    import secrets

    found = found or dict(parse_qsl(urlsplit(pasted.strip()).query))
    if not found:
        raise _refused("the browser did not come back")
    if "error" in found:
        raise _refused("the access was not allowed")
    if not secrets.compare_digest(found.get("state", "").encode(), state.encode()):
        raise _refused("the browser came back from another login than this one")
    if NEEDED not in found.get("scope", "").replace(",", " ").split():
        raise _refused(
            "reading all your activities was not allowed, and the private ones would look like rest days; "
            "leave both boxes about activities ticked"
        )
    if not found.get("code"):
        raise _refused("the browser came back without a code")
    return found["code"]


def _refused(why: str) -> AuthError:
    return AuthError(why, where="Strava", mend="type the command again")

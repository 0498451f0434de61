"""A platform that stands in for a real one: real HTTP on loopback, with every fault on demand.

    class Tracks(Standin):
        def answer(self, asked: Asked) -> Reply:
            if asked.header("authorization") != "Bearer right":
                return Reply(status=401)
            return json_reply([{"id": 1}])

    with Tracks() as platform:
        platform.plan(FAULTS["429"])
        part = Track(host=platform.base)

Each request is kept in ``platform.asked``. Faults are used up one a request, in order; then all is well.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request as it came in."""

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    def header(self, name: str) -> str:
        """Return a header, "" where it was not sent."""
        return self.headers.get(name.lower(), "")

    @property
    def json(self) -> Any:
        """The body, read as JSON."""
        return json.loads(self.body)

    @property
    def form(self) -> dict[str, str]:
        """The body, read as a form."""
        return dict(parse_qsl(self.body.decode()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer.

    Attributes:
        status: the HTTP status.
        body: what is sent.
        headers: what goes before it, beside its length.
        length: the length that is announced; more than there is means that the line is cut.
        hang: whether it is held back until the platform closes: whoever waits is out of patience first.
        drip: whether it comes byte by byte.
    """

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    length: int | None = None
    hang: bool = False
    drip: bool = False


Fault = Callable[[Reply, Reply], Reply]
"""Makes a bad answer of a good one; the second is what was answered before at the same path."""


def json_reply(value: Any, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Reply:
    """Return an answer of JSON."""
    kind = {"Content-Type": "application/json"}
    return Reply(status=status, body=json.dumps(value).encode(), headers=kind | dict(headers or {}))


class Standin:
    """A platform on loopback, at a free port. Override ``answer``; use it as a context."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.base = ""
        self._faults: list[tuple[str, Fault]] = []
        self._before: dict[str, Reply] = {}
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._server: ThreadingHTTPServer | None = None

    def answer(self, asked: Asked) -> Reply:
        """Return what the platform answers while nothing is wrong. It is asked one thing at a time."""
        return Reply(status=404)

    def plan(self, *faults: Fault, on: str = "/") -> None:
        """Use these faults up, one a request, on the next requests whose path begins with ``on``."""
        self._faults += [(on, one) for one in faults]

    def calm(self) -> None:
        """Forget the faults that were not used up."""
        self._faults.clear()

    def reply(self, asked: Asked) -> Reply:
        """Answer a request as it will be sent: the platform's own answer, or what a fault makes of it."""
        with self._lock:
            self.asked.append(asked)
            said = self.answer(asked)
            place = next((n for n, (on, _) in enumerate(self._faults) if asked.path.startswith(on)), None)
            if place is not None:
                said = self._faults.pop(place)[1](said, self._before.get(asked.path, said))
            self._before[asked.path] = said
            return said

    def wait(self) -> None:
        """Hold an answer back until the platform is closed."""
        self._closing.wait(30)

    def __enter__(self) -> Self:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self.base = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()


def _handler(platform: Standin) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # with both: one segment an answer, which else waits 40 ms for the last one's receipt
        disable_nagle_algorithm = True
        timeout = 30

        def handle_one_request(self) -> None:
            try:
                super().handle_one_request()
            except OSError:  # whoever asked has hung up, as it is meant to with some faults
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
            """Say nothing: a test's output is its own."""

        def _any(self) -> None:
            parts = urlsplit(self.path)
            asked = Asked(
                method=self.command,
                path=parts.path,
                query=dict(parse_qsl(parts.query)),
                headers={name.lower(): value for name, value in self.headers.items()},
                body=self.rfile.read(int(self.headers.get("Content-Length") or 0)),
            )
            self._send(platform.reply(asked))

        def _send(self, reply: Reply) -> None:
            if reply.hang:
                platform.wait()
            length = len(reply.body) if reply.length is None else reply.length
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(length))
            self.end_headers()
            pieces = [bytes([one]) for one in reply.body] if reply.drip else [reply.body]
            for piece in pieces:
                self.wfile.write(piece)
                self.wfile.flush()
            self.close_connection = self.close_connection or length != len(reply.body)

        do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = _any  # noqa: N815 - the base class's names

    return Handler

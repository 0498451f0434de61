"""The HTTP library as Surefoot uses it: proxies and certificates from the environment, faults in words."""

from __future__ import annotations

import os
import ssl
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from surefoot.model import ConfigError
from surefoot.net.answer import Answer
from surefoot.net.mask import quiet_log

if TYPE_CHECKING:
    import urllib3

BUNDLES = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
"""Where programs are told of a company's own certificates."""
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
LARGEST = 64 * 1024 * 1024
"""Bytes of one answer; ten years of activities in one piece are below it."""
_PIECE = 1 << 16


class Broken(Exception):  # noqa: N818 - an event on a line, told in words
    """No answer came, or not all of it.

    ``sent`` is whether the platform may have seen the request, ``late`` whether all patience was used up.
    """

    def __init__(self, what: str, mend: str, *, sent: bool, late: bool = False) -> None:
        super().__init__(what)
        self.what = what
        self.mend = mend
        self.sent = sent
        self.late = late


def checked(base: str) -> str:
    """Return an address that a secret may be sent to.

    Raises:
        ConfigError: it is no web address, or would carry a secret in clear text.
    """
    parts = urlsplit(base)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.password:
        raise ConfigError(
            f"{parts.hostname or base!r} is no address", mend='write it as "https://example.org"'
        )
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise ConfigError(
            f"http://{parts.hostname} would send your login in clear text", mend="write https://"
        )
    return base.rstrip("/")


def open_pool(base: str) -> urllib3.PoolManager:
    """Return a pool of one connection, by way of the proxy that the environment names."""
    import urllib3

    quiet_log()
    parts = urlsplit(base)
    options: dict[str, Any] = {"maxsize": 1, "block": True}
    if parts.scheme == "https":
        options["ssl_context"] = _certificates()
    proxy = _proxy(parts.scheme, parts.hostname or "")
    return urllib3.PoolManager(1, **options) if proxy is None else _through(proxy, options)


def _through(proxy: str, options: dict[str, Any]) -> urllib3.PoolManager:
    import urllib3

    parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    login = f"{parts.username}:{parts.password or ''}" if parts.username else None
    address = f"{parts.scheme}://{parts.hostname}:{parts.port or 8080}"
    headers = urllib3.make_headers(proxy_basic_auth=login) if login else None
    return urllib3.ProxyManager(address, 1, proxy_headers=headers, **options)


def _proxy(scheme: str, host: str) -> str | None:
    from urllib.request import getproxies, proxy_bypass

    if host in LOOPBACK or proxy_bypass(host):
        return None
    found = getproxies()
    return found.get(scheme) or found.get("all")


def _certificates() -> ssl.SSLContext:
    """The machine's certificates, a company's own, and Mozilla's for a Python that knows no others."""
    import certifi

    named = next((os.environ[one] for one in BUNDLES if os.environ.get(one)), None)
    context = ssl.create_default_context()
    try:
        context.load_verify_locations(named or certifi.where())
    except OSError as problem:
        raise ConfigError(
            f"the certificates cannot be read: {problem.strerror or 'no certificate in it'}",
            where=str(named),
            mend=f"check {' and '.join(BUNDLES)} in your environment",
        ) from None
    return context


def ask(
    pool: urllib3.PoolManager,
    name: str,
    method: str,
    url: str,
    *,
    headers: Mapping[str, str],
    body: bytes | None,
    patience: float,
) -> Answer:
    """Send one request and read the answer to its end; nothing is followed and nothing repeated.

    Raises:
        Broken: there is no answer, or not all of it.
    """
    import urllib3
    from urllib3.exceptions import HTTPError

    end = time.monotonic() + 10 * patience
    broken: Broken
    try:
        said = pool.request(
            method,
            url,
            body=body,
            headers=dict(headers),
            timeout=urllib3.Timeout(connect=patience, read=patience),
            redirect=False,
            retries=False,
            preload_content=False,
        )
        try:
            data = _body(said, end)
        finally:
            said.release_conn()
        low = {key.lower(): value for key, value in said.headers.items()}
        return Answer(name=name, status=said.status, headers=low, data=data)
    except HTTPError as problem:
        broken = _in_words(problem)
    except Broken as problem:
        broken = problem
    except (OSError, ValueError) as problem:
        broken = Broken(f"cannot be reached ({type(problem).__name__})", "try again later", sent=True)
    raise broken.with_traceback(None)


def _body(said: urllib3.BaseHTTPResponse, end: float) -> bytes:
    pieces, size = [], 0
    while piece := said.read(_PIECE, decode_content=True):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST or time.monotonic() > end:
            said.close()
            what = "sends far more than was asked for" if size > LARGEST else "answers too slowly"
            raise Broken(what, "try again later", sent=True, late=True)
    return b"".join(pieces)


def _in_words(problem: Exception) -> Broken:
    """The library's own words hold addresses and more: only the kind of fault is told."""
    from urllib3 import exceptions as of

    online, later = "check that you are online, then try again", "try again later"
    company = "behind a company's proxy: name its certificates in SSL_CERT_FILE"
    proxy = "check HTTPS_PROXY in your environment"
    told: tuple[tuple[type[Exception], str, str, bool], ...] = (
        (of.SSLError, "has a certificate that is not trusted here", company, False),
        (of.ProxyError, "cannot be reached through the proxy", proxy, False),
        (of.NameResolutionError, "was not found on the network", online, False),
        (of.ConnectTimeoutError, "cannot be reached", online, False),
        (of.NewConnectionError, "cannot be reached", online, False),
        (of.ReadTimeoutError, "did not answer in time", later, True),
        (of.DecodeError, "sent an answer that cannot be unpacked", later, True),
        (Exception, "broke off in the middle of its answer", later, True),
    )
    late = isinstance(problem, (of.ConnectTimeoutError, of.ReadTimeoutError))
    return next(
        Broken(what, mend, sent=sent, late=late)
        for kind, what, mend, sent in told
        if isinstance(problem, kind)
    )

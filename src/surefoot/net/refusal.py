"""What an answer that is none means: each status in one line of words."""

from __future__ import annotations

from surefoot.model import AuthError, SurefootError, Unavailable
from surefoot.net.answer import Answer


def refusal(answer: Answer, login: str) -> SurefootError:
    """Return the error for a status that was not expected.

    Args:
        answer: the answer.
        login: what to do about a refused login.
    """
    name, status = answer.name, answer.status
    if status == 401:
        return AuthError("does not accept your login (401)", where=name, mend=login)
    if status == 403 and not _is_page(answer):
        return AuthError("does not allow this with your login (403)", where=name, mend=login)
    what, mend = _words(status)
    return Unavailable(f"{what} ({status})", where=name, mend=mend)


def _words(status: int) -> tuple[str, str]:
    host, later = "check host in surefoot.toml", "try again later"
    if status == 403:
        return (
            "answered with a page for browsers, which keeps programs out",
            "wait some hours, then try again",
        )
    if status == 404:
        return "has nothing at this address", host
    if status < 400:
        return "has moved to another address", host
    if status >= 500:
        return "is out of order", later
    return "did not understand what was asked", "update Surefoot; if it still says so, tell its makers"


def _is_page(answer: Answer) -> bool:
    return "html" in answer.headers.get("content-type", "") or answer.data.lstrip()[:1] == b"<"

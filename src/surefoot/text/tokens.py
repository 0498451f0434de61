"""The shorthand's tokens: what a session's text is cut into before it is understood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal, NoReturn, TypeAlias

from surefoot.model import PlanError

Sort: TypeAlias = Literal[
    "distance",
    "time",
    "number",
    "times",
    "word",
    "target",
    "title",
    "note",
    "open",
    "close",
    "dash",
    "comma",
    "colon",
    "join",
]

LONGEST_TEXT = 10_000
"""Characters of one day's text [H]."""

_NUMBER = r"[0-9]+(?:[.,][0-9]+(?![0-9]*\s*[x×]))?"
_HOURS = rf"{_NUMBER}\s*(?:hours|hour|hrs|hr|h)(?![a-z])"
_MINUTES = rf"{_NUMBER}\s*(?:minutes|minute|mins|min|')(?![a-z])"
_SECONDS = r"[0-9]+\s*(?:seconds|second|secs|sec|s)(?![a-z])"
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("join", r"\s*(?:[+;]|\n)\s*"),
    ("space", r"\s+"),
    ("title", r'"[^"]*"|“[^”]*”'),
    ("target", r'(?:@|\bat\s+(?=[0-9]))\s*(?:"[^"]*"|[^\s,()+;"@]+)'),
    ("time", r"[0-9]+:[0-9]{2}(?::[0-9]{2})?(?![0-9:])"),
    ("time", r"[0-9]{1,2}\s*h\s*[0-9]{1,2}(?:min|m)?(?![a-z0-9])"),
    ("time", rf"{_HOURS}(?:\s*{_MINUTES})?(?:\s*{_SECONDS})?"),
    ("time", rf"{_MINUTES}(?:\s*{_SECONDS})?"),
    ("time", _SECONDS),
    ("distance", rf"{_NUMBER}\s*(?:kilomet(?:re|er)s?|kms|km|k|miles|mile|mi|met(?:re|er)s?|m)(?![a-z])"),
    ("number", _NUMBER),
    ("times", r"(?:x(?!(?!lap)[a-z])|×|\*)"),
    ("word", r"[a-z]+(?:[-/][a-z]+)*"),
    ("dash", r"[-–—]"),
    ("comma", r","),
    ("colon", r":"),
    ("close", r"\)"),
)
_TOKEN = re.compile(
    "|".join(f"(?P<t{n}>{pattern})" for n, (_, pattern) in enumerate(_PATTERNS)), re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text: ``text`` in lower case where it is a word, ``at`` its first character, from 0."""

    sort: Sort
    text: str
    at: int


def refuse(what: str, source: str, at: int, mend: str | None = None) -> NoReturn:
    """Raise the error for the character ``at`` of ``source``.

    Raises:
        PlanError: always.
    """
    shown = source if len(source) <= 60 else source[:57] + "..."
    raise PlanError(what, where=f"“{shown}”, character {at + 1}", mend=mend)


@contextmanager
def located(source: str, at: int) -> Iterator[None]:
    """Give an error raised inside the character ``at`` of ``source`` as its place."""
    try:
        yield
    except PlanError as problem:
        refuse(problem.what, source, at, problem.mend)


def tokens(source: str) -> list[Token]:
    """Cut one day's text into tokens.

    Raises:
        PlanError: a character that means nothing, or a bracket that is never closed.
    """
    if len(source) > LONGEST_TEXT:
        refuse(f"more than {LONGEST_TEXT} characters for one day", source, LONGEST_TEXT, "shorten the notes")
    found: list[Token] = []
    token: Token | None
    depth = at = 0
    while at < len(source):
        if source[at] == "(":
            group = bool(found) and found[-1].sort == "times"
            token, after = _bracket(source, at, group=group)
            depth += group
        else:
            token, after = _next(source, at)
            if token is not None and token.sort == "close":
                depth -= 1
        if depth < 0:
            refuse("a bracket is closed that was not opened", source, at, "take the ) away")
        if token is not None:
            found.append(token)
        at = after
    if depth:
        refuse("a bracket is not closed", source, len(source) - 1, "add a )")
    return found


def _next(source: str, at: int) -> tuple[Token | None, int]:
    match = _TOKEN.match(source, at)
    if match is None or match.lastgroup is None:
        refuse(f"{source[at]!r} means nothing here", source, at, "put free text in brackets: 8k easy (flat)")
    sort = _PATTERNS[int(match.lastgroup[1:])][0]
    if sort == "space":
        return None, match.end()
    return Token(sort, _meant(sort, match[0]), at), match.end()  # type: ignore[arg-type]  # the table's names are Sorts


def _meant(sort: str, text: str) -> str:
    if sort == "title":
        return text[1:-1]
    if sort == "target":
        return text[3:].strip() if text[:2].lower() == "at" else text[1:].strip()
    return text.lower()


def _bracket(source: str, at: int, *, group: bool) -> tuple[Token, int]:
    if group:
        return Token("open", "(", at), at + 1
    depth = 0
    for end in range(at, len(source)):
        depth += {"(": 1, ")": -1}.get(source[end], 0)
        if depth == 0:
            return Token("note", source[at + 1 : end].strip(), at), end + 1
    refuse("a bracket is not closed", source, at, "add a )")

"""What is said of a whole session: its kind, and how long it is."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import NoReturn

from surefoot.model import Kind, Unit
from surefoot.text.tokens import Token, located, refuse
from surefoot.text.units import parse_distance, parse_duration
from surefoot.text.words import FILLERS, VOCABULARY, WORDS, Word

SHORTEST = 400
"""Metres. A session said to be shorter, with an ``m``, means minutes [H]."""
AMBIGUOUS = 600
"""Seconds. A session of ``1:30`` may be meant as an hour and a half [H]."""

_UNMEASURED = {Kind.STRENGTH: "strength 30min", Kind.MICRO: "micro 10min", Kind.REST: "rest"}
_NO_NUMBERS = frozenset(("nan", "inf", "infinity"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """How long the whole session is: metres, the upper end of a range, seconds."""

    metres: int | None = None
    upto: int | None = None
    seconds: int | None = None

    @property
    def given(self) -> bool:
        """Whether anything is said."""
        return self.metres is not None or self.seconds is not None


def phrase(found: list[Token], at: int, table: dict[tuple[str, ...], object]) -> tuple[str, ...]:
    """Return the longest run of words from ``at`` on that the table knows; empty if it knows none."""
    words: list[str] = []
    for token in found[at : at + 3]:
        if token.sort != "word":
            break
        words.append(token.text)
    return next((tuple(words[:n]) for n in range(len(words), 0, -1) if tuple(words[:n]) in table), ())


def kind_of(found: list[Token], source: str) -> Word | None:
    """Return what the words among the tokens say together, None where they say nothing.

    "easy" beside another kind is how to do it and gives way; a race's words add up.

    Raises:
        PlanError: an unknown word, or words that contradict each other.
    """
    words = [token for token in found if token.sort == "word"]
    said: list[tuple[Word, Token]] = []
    at = 0
    while at < len(words):
        known = phrase(words, at, dict(WORDS))
        if known:
            said.append((WORDS[known], words[at]))
        elif words[at].text not in FILLERS:
            unknown(words[at], source)
        at += len(known) or 1
    return _together(said, source)


def _together(said: list[tuple[Word, Token]], source: str) -> Word | None:
    firm = [one for one in said if one[0].kind is not Kind.EASY or one[0].focus] or said
    if not firm:
        return None
    word, _ = firm[0]
    for other, token in firm[1:]:
        if other.kind is not word.kind or (word.kind is Kind.CROSS and other.title != word.title):
            mend = "keep one, or write two sessions joined by +"
            refuse(f"both {word.title.lower()} and {other.title.lower()}", source, token.at, mend)
        word = _merged(word, other)
    return word


def _merged(word: Word, other: Word) -> Word:
    chosen = word if word.focus or not other.focus else other
    return Word(kind=word.kind, focus=chosen.focus, title=chosen.title, metres=word.metres or other.metres)


def unknown(token: Token, source: str) -> NoReturn:
    """Raise the error for a word that the shorthand does not have, with the nearest that it has.

    Raises:
        PlanError: always.
    """
    if token.text in _NO_NUMBERS:
        refuse(f"{token.text!r} is no number", source, token.at, "write a distance, as 8k")
    near = difflib.get_close_matches(token.text, VOCABULARY, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}?" if near else "free text goes in brackets: 8k easy (flat)"
    refuse(f"{token.text!r} is no word of a session", source, token.at, hint)


def total_of(found: list[Token], source: str, unit: Unit) -> Total:
    """Return the whole session's length: a distance or a range, a duration, or both.

    Raises:
        PlanError: a length said twice, a negative one, or one that no session has.
    """
    total = Total()
    at = 0
    while at < len(found):
        token = found[at]
        if token.sort == "dash":
            _check_dash(found, at, source)
        elif token.sort in ("distance", "number"):
            _check_times(found, at, source)
            upper = _upper(found, at)
            total = _with_distance(total, token, upper, source, unit)
            at += 2 if upper else 0
        elif token.sort == "time":
            total = _with_time(total, token, source)
        elif token.sort not in ("word", "target"):
            refuse(f"{token.text!r} means nothing here", source, token.at, "write it as 8k easy")
        at += 1
    return total


def _check_dash(found: list[Token], at: int, source: str) -> None:
    """Let a dash between words pass: ``Easy - 8k``; refuse one that makes a number negative."""
    dash = found[at]
    following = found[at + 1] if at + 1 < len(found) else None
    if at and following and found[at - 1].sort == following.sort == "time":
        refuse("a range of times", source, found[at - 1].at, "write one time, as 60min")
    if following is None or following.at == dash.at + len(dash.text):
        refuse("a length is not negative", source, dash.at, "take the - away")


def _check_times(found: list[Token], at: int, source: str) -> None:
    if [token.sort for token in found[at + 1 : at + 3]] == ["dash", "time"]:
        refuse("a range of times", source, found[at].at, "write one time, as 60min")


def _upper(found: list[Token], at: int) -> Token | None:
    if at + 2 < len(found) and found[at + 1].sort == "dash" and found[at + 2].sort in ("distance", "number"):
        return found[at + 2]
    return None


def _with_distance(total: Total, token: Token, upper: Token | None, source: str, unit: Unit) -> Total:
    if total.metres is not None:
        refuse("a second distance for one session", source, token.at, "join two sessions by +")
    suffix = upper.text.lstrip("0123456789., ") if upper and token.sort == "number" else ""
    metres = _metres(token, token.text + suffix, source, unit)
    if upper is None:
        return Total(metres=metres, seconds=total.seconds)
    upto = _metres(upper, upper.text, source, unit)
    if upto <= metres:
        refuse("a range's second number is the greater", source, upper.at, "write it as 8-10k")
    return Total(metres=metres, upto=upto, seconds=total.seconds)


def _metres(token: Token, text: str, source: str, unit: Unit) -> int:
    with located(source, token.at):
        metres = parse_distance(text, unit)
    if metres < SHORTEST and text.rstrip("etrs").endswith("m") and not text.endswith("km"):
        minutes = text.rstrip("metrs ")
        refuse(f"{text} is {metres} metres", source, token.at, f"for minutes write {minutes}min")
    return metres


def _with_time(total: Total, token: Token, source: str) -> Total:
    if total.seconds is not None:
        refuse("a second duration for one session", source, token.at, "join two sessions by +")
    with located(source, token.at):
        seconds = parse_duration(token.text)
    if token.text.count(":") == 1 and seconds < AMBIGUOUS:
        mend = f"write {token.text.replace(':', 'h')} or {seconds}s"
        refuse(f"{token.text} may be hours or minutes", source, token.at, mend)
    return Total(metres=total.metres, upto=total.upto, seconds=seconds)


def check_measure(word: Word, total: Total, found: list[Token], source: str) -> None:
    """Refuse a distance of what has none.

    Raises:
        PlanError: a strength session in kilometres, a rest of any length.
    """
    at = next((token.at for token in found if token.sort in ("distance", "number", "time")), 0)
    if word.kind in _UNMEASURED and total.metres is not None:
        refuse(f"{word.title.lower()} has no distance", source, at, f"write {_UNMEASURED[word.kind]}")
    if word.kind is Kind.REST and total.given:
        refuse("rest has no length", source, at, "write rest")

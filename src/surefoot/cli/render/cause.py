"""Why days are held back: what happened, told once, and what holds until when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from surefoot.cli.width import paragraph
from surefoot.cli.words import causes
from surefoot.load.weeks import week_start
from surefoot.model import Decision, Finding, Hold, Unit
from surefoot.text.days import day_name
from surefoot.text.units import brief, duration

TOLD = {"session-spike": "overrun", "break-return": "overrun", "overrun-week": "overrun-week"}
"""The policy whose holds follow from what a rule finds in the past."""

_AFTER_A_DAY = "It happens. The usual answer to one big day is an easy week"
_AFTER_A_WEEK = "The usual answer to one big week is to hold the next one back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """One thing that happened: the text that tells it, and its holds as (until when, what).

    ``holds`` is empty where ``text`` says what holds as well.
    """

    text: str
    answer: str = ""
    holds: tuple[tuple[str, str], ...] = ()

    def lines(self) -> Iterator[str]:
        """Yield it as a paragraph and a short table."""
        yield paragraph(self.text)
        if self.holds:
            yield paragraph(f"{self.answer}:")
            widest = max(len(when) for when, _ in self.holds)
            for when, what in self.holds:
                yield paragraph(what, first=f"  {when:<{widest}}   ", rest=" " * (widest + 5))

    def note(self, after: str = "") -> str:
        """Return it as one paragraph behind an asterisk, and ``after`` behind its holds."""
        held = (f"{when[:1].upper()}{when[1:]}: {what}." for when, what in self.holds)
        return paragraph(" ".join((self.text, *held, after)).strip(), first="* ", rest="  ")


def told(
    decisions: Iterable[Decision], findings: Sequence[Finding], *, week_starts: int, unit: Unit
) -> tuple[Cause, ...]:
    """Return one cause for each thing that happened, however many holds and findings it led to.

    What the rules about the past found of one week is one story. A hold of which nothing was found,
    as that of a pain report, is told in its own words.
    """
    held = [one for one in decisions if isinstance(one.effect, Hold)]
    stories: dict[date, tuple[list[Finding], list[Decision]]] = {}
    rest = []
    for one in held:
        found = _found(one, findings)
        if found is None or found.day is None:
            rest.append(one)
            continue
        mine, holds = stories.setdefault(week_start(found.day, week_starts), ([], []))
        holds.append(one)
        if found not in mine:
            mine.append(found)
    return (*(_story(*one, unit) for one in stories.values()), *(Cause(text=one) for one in causes(rest)))


def is_told(finding: Finding, decisions: Iterable[Decision]) -> bool:
    """Whether a hold that followed from the finding is among the decisions."""
    return any(_found(one, (finding,)) is not None for one in decisions)


def _found(decision: Decision, findings: Iterable[Finding]) -> Finding | None:
    policy, _, day = ":".join(decision.cause.split(":")[:2]).partition(":")
    return next(
        (one for one in findings if TOLD.get(one.rule) == policy and one.day and one.day.isoformat() == day),
        None,
    )


def _story(findings: list[Finding], decisions: list[Decision], unit: Unit) -> Cause:
    in_order = sorted(findings, key=lambda one: (TOLD[one.rule], one.day or date.min))
    text = " ".join(dict.fromkeys(one.message for one in in_order))
    is_day = any(TOLD[one.rule] == "overrun" for one in findings)
    holds = [one.effect for one in decisions if isinstance(one.effect, Hold)]
    return Cause(text=text, answer=_AFTER_A_DAY if is_day else _AFTER_A_WEEK, holds=tuple(_held(holds, unit)))


def _held(holds: Sequence[Hold], unit: Unit) -> Iterator[tuple[str, str]]:
    for until in sorted({one.until for one in holds}):
        here = [one for one in holds if one.until == until]
        since = min(one.since for one in here)
        when = day_name(until) if since == until else f"until {day_name(until)}"
        yield when, ", ".join(dict.fromkeys(_what(here, unit)))


def _what(holds: Sequence[Hold], unit: Unit) -> Iterator[str]:
    """What the holds that end on one day come to together: the narrowest of each kind."""
    seconds = [one.seconds for one in holds if one.seconds is not None]
    longest = [one.longest for one in holds if one.longest is not None]
    totals = [one.total for one in holds if one.total is not None]
    if any(one.rest for one in holds):
        yield "no running"
    elif seconds:
        yield f"rest, or at most {duration(min(seconds))} easy"
    elif any(one.easy_only for one in holds):
        yield "easy"
    if any(one.light_only for one in holds) and not seconds:
        yield "light strength"
    if longest:
        yield f"nothing longer than {brief(min(longest), unit)}"
    if totals:
        yield f"at most {brief(min(totals), unit)} in all"
    keep = min(one.keep for one in holds)
    if keep < 100:
        yield f"{keep} % of what was planned"


def kept_days(changed: Iterable[date], free: Iterable[date], since: date, until: date) -> str:
    """Return the days from ``since`` to ``until`` that no change touches: ``rest Mon 25 · Thu 28``."""
    touched, empty = set(changed), set(free)
    days = (since + timedelta(days=offset) for offset in range((until - since).days + 1))
    return " · ".join(
        f"rest {day_name(one)[:6].strip()}" if one in empty else day_name(one)[:6].strip()
        for one in days
        if one not in touched
    )

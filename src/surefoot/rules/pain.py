"""Pain of 3 to 5 of 10 makes running easier for a week; more, or worse in the morning, pauses it.

0 to 2 of 10 goes on as planned. 3 to 5 holds for 7 days: no new longest run, no quality and no hills,
no more than in the last full week; a second time within 7 days also takes a quarter off. A morning two
points above the usual one (in the first week of entries: above 2) rests that day. Above 5, sharp, or
limping rests 48 hours and is followed by an easy week of half the distance. A swollen joint stops
running until somebody has looked at it. Sore muscles take nothing but the quality out of the day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from statistics import median
from typing import Any, ClassVar

from surefoot.model import Advice, Diary, History, Level, Pain, Schedule, Sore
from surefoot.rules import pain_texts
from surefoot.rules.built_in import BuiltIn
from surefoot.rules.replay import Replay, replay

SLUG = "pain"
LEVELS = (Level.INFO, Level.WARN, Level.STOP)
CITATION = (
    "Thomee 1997 and Silbernagel et al. 2007 (pain-monitoring scale), Esculier et al. 2018 "
    "(not worse next morning); the lengths are a judgement"
)
SETTINGS = (
    "policies.pain.hold_days",
    "policies.pain.again_percent",
    "policies.pain.stop_days",
    "policies.pain.stop_percent",
    "policies.pain.swelling_days",
)
MEND = "Makes runs easy, shortens them or leaves them out, for the days it names."
GO, CEILING = 2, 5
"""Up to 2 of 10 running goes on, up to 5 it is held, above it pauses."""
AGAIN = timedelta(days=7)
MORNINGS = 7
WORSE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """What a hold keeps to, in metres: the longest run of late, the last full week; None: not known."""

    longest: int | None = None
    week: int | None = None


class PainPolicy(BuiltIn):
    """Holds back after a report of pain or soreness. Lengths are days, shares whole percent."""

    use: ClassVar[str] = SLUG

    hold_days: int = 7
    again_percent: int = 75
    stop_days: int = 2
    stop_percent: int = 50
    swelling_days: int = 7

    def review(self, outlook: Schedule, history: History, diary: Diary) -> Iterable[Advice]:
        """Yield what the reports up to ``outlook.today`` ask for, while any day of it is still ahead."""
        reports = _reports(diary, outlook.today)
        done = replay(outlook, history, diary, self.settings)
        for day, entries in groupby(reports, key=lambda one: one.day):
            for advice in self._day(tuple(entries), reports, _ceiling(day, done)):
                if _last_day(advice) >= outlook.today:
                    yield advice
        sore = {one.day for one in diary.entries if isinstance(one, Sore)}
        if outlook.today in sore:
            yield _sore(outlook.today)

    def _day(
        self, entries: tuple[Pain, ...], reports: tuple[Pain, ...], ceiling: Ceiling
    ) -> Iterator[Advice]:
        """What the reports of one day ask for, by the gravest of them."""
        gravest = max(entries, key=_gravity)
        worse = [one for one in entries if one.when == "morning" and is_worse_morning(one, reports)]
        if "swelling" in gravest.signs or _is_stop(gravest):
            yield from self._stop(gravest)
            return
        if worse:
            yield _rest(max(worse, key=_gravity))
        held = [one for one in entries if one.score > GO and (one.when != "morning" or one in worse)]
        if held:
            yield from self._hold(max(held, key=_gravity), reports, ceiling)

    def _stop(self, entry: Pain) -> Iterator[Advice]:
        is_swollen = "swelling" in entry.signs
        days = self.swelling_days if is_swollen else self.stop_days + _is_after_run(entry)
        until = entry.day + timedelta(days=days - 1)
        after = until + timedelta(days=self.hold_days)
        text = pain_texts.swelling(entry, until) if is_swollen else pain_texts.stop(entry, until)
        yield _advice(entry, "stop", text, days=days, level=Level.STOP, rest=True, light_only=True)
        yield _advice(
            entry,
            "after",
            pain_texts.easy_week(entry, after),
            since=until + timedelta(days=1),
            days=self.hold_days,
            keep=self.stop_percent / 100,
            easy_only=True,
        )

    def _hold(self, entry: Pain, reports: tuple[Pain, ...], ceiling: Ceiling) -> Iterator[Advice]:
        after_run = _is_after_run(entry)
        begins = entry.day + timedelta(days=after_run)
        until = begins + timedelta(days=self.hold_days - 1)
        yield _advice(
            entry,
            "hold",
            pain_texts.hold(entry, until),
            days=self.hold_days + after_run,
            easy_only=True,
            longest=ceiling.longest,
        )
        is_again = is_second(entry, reports)
        yield _advice(
            entry,
            "again" if is_again else "week",
            pain_texts.again(entry, until) if is_again else pain_texts.hold_week(entry, until),
            since=begins,
            days=self.hold_days,
            keep=self.again_percent / 100 if is_again else 1.0,
            total=ceiling.week,
        )


def is_worse_morning(entry: Pain, reports: Iterable[Pain]) -> bool:
    """Whether a morning is two or more points above the usual one of the same place.

    Usual is the median of the last 7 mornings before; in the first week of entries, worse is above 2.
    """
    before = [one for one in reports if one.when == "morning" and one.day < entry.day and _same(one, entry)]
    if not before or entry.day - before[0].day < timedelta(days=MORNINGS):
        return entry.score > GO
    return entry.score - median(one.score for one in before[-MORNINGS:]) >= WORSE


def is_second(entry: Pain, reports: Iterable[Pain]) -> bool:
    """Whether a run hurt 3 to 5 of 10 on another of the seven days before."""
    return entry.when != "morning" and any(
        one.when != "morning" and GO < one.score <= CEILING and timedelta() < entry.day - one.day <= AGAIN
        for one in reports
    )


def _reports(diary: Diary, today: date) -> tuple[Pain, ...]:
    """The reports of pain up to today, in order of day, as entered within a day."""
    reports = (one for one in diary.entries if isinstance(one, Pain) and one.day <= today)
    return tuple(sorted(reports, key=lambda one: one.day))


def _gravity(entry: Pain) -> tuple[bool, bool, int, str, str]:
    return "swelling" in entry.signs, _is_stop(entry), entry.score, entry.where, entry.side or ""


def _is_stop(entry: Pain) -> bool:
    return entry.score > CEILING or "sharp" in entry.signs or "limp" in entry.signs


def _is_after_run(entry: Pain) -> bool:
    return entry.when in ("during", "after")


def _same(one: Pain, other: Pain) -> bool:
    return (one.where.casefold(), one.side) == (other.where.casefold(), other.side)


def _rest(entry: Pain) -> Advice:
    return _advice(entry, "morning", pain_texts.morning(entry), days=1, rest=True)


def _ceiling(day: date, done: Replay) -> Ceiling:
    """What a hold from ``day`` keeps to; a month without a run holds to nothing, its return has limits."""
    return Ceiling(longest=done.ledger.past.longest(day) or None, week=done.week_before(day))


def _sore(day: date) -> Advice:
    return Advice(
        cause=f"sore:{day}",
        reason=pain_texts.sore(day),
        evidence=CITATION,
        since=day,
        days=1,
        level=Level.INFO,
        easy_only=True,
    )


def _advice(entry: Pain, part: str, reason: str, *, days: int, **held: Any) -> Advice:
    """One part of what a day's report asks for; its cause names the day and the part, nothing of health."""
    return Advice(
        cause=f"pain:{entry.day}:{part}",
        reason=reason,
        evidence=CITATION,
        days=days,
        value=entry.score,
        limit=GO,
        pain=entry.day if entry.score > GO else None,
        **{"since": entry.day, **held},
    )


def _last_day(advice: Advice) -> date:
    assert advice.since is not None
    return advice.since + timedelta(days=advice.days - 1)

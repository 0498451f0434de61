"""No running while you are ill; then easy days, as many as the illness had.

``surefoot log ill`` takes the runs out for three days at a time until ``surefoot log well``, at most for
14 days; light strength may stay. After a fever the day of being well again is still without a run. Then, for
as many days as the illness lasted (3 at least, 14 at most), all is easy and strength is light: half of what
would stand and then three quarters; after five days or fewer without a fever three quarters from the start.
Ten days or more without a run are a break as well, and come back in its steps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from surefoot.model import Advice, Diary, History, Ill, Level, Schedule
from surefoot.rules.built_in import BuiltIn
from surefoot.text.days import day_name

SLUG = "illness"
LEVELS = (Level.WARN,)
CITATION = (
    "Eichner 1993 and Schwellnus et al. 2016, IOC consensus on load and illness (no training with fever or "
    "signs below the neck until they are gone for a day); the shares after Daniels, the days are a judgement"
)
SETTINGS = (
    "policies.illness.block_days",
    "policies.illness.least_days",
    "policies.illness.most_days",
)
MEND = "Leaves out runs while you are ill, then makes them easy and shorter."

HALF, THREE_QUARTERS = 50, 75
SHORT = 5
"""Days; so long an illness without fever is followed by three quarters from the start (Daniels, I)."""
FEVER_DAYS = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """One illness: its first day, the first day well again (None: not yet), and whether with fever."""

    since: date
    well: date | None
    fever: bool


class IllnessPolicy(BuiltIn):
    """Holds back while the runner is ill, and for as long again. Lengths are days, shares whole percent."""

    use: ClassVar[str] = SLUG

    block_days: int = 3
    least_days: int = 3
    most_days: int = 14

    def review(self, outlook: Schedule, history: History, diary: Diary) -> Iterable[Advice]:
        """Yield what the illnesses reported up to ``outlook.today`` ask for, while any of it is ahead."""
        today = outlook.today
        for spell in spells(diary, today):
            found = self._rest(spell, today) if spell.well is None else self._back(spell)
            yield from (one for one in found if _last_day(one) >= today)

    def _rest(self, spell: Spell, today: date) -> Iterator[Advice]:
        number = (today - spell.since).days // self.block_days
        if number * self.block_days >= self.most_days:
            return
        since = spell.since + timedelta(days=number * self.block_days)
        until = since + timedelta(days=self.block_days - 1)
        yield Advice(
            cause=f"{SLUG}:{spell.since}:rest:{number}",
            reason=_resting(spell, until),
            evidence=CITATION,
            since=since,
            days=self.block_days,
            rest=True,
            light_only=True,
        )

    def _back(self, spell: Spell) -> Iterator[Advice]:
        assert spell.well is not None
        ill = (spell.well - spell.since).days
        begins = spell.well
        if spell.fever:
            yield Advice(
                cause=f"{SLUG}:{spell.since}:fever:{spell.well}",
                reason=f"The day after a fever is still without a run: {day_name(spell.well)}.",
                evidence=CITATION,
                since=begins,
                days=FEVER_DAYS,
                rest=True,
                light_only=True,
            )
            begins += timedelta(days=FEVER_DAYS)
        days = min(max(ill, self.least_days), self.most_days)
        is_short = ill <= SHORT and not spell.fever
        first = 0 if is_short else days // 2
        for part, share, since, length in (
            ("half", HALF, begins, first),
            ("rest-of-it", THREE_QUARTERS, begins + timedelta(days=first), days - first),
        ):
            if length:
                yield Advice(
                    cause=f"{SLUG}:{spell.since}:{part}:{spell.well}",
                    reason=_returning(spell, share, since, since + timedelta(days=length - 1)),
                    evidence=CITATION,
                    since=since,
                    days=length,
                    keep=share / 100,
                    easy_only=True,
                    light_only=True,
                )


def spells(diary: Diary, today: date) -> tuple[Spell, ...]:
    """Return every illness reported up to ``today``, in order; a second report of one that goes on is it."""
    found: list[Spell] = []
    for one in diary.entries:
        if not isinstance(one, Ill) or one.day > today:
            continue
        last = found[-1] if found else None
        goes_on = last is not None and last.well is None
        if one.well and last is not None and goes_on:
            found[-1] = Spell(since=last.since, well=one.day, fever=last.fever)
        elif not one.well and last is not None and goes_on:
            found[-1] = Spell(since=last.since, well=None, fever=last.fever or one.fever)
        elif not one.well:
            found.append(Spell(since=one.day, well=None, fever=one.fever))
    return tuple(found)


def _last_day(advice: Advice) -> date:
    assert advice.since is not None
    return advice.since + timedelta(days=advice.days - 1)


def _resting(spell: Spell, until: date) -> str:
    fever = " with fever" if spell.fever else ""
    return (
        f"Ill{fever} since {day_name(spell.since)}: no running until {day_name(until)}, then Surefoot asks "
        "again. Nothing to make up. Well again? Type surefoot log well. Chest pain, short of breath, or no "
        "better after a week: please see a doctor."
    )


def _returning(spell: Spell, share: int, since: date, until: date) -> str:
    assert spell.well is not None
    part = "half" if share == HALF else "three quarters"
    days = (spell.well - spell.since).days
    long = f"{days} days" if days > 1 else "a day"
    span = f"on {day_name(since)}" if since == until else f"from {day_name(since)} to {day_name(until)}"
    return (
        f"After {long} of illness, running comes back easy, with light strength: {part} of the usual length "
        f"{span}. If it does not feel right, stop and type surefoot log ill."
    )

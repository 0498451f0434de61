"""What the limits say of each run and week ahead, and what the scheduler makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from surefoot.load.weeks import WEEK, week_start
from surefoot.model import Finding, Level, Session, Settings
from surefoot.rules import after_race, break_return, no_baseline, session_spike, unknown, weekly_increase
from surefoot.rules.account import Account
from surefoot.rules.ledger import RunBound
from surefoot.schedule.grid import floor, is_slight
from surefoot.schedule.slots import Slot, counted
from surefoot.schedule.weekly import Decided
from surefoot.text.units import distance

EVIDENCE = {
    one.SLUG: one.CITATION for one in (session_spike, weekly_increase, break_return, after_race, unknown)
}
BUILD_UP = timedelta(weeks=12)  # how far before a race its longest run is looked for
FIRST_WEEKS = 4 * WEEK


@dataclass(slots=True, kw_only=True)
class Finder:
    """Looks at the weeks in order, as they are decided."""

    sessions: tuple[Session, ...]
    opened: Account
    settings: Settings
    today: date
    _findings: list[Finding] = field(default_factory=list)
    _runs: list[tuple[date, int]] = field(default_factory=list)

    def findings(self) -> tuple[Finding, ...]:
        """Return all findings from today on: those of the whole plan first, then by day."""
        return (*self._of_plan(), *self._findings)

    def look(self, decided: Decided) -> None:
        """Find what there is to say of one week."""
        found: list[Finding] = [*self._of_week(decided)]
        for session in decided.dropped:
            found += [
                self._of_rest(session, reason.rule, reason.text, "left out")
                for reason in session.reasons
                if reason.rule in EVIDENCE and reason.decision is None
            ]
        for slot, bound in zip(decided.week.slots, decided.bounds, strict=True):
            found += self._of_run(slot, bound)
            found += [
                self._of_rest(slot.session, reason.rule, reason.text, "easy at the same length")
                for reason in slot.reasons
                if reason.decision is None
            ]
            if not slot.fixed:
                self._runs.append((slot.session.day, slot.metres))
        self._findings += sorted(found, key=lambda one: (one.day or self.today, one.uid or "", one.rule))

    def _of_plan(self) -> Iterator[Finding]:
        known = self.opened.ledger.past.known
        if known.since is not None and self.today < known.since + FIRST_WEEKS and self.opened.from_plan:
            yield from no_baseline.find(self.sessions, self.settings, self.opened.baseline)
        yield from unknown.find(known, self.today)

    def _of_run(self, slot: Slot, bound: RunBound) -> Iterator[Finding]:
        if bound.limit is None or bound.longest is None:
            return
        if slot.fixed:
            yield from self._of_race(slot, bound.longest, bound.limit)
        elif slot.planned > bound.limit:
            altered = not slot.exempt and not slot.usual and slot.at_most(bound.limit) < slot.planned
            yield Finding(
                rule=bound.rule,
                level=_level(bound.rule, slot.planned, bound, self.settings, altered or slot.exempt),
                message=f"{self._km(slot.planned)}, after a longest run of {self._km(bound.longest)}; "
                f"the limit is {self._km(bound.limit)}.",
                evidence=EVIDENCE[bound.rule],
                day=slot.session.day,
                week=self._number(slot.session.day),
                value=session_spike.ratio(slot.planned, bound.longest),
                limit=bound.limit,
                uid=slot.session.uid,
                mend=f"at most {self._km(floor(bound.limit, self.settings.runner.unit))}"
                if altered
                else None,
            )

    def _of_race(self, slot: Slot, longest: int, limit: int) -> Iterator[Finding]:
        """Race day is told where no run before it was as long; it weighs where they were all short."""
        since = slot.session.day - BUILD_UP
        before = max(
            (metres for day, metres in (*self._done(), *self._runs) if since <= day < slot.session.day),
            default=longest,
        )
        if before >= slot.planned:
            return
        short = slot.planned >= after_race.SHORTEST_HALF and before * 100 < after_race.ENOUGH * slot.planned
        yield Finding(
            rule=session_spike.SLUG,
            level=Level.WARN if short else Level.INFO,
            message=f"Race of {self._km(slot.planned)}; the longest run before it is {self._km(before)}.",
            evidence=EVIDENCE[session_spike.SLUG],
            day=slot.session.day,
            week=self._number(slot.session.day),
            value=session_spike.ratio(slot.planned, longest),
            limit=limit,
            uid=slot.session.uid,
        )

    def _of_week(self, decided: Decided) -> Iterator[Finding]:
        week, bound = decided.week, decided.bound
        planned = decided.done + sum(
            min(slot.planned, counted(slot, of)) if slot.fixed else slot.planned
            for slot, of in zip(week.slots, decided.bounds, strict=True)
        )
        if bound.limit is None or bound.reference is None or planned <= bound.limit or not week.slots:
            return
        over = planned - bound.limit
        altered = any(one.metres < one.planned for one in week.slots) and not (
            is_slight(over, planned, self.settings.limits)
        )
        race = any(one.fixed for one in week.slots)
        usual = _week_level(bound.rule, planned, bound.reference, self.settings)
        yield Finding(
            rule=bound.rule,
            level=usual if altered and not race else Level.INFO,
            message=f"{self._km(planned)} in the week, after {self._km(bound.reference)} in the greatest of "
            f"the four weeks before; the limit is {self._km(bound.limit)}.",
            evidence=EVIDENCE[bound.rule],
            day=max(bound.start, no_baseline.first_day(self.sessions) or bound.start),
            week=self._number(bound.start),
            value=planned,
            limit=bound.limit,
            mend=f"at most {self._km(bound.limit)} this week" if altered else None,
        )

    def _of_rest(self, session: Session, rule: str, text: str, mend: str) -> Finding:
        return Finding(
            rule=rule,
            level=Level.WARN,
            message=text,
            evidence=EVIDENCE[rule],
            day=session.day,
            week=self._number(session.day),
            uid=session.uid,
            mend=mend,
        )

    def _done(self) -> Iterable[tuple[date, int]]:
        runs = (*(one.run for one in self.opened.runs[-200:]), *self.opened.current)
        return ((run.day, run.metres) for run in runs if not run.race)

    def _number(self, day: date) -> int:
        starts = self.settings.runner.week_starts
        first = week_start(no_baseline.first_day(self.sessions) or day, starts)
        return max(0, (week_start(day, starts) - first).days) // 7 + 1

    def _km(self, metres: int) -> str:
        return distance(metres, self.settings.runner.unit)


def _level(rule: str, metres: int, bound: RunBound, settings: Settings, altered: bool) -> Level:
    """How much a run above its limit weighs; little where nothing is made of it."""
    if not altered or rule == unknown.SLUG:
        return Level.INFO
    if rule == break_return.SLUG:
        return Level.WARN
    return session_spike.level(metres, bound.longest or 0, settings.limits) or Level.INFO


def _week_level(rule: str, metres: int, reference: int, settings: Settings) -> Level:
    if rule == weekly_increase.SLUG:
        return weekly_increase.level(metres, reference, settings.limits) or Level.INFO
    return Level.INFO if rule == unknown.SLUG else Level.WARN

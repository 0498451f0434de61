"""One week decided: what holds and rules make of each run, and how long it may be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from surefoot.load.size import metres as size
from surefoot.load.weeks import WEEK
from surefoot.model import Kind, Reason, Session
from surefoot.rules import after_race
from surefoot.rules.account import enter
from surefoot.rules.ledger import RunBound, WeekBound
from surefoot.schedule import reasons
from surefoot.schedule.appointments import is_appointment
from surefoot.schedule.budgets import budgets
from surefoot.schedule.gentle import on_the_flat, run_walk
from surefoot.schedule.giveback import give_back
from surefoot.schedule.given import Given
from surefoot.schedule.holds import Held
from surefoot.schedule.shorten import easy
from surefoot.schedule.shrink import shrink
from surefoot.schedule.slots import Slot, Week, slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A week as it was decided, and what it counts: ``done`` before, ``counted`` with all that is ahead."""

    week: Week
    bounds: tuple[RunBound, ...]
    why: dict[str, tuple[Reason, ...]]
    dropped: tuple[Session, ...]
    done: int
    counted: int

    @property
    def bound(self) -> WeekBound:
        """The limit of the week."""
        return self.week.bound


def decide_week(given: Given, start: date) -> Decided:
    """Decide the week that starts with ``start``, and enter it in the ledger."""
    ledger = given.ledger
    wanted = [one for one in given.open if start <= one.day < start + WEEK]
    ran = [one for one in given.done if start <= one.day < start + WEEK]
    for one in wanted:
        if one.workout.kind is Kind.RACE:
            ledger.race(one.day, size(one.workout, given.pace), start)
    stays, dropped = _without_rest(given, wanted)
    running = [*(one.day for one in ran), *(one.day for one in stays)]
    bound = ledger.week(start, min(running, default=None))
    _, done = enter(ledger, bound, ran)
    week = _fitted(given, stays, bound, done)
    while not ran and (later := _later_return(week)):
        dropped += tuple(_left_out(week, one) for one in week.slots[:later])
        stays = stays[later:]
        week = _fitted(given, stays, ledger.week(start, stays[0].day), done)
    bounds = tuple(week.bounds())
    why = {one.session.uid: _why(week, one, of) for one, of in zip(week.slots, bounds, strict=True)}
    counted = done + _entered(given, week)
    ledger.close(week.bound, counted, len(ran) + sum(1 for one in week.slots if _is_run(one)))
    return Decided(week=week, bounds=bounds, why=why, dropped=dropped, done=done, counted=counted)


def _later_return(week: Week) -> int:
    """How many runs were left out at the week's start, where that makes a break of the days before it."""
    first = next((place for place, one in enumerate(week.slots) if _is_run(one)), 0)
    if first and week.ledger.week(week.bound.start, week.slots[first].session.day) != week.bound:
        return first
    return 0


def _left_out(week: Week, one: Slot) -> Session:
    why = _why(week, one, week.bounds()[week.slots.index(one)])
    return replace(one.session, reasons=(*one.session.reasons, *why))


def _why(week: Week, one: Slot, bound: RunBound) -> tuple[Reason, ...]:
    """All that was made of a run, each reason once."""
    binding = week.binding(one) if one.metres < one.planned else []
    return tuple(dict.fromkeys((*one.reasons, *reasons.of_length(one, bound, binding))))


def _without_rest(given: Given, wanted: list[Session]) -> tuple[list[Session], tuple[Session, ...]]:
    """What is run at all, and what a hold or a race just before takes out."""
    stays, dropped = [], []
    for one in wanted:
        why = [held.reason for held in given.holds.on(one.day) if held.hold.rest]
        if not why and given.ledger.no_running(one.day) and not given.holds.allows(after_race.SLUG, one.day):
            why = [reasons.left_out(after_race.SLUG)]
        if why and one.workout.kind is not Kind.RACE:
            dropped.append(replace(one, reasons=(*one.reasons, *why)))
        else:
            stays.append(one)
    return stays, tuple(dropped)


def _fitted(given: Given, stays: list[Session], bound: WeekBound, done: int) -> Week:
    """The week's runs at the lengths that all limits leave, none longer for what the runner left out."""
    skipped = [one for one in given.skipped if bound.start <= one.day < bound.start + WEEK]
    gone, _ = _without_rest(given, skipped)
    if not gone or not stays:
        return _fit_all(given, stays, bound, done, had={})
    both = sorted((*stays, *gone), key=lambda one: (one.day, one.uid))
    ran = (run.day for run in given.done if bound.start <= run.day < bound.start + WEEK)
    first = min((*ran, both[0].day))  # a return from a break begins where it would have begun with them
    whole = _fit_all(given, both, given.ledger.week(bound.start, first), done, had={})
    return _fit_all(given, stays, bound, done, had={one.session.uid: one.metres for one in whole.slots})


def _fit_all(given: Given, stays: list[Session], bound: WeekBound, done: int, *, had: dict[str, int]) -> Week:
    slots = [_slot(given, one, bound) for one in stays]
    week = Week(slots=slots, budgets=[], bound=bound, ledger=given.ledger)
    _keep_standing(given, week, done)
    week.budgets = budgets(given, week, done)
    _fit(week)
    shares = [_keep(given, one) for one in slots]
    for one in slots:
        one.had = had.get(
            one.session.uid
        )  # with the holds' shares taken: not before, or they are taken twice
    if had or any(shares):  # of what would stand otherwise
        _again(week)
        _fit(week)
    return week


def _keep_standing(given: Given, week: Week, done: int) -> None:
    """What had its place in the week in progress keeps it, however much was run since the week began."""
    start = week.bound.start
    as_planned = sum(size(one.workout, given.pace) for one in given.past if start <= one.day < start + WEEK)
    if start > given.today or as_planned == done:
        return
    week.budgets = budgets(given, week, as_planned)
    _fit(week)
    for one in week.slots:
        one.stays = one.metres > 0
    _again(week)


def _again(week: Week) -> None:
    for one in week.slots:
        one.metres = one.planned


def _fit(week: Week) -> None:
    week.settle()
    for budget in week.budgets:
        shrink(week, budget)
        week.settle()
    give_back(week)


def _slot(given: Given, session: Session, bound: WeekBound) -> Slot:
    one = slot(session, given.settings, given.pace)
    if one.fixed:
        return one
    one.usual = session.uid in given.usual
    one.last = is_appointment(session, given.settings)
    held = given.holds.on(session.day)
    _make_easy(given, one, bound, held)
    _make_gentle(one, held)
    one.ceilings = tuple((most, each) for each in held for most in _ceilings(each, given.pace))
    rule = given.ledger.run(session.day, bound).rule
    one.exempt = given.holds.allows(rule, session.day)
    return one


def _make_easy(given: Given, one: Slot, bound: WeekBound, held: Iterable[Held]) -> None:
    if one.workout.kind is not Kind.QUALITY:
        return
    day = one.session.day
    hilly = one.workout.focus == "hills"
    why = [each.reason for each in held if each.hold.easy_only or (each.hold.flat and hilly)]
    rule = given.ledger.no_quality(day, bound)
    if rule is not None and not given.holds.allows(rule, day):
        why.append(reasons.made_easy(rule))
    if why:
        one.workout = easy(one.workout)
        one.reasons = tuple(dict.fromkeys(why))


def _make_gentle(one: Slot, held: Iterable[Held]) -> None:
    """On the flat, or running and walking in turns, where a hold says so: the shortest of them."""
    flat = [each.reason for each in held if each.hold.flat]
    if flat and (gentle := on_the_flat(one.workout)) != one.workout:
        one.workout = gentle
        one.reasons = tuple(dict.fromkeys((*one.reasons, *flat)))
    turns = [each for each in held if each.hold.run_walk]
    if turns and one.planned:
        least = min(turns, key=lambda each: (each.hold.run_walk[0], each.order))
        one.workout = run_walk(one.workout, least.hold.run_walk, one.planned, one.pace)
        one.planned = one.metres = min(one.planned, size(one.workout, one.pace))
        one.reasons = tuple(dict.fromkeys((*one.reasons, least.reason)))


def _ceilings(held: Held, pace: int) -> Iterable[int]:
    if held.hold.longest is not None:
        yield held.hold.longest
    if held.hold.seconds is not None:
        yield held.hold.seconds * 1000 // pace


def _keep(given: Given, one: Slot) -> bool:
    """Take the share that holds leave of what would stand otherwise; not twice of the same run."""
    keeping = [held for held in given.holds.on(one.session.day) if held.hold.keep < 100]
    kept = {reason.decision for reason in one.session.reasons}
    if one.fixed or any(held.decision in kept for held in keeping):
        return False
    one.ceilings = (*one.ceilings, *((one.metres * held.hold.keep // 100, held) for held in keeping))
    return bool(keeping)


def _entered(given: Given, week: Week) -> int:
    """Enter the runs as they are now; return what they count together."""
    total = 0
    for one in week.slots:
        if _is_run(one):
            day = one.session.day
            given.decided[day] = given.decided.get(day, 0) + one.metres
            limit = week.ledger.run(day, week.bound)
            total += week.ledger.enter(day, one.metres, week.bound, limit, race=one.fixed)
    return total


def _is_run(one: Slot) -> bool:
    """Whether the run takes place: it was not left out, or never had a length."""
    return one.metres > 0 or one.planned == 0

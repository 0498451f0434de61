"""What must hold of capping for every plan and every past."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from surefoot.load.weeks import WEEK
from surefoot.model import (
    Activity,
    Allow,
    Decision,
    History,
    Hold,
    Kind,
    Level,
    Reason,
    Runner,
    Schedule,
    Session,
    Settings,
    Sport,
    Unit,
    Workout,
)
from surefoot.rules.account import account
from surefoot.rules.ledger import RunBound, WeekBound
from surefoot.schedule.grid import is_slight
from surefoot.schedule.limit import Capped, cap

FIRST = date(2026, 11, 30)  # a Monday, eight weeks before the plan
TODAY = date(2027, 1, 25)  # a Monday
KINDS = (Kind.EASY, Kind.EASY, Kind.EASY, Kind.LONG, Kind.QUALITY, Kind.RECOVERY)
TITLES = {Kind.LONG: "Long run", Kind.QUALITY: "Tempo", Kind.RACE: "Race", Kind.RECOVERY: "Recovery"}
LAWS = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def run(day: date, metres: int) -> Activity:
    start = datetime.combine(day, time(7), UTC)
    return Activity(id=f"a-{day}", sport=Sport.RUN, start=start, metres=metres, seconds=metres * 390 // 1000)


def session(day: date, metres: int, kind: Kind) -> Session:
    workout = Workout(kind=kind, title=TITLES.get(kind, "Easy"), metres=metres)
    return Session(uid=f"s-{day}", day=day, plan_day=day, workout=workout)


lengths = st.one_of(
    st.integers(2, 40).map(lambda halves: halves * 500),
    st.integers(800, 24_000),
)


@st.composite
def pasts(draw: st.DrawFn, until: date = TODAY) -> History:
    """Eight weeks or fewer before the plan, a run on about every other day, sometimes none for weeks."""
    begins = draw(st.sampled_from([FIRST, FIRST + 4 * WEEK, FIRST + 6 * WEEK]))
    weekdays = draw(st.sets(st.integers(0, 6), min_size=1, max_size=5))
    away = draw(st.sampled_from([0, 0, 0, 1, 2, 3]))
    days = [begins + timedelta(days=n) for n in range((TODAY - begins).days - 7 * away)]
    usual = draw(st.integers(2000, 12_000))
    activities = tuple(
        run(day, draw(st.integers(usual // 2, usual * 2))) for day in days if day.weekday() in weekdays
    )
    return History(since=begins, until=until, activities=activities)


@st.composite
def plans(draw: st.DrawFn, weeks: int = 4, *, races: bool = True) -> tuple[Session, ...]:
    """Weeks with up to five runs each; perhaps a race."""
    found = []
    for start in (TODAY + n * WEEK for n in range(weeks)):
        for weekday in sorted(draw(st.sets(st.integers(0, 6), max_size=5))):
            kind = draw(st.sampled_from(KINDS))
            found.append(session(start + timedelta(days=weekday), draw(lengths), kind))
    if races and found and draw(st.integers(0, 3)) == 0:
        place = draw(st.integers(0, len(found) - 1))
        metres = draw(st.sampled_from([5000, 10_000, 21_097, 42_195]))
        found[place] = session(found[place].day, metres, Kind.RACE)
    return tuple(found)


@st.composite
def holds(draw: st.DrawFn) -> tuple[Decision, ...]:
    found = []
    for place in range(draw(st.integers(0, 3))):
        since = TODAY + timedelta(days=draw(st.integers(0, 13)))
        effect = Hold(
            rule=draw(st.sampled_from(["overrun", "pain"])),
            since=since,
            until=since + timedelta(days=draw(st.integers(0, 9))),
            keep=draw(st.sampled_from([100, 100, 75, 50])),
            easy_only=draw(st.booleans()),
            rest=draw(st.integers(0, 4)) == 0,
            longest=draw(st.none() | st.integers(2000, 12_000)),
            total=draw(st.none() | st.integers(4000, 40_000)),
            seconds=draw(st.none() | st.just(1800)),
            pain=draw(st.none() | st.just(TODAY)),
        )
        found.append(decision(effect, place))
    if draw(st.booleans()):
        rule = draw(st.sampled_from(["session-spike", "weekly-increase", "pain", "break-return"]))
        found.append(decision(Allow(rule=rule, day=TODAY + timedelta(days=draw(st.integers(0, 20)))), 9))
    return tuple(found)


def decision(effect: Hold | Allow, place: int) -> Decision:
    made = datetime(2027, 1, 25, 6, place, tzinfo=UTC)
    reason = Reason(rule="overrun", text="Held.", decision=f"d{place}")
    return Decision(id=f"d{place}", set=f"s{place}", made=made, by="x", effect=effect, reason=reason)


def capped(
    sessions: tuple[Session, ...],
    past: History,
    decisions: tuple[Decision, ...] = (),
    runner: Settings | None = None,
) -> Capped:
    return cap(
        sessions, history=past, kept=None, decisions=decisions, settings=runner or Settings(), today=TODAY
    )


def metres(one: Session) -> int:
    return one.workout.upto or one.workout.metres or 0


@LAWS
@given(plans(), pasts(), holds())
def test_capping_twice_changes_nothing(
    plan: tuple[Session, ...], past: History, decisions: tuple[Decision, ...]
) -> None:
    if not past.activities:  # then the plan as written is its own past, and what is held is another plan
        decisions = ()
    once = capped(plan, past, decisions)
    twice = capped(once.sessions, past, decisions)

    assert twice.sessions == once.sessions
    assert twice.dropped == ()


@LAWS
@given(plans(), pasts(), holds())
def test_on_every_day_of_a_hold_that_nothing_replaces_or_allows_away_it_is_kept(
    plan: tuple[Session, ...], past: History, decisions: tuple[Decision, ...]
) -> None:
    if not past.activities:
        return
    found = [one for one in capped(plan, past, decisions).sessions if one.workout.kind is not Kind.RACE]
    allowed = {(one.effect.rule, one.effect.day) for one in decisions if isinstance(one.effect, Allow)}
    held = [one.effect for one in decisions if isinstance(one.effect, Hold)]

    for one in found:
        over = [hold for hold in held if hold.since <= one.day <= hold.until]
        last = {hold.rule: hold for hold in over}  # of one rule the later, unless pain asked for the earlier
        for hold in over:
            if (hold is last[hold.rule] or hold.pain) and (hold.rule, one.day) not in allowed:
                _assert_kept(hold, one)


def _assert_kept(hold: Hold, one: Session) -> None:
    assert not hold.rest
    assert not (hold.easy_only and one.workout.kind is Kind.QUALITY)
    for most in (hold.longest, hold.seconds and hold.seconds * 1000 // 390):
        if most is not None and metres(one) > most:
            assert is_slight(metres(one) - most, metres(one), Settings().limits)


@st.composite
def shared_totals(draw: st.DrawFn) -> tuple[Decision, ...]:
    """One or two holds whose totals reach over the end of a week, or of several."""
    found = []
    for place in range(draw(st.integers(1, 2))):
        since = TODAY + timedelta(days=draw(st.integers(0, 6)))
        effect = Hold(
            rule=draw(st.sampled_from(["overrun", "pain"])),
            since=since,
            until=since + timedelta(days=draw(st.integers(6, 16))),
            total=draw(st.integers(0, 60_000)),
            keep=draw(st.sampled_from([100, 100, 75])),
        )
        found.append(decision(effect, place))
    return tuple(found)


@LAWS
@given(plans(), pasts(), shared_totals())
def test_a_total_that_weeks_share_is_kept_as_a_whole_and_shared_once_for_all(
    plan: tuple[Session, ...], past: History, decisions: tuple[Decision, ...]
) -> None:
    if not past.activities:
        return
    once = capped(plan, past, decisions)

    assert capped(once.sessions, past, decisions).sessions == once.sessions
    last = decisions[-1].effect  # in force on all of its days
    assert isinstance(last, Hold)
    assert last.total is not None
    inside = [one for one in once.sessions if last.since <= one.day <= last.until]
    total = sum(metres(one) for one in inside)
    races = sum(metres(one) for one in inside if one.workout.kind is Kind.RACE)
    assert total <= max(last.total, races) or is_slight(total - last.total, total, Settings().limits)


@LAWS
@given(plans(), pasts(), holds())
def test_no_run_is_raised_moved_or_added_and_none_is_lost(
    plan: tuple[Session, ...], past: History, decisions: tuple[Decision, ...]
) -> None:
    found = capped(plan, past, decisions)

    before = {one.uid: one for one in plan}
    after = (*found.sessions, *found.dropped)
    assert sorted(one.uid for one in after) == sorted(before)
    for one in after:
        assert one.day == before[one.uid].day
        assert metres(one) <= metres(before[one.uid])
        assert (one == before[one.uid]) is (not one.reasons)


@LAWS
@given(plans(), pasts(), holds())
def test_a_race_is_never_touched(
    plan: tuple[Session, ...], past: History, decisions: tuple[Decision, ...]
) -> None:
    found = capped(plan, past, decisions)

    races = [one for one in plan if one.workout.kind is Kind.RACE]
    assert [one for one in found.sessions if one.workout.kind is Kind.RACE] == races


@LAWS
@given(plans(), pasts())
def test_a_plan_without_a_finding_that_has_a_mend_comes_back_equal(
    plan: tuple[Session, ...], past: History
) -> None:
    found = capped(plan, past)

    if not any(one.mend for one in found.findings):
        assert found.sessions == tuple(sorted(plan, key=lambda one: (one.day, one.uid)))
    if found.sessions == tuple(sorted(plan, key=lambda one: (one.day, one.uid))):
        assert not any(one.mend for one in found.findings)


@LAWS
@given(plans(), pasts())
def test_what_is_capped_has_no_finding_at_warn_or_above_but_a_race_without_preparation(
    plan: tuple[Session, ...], past: History
) -> None:
    fixed = capped(plan, past).sessions
    races = {one.uid for one in fixed if one.workout.kind is Kind.RACE}

    again = capped(fixed, past).findings
    assert [one for one in again if one.level is not Level.INFO and one.uid not in races] == []


def replayed(
    sessions: tuple[Session, ...], past: History, before: tuple[Session, ...]
) -> list[tuple[WeekBound, int, list[tuple[Session, RunBound]]]]:
    """Every week of a capped plan with the limits it has, entered once more from the past on."""
    opened = account(before, history=past, kept=None, settings=Settings(), today=TODAY)
    ledger, weeks = opened.ledger, []
    for start in (TODAY + n * WEEK for n in range(4)):
        runs = [one for one in sessions if start <= one.day < start + WEEK]
        for one in runs:
            if one.workout.kind is Kind.RACE:
                ledger.race(one.day, metres(one), start)
        week = ledger.week(start, min((one.day for one in runs), default=None))
        total, bounds = 0, []
        for one in runs:
            bound = ledger.run(one.day, week)
            total += ledger.enter(one.day, metres(one), week, bound, race=one.workout.kind is Kind.RACE)
            bounds.append((one, bound))
        ledger.close(week, total, len(runs))
        weeks.append((week, total, bounds))
    return weeks


@LAWS
@given(plans(), pasts())
def test_every_run_and_every_week_keeps_its_limit_or_misses_it_by_too_little_to_touch(
    plan: tuple[Session, ...], past: History
) -> None:
    found = capped(plan, past)
    limits = Settings().limits
    planned = {one.uid: metres(one) for one in plan}
    usual = account(plan, history=past, kept=None, settings=Settings(), today=TODAY).usual

    for week, total, runs in replayed(found.sessions, past, plan):
        given_way = all(one.workout.kind is Kind.RACE or one.uid in usual for one, _ in runs)
        if week.limit is not None and total > week.limit and not given_way:
            assert is_slight(total - week.limit, total, limits)
        for one, bound in runs:
            if bound.limit is not None and metres(one) > bound.limit and one.workout.kind is not Kind.RACE:
                assert metres(one) == planned[one.uid]
                assert is_slight(metres(one) - bound.limit, metres(one), limits)


@LAWS
@given(plans(races=False), pasts())
def test_no_run_of_a_week_could_be_one_step_longer_given_the_weeks_before(
    plan: tuple[Session, ...], past: History
) -> None:
    found = capped(plan, past)
    planned = {one.uid: one for one in plan}

    for week, total, runs in replayed(found.sessions, past, plan):
        for one, bound in runs:
            whole = metres(planned[one.uid])
            longer = min(whole, (metres(one) // 500 + 1) * 500)
            if longer > metres(one) and (bound.limit is None or longer <= bound.limit):
                assert week.limit is not None
                assert total + longer - metres(one) > week.limit


@LAWS
@given(plans(races=False), pasts())
def test_a_week_with_a_run_planned_and_a_step_of_limit_left_is_not_empty(
    plan: tuple[Session, ...], past: History
) -> None:
    found = capped(plan, past)

    for week, total, _ in replayed(found.sessions, past, plan):
        mine = [one for one in plan if week.start <= one.day < week.start + WEEK]
        if mine and min(metres(one) for one in mine) >= 500 and (week.limit is None or week.limit >= 500):
            assert total > 0


@LAWS
@given(plans(), pasts(), holds(), st.randoms(use_true_random=False))
def test_the_order_of_decisions_does_not_matter(
    plan: tuple[Session, ...], past: History, decisions: tuple[Decision, ...], random: object
) -> None:
    shuffled = list(decisions)
    random.shuffle(shuffled)

    assert capped(plan, past, tuple(shuffled)) == capped(plan, past, decisions)


@LAWS
@given(plans(), pasts())
def test_every_cut_length_lies_on_the_grid(plan: tuple[Session, ...], past: History) -> None:
    planned = {one.uid: metres(one) for one in plan}

    found = capped(plan, past).sessions
    assert all(metres(one) % 500 == 0 for one in found if metres(one) != planned[one.uid])


@LAWS
@given(plans(), pasts())
def test_in_miles_every_cut_length_is_a_quarter_of_a_mile_rounded_down(
    plan: tuple[Session, ...], past: History
) -> None:
    planned = {one.uid: metres(one) for one in plan}
    runner = Settings(runner=Runner(unit=Unit.MI))

    once = capped(plan, past, runner=runner)
    for one in once.sessions:
        if metres(one) != planned[one.uid]:
            quarters = round(metres(one) / 402.336)
            assert metres(one) == quarters * 402_336 // 1000
    assert capped(once.sessions, past, runner=runner).sessions == once.sessions


SMALL = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SMALL
@given(st.data(), pasts())
def test_a_small_week_reaches_the_greatest_volume_that_its_limits_leave(
    data: st.DataObject, past: History
) -> None:
    weekdays = sorted(data.draw(st.sets(st.integers(0, 6), min_size=1, max_size=3)))
    plan = tuple(
        session(
            TODAY + timedelta(days=weekday),
            500 * data.draw(st.integers(2, 20)),
            data.draw(st.sampled_from(KINDS)),
        )
        for weekday in weekdays
    )
    found = capped(plan, past)
    week, total, _ = replayed(found.sessions, past, plan)[0]

    assert total >= _greatest(plan, past, week) or total > (week.limit or total)


def _greatest(plan: tuple[Session, ...], past: History, week: WeekBound) -> int:
    """The most that any choice of lengths on the grid comes to while all limits hold."""
    best = 0
    opened = account(plan, history=past, kept=None, settings=Settings(), today=TODAY)
    for sizes in product(*(range(0, metres(one) + 1, 500) for one in plan)):
        if best < sum(sizes) <= (week.limit if week.limit is not None else sum(sizes)):
            before, fits = 0, True
            for one, size in zip(plan, sizes, strict=True):
                bound = opened.ledger.run(one.day, week, before)
                fits = fits and (bound.limit is None or size <= bound.limit)
                before = max(before, size)
            if fits:
                best = sum(sizes)
    return best


@LAWS
@given(plans(weeks=1), pasts(), st.data())
def test_the_limits_of_the_coming_week_never_fall_when_a_run_inside_its_limit_was_longer(
    plan: tuple[Session, ...], past: History, data: st.DataObject
) -> None:
    if not past.activities or not plan:
        return
    opened = account(plan, history=past, kept=None, settings=Settings(), today=TODAY)
    inside = [one for one in opened.runs if one.bound.limit is not None and one.run.metres < one.bound.limit]
    if not inside:
        return
    grown = data.draw(st.sampled_from(inside))
    longer = data.draw(st.integers(grown.run.metres, grown.bound.limit))
    raised = replace(
        past,
        activities=tuple(
            replace(one, metres=longer) if one.id == grown.run.id else one for one in past.activities
        ),
    )

    for before, after in zip(_limits(plan, past), _limits(plan, raised), strict=True):
        assert before is None or (after is not None and after >= before)


def _limits(plan: tuple[Session, ...], past: History) -> list[int | None]:
    ledger = account(plan, history=past, kept=None, settings=Settings(), today=TODAY).ledger
    first = min(one.day for one in plan)
    week = ledger.week(TODAY, first)
    return [week.limit, ledger.run(first, week).limit]


@LAWS
@given(plans(races=False), pasts(), st.integers(1, 13))
def test_running_exactly_what_is_scheduled_changes_nothing_after_it_where_no_run_was_left_out(
    plan: tuple[Session, ...], past: History, days: int
) -> None:
    if not past.activities or not plan or min(one.day for one in plan) - TODAY > timedelta(days=9):
        return
    once = capped(plan, past)
    later = TODAY + timedelta(days=days)
    if once.dropped:
        return
    done = tuple(one for one in once.sessions if one.day < later)
    ran = tuple(run(one.day, metres(one)) for one in done)

    again = cap(
        (*done, *(one for one in plan if one.day >= later)),
        history=History(since=past.since, until=later, activities=(*past.activities, *ran)),
        kept=Schedule(today=TODAY, sessions=once.sessions, dropped=once.dropped),
        decisions=(),
        settings=Settings(),
        today=later,
    )
    assert again.sessions == once.sessions


@LAWS
@given(plans(), pasts(), st.one_of(holds(), shared_totals()), st.integers(1, 13))
def test_running_exactly_what_holds_leave_leaves_the_same_after_it_where_no_run_was_left_out(
    plan: tuple[Session, ...], past: History, decisions: tuple[Decision, ...], days: int
) -> None:
    if not past.activities or not plan or min(one.day for one in plan) - TODAY > timedelta(days=9):
        return
    once = capped(plan, past, decisions)
    later = TODAY + timedelta(days=days)
    if once.dropped:
        return
    done = tuple(one for one in once.sessions if one.day < later)
    ran = tuple(run(one.day, metres(one)) for one in done)

    again = cap(
        (*done, *(one for one in plan if one.day >= later)),
        history=History(since=past.since, until=later, activities=(*past.activities, *ran)),
        kept=Schedule(today=TODAY, sessions=once.sessions),
        decisions=decisions,
        settings=Settings(),
        today=later,
    )
    assert [(one.uid, one.workout) for one in again.sessions] == [
        (one.uid, one.workout) for one in once.sessions
    ]

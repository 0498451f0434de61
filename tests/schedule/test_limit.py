"""The worked week of the schedule's description, and single examples of every limit."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from surefoot.model import (
    Activity,
    Decision,
    Effect,
    History,
    Hold,
    Kind,
    Reason,
    Repeat,
    Session,
    Settings,
    Sport,
    Step,
    Workout,
)
from surefoot.schedule.limit import Capped, cap

TODAY = date(2027, 1, 25)
SETTINGS = Settings()
TITLES = {Kind.EASY: "Easy", Kind.LONG: "Long run", Kind.QUALITY: "Tempo", Kind.RACE: "Race"}


def ran(day: date, km: float) -> Activity:
    return Activity(
        id=f"a-{day}",
        sport=Sport.RUN,
        start=datetime.combine(day, time(7), UTC),
        metres=round(km * 1000),
        seconds=round(km * 390),
    )


def history(*activities: Activity, since: date | None = None, until: date = TODAY, **more: object) -> History:
    ordered = tuple(sorted(activities, key=lambda one: one.start))
    return History(
        since=since or (ordered[0].day if ordered else None), until=until, activities=ordered, **more
    )


def session(day: date, km: float, kind: Kind = Kind.EASY, **more: object) -> Session:
    workout = Workout(kind=kind, title=TITLES.get(kind, "Run"), metres=round(km * 1000), **more)
    return Session(uid=f"s-{day}", day=day, plan_day=day, workout=workout)


def decision(effect: Effect, *, name: str = "d1", group: str = "set1", made: date = TODAY) -> Decision:
    return Decision(
        id=name,
        set=group,
        made=datetime.combine(made, time(7), UTC),
        by="overrun",
        effect=effect,
        reason=Reason(
            rule="overrun", text="Sunday's 19.0 km was long.", value=19000, limit=11000, decision=name
        ),
    )


def capped(sessions: list[Session], past: History, *decisions: Decision, **more: object) -> Capped:
    given = {"kept": None, "settings": SETTINGS, "today": TODAY, **more}
    return cap(tuple(sessions), history=past, decisions=decisions, **given)


def week(start: date, *kms: float) -> list[Activity]:
    """Tuesday, Thursday, Saturday, Sunday."""
    return [ran(start + timedelta(days=day), km) for day, km in zip((1, 3, 5, 6), kms, strict=True)]


def worked_past() -> History:
    weeks = [week(date(2026, 12, 21) + timedelta(weeks=n), 6, 6, 5, 10) for n in range(4)]
    weeks.append(week(date(2027, 1, 18), 6, 6, 5, 19))
    return history(*(run for runs in weeks for run in runs))


def worked_plan() -> list[Session]:
    intervals = Repeat(times=6, steps=(Step(metres=600), Step(role="recovery", seconds=90)))
    return [
        session(date(2027, 1, 26), 8, Kind.QUALITY, focus="intervals", steps=(intervals,)),
        session(date(2027, 1, 28), 5.5),
        session(date(2027, 1, 30), 5),
        session(date(2027, 1, 31), 11, Kind.LONG),
        session(date(2027, 2, 2), 8),
        session(date(2027, 2, 4), 6.5),
        session(date(2027, 2, 6), 5.5),
        session(date(2027, 2, 7), 12, Kind.LONG),
    ]


def held(**more: object) -> Decision:
    hold = Hold(
        rule="overrun",
        since=date(2027, 1, 25),
        until=date(2027, 1, 31),
        easy_only=True,
        longest=10_000,
        total=27_000,
        **more,
    )
    return decision(hold)


def lengths(found: Capped) -> dict[str, int | None]:
    return {f"{one.day:%a %d}": one.workout.metres for one in found.sessions}


def test_the_worked_week_comes_out_as_it_is_written() -> None:
    found = capped(worked_plan(), worked_past(), held())

    assert lengths(found) == {
        "Tue 26": 6500,
        "Thu 28": 5500,
        "Sat 30": 5000,
        "Sun 31": 10_000,
        "Tue 02": 8000,
        "Thu 04": 6500,
        "Sat 06": 5500,
        "Sun 07": 12_000,
    }
    assert found.sessions[0].workout.kind is Kind.EASY
    assert found.sessions[0].workout.title == "Easy"
    assert found.sessions[0].workout.steps == ()
    assert found.sessions[4:] == tuple(worked_plan()[4:])
    assert found.dropped == ()
    this, following = found.weeks[-2:]
    assert (this.planned, this.allowed, this.limit, this.reference) == (29_500, 27_000, 32_670, 29_700)
    assert (following.planned, following.allowed, following.limit, following.reference) == (
        32_000,
        32_000,
        32_670,
        29_700,
    )


def test_each_session_that_a_hold_changed_names_its_decision_and_the_others_nothing() -> None:
    found = capped(worked_plan(), worked_past(), held())

    assert [[why.decision for why in one.reasons] for one in found.sessions[:4]] == [["d1"], [], [], ["d1"]]


def test_after_a_painful_spike_the_next_long_run_is_measured_by_the_one_before_it() -> None:
    found = capped(worked_plan(), worked_past(), held(pain=date(2027, 1, 25)))

    assert lengths(found)["Sun 07"] == 11_000
    assert found.sessions[-1].reasons[0].rule == "session-spike"
    assert found.sessions[-1].reasons[0].limit == 11_000


def test_a_withdrawn_hold_holds_nothing() -> None:
    withdrawn = replace(held(), withdrawn=datetime(2027, 1, 25, 8, tzinfo=UTC))

    assert capped(worked_plan(), worked_past(), withdrawn) == capped(worked_plan(), worked_past())

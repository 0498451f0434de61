"""Values to try a part with: years away from any real day, so that the clock cannot hide in them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from surefoot.plugin import Entry, Kind, Plan, Reason, Schedule, Session, Workout

TODAY = date(2031, 3, 5)
"""The Wednesday that the sample schedule is seen from."""

ACCEPTED = datetime(2031, 3, 1, 6, 0, tzinfo=UTC)


def sample_schedule(today: date = TODAY) -> Schedule:
    """Return two weeks of training around ``TODAY``, as the core hands it to a target, seen from ``today``.

    There is a past run, one today, two on one day, one with a start hour, one by time, one with long
    notes in several scripts, and one that was changed and says why.
    """
    return Schedule(today=today, sessions=tuple(sorted(_sessions(), key=lambda one: (one.day, one.uid))))


def sample_plan() -> Plan:
    """Return a plan of two weeks with everything that a format may find hard."""
    workouts = (
        (1, Workout(kind=Kind.EASY, title="Easy", metres=6000)),
        (3, Workout(kind=Kind.EASY, title="Easy", seconds=2700)),
        (3, Workout(kind=Kind.STRENGTH, title="Strength", seconds=1800)),
        (6, Workout(kind=Kind.LONG, title="Long", metres=12000)),
        (9, Workout(kind=Kind.EASY, title="Easy", metres=5000, upto=7000)),
        (13, Workout(kind=Kind.RACE, title="Race", metres=10000)),
    )
    entries = tuple(Entry(key=f"{day}-{one.kind}", day=day, workout=one) for day, one in workouts)
    return Plan(id="sample", name="Sample", entries=entries, days=14, race="13-race", starts_on=0)


def _sessions() -> tuple[Session, ...]:
    return (
        _session("easy-1", -2, Workout(kind=Kind.EASY, title="Easy 5.0 km", metres=5000)),
        _session("easy-2", 0, Workout(kind=Kind.EASY, title="Easy 6.0 km", metres=6000)),
        _session("easy-3", 1, Workout(kind=Kind.EASY, title="Easy 45 min", seconds=2700)),
        _session("strength-1", 1, _strength(), at=time(18, 30)),
        _session("long-1", 4, Workout(kind=Kind.LONG, title="Long 11.0 km", metres=11000), changed=True),
        _session("quality-1", 6, Workout(kind=Kind.QUALITY, title="Tempo 7.0 km", metres=7000), at=time(7)),
        _session("race-1", 11, Workout(kind=Kind.RACE, title="Race 10.0 km", metres=10000)),
    )


def _strength() -> Workout:
    notes = (
        "Hips, knees; calves, 30 min \\ a wall.\n\nWandsitz · 壁 · кроссовки 🏃\n"
        + "Slow up, slower down. " * 30
    )
    return Workout(kind=Kind.STRENGTH, title="Strength 30 min", seconds=1800, notes=notes.strip())


def _session(
    uid: str, days: int, workout: Workout, *, at: time | None = None, changed: bool = False
) -> Session:
    reason = Reason(rule="session-spike", text="Your longest run of the last 30 days was 10.0 km.")
    return Session(
        uid=uid,
        day=TODAY + timedelta(days=days),
        workout=workout,
        at=at,
        reasons=(reason,) if changed else (),
        revision=1 if changed else 0,
        revised=ACCEPTED,
    )

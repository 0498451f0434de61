"""Whatever plan is written: what is not named as lost is read back as it was."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surefoot.plugin import (
    Dose,
    Effort,
    Entry,
    Kind,
    Plan,
    PlanError,
    Repeat,
    Step,
    Unit,
    Workout,
    parse_sessions,
)
from surefoot_planfiles.csvfile import Csv
from surefoot_planfiles.hack import CalendarHack

TEXTS = st.sampled_from(
    [
        "8k easy",
        "5mi long",
        "45min easy",
        "6x800m @5k r 90s",
        "8k 6x600m @5k r 90s",
        "2min run 1min walk x 10",
        "race 10k",
        "race A 21.1k",
        "parkrun",
        "strength heavy 30min",
        "micro 10min",
        "rest",
        "8-10k easy",
        "7,5k tempo",
        "hills 8x45s",
        "2k warmup, 20min @4:30/km, 1k cooldown",
        "16k in 1h45 long",
        "45min bike",
        "5k recovery",
        'easy 8k "Along the canal" (flat)',
        "easy: 8k, 6x100m @strides r 1min walk",
    ]
).map(lambda text: parse_sessions(text, Unit.KM)[0])
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12)
STEPS = st.builds(
    Step,
    role=st.sampled_from(["work", "recovery", "warmup", "rest"]),
    metres=st.one_of(st.none(), st.integers(1, 20_000)),
    effort=st.one_of(st.none(), st.just(Effort(lo=300, hi=280, of="pace"))),
    text=st.sampled_from(["", "5k", "walk", "a b"]),
)
ODD = st.builds(
    Workout,
    kind=st.sampled_from(Kind),
    title=WORDS,
    metres=st.one_of(st.none(), st.integers(1, 100_000)),
    upto=st.none(),
    seconds=st.one_of(st.none(), st.integers(1, 30_000)),
    focus=st.sampled_from(["", "tempo", "heavy", "A", "parkrun", "run-walk", "odd"]),
    steps=st.lists(
        st.one_of(STEPS, STEPS.map(lambda step: Repeat(times=3, steps=(step, step)))), max_size=2
    ).map(tuple),
    doses=st.sampled_from([(), (Dose(exercise="wall-sit", sets=3, seconds=30),)]),
    notes=WORDS,
)
RUNNABLE = ODD.filter(lambda one: one.focus != "parkrun" or one.kind is Kind.RACE).map(
    lambda one: replace(
        one, focus=one.focus if one.kind is not Kind.RACE or one.focus in ("A", "parkrun") else ""
    )
)


@st.composite
def plans(draw):
    weeks = draw(st.integers(1, 3))
    found = draw(st.lists(st.tuples(st.integers(0, 7 * weeks - 1), st.one_of(TEXTS, RUNNABLE)), max_size=8))
    entries = tuple(
        Entry(key=f"k{n}", day=day, workout=workout)
        for n, (day, workout) in enumerate(sorted(found, key=lambda one: one[0]))
    )
    races = [entry.key for entry in entries if entry.workout.kind is Kind.RACE]
    starts_on = draw(st.one_of(st.none(), st.integers(0, 6)))
    return Plan(
        id="x",
        name=draw(st.one_of(st.sampled_from(["", "Ten weeks", "a: b, c; d #e"]), WORDS)),
        entries=entries,
        days=7 * weeks,
        race=draw(st.sampled_from(races)) if races else None,
        start=draw(st.sampled_from([None, date(2027, 1, 4 + starts_on)])) if starts_on is not None else None,
        starts_on=starts_on,
        unit=draw(st.sampled_from(Unit)),
    )


NAMED = {
    "kind": "the kind",
    "title": "the title",
    "metres": "the distance",
    "upto": "the range",
    "seconds": "the duration",
    "focus": "the emphasis",
    "steps": "the parts",
    "doses": "the exercises",
    "notes": "the notes",
}


def by_day(plan, shift=0):
    found = {}
    for entry in plan.entries:
        found.setdefault(entry.day + shift, []).append(entry.workout)
    return found


@pytest.mark.parametrize("form", [Csv, CalendarHack])
@given(plan=plans())
def test_what_is_not_named_as_lost_is_read_back(form, plan):
    part = form()
    named = " | ".join(part.lost(plan))
    back = part.read(part.write(plan))
    shift = (plan.starts_on or 0) if form is CalendarHack else 0
    theirs = by_day(back)

    assert back.name == plan.name or "name" in named
    assert back.unit is plan.unit
    assert back.starts_on == plan.starts_on or "weeks begin on" in named
    assert back.start == plan.start or "the start" in named
    for day, workouts in by_day(plan, shift).items():
        assert len(theirs[day]) == len(workouts) or "session" in named
        for one, other in zip(workouts, theirs[day], strict=False):
            for name, words in NAMED.items():
                assert getattr(one, name) == getattr(other, name) or words in named
    assert theirs.keys() == by_day(plan, shift).keys() or "free day" in named


@given(plan=plans())
def test_a_grid_holds_all_that_the_shorthand_can_say(plan):
    entries = tuple(
        replace(entry, workout=parse_sessions(text, Unit.KM)[0])
        for entry, text in zip(
            plan.entries, ["8k easy", "race 10k", "6x800m @5k r 90s", "rest"], strict=False
        )
    )
    sound = replace(plan, entries=entries, starts_on=plan.starts_on or 0, start=None, name="Sound")
    races = [entry.key for entry in entries if entry.workout.kind is Kind.RACE]
    sound = replace(sound, race=races[-1] if races else None)

    assert list(Csv().lost(sound)) == []


@pytest.mark.parametrize("form", [Csv, CalendarHack])
@given(plan=plans())
def test_kind_day_and_distance_of_every_run_survive(form, plan):
    part = form()
    shift = (plan.starts_on or 0) if form is CalendarHack else 0
    theirs = by_day(part.read(part.write(plan)))

    for day, workouts in by_day(plan, shift).items():
        if len(workouts) == 1 and workouts[0].kind.is_run and workouts[0].metres:
            (back,) = theirs[day]
            assert (back.kind, back.metres) == (workouts[0].kind, workouts[0].metres)


@pytest.mark.parametrize("form", [Csv, CalendarHack])
@given(plan=plans())
def test_writing_what_was_read_changes_nothing(form, plan):
    part = form()
    once = part.read(part.write(plan))
    twice = part.read(part.write(once))

    assert part.read(part.write(twice)) == twice


@pytest.mark.parametrize("form", [Csv, CalendarHack])
@given(data=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_any_bytes_are_read_or_refused(form, data):
    with suppress(PlanError):
        form().read(data)


CELLS = st.sampled_from(
    [
        "week",
        "Mon",
        "Tue",
        "day",
        "distance",
        "type",
        "1",
        "2",
        "-5",
        "nan",
        "5k easy",
        "rest",
        "",
        '"',
        "#x",
        "+",
        "Tue",
    ]
)


@given(
    rows=st.lists(st.lists(CELLS, max_size=9).map(",".join), max_size=6),
    newline=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_any_table_is_read_or_refused(rows, newline):
    with suppress(PlanError):
        Csv().read(newline.join(["week,Mon,Tue,Sun", *rows]).encode())
    with suppress(PlanError):
        Csv().read(newline.join(rows).encode())

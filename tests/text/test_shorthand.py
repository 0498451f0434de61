from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surefoot.model import Effort, Kind, PlanError, Repeat, Step, Unit, Workout
from surefoot.text.naming import named
from surefoot.text.shorthand import parse, write
from surefoot.text.structure import COOLDOWN, WARMUP, extent
from surefoot.text.words import CANONICAL, FILLERS, VOCABULARY


def one(text, unit=Unit.KM):
    (workout,) = parse(text, unit)
    return workout


def run(kind, title, **rest):
    return Workout(kind=kind, title=title, **rest)


SIX_EIGHTS = (
    WARMUP,
    Repeat(times=6, steps=(Step(metres=800, text="5k"), Step(role="recovery", seconds=90))),
    COOLDOWN,
)
INTERVALS = run(Kind.QUALITY, "6 × 800 m", metres=9240, focus="intervals", steps=SIX_EIGHTS)
CANAL = run(Kind.EASY, "Along the canal", metres=8000, notes="flat (and dry)")


@pytest.mark.parametrize(
    ("text", "workout"),
    [
        ("8k easy", run(Kind.EASY, "Easy", metres=8000)),
        ("Easy run 8", run(Kind.EASY, "Easy", metres=8000)),
        ("EASY - 8 km", run(Kind.EASY, "Easy", metres=8000)),
        ("8", run(Kind.EASY, "Easy", metres=8000)),
        ("run", run(Kind.EASY, "Easy")),
        ("5mi long", run(Kind.LONG, "Long run", metres=8047)),
        ("long easy 16k", run(Kind.LONG, "Long run", metres=16000)),
        ("45min easy", run(Kind.EASY, "Easy", seconds=2700)),
        ("1:30:00 lsd", run(Kind.LONG, "Long run", seconds=5400)),
        ("16k in 1h45 long", run(Kind.LONG, "Long run", metres=16000, seconds=6300)),
        ("5k jog", run(Kind.RECOVERY, "Recovery", metres=5000)),
        ("8-10k easy", run(Kind.EASY, "Easy", metres=8000, upto=10000)),
        ("8k – 10k easy", run(Kind.EASY, "Easy", metres=8000, upto=10000)),
        ("7,5k tempo", run(Kind.QUALITY, "Tempo", metres=7500, focus="tempo")),
        ("threshold 8k", run(Kind.QUALITY, "Tempo", metres=8000, focus="tempo")),
        ("10k marathon pace", run(Kind.QUALITY, "Pace run", metres=10000, focus="tempo")),
        ("8k fartlek", run(Kind.QUALITY, "Fartlek", metres=8000)),
        ("6x800m @5k r 90s", INTERVALS),
        ("8k 6x800m at 5k r 90s", replace(INTERVALS, metres=8000)),
        ("6 × 800 @5k r 90 sec intervals", INTERVALS),
        (
            "hills 8x45s",
            run(
                Kind.QUALITY,
                "Hills 8 × 45 s",
                metres=5880,
                focus="hills",
                steps=(
                    WARMUP,
                    Repeat(times=8, steps=(Step(seconds=45), Step(role="recovery", seconds=90))),
                    COOLDOWN,
                ),
            ),
        ),
        (
            "2min run 1min walk x 10",
            run(
                Kind.EASY,
                "Run/walk",
                seconds=1800,
                focus="run-walk",
                steps=(
                    Repeat(
                        times=10,
                        steps=(Step(seconds=120, text="run"), Step(role="recovery", seconds=60, text="walk")),
                    ),
                ),
            ),
        ),
        (
            "2k warmup, 5k tempo, 1k cooldown",
            run(
                Kind.QUALITY,
                "Tempo",
                metres=8000,
                focus="tempo",
                steps=(WARMUP, Step(metres=5000, text="tempo"), COOLDOWN),
            ),
        ),
        (
            "8k tempo @4:30/km",
            run(
                Kind.QUALITY,
                "Tempo",
                metres=8000,
                focus="tempo",
                steps=(WARMUP, Step(metres=5000, effort=Effort(lo=270, hi=270, of="pace")), COOLDOWN),
            ),
        ),
        (
            "Run 1km, walk 4km",
            run(
                Kind.EASY,
                "Run/walk",
                metres=5000,
                focus="run-walk",
                steps=(Step(metres=1000), Step(role="recovery", metres=4000, text="walk")),
            ),
        ),
        ("race 21.1k", run(Kind.RACE, "Race", metres=21100)),
        ("half marathon", run(Kind.RACE, "Race", metres=21097)),
        ("10k race B", run(Kind.RACE, "Race", metres=10000, focus="B")),
        ("parkrun", run(Kind.RACE, "parkrun", metres=5000, focus="parkrun")),
        ("strength", run(Kind.STRENGTH, "Strength")),
        ("30min heavy strength", run(Kind.STRENGTH, "Strength", seconds=1800, focus="heavy")),
        ("micro 10min", run(Kind.MICRO, "Holds", seconds=600)),
        ("xt 45min", run(Kind.CROSS, "Cross-training", seconds=2700)),
        ("bike 20k", run(Kind.CROSS, "Bike", metres=20000)),
        ("off", run(Kind.REST, "Rest")),
        ('8k easy "Along the canal" (flat (and dry))', CANAL),
    ],
)
def test_a_session_is_read_as_a_person_writes_it(text, workout):
    assert one(text) == workout


def test_a_bare_number_takes_the_plans_unit():
    assert one("5 easy", Unit.MI) == one("5mi easy", Unit.KM)


def test_several_sessions_of_one_day_are_joined_by_a_plus_a_semicolon_or_a_new_line():
    pair = (one("8k easy"), one("strength 30min"))

    assert parse("8k easy + strength 30min", Unit.KM) == pair
    assert parse("8k easy; strength 30min", Unit.KM) == pair
    assert parse("\n8k easy\nstrength 30min\n", Unit.KM) == pair


def test_recoveries_that_nobody_wrote_are_half_the_distance_or_the_same_time():
    assert one("6x800m") == one("6x800m r 400m")
    assert one("5x1mi") == one("5x1mi r 900m")
    assert one("5x3min") == one("5x3min r 3min")


def test_after_a_colon_nothing_is_added():
    assert one("intervals: 6x800m r 400m").metres == 7200
    assert one("6x800m r 400m").metres == 10200


def test_standing_still_counts_no_metres():
    assert one("intervals: 6x800m r 90s rest").metres == 4800


def test_parts_by_time_alone_make_a_session_by_time():
    workout = one("10min warmup, 5x3min @5k r 2min, 10min cooldown")

    assert (workout.metres, workout.seconds) == (None, 2700)


def test_a_part_without_a_length_leaves_the_session_without_one():
    workout = one("lap warmup, 20min @tempo, 1k cooldown")

    assert (workout.metres, workout.seconds) == (None, None)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", None, "nothing is written"),
        ("  ", None, "nothing is written"),
        ("8k esay", "character 4", "easy"),
        ("8k easy + strenght", "character 11", "strength"),
        ("-5k easy", "character 1", "not negative"),
        ("easy -5k", "character 6", "not negative"),
        ("nan easy", "character 1", "no number"),
        ("inf", "character 1", "no number"),
        ("0k easy", "character 1", "no distance to run"),
        ("301k easy", "character 1", "300 km"),
        ("45m easy", "character 1", "45min"),
        ("1:30 long", "character 1", "1h30"),
        ("45-60min easy", "character 1", "range of times"),
        ("45min-60min easy", "character 1", "range of times"),
        ("10-8k easy", "character 4", "range"),
        ("8k 9k easy", "character 4", "second distance"),
        ("45min 50min easy", "character 7", "second duration"),
        ("8k long tempo", "character 9", "both long run and tempo"),
        ("bike swim 30min", "character 6", "both bike and swim"),
        ("8k strength", "character 1", "strength 30min"),
        ("8k rest", "character 1", "no distance"),
        ("8k easy +", "character 9", "nothing follows"),
        ("+ 8k", "character 1", "nothing stands before"),
        ("8k easy (flat", "character 9", "not closed"),
        ("8k easy)", "character 8", "not opened"),
        ("3x(800m", "character 7", "not closed"),
        ("0x800m", "character 1", "1 to 100"),
        ("101x800m", "character 1", "1 to 100"),
        ("6x", "character 2", "no length"),
        ("3x(2x400m)", "character 4", ""),
        ("6x800m @5k @10k", "character 12", "second @"),
        ("6x800m @rpe11", "character 8", "no effort"),
        ("6x800m @0:30/km", "character 8", "no pace"),
        ("8x400 5k pace", "character 10", "two lengths"),
        ("strength: 3x800m", "character 11", "no parts"),
        ("easy:", "character 5", "colon"),
        ("4k easy,", "character 8", ""),
        ("8k easy #1", "character 9", "means nothing"),
        ('8k "a" "b"', "character 8", "one title"),
        ('"a" (b)', "character 1", "what to do"),
        ("8k easy " + "(" + "x" * 10_000 + ")", "character 10001", "10000 characters"),
    ],
)
def test_what_is_no_session_is_refused_with_its_place(text, place, words):
    with pytest.raises(PlanError) as caught:
        parse(text, Unit.KM)

    assert place is None or str(caught.value.where).endswith(place)
    assert words in str(caught.value)
    assert caught.value.mend


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Easy run 8", "8k easy"),
        ("LSD 1:45:00", "1h45 long"),
        ("10 x 400 @3:50-3:40 jog 200m", "10x400m @3:50-3:40/km r 200m"),
        ("10 x 2min run 1min walk", "2min run 1min walk x 10"),
        ("race a 10k", "race A 10k"),
        (
            "3k wu, 3x3k @hm r 3min rest, 1k cd",
            "3k warmup, 3x3k @hm r 3min rest, 1k cooldown",
        ),
        ("45 minutes of the bike", "45min bike"),
    ],
)
def test_every_session_has_one_canonical_text(text, canonical):
    assert [write(workout, Unit.KM) for workout in parse(text, Unit.KM)] == [canonical]


def test_a_plan_in_miles_is_written_in_miles_where_they_are_exact():
    assert write(one("5 long", Unit.MI), Unit.MI) == "5mi long"
    assert write(one("8k easy"), Unit.MI) == "8k easy"
    assert write(one("4x1mi r 400m"), Unit.MI) == "4x1mi r 400m"


def test_what_the_shorthand_cannot_hold_is_left_out():
    odd = Workout(kind=Kind.EASY, title='The "old" mill', metres=8000, notes="up) and (down")

    assert one(write(odd, Unit.KM)) == replace(odd, title="The 'old' mill", notes="up] and [down")


WORDS = st.text(st.characters(codec="utf-8", exclude_characters='"“”()\r\n'), max_size=20).map(str.strip)
AIMS = st.sampled_from(
    ["", "5k", "hm", "tempo", "easy", "marathon", "walk", "run", "a b", "4:30", "hr150", "Fast"]
)
EFFORTS = st.one_of(
    st.none(),
    st.tuples(st.integers(120, 1800), st.integers(120, 1800)).map(
        lambda p: Effort(lo=max(p), hi=min(p), of="pace")
    ),
    st.tuples(st.integers(30, 250), st.integers(30, 250)).map(
        lambda p: Effort(lo=min(p), hi=max(p), of="hr")
    ),
    st.tuples(st.integers(1, 10), st.integers(1, 10)).map(lambda p: Effort(lo=min(p), hi=max(p), of="rpe")),
)
LENGTHS = st.one_of(
    st.just({}),
    st.integers(1, 50_000).map(lambda metres: {"metres": metres}),
    st.integers(1, 20_000).map(lambda seconds: {"seconds": seconds}),
)
ROLES = st.sampled_from(["work", "warmup", "recovery", "cooldown", "rest"])
STEPS = st.builds(
    lambda length, role, text, effort: Step(**length, role=role, text=text, effort=effort),
    LENGTHS,
    ROLES,
    AIMS,
    EFFORTS,
)
REPEATS = st.builds(
    lambda times, steps: Repeat(times=times, steps=tuple(steps)),
    st.integers(1, 100),
    st.lists(STEPS, min_size=1, max_size=3),
)
PARTS = st.lists(st.one_of(STEPS, REPEATS), max_size=3).map(tuple)
RUNS = [word for word, _ in CANONICAL if word.kind.is_run and (word.metres is None or word.focus)]
OTHERS = [word for word, _ in CANONICAL if not word.kind.is_run and word.kind is not Kind.REST]


@st.composite
def runs(draw):
    word = draw(st.sampled_from(RUNS))
    steps = draw(PARTS)
    if draw(st.booleans()) and len(steps) == 1:
        steps = (WARMUP, *steps, COOLDOWN)
    metres, seconds = extent(steps)
    upto = None
    if not steps or draw(st.booleans()):
        metres = draw(st.one_of(st.none(), st.integers(1, 299_000)))
        seconds = draw(st.one_of(st.none(), st.integers(1, 86_400)))
        upto = metres + draw(st.integers(1, 1000)) if metres and draw(st.booleans()) else None
    if steps and metres is None and seconds is None:
        metres, seconds = extent(steps)
    if word.focus == "parkrun" and metres is None and seconds is None:
        metres = 5000
    return Workout(
        kind=word.kind,
        title=draw(st.one_of(st.just(named(word.kind, word.focus, word.title, steps)), WORDS)),
        metres=metres,
        upto=upto,
        seconds=seconds,
        focus=word.focus,
        steps=steps,
        notes=draw(st.one_of(st.just(""), WORDS)),
    )


@st.composite
def others(draw):
    word = draw(st.sampled_from(OTHERS))
    return Workout(
        kind=word.kind,
        title=draw(st.one_of(st.just(word.title), WORDS)),
        focus=word.focus,
        seconds=draw(st.one_of(st.none(), st.integers(1, 86_400))),
        metres=draw(st.one_of(st.none(), st.integers(1, 300_000))) if word.kind is Kind.CROSS else None,
        notes=draw(st.one_of(st.just(""), WORDS)),
    )


@given(st.one_of(runs(), others()), st.sampled_from(Unit))
def test_every_expressible_workout_is_read_back_as_it_was(workout, unit):
    text = write(workout, unit)

    assert parse(text, unit) == (workout,)
    assert parse(text, Unit.KM) == (workout,)


ANY = st.builds(
    Workout,
    kind=st.sampled_from(Kind),
    title=st.text(max_size=10),
    metres=st.one_of(st.none(), st.integers(-5, 400_000)),
    upto=st.one_of(st.none(), st.integers(-5, 400_000)),
    seconds=st.one_of(st.none(), st.integers(-5, 100_000)),
    focus=st.sampled_from(["", "tempo", "heavy", "A", "parkrun", "odd"]),
    steps=st.lists(
        st.one_of(
            STEPS,
            REPEATS,
            st.just(Repeat(times=0, steps=())),
            st.just(Repeat(times=200, steps=(Step(metres=400),))),
            st.builds(Step, metres=st.integers(-5, 400_000)),
        ),
        max_size=2,
    ).map(tuple),
    notes=st.text(max_size=10),
)


@given(ANY, st.sampled_from(Unit))
def test_whatever_is_written_can_be_read_and_keeps_its_kind(workout, unit):
    text = write(workout, unit)
    (back,) = parse(text, unit)

    assert back.kind is workout.kind
    assert write(back, unit) == text or parse(write(back, unit), unit) == (back,)


PIECES = st.sampled_from(
    [
        *VOCABULARY,
        *FILLERS,
        *"+-,;:()@x×r#\"'",
        "8k",
        "5mi",
        "800m",
        "45min",
        "90s",
        "1:30",
        "10",
        "6x",
        "x 3",
        "@5k",
        "nan",
        " ",
        "3x(",
    ]
)


@given(
    st.one_of(
        st.lists(PIECES, max_size=8).map(" ".join),
        st.lists(PIECES, max_size=8).map("".join),
        st.text(max_size=30),
    )
)
def test_any_text_is_read_or_refused_and_what_is_read_is_stable(text):
    try:
        workouts = parse(text, Unit.KM)
    except PlanError:
        return
    canonical = [write(workout, Unit.KM) for workout in workouts]

    assert parse(" + ".join(canonical), Unit.KM) == workouts
    assert [write(workout, Unit.KM) for workout in parse(" + ".join(canonical), Unit.KM)] == canonical

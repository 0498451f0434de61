"""The programme as it stands, one exercise by name, and what was done of it."""

from __future__ import annotations

from dataclasses import dataclass

from surefoot.app.why import Why
from surefoot.app.work import Work
from surefoot.model import Catalogue, ConfigError, Exercise, Kind, Lifted, Programme, Session
from surefoot.store import Store
from surefoot.strength.findings import HOW, due
from surefoot.strength.pool import pool
from surefoot.strength.programme import programme
from surefoot.text.did import Did

STRENGTH = (Kind.STRENGTH, Kind.MICRO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """``stage`` is how far the way back has come; ``due`` are self-tests to do, and how they are logged."""

    programme: Programme
    catalogue: Catalogue
    stage: str
    complaints: tuple[str, ...]
    due: tuple[tuple[str, str], ...]


def strength(work: Work, store: Store) -> Strength:
    """Return the week's programme from the settings and the diary.

    Raises:
        ConfigError: the settings or the runner's own exercises make no programme.
    """
    diary = store.diary(work.today)
    settings = work.config.settings
    asked = pool(settings.strength, work.catalogue, diary, work.today)
    return Strength(
        programme=programme(settings, work.catalogue, diary=diary, today=work.today),
        catalogue=work.catalogue,
        stage=asked.stage,
        complaints=tuple(one.name for one in asked.conditions),
        due=tuple((test, HOW[test]) for test in due(diary, work.today)),
    )


def exercise(word: str, work: Work) -> Exercise:
    """Return the exercise that ``word`` names, by id or by its name.

    Raises:
        ConfigError: none is called so; names the nearest.
    """
    from surefoot.config.near import did_you_mean

    plain = " ".join(word.casefold().replace("-", " ").replace("_", " ").split())
    names: dict[str, Exercise] = {}
    for one in work.catalogue.exercises:
        for name in (one.id.replace("-", " "), one.name.casefold()):
            names.setdefault(name, one)
    if plain not in names:
        ids = {name: one.id for name, one in names.items()}
        mend = did_you_mean(plain, ids, "surefoot strength --all lists them")
        raise ConfigError(f"there is no exercise {word!r}", mend=mend)
    return names[plain]


def done(store: Store, lifted: Lifted) -> tuple[Lifted, ...]:
    """Return the entries for a whole session: the day's exercises as they stood, each with its dose.

    So the diary alone says what was done, whatever the programme becomes. Sets are left out: as many as the
    minutes had room for are all that was asked. Where no session stood on the day, there is one entry
    without an exercise.
    """
    schedule = store.accepted(lifted.day, lifted.day).schedule
    sessions = schedule.sessions if schedule is not None else ()
    doses = [dose for one in sessions if _is_strength(one, lifted) for dose in one.workout.doses]
    if not doses:
        return (lifted,)
    return tuple(
        Lifted(
            day=lifted.day,
            exercise=dose.exercise,
            reps=dose.reps,
            seconds=None if dose.reps else dose.seconds,
            load_g=dose.load_g,
            pain=lifted.pain,
        )
        for dose in doses
    )


def one_exercise(word: str, did: Did, lifted: Lifted, work: Work) -> Lifted:
    """Return the entry for one exercise.

    Raises:
        ConfigError: there is no such exercise, or a hold was given repetitions.
    """
    found = exercise(word, work)
    if did.seconds and found.reps:
        raise ConfigError(
            f"{found.name} is counted in repetitions", mend=f"surefoot log strength {found.id} 3x10"
        )
    if did.reps and not found.reps:
        raise ConfigError(
            f"{found.name} is held, so it is counted in seconds",
            mend=f"surefoot log strength {found.id} 4x{did.reps}s",
        )
    return Lifted(
        day=lifted.day,
        exercise=found.id,
        sets=did.sets,
        reps=did.reps,
        seconds=did.seconds,
        load_g=did.load_g,
        pain=lifted.pain,
    )


def waiting(found: Why, work: Work, store: Store) -> tuple[str, ...]:
    """Return what holds the programme back, where the day has strength that stands and does not say it."""
    if not any(one.stands and one.session.workout.kind in STRENGTH for one in found.stories):
        return ()
    return strength(work, store).programme.waits


def reminder(work: Work) -> str:
    """Return which self-test to do next, "" where none is due: asked for when strength was logged."""
    with work.store() as store:
        tests = due(store.diary(work.today), work.today)
    return f"A self-test is due: {HOW[tests[0]]}" if tests else ""


def _is_strength(session: Session, lifted: Lifted) -> bool:
    return session.day == lifted.day and session.workout.kind in STRENGTH

"""The programme as it stands, one exercise by name, and which self-test is due."""

from __future__ import annotations

from dataclasses import dataclass

from surefoot.app.why import Why
from surefoot.app.work import Work
from surefoot.model import Catalogue, ConfigError, Exercise, Kind, Programme
from surefoot.store import Store
from surefoot.strength.findings import HOW, due
from surefoot.strength.pool import pool
from surefoot.strength.programme import programme

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

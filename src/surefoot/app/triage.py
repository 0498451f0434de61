"""What is said to the answers of the triage, with the programme that fits and where it is written down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from surefoot.app.work import Work
from surefoot.config.near import choices, did_you_mean
from surefoot.model import Condition, ConfigError
from surefoot.rules.triage import SIGNS, SPOTS, TEMPLATE, WORSE, triage

STAGE_NAMES = {
    "isometric": "First, holds",
    "dynamic": "Then movement",
    "loaded-functional": "Then load",
    "maintenance": "For good",
}


def answered(work: Work, spot: str, worse: str, signs: tuple[str, ...]) -> tuple[str, ...]:
    """Return what to say, the most urgent first. Nothing is stored or set.

    Raises:
        ConfigError: an answer is none of those that are offered.
    """
    _check(spot, SPOTS, "--spot")
    _check(worse, WORSE, "--worse")
    for one in signs:
        _check(one, SIGNS, "--sign")
    found = triage(spot, worse, signs)
    if not found.condition:
        return found.first
    return (*found.first, *_programme(work.catalogue.condition(found.condition), work))


def _check(word: str, words: Iterable[str], where: str) -> None:
    known = tuple(words)
    if word not in known:
        mend = did_you_mean(word, known, f"one of {choices(known)}")
        raise ConfigError(f"{word!r} is unknown", where=where, mend=mend)


def _programme(condition: Condition, work: Work) -> Iterator[str]:
    yield f"Programme: {condition.name}. For: {condition.where}."
    for phase in condition.phases:
        names = "; ".join(work.catalogue[one].name for one in phase.exercises)
        yield f"{STAGE_NAMES[phase.name]}: {names}."
    if condition.note:
        yield condition.note
    if "seen" in condition.gates:
        yield "Somebody qualified looks at it before its own exercises begin."
    yield TEMPLATE
    yield "To use it, write under [strength] in surefoot.toml:"
    yield f'complaints = ["{condition.id}"]'

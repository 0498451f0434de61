"""The shipped exercises and conditions, and the exercises that the runner and plugins add."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from surefoot.model import Catalogue, Condition, Exercise, Phase

if TYPE_CHECKING:
    from pathlib import Path


def load(more: Iterable[Exercise] = ()) -> Catalogue:
    """Return the shipped exercises, then ``more``; of two with the same id the shipped one is found."""
    return Catalogue(exercises=(*_exercises(), *more), conditions=conditions())


def find(names: Iterable[str]) -> Catalogue:
    """Return the shipped exercises of these ids alone, in any order: the rest of the file is not read.

    ``surefoot today`` shows six of seventy, and reading all takes longer than the rest of the command.
    """
    text = "\n" + _text("exercises.toml")
    parts = (_part(text, name) for name in dict.fromkeys(names))
    tables = tomllib.loads("\n".join(part for part in parts if part))
    return Catalogue(exercises=tuple(exercise(name, table) for name, table in tables.items()))


def find_here(folder: Path, names: tuple[str, ...]) -> Catalogue:
    """Return these exercises alone, the runner's own of this training folder among them.

    Raises:
        ConfigError: the runner's file is needed and cannot be used.
    """
    found = find(names)
    if len(found.exercises) == len(set(names)):
        return found
    from surefoot.own_exercises import own

    return load(own(folder, {one.id: one for one in _exercises()}))


def _part(text: str, name: str) -> str:
    begins = text.find(f"\n[{name}]\n")
    ends = text.find("\n[", begins + 1)
    return text[begins : ends if ends > 0 else len(text)] if begins >= 0 else ""


@cache
def _exercises() -> tuple[Exercise, ...]:
    return tuple(exercise(*one) for one in tomllib.loads(_text("exercises.toml")).items())


@cache
def conditions() -> tuple[Condition, ...]:
    """Return the shipped conditions, in the order of their file."""
    return tuple(condition(*one) for one in tomllib.loads(_text("conditions.toml")).items())


def _text(name: str) -> str:
    return files("surefoot").joinpath("data", name).read_text(encoding="utf-8")


def exercise(name: str, table: dict[str, Any]) -> Exercise:
    """Return the exercise that a TOML table describes; its keys are the fields of ``Exercise``.

    Raises:
        TypeError: a key that ``Exercise`` does not have, or one missing that it needs.
    """
    return Exercise(id=name, **_values(table))


def condition(name: str, table: dict[str, Any]) -> Condition:
    """Return the condition that a TOML table describes; its keys are the fields of ``Condition``.

    Raises:
        TypeError: a key that ``Condition`` does not have, or one missing that it needs.
    """
    values = _values(table)
    phases = tuple(Phase(name=stage, **_values(one)) for stage, one in values.pop("phases", {}).items())
    return Condition(id=name, phases=phases, **values)


def _values(table: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}

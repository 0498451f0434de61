"""The shipped exercises, and those that plugins and the runner add."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from surefoot.model import Catalogue, Exercise


def load(more: Iterable[Exercise] = ()) -> Catalogue:
    """Return the shipped exercises, then ``more``; of two with the same id the shipped one is found."""
    return Catalogue(exercises=(*_shipped(), *more))


@cache
def _shipped() -> tuple[Exercise, ...]:
    text = files("surefoot").joinpath("data", "exercises.toml").read_text(encoding="utf-8")
    return tuple(exercise(name, table) for name, table in tomllib.loads(text).items())


def exercise(name: str, table: dict[str, Any]) -> Exercise:
    """Return the exercise that a TOML table describes; its keys are the fields of ``Exercise``.

    Raises:
        TypeError: a key that ``Exercise`` does not have, or one missing that it needs.
    """
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in table.items()
    }
    return Exercise(id=name, **values)

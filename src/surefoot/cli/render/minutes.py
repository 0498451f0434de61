"""What ``today --minutes`` says: for each session what fits, and what gives way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from surefoot.app.minutes import Fit
from surefoot.app.work import Work
from surefoot.cli import shapes
from surefoot.cli.words import brief
from surefoot.model import Dose, Kind, Placed, Unit
from surefoot.text.days import day_name
from surefoot.text.steps import steps
from surefoot.text.title import title


def text(found: tuple[Fit, ...], minutes: int, work: Work) -> str:
    """Return the page."""
    return "\n".join(_lines(found, minutes, work))


def _lines(found: tuple[Fit, ...], minutes: int, work: Work) -> Iterator[str]:
    unit = work.config.settings.runner.unit
    yield f"{day_name(work.today)} {work.today.year}, {minutes} min"
    for one in found:
        yield ""
        yield from _session(one, minutes, unit)


def _session(one: Fit, minutes: int, unit: Unit) -> Iterator[str]:
    usual = title(one.session.workout, unit)
    if one.session.workout.kind is Kind.RACE:
        yield f"{usual}: a race is as long as it is."
    elif one.workout is None:
        yield f"{usual}: nothing of it fits into {minutes} min. To leave it out: surefoot skip today"
    elif one.whole:
        yield f"{usual}: it fits as it is."
    else:
        yield f"{title(one.workout, unit)}   was {brief(one.session.workout, unit)}"
        yield from (f"  {line}" for line in steps(one.workout, unit))
        yield from (f"  {line}" for line in _doses(one.workout.doses))
        yield "  What is left out is not made up later."


def _doses(doses: tuple[Dose, ...]) -> Iterator[str]:
    """The exercises that fit, by their names."""
    if doses:
        from surefoot.catalogue import load

        names = {one.id: one.name for one in load().exercises}
        yield ", ".join(names.get(one.exercise, one.exercise) for one in doses)


def shape(one: Fit) -> dict[str, Any]:
    """One session of ``today --minutes --json``: as it stands, and what of it fits (null: nothing)."""
    return {
        "uid": one.session.uid,
        "whole": one.whole,
        "before": shapes.placed(Placed(day=one.session.day, workout=one.session.workout)),
        "after": shapes.placed(Placed(day=one.session.day, workout=one.workout)) if one.workout else None,
    }

"""Building a plan: where the runner stands is read, the plan is written into a new file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from surefoot.app.asked import Asked, order_of
from surefoot.app.files import write_new
from surefoot.app.planrows import rows
from surefoot.config.place import FILE
from surefoot.load.weeks import WEEK
from surefoot.model import ConfigError, PlanError
from surefoot.schedule.build import Built, earliest_race
from surefoot.schedule.build import build as build_plan
from surefoot.strength.vocabulary import PAUSING
from surefoot.text.days import day_name
from surefoot.text.units import brief

if TYPE_CHECKING:
    from surefoot.app.work import Work
    from surefoot.model import Unit
    from surefoot.schedule.building.order import Order
    from surefoot.schedule.building.reach import Reach


FROM_NOTHING = 7 * WEEK
"""The least time from the first run to a race [H]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A built plan, the order it answers, and the command that builds it again.

    ``earliest`` is the first day on which a race out of reach would be within it.
    """

    order: Order
    built: Built
    command: str
    earliest: date | None = None


def build(asked: Asked, work: Work, *, command: str) -> Made:
    """Return the plan for what was asked; nothing is written.

    Raises:
        PlanError: it cannot be meant, or the race cannot be reached within the limits.
        ConfigError: there are sources, and none has been read yet.
    """
    _refuse_for_health(work)
    with work.store() as store:
        history = work.history(store)
        kept = store.accepted().schedule
    if work.config.sources and not history.activities and not asked.weekly:
        raise ConfigError(
            "your recordings have not been read yet",
            mend="surefoot pull, or say it: --weekly 30km --longest 12km",
        )
    order = order_of(asked, settings=work.config.settings, today=work.today, history=history, kept=kept)
    built = build_plan(order)
    if built.from_nothing:
        _refuse_haste(order)
    later = None
    if built.reach is not None and not built.reach.is_enough:
        later = earliest_race(order, built.reach)
        if order.goal.race in dict(built.far):
            raise _out_of_reach(order, built.reach, later)
    for day, longest in built.far:
        raise _too_early(order, day, longest)
    return Made(order=order, built=built, command=command, earliest=later)


def _refuse_for_health(work: Work) -> None:
    """With some states of health a plan is made with a doctor or midwife; a calendar is kept all the same."""
    if any(one in PAUSING for one in work.config.settings.strength.precautions):
        raise PlanError(
            "with what stands under precautions, a plan is made with your doctor or midwife",
            mend="Surefoot keeps the calendar of any plan you bring: surefoot sync",
        )


def _refuse_haste(order: Order) -> None:
    """From nothing, a first race needs time."""
    races = [one.day for one in order.also] + ([order.goal.race] if order.goal.race else [])
    first = min(races, default=None)
    if first is not None and first < order.today + FROM_NOTHING:
        raise PlanError(
            f"the race on {day_name(first)} is {(first - order.today).days} days away, and nothing is known "
            "of earlier runs",
            mend="from nothing it takes seven weeks or more; if you run already: --weekly 20km --longest 8km",
        )


def _out_of_reach(order: Order, reach: Reach, earliest: date | None) -> PlanError:
    unit = order.settings.runner.unit
    assert order.goal.race is not None
    ways = []
    if earliest is not None:
        ways.append(f"the same race on {day_name(earliest)} {earliest.year} or later")
    if reach.shorter is not None:
        ways.append(f"{reach.shorter} on {day_name(order.goal.race)}")
    return PlanError(
        f"{order.goal.name} is too far for the time until then: within your limits the longest run before it "
        f"would be {brief(reach.longest, unit)}, and it asks for {brief(reach.needed, unit)}",
        mend="within reach: " + "; ".join(ways)
        if ways
        else 'build a base first: surefoot build "30km a week"',
    )


def _too_early(order: Order, day: date, longest: int) -> PlanError:
    unit = order.settings.runner.unit
    return PlanError(
        f"the race on {day_name(day)} comes too early: within your limits the longest run before it would be "
        f"{brief(longest, unit)}",
        mend="leave it out of --also, or run a shorter one on that day",
    )


def write(made: Made, folder: Path, *, out: Path | None, force: bool) -> Path:
    """Write the plan file and return its path; without ``out`` a name that is free.

    Raises:
        ConfigError: ``out`` is there already.
        Unavailable: it cannot be written.
    """
    path = out if out is not None else _free_name(folder, made.order)
    write_new(path, rows(made.built, made.order, made.command).encode(), force=force)
    return path


def _free_name(folder: Path, order: Order) -> Path:
    """``half-marathon-2027-05-02.csv``, or with a number behind it."""
    words = order.goal.name if order.goal.race is None else f"{order.goal.name} {order.goal.race}"
    stem = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")
    names = (folder / f"{stem}{'' if number == 1 else f'-{number}'}.csv" for number in range(1, 1000))
    return next(one for one in names if not one.exists())


def named(work: Work, made: Made, path: Path) -> bool:
    """Whether the settings name this plan file, on this race day, as the plan."""
    plan = work.config.plan
    return plan is not None and plan.file.resolve() == path.resolve() and plan.race == made.order.goal.race


def lines_to_add(made: Made, path: Path, work: Work) -> dict[str, tuple[str, ...]]:
    """Return what the settings need for the plan: lines by table.

    A plan that follows another keeps its name, so that its sessions are known again and calendars see
    them changed, not taken out and put in.
    """
    folder = work.config.folder
    goal, stand = made.order.goal, made.order.stand
    shown = path.relative_to(folder) if path.is_relative_to(folder) else path
    plan = [f'file = "{shown.as_posix()}"']
    if work.config.plan is not None:
        plan.append(f'name = "{work.config.plan.name}"')
    if goal.race is not None:
        plan.append(f"race = {goal.race}")
    runner = made.order.settings.runner
    unit = runner.unit
    said = (("weekly", stand.weekly, runner.weekly), ("longest", stand.longest, runner.longest))
    start = [f'{key} = "{_said(value, unit)}"' for key, value, had in said if value and had is None]
    return {"plan": tuple(plan), "runner": tuple(start)}


def _said(metres: int, unit: Unit) -> str:
    return brief(metres, unit)


def point_at(folder: Path, lines: dict[str, tuple[str, ...]]) -> None:
    """Put the lines into the settings, into the tables that are there or at the end.

    Raises:
        ConfigError: the settings would not be usable with them.
        Unavailable: they cannot be written.
    """
    from surefoot.settings import parse

    path = folder / FILE
    text = path.read_text(encoding="utf-8")
    for table, added in lines.items():
        text = _with(text, table, added)
    parse(text, folder)
    write_new(path, text.encode(), force=True)


def _with(text: str, table: str, added: tuple[str, ...]) -> str:
    if not added:
        return text
    block = "\n".join(added)
    header = re.search(rf"^\[{table}\][^\n]*\n", text, re.MULTILINE)
    if header is None:
        return f"{text.rstrip()}\n\n[{table}]\n{block}\n"
    return f"{text[: header.end()]}{block}\n{text[header.end() :]}"

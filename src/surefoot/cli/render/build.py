"""What ``build`` says: the plan at a glance, how far it reaches, and what to do with the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from shlex import join
from typing import TYPE_CHECKING, Any

from surefoot.app.planrows import size_of
from surefoot.cli.width import paragraph
from surefoot.model import Kind
from surefoot.text.days import day_name
from surefoot.text.shorthand import write
from surefoot.text.units import brief

if TYPE_CHECKING:
    from surefoot.app.asked import Asked
    from surefoot.app.build import Made
    from surefoot.schedule.building.reach import Reach


def command(asked: Asked) -> str:
    """Return the command line that asks for the same, its words in one order."""
    words = ["surefoot", "build", asked.goal]
    words += ["--race", asked.race.isoformat()] if asked.race else []
    for name in ("target", "result", "weekly", "longest", "days", "long"):
        value = getattr(asked, name)
        words += [f"--{name}", value] if value else []
    for one in asked.most:
        words += ["--max-day", one]
    words += ["--quality", str(asked.quality)] if asked.quality is not None else []
    words += ["--experience", asked.experience] if asked.experience else []
    words += ["--over-45"] if asked.gentle else []
    words += ["--in", "minutes"] if asked.minutes else []
    for one in asked.also:
        words += ["--also", one]
    return join(words)


def text(made: Made, path: Path, folder: Path) -> str:
    """Return the report."""
    return "\n".join(_lines(made, path, folder))


def _lines(made: Made, path: Path, folder: Path) -> Iterator[str]:
    built = made.built
    race = made.order.goal.race
    on = f" on {day_name(race)} {race.year}" if race else ""
    yield f"{built.plan.name}{on}: {len(built.weeks)} weeks from {day_name(built.weeks[0].start)}"
    yield ""
    for number, week in enumerate(built.weeks, start=1):
        name = "lighter" if week.is_lighter else week.phase
        head = f"{number:>3}  {day_name(week.start)[4:]:<6}  {name:<8} {size_of(week, number, built):>10}  "
        yield paragraph(week.purpose, first=head, rest=" " * len(head))
    yield ""
    for note in built.notes:
        yield paragraph(note, first="", rest="  ")
    if built.reach is not None:
        yield paragraph(_reach(made, built.reach), first="", rest="  ")
    yield ""
    shown = path.relative_to(folder) if path.is_relative_to(folder) else path
    yield f"Wrote {shown}. Every run and week is inside your limits: surefoot check {shown}"


def _reach(made: Made, reach: Reach) -> str:
    unit = made.order.settings.runner.unit
    longest = brief(reach.longest, unit)
    if made.built.by_time:
        longest = f"about {brief(reach.longest // 500 * 500, unit)}"
    said = f"Longest run before the race: {longest}."
    if reach.is_enough:
        return said
    said += f" The race asks for {brief(reach.needed, unit)}, and your limits do not reach there by then."
    if made.earliest is not None:
        said += f" They would for a race on {day_name(made.earliest)} {made.earliest.year}."
    if reach.shorter is not None and made.order.goal.race is not None:
        said += f" On {day_name(made.order.goal.race)} there is enough for {reach.shorter}."
    return said


def how(lines: Mapping[str, tuple[str, ...]], *, is_folder: bool, has_plan: bool) -> str:
    """Return how to point the settings at the plan."""
    if not is_folder:
        return (
            "To follow it, make this a training folder: surefoot init, then put into surefoot.toml:\n"
            + _toml(lines)
        )
    what = "change" if has_plan else "put"
    into = "in" if has_plan else "into"
    kept = "\nWhat was accepted up to today stays as it is." if has_plan else ""
    return f"To follow it, {what} {into} surefoot.toml:\n{_toml(lines)}{kept}"


def _toml(lines: Mapping[str, tuple[str, ...]]) -> str:
    return "\n".join(
        f"  {line}" for table, added in lines.items() if added for line in (f"[{table}]", *added)
    )


def shape(made: Made, path: Path) -> dict[str, Any]:
    """The answer of ``build --json``."""
    built = made.built
    plan = built.plan
    return {
        "file": str(path),
        "command": made.command,
        "name": plan.name,
        "start": plan.start.isoformat() if plan.start else None,
        "race": made.order.goal.race.isoformat() if made.order.goal.race else None,
        "weeks": [
            {
                "start": week.start.isoformat(),
                "phase": week.phase,
                "number": week.number,
                "of": week.of,
                "lighter": week.is_lighter,
                "metres": week.metres,
                "purpose": week.purpose,
                "sessions": [
                    {
                        "day": (built.weeks[0].start + timedelta(days=one.day)).isoformat(),
                        "kind": one.workout.kind.value,
                        "text": write(one.workout, plan.unit),
                        "metres": one.workout.metres,
                        "seconds": one.workout.seconds,
                    }
                    for one in plan.entries
                    if one.day // 7 == place and one.workout.kind is not Kind.REST
                ],
            }
            for place, week in enumerate(built.weeks)
        ],
        "notes": list(built.notes),
        "reach": _reach_shape(built.reach, made),
    }


def _reach_shape(reach: Reach | None, made: Made) -> dict[str, Any] | None:
    if reach is None:
        return None
    return {
        "longest": reach.longest,
        "needed": reach.needed,
        "enough": reach.is_enough,
        "earliest": made.earliest.isoformat() if made.earliest else None,
        "shorter": reach.shorter,
    }

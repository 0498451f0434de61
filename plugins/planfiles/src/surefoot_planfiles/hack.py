"""calendar-hack's YAML: weeks of seven cells, the plans of an open library."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, ClassVar

from surefoot.plugin import Entry, Format, Kind, Plan, PlanError, Unit, Workout
from surefoot_planfiles.build import MOST_WEEKS, About, entries_of, plan_of, race_of
from surefoot_planfiles.cells import read_cell
from surefoot_planfiles.cellwriting import write_cell, write_cells
from surefoot_planfiles.decode import decode
from surefoot_planfiles.lost import lost

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_TYPES = (
    (4500, "Base"),
    (6000, "5K"),
    (11000, "10K"),
    (17000, "15k/10m"),
    (23000, "Half Marathon"),
    (43000, "Marathon"),
)
_YES = frozenset(("true", "yes", "on"))


class CalendarHack(Format):
    """Plans of calendar-hack; its weeks run from Monday to Sunday."""

    suffixes: ClassVar[tuple[str, ...]] = (".yaml", ".yml")

    def read(self, data: bytes) -> Plan:
        """Return the plan; the race may stand on any day, and weeks may follow it.

        Raises:
            PlanError: no YAML, no calendar-hack plan, or a cell that cannot be understood.
        """
        from surefoot_planfiles.safe import load

        document = load(decode(data))
        unit = _checked(document)
        sessions: list[tuple[int, Workout]] = []
        races: list[int] = []
        for number, week in enumerate(document["schedule"]):
            for place, cell in enumerate(_cells(week, number)):
                found = _read(cell, unit, number, place, str(document.get("type", "")))
                sessions += [(7 * number + place, workout) for workout in found]
                if _is_marked(cell):
                    races.append(7 * number + place)
        about = About(name=str(document.get("name", "")).strip(), unit=unit, starts_on=0)
        plan = plan_of(sessions, about, weeks=len(document["schedule"]))
        return replace(plan, race=_marked(plan.entries, races)) if races else plan

    def write(self, plan: Plan) -> bytes:
        """Return the plan in UTF-8; a plan that begins on another day is moved into weeks from Monday."""
        import yaml

        shift = plan.starts_on or 0
        cells: dict[int, dict[str, Any]] = {}
        for day, entries in _by_day(plan).items():
            cells[day + shift] = _one_cell(entries, plan)
        weeks = -(-(plan.days + shift) // 7)
        race = next((entry for entry in plan.entries if entry.key == plan.race), None)
        document = {
            "id": re.sub(r"[^a-z0-9]+", "_", (plan.id or plan.name).lower()).strip("_") or "plan",
            "name": plan.name,
            "description": "",
            "units": plan.unit.value,
            "source": "",
            "type": _type(race),
            "schedule": [
                {"workouts": [cells.get(7 * week + day, {"title": "Rest"}) for day in range(7)]}
                for week in range(weeks)
            ],
        }
        text = yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=10_000)
        return text.encode()

    def lost(self, plan: Plan) -> Iterable[str]:
        """Yield what calendar-hack does not hold: exercises, a second session on a day, other week starts."""
        return lost(plan, self.read(self.write(plan)), shift=plan.starts_on or 0)


def _checked(document: Any) -> Unit:
    if (
        not isinstance(document, dict)
        or not isinstance(document.get("schedule"), list)
        or not document["schedule"]
    ):
        mend = "a calendar-hack plan has name, units and schedule: see docs/reference/plan-files.md"
        raise PlanError("this YAML holds no schedule", mend=mend)
    if len(document["schedule"]) > MOST_WEEKS:
        raise PlanError(f"more than {MOST_WEEKS} weeks", mend="is it the right file?")
    units = document.get("units")
    if units not in ("km", "mi"):
        raise PlanError(
            f"units are {units!r}" if units else "the units are missing", mend="write units: km or units: mi"
        )
    return Unit(units)


def _cells(week: Any, number: int) -> list[Any]:
    cells = week.get("workouts") if isinstance(week, dict) else None
    where = f"week {number + 1}"
    if not isinstance(cells, list):
        raise PlanError(
            "the week has no workouts", where=where, mend="write - workouts: and seven times - title: …"
        )
    if len(cells) != 7:
        mend = "take what is too much away" if len(cells) > 7 else "add - title: Rest"
        raise PlanError(f"the week has {len(cells)} days, not 7", where=where, mend=mend)
    return cells


def _read(cell: Any, unit: Unit, number: int, place: int, goal: str) -> tuple[Workout, ...]:
    try:
        found = read_cell(cell, unit)
    except PlanError as problem:
        where = f"week {number + 1}, {_DAYS[place]}"
        raise PlanError(problem.what, where=where, mend=problem.mend) from None
    first = found[0]
    named = re.sub(r"\W+$", "", cell["title"]).strip().lower() == goal.strip().lower() != ""
    if (named or _is_marked(cell)) and first.kind is not Kind.RACE:
        first = replace(first, kind=Kind.RACE, focus="", title="Race" if named else first.title, steps=())
    return (first, *found[1:])


def _is_marked(cell: Any) -> bool:
    """Whether the cell says ``race: true``: the key that calendar-hack's users ask for."""
    return str(cell.get("race", "")).lower() in _YES


def _marked(entries: tuple[Entry, ...], days: list[int]) -> str | None:
    return race_of([entry for entry in entries if entry.day in days])


def _by_day(plan: Plan) -> dict[int, list[Entry]]:
    found: dict[int, list[Entry]] = defaultdict(list)
    for entry in plan.entries:
        found[entry.day].append(entry)
    return found


def _one_cell(entries: list[Entry], plan: Plan) -> dict[str, Any]:
    """Return a day's cell: all its sessions where they fit, else the race, the first run, or the first."""
    if len(entries) > 1 and (cell := write_cells([one.workout for one in entries], plan.unit)):
        return cell
    chosen = min(entries, key=lambda one: (one.key != plan.race, not one.workout.kind.is_run))
    cell = write_cell(chosen.workout, plan.unit)
    guessed = race_of(entries_of((one.day, one.workout) for one in plan.entries))
    return cell | {"race": True} if chosen.key == plan.race and guessed != plan.race else cell


def _type(race: Entry | None) -> str:
    metres = race.workout.metres if race else None
    return next((name for most, name in _TYPES if metres is not None and metres <= most), "Base")

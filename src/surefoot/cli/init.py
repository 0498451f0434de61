"""``surefoot init``: the first settings, asked for or given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from surefoot.app.init import Answers, machine_zone, refuse_existing
from surefoot.app.init import init as write
from surefoot.cli.ask import may_ask
from surefoot.cli.render import init as texts
from surefoot.cli.session import Session
from surefoot.model import SurefootError, Unit
from surefoot.settings import readers

Check = Callable[[str], Any]


@click.command()
@click.option("--zone", metavar="AREA/CITY", help="Your time zone; this machine's if not given.")
@click.option("--units", type=click.Choice([one.value for one in Unit]), help="Distances in km or mi.")
@click.option("--week-starts", metavar="DAY", help="The first day of a week, as monday.")
@click.option("--weekly", metavar="DISTANCE", help='A usual week, as "30 km".')
@click.option("--longest", metavar="DISTANCE", help='The longest run of the last month, as "12 km".')
@click.option("--plan", metavar="FILE", help="The plan file, in this folder.")
@click.option("--race", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="Race day, as 2027-05-02.")
@click.option("--runs", metavar="DIR", help="The folder of your recordings.")
@click.option("--strength", type=click.IntRange(0, 7), help="Strength sessions a week.")
@click.option("--yes", is_flag=True, help="Ask nothing; take what is usual for what is not given.")
@click.pass_obj
def init(session: Session, /, *, yes: bool, race: datetime | None, units: str | None, **given: Any) -> None:
    """Write surefoot.toml into this folder, or into that of -C."""
    folder = (session.folder or Path.cwd()).expanduser().absolute()
    refuse_existing(folder)
    known = {key: value for key, value in given.items() if value is not None}
    if race is not None:
        known["race"] = race.date()
    if units is not None:
        known["unit"] = Unit(units)
    answers = replace(Answers(zone=machine_zone()), **known)
    if not yes:
        answers = _ask(answers, frozenset(known))
    written = write(folder, _with_units(answers))
    click.echo(texts.written(written, answers))


def _ask(usual: Answers, known: frozenset[str]) -> Answers:
    """Ask for everything that was not given, and once for pain."""
    if not may_ask():
        raise click.UsageError("nobody can be asked here; take what is usual with: surefoot init --yes")
    said = usual
    for key, question in texts.QUESTIONS.items():
        if key not in known:
            said = replace(said, **{key: _prompt(question, key, said)})
    pain = click.prompt("Pain now, from 0 to 10", type=click.IntRange(0, 10), default=0)
    if pain:
        click.echo(texts.pain(pain))
    return said


def _prompt(question: str, key: str, said: Answers) -> Any:
    check = _checks(said.unit)[key]
    usual = getattr(said, key)
    shown = usual.value if isinstance(usual, Unit) else "" if usual is None else str(usual)
    return click.prompt(question, default=shown, show_default=bool(shown), value_proc=_refusing(check))


def _refusing(check: Check) -> Check:
    """What the settings would refuse is asked again at once."""

    def read(raw: str) -> Any:
        try:
            return check(raw.strip())
        except SurefootError as problem:
            raise click.UsageError(str(problem)) from None
        except ValueError:
            raise click.UsageError(f"{raw!r} is not what was asked for") from None

    return read


def _checks(unit: Unit) -> dict[str, Check]:
    return {
        "zone": readers.zone,
        "unit": Unit,
        "week_starts": lambda raw: (readers.day_of_week(raw), raw)[1],
        "weekly": lambda raw: _distance(raw, unit),
        "longest": lambda raw: _distance(raw, unit),
        "plan": str,
        "race": lambda raw: date.fromisoformat(raw) if raw else None,
        "runs": str,
        "strength": lambda raw: readers.between(0, 7)(int(raw)),
    }


def _distance(raw: str, unit: Unit) -> str:
    """Return a distance with its unit, checked; a bare number is in the runner's."""
    text = f"{raw} {unit.value}" if raw.replace(".", "", 1).isdecimal() else raw
    if text:
        readers.distance(unit)(text)
    return text


def _with_units(said: Answers) -> Answers:
    """Options are held to the same as answers."""
    return replace(said, weekly=_distance(said.weekly, said.unit), longest=_distance(said.longest, said.unit))

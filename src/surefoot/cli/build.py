"""``surefoot build``: a plan for a goal, written as a file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from surefoot.app.asked import Asked
from surefoot.app.build import build as build_plan
from surefoot.app.build import lines_to_add, named, point_at, write
from surefoot.cli import shapes
from surefoot.cli.ask import may_ask
from surefoot.cli.render import build as words
from surefoot.cli.session import Session
from surefoot.schedule.building.order import Experience

if TYPE_CHECKING:
    from surefoot.app.build import Made
    from surefoot.app.work import Work


@click.command()
@click.argument("goal", nargs=-1, required=True)
@click.option("--race", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="Race day, as 2027-05-02.")
@click.option("--target", metavar="TIME", default="", help="The time you race for, as 1:55:00.")
@click.option("--result", metavar="RACE TIME", default="", help='A recent race, as "10k 52:30", for paces.')
@click.option("--weekly", metavar="DISTANCE", default="", help="A usual week; what was recorded comes first.")
@click.option("--longest", metavar="DISTANCE", default="", help="The longest run of the last month.")
@click.option("--days", metavar="DAYS", default="", help="Days to run on, as tue,thu,sat,sun.")
@click.option("--long", metavar="DAY", default="", help="The day of the long run.")
@click.option(
    "--max-day", "most", multiple=True, metavar="[DAY=]TIME", help="The longest run, as 90min or sun=2h30."
)
@click.option("--quality", type=click.IntRange(0, 2), help="Hard sessions a week.")
@click.option("--experience", type=click.Choice(get_args(Experience)), help="How long you have been at it.")
@click.option("--over-45", is_flag=True, help="A lighter week every third instead of every fourth.")
@click.option("--after-injury", is_flag=True, help="The same.")
@click.option(
    "--in",
    "measure",
    type=click.Choice(["distance", "minutes"]),
    default="distance",
    help="What runs are written in.",
)
@click.option(
    "--also", multiple=True, metavar='"RACE DAY [B|C]"', help='A race on the way, as "10k 2027-04-11 B".'
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The file, from the folder of -C on; one with a free name if not given.",
)
@click.option("--force", is_flag=True, help="Let --out replace a file.")
@click.option(
    "--yes", is_flag=True, help="Point surefoot.toml at the plan where it has none, without asking."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def build(
    session: Session,
    /,
    *,
    goal: tuple[str, ...],
    race: datetime | None,
    measure: str,
    over_45: bool,
    after_injury: bool,
    out: Path | None,
    force: bool,
    yes: bool,
    as_json: bool,
    **said: Any,
) -> None:
    """Write a plan for GOAL: 5k, 10k, half, marathon, a distance, or "30km a week"."""
    asked = Asked(
        goal=" ".join(goal),
        race=race.date() if race else None,
        gentle=over_45 or after_injury,
        minutes=measure == "minutes",
        **said,
    )
    work = session.work_anywhere()
    made = build_plan(asked, work, command=words.command(asked))
    place = (session.folder or Path()) / out.expanduser() if out else None
    path = write(made, work.config.folder, out=place.absolute() if place else None, force=force)
    if as_json:
        shapes.emit(words.shape(made, path))
    else:
        click.echo(words.text(made, path, work.config.folder))
    _point(made, path, work, yes=yes, quiet=as_json)


def _point(made: Made, path: Path, work: Work, *, yes: bool, quiet: bool) -> None:
    """Where the settings name no plan they may get this one; where they do, it is said how."""
    lines = lines_to_add(made, path, work)
    if named(work, made, path):
        click.echo("surefoot.toml names this plan. Next: surefoot sync", err=quiet)
        return
    is_folder = (work.config.folder / "surefoot.toml").exists()
    if is_folder and work.config.plan is None and (yes or (may_ask() and not quiet and _agreed())):
        point_at(work.config.folder, lines)
        click.echo("surefoot.toml now names this plan. Next: surefoot sync", err=quiet)
    else:
        click.echo(words.how(lines, is_folder=is_folder, has_plan=work.config.plan is not None), err=quiet)


def _agreed() -> bool:
    return click.confirm("Let surefoot.toml name this plan?", default=True)

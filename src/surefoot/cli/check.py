"""``surefoot check``: lint any plan."""

from __future__ import annotations

from pathlib import Path

import click

from surefoot.app.check import Checked
from surefoot.app.check import check as check_file
from surefoot.app.convert import write_plan
from surefoot.app.work import Work
from surefoot.cli import shapes
from surefoot.cli.render import check as words
from surefoot.cli.session import Session
from surefoot.model import ConfigError, Level

FINE, FOUND = 0, 1


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
@click.option(
    "--fix", metavar="OUT", type=click.Path(path_type=Path), help="Write the plan within its limits."
)
@click.option("--force", is_flag=True, help="Let --fix replace a file.")
@click.option(
    "--fail-on",
    type=click.Choice([one.value for one in Level]),
    default=Level.WARN.value,
    show_default=True,
    help="Exit with 1 from this level on.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def check(
    session: Session, *, files: tuple[Path, ...], fix: Path | None, force: bool, fail_on: str, as_json: bool
) -> int:
    """Grade a plan by its limits, each with its evidence. Without a FILE: the folder's own plan."""
    work = session.work_anywhere()
    chosen = files or _own(work)
    if fix is not None and len(chosen) > 1:
        raise click.UsageError("--fix takes one plan at a time")
    with work.store() as store:
        history = work.history(store)
    answers = [check_file(one, work, history) for one in chosen]
    if as_json:
        shapes.emit({"files": [shapes.checked(one) for one in answers]})
    else:
        for one in answers:
            click.echo(words.text(one, work.config.settings.runner.unit))
    if fix is not None:
        _fix(answers[0], fix, work, force=force)
    return FOUND if any(one.reaches(Level(fail_on)) for one in answers) else FINE


def _own(work: Work) -> tuple[Path, ...]:
    if work.config.plan is None:
        raise ConfigError("no plan is named here", mend="surefoot check plan.csv")
    return (work.config.plan.file,)


def _fix(answer: Checked, out: Path, work: Work, *, force: bool) -> None:
    if out.suffix.lower() != answer.file.suffix.lower():
        raise click.UsageError(f"--fix writes the same format; name a {answer.file.suffix} file")
    lost = write_plan(answer.fixed, out, work.registry, force=force)
    for line in lost:
        click.echo(f"not kept: {line}", err=True)
    click.echo(f"Wrote {out}.", err=True)

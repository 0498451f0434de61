"""``surefoot strength``: the programme, or one exercise."""

from __future__ import annotations

import click

from surefoot.cli.session import Session


@click.command()
@click.argument("name", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="List every exercise.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def strength(session: Session, *, name: tuple[str, ...], everything: bool, as_json: bool) -> None:
    """Show the week's strength, or how to do the exercise NAME."""
    from surefoot.app.strength import exercise
    from surefoot.app.strength import strength as look
    from surefoot.cli import shapes_strength as shapes
    from surefoot.cli.render import strength as render

    work = session.work()
    if name:
        found = exercise(" ".join(name), work)
        said = shapes.exercise(found) if as_json else render.one(found, work.catalogue)
    elif everything:
        known = work.catalogue.exercises
        said = {"exercises": [shapes.exercise(one) for one in known]} if as_json else render.every(known)
    else:
        with work.store() as store:
            asked = look(work, store)
        said = shapes.strength(asked) if as_json else render.week(asked)
    if isinstance(said, dict):
        from surefoot.cli.shapes import emit

        emit(said)
        return
    click.echo(said)

"""``surefoot login``."""

from __future__ import annotations

import click

from surefoot.app.login import login as log_in
from surefoot.cli.ask import may_ask
from surefoot.cli.session import Session

DONE, FAILED = 0, 1


@click.command()
@click.argument("label")
@click.pass_obj
def login(session: Session, *, label: str) -> int:
    """Log in to the platform of the table LABEL, where it needs that."""
    work = session.work()
    if not may_ask():
        click.echo("Nothing was changed: nobody can be asked here. Type it in a terminal.", err=True)
        return FAILED
    for name in log_in(work, label, _ask):
        click.echo(f"{name}: logged in. Next: surefoot sync")
    return DONE


def _ask(question: str, hidden: bool) -> str:
    answer: str = click.prompt(question, default="", show_default=False, hide_input=hidden)
    return answer

"""``surefoot triage``: where it hurts and when, and the programme to talk about."""

from __future__ import annotations

from collections.abc import Mapping

import click

from surefoot.app.triage import answered
from surefoot.cli.ask import may_ask
from surefoot.cli.session import Session
from surefoot.cli.width import paragraph
from surefoot.config.near import choices
from surefoot.model import ConfigError
from surefoot.rules.redflags import EMERGENCY, RED
from surefoot.rules.triage import SPOTS, WORSE


@click.command()
@click.option("--spot", default="", help=f"Where it hurts: {', '.join(SPOTS)}.")
@click.option("--worse", default="", help=f"When it is worst: {', '.join(WORSE)}.")
@click.option("--sign", "signs", multiple=True, help="What else there is; as in surefoot log pain.")
@click.pass_obj
def triage(session: Session, *, spot: str, worse: str, signs: tuple[str, ...]) -> None:
    """Find the programme that fits where and when it hurts.

    Asks on a terminal. Elsewhere give --spot and --worse. Nothing is stored.
    """
    if not (spot and worse) and may_ask():
        signs = signs or _signs()
        if not signs:
            spot = spot or _one("Where does it hurt?", SPOTS)
            worse = worse or _one("When is it worst?", WORSE)
    if signs and not spot:
        spot, worse = "knee", "running"
    if not (spot and worse):
        flag, words = ("--worse", WORSE) if spot else ("--spot", SPOTS)
        raise ConfigError("nobody can be asked here", where=flag, mend=f"add {flag}: {choices(words)}")
    for line in answered(session.work(), spot, worse, signs):
        click.echo(paragraph(line))


def _signs() -> tuple[str, ...]:
    """Ask for what is urgent first, then for what somebody should look at; the first yes is enough."""
    for sign, words in {**EMERGENCY, **RED, "swelling": "swelling"}.items():
        if click.confirm(f"{words[:1].upper()}{words[1:]}?", default=False):
            return (sign,)
    return ()


def _one(question: str, words: Mapping[str, str]) -> str:
    click.echo(question)
    for name, text in words.items():
        click.echo(f"  {name:<16} {text}")
    chosen: str = click.prompt("Answer", type=click.Choice(tuple(words)), show_choices=False)
    return chosen

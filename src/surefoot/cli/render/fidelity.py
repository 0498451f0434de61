"""What ``sync`` says of sessions that a target cannot hold in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import click

from surefoot.app.fidelity import Loss
from surefoot.cli.width import paragraph
from surefoot.text.days import day_name

FEW = 3
"""So many days are named of one loss; of more, how many they are."""


def show(losses: Sequence[Loss]) -> None:
    """Print a line for each thing that a target loses."""
    for line in _lines(losses):
        click.echo(line)


def _lines(losses: Sequence[Loss]) -> Iterator[str]:
    def cause(one: Loss) -> tuple[str, str, str]:
        return one.target, one.fidelity.level, one.fidelity.why

    found = [(key, tuple(some)) for key, some in groupby(sorted(losses, key=cause), key=cause)]
    if found:
        yield ""
    for (target, level, why), some in found:
        days = ", ".join(day_name(one.session.day) for one in some[:FEW])
        more = f" and {len(some) - FEW} more" if len(some) > FEW else ""
        verb = "not in full" if level == "degraded" else "not at all"
        yield paragraph(f"{days}{more}: {why}", first=f"{target}   {verb}: ", rest="  ")

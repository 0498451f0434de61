"""``surefoot log``: what the runner reports."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import get_args

import click

from surefoot.app.diary import log as store_entry
from surefoot.cli.session import Session
from surefoot.cli.width import paragraph
from surefoot.model import DiaryEntry, Felt, Ill, Lifted, Note, Sore
from surefoot.model.diary import Sign, When
from surefoot.model.workout import Side
from surefoot.text.days import parse_day

on = click.option("--on", "day", default="today", metavar="DAY", help="When it was; today if not given.")


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words) + "."


@click.group()
def log() -> None:
    """Report pain, soreness, effort, illness, strength done, or a note."""


def _day(session: Session, day: str) -> date:
    return parse_day(day, session.work().today, past=True)


def _keep(session: Session, entry: DiaryEntry) -> None:
    store_entry(session.work(), entry)
    click.echo("Noted. surefoot sync shows what follows from it.")


@log.command()
@click.argument("score", type=click.IntRange(0, 10))
@click.option("--where", default="", help='As "left knee"; the last place if not given.')
@click.option("--when", default="during", show_default=True, help=_listed(get_args(When)))
@click.option("--sign", "signs", multiple=True, help=f"Can be repeated: {_listed(get_args(Sign))}")
@on
@click.pass_obj
def pain(session: Session, *, score: int, where: str, when: str, signs: tuple[str, ...], day: str) -> None:
    """Pain from 0 to 10, where and when.

    \b
    surefoot log pain 4 --where "left knee"                during a run
    surefoot log pain 1 --when morning                     the next morning, the same place
    surefoot log pain 3 --where knee --sign sharp
    surefoot log pain 0 --when walking                     after half an hour of walking
    """  # noqa: D301 -- click keeps the lines after this mark as they are
    from surefoot.app.pain import log_pain

    work = session.work()
    for line in log_pain(work, _day(session, day), score, where=where, when=when, signs=signs):
        click.echo(line if ": surefoot" in line else paragraph(line))  # a command to copy stays in one piece


@log.command()
@click.option("--where", default="", help="As legs.")
@on
@click.pass_obj
def sore(session: Session, *, where: str, day: str) -> None:
    """Muscle soreness after strength or a hard run."""
    _keep(session, Sore(day=_day(session, day), where=where))


@log.command()
@click.argument("score", type=click.IntRange(0, 10))
@on
@click.pass_obj
def effort(session: Session, *, score: int, day: str) -> None:
    """How hard the run felt, 0 to 10."""
    _keep(session, Felt(day=_day(session, day), effort=score))


@log.command()
@click.option("--fever", is_flag=True)
@on
@click.pass_obj
def ill(session: Session, *, fever: bool, day: str) -> None:
    """Ill from this day on."""
    _keep(session, Ill(day=_day(session, day), fever=fever))


@log.command()
@on
@click.pass_obj
def well(session: Session, *, day: str) -> None:
    """Well again from this day on."""
    _keep(session, Ill(day=_day(session, day), well=True))


@log.command()
@click.argument("what", nargs=-1, metavar="[EXERCISE] [DOSE]")
@click.option("--pain", "score", type=click.IntRange(0, 10), help="The worst of it, 0 to 10.")
@on
@click.pass_obj
def strength(session: Session, *, what: tuple[str, ...], score: int | None, day: str) -> None:
    """Strength that was done: the whole session, or one exercise.

    \b
    surefoot log strength                         all of it, as it stood
    surefoot log strength squat 3x10 @20kg        one exercise, with the load
    surefoot log strength wall-sit 4x45s --pain 2
    """  # noqa: D301 -- click keeps the lines after this mark as they are
    from surefoot.app.lifted import done, one_exercise
    from surefoot.app.strength import reminder
    from surefoot.cli.width import paragraph
    from surefoot.text.did import parse_did

    work = session.work()
    lifted = Lifted(day=_day(session, day), pain=score)
    named = None
    if what:
        name, dose = _split(what)
        named = one_exercise(name, parse_did(dose), lifted, work)
    with work.store() as store:
        found = done(work, store, lifted, named)
    for entry in found.entries:
        store_entry(work, entry)
    for line in (found.said, "Noted. surefoot sync shows what follows from it.", reminder(work)):
        if line:
            click.echo(paragraph(line))


def _split(what: tuple[str, ...]) -> tuple[str, str]:
    """The words before the first that begins with a digit or an @ name the exercise."""
    place = next((n for n, word in enumerate(what) if word[:1].isdigit() or word[:1] == "@"), len(what))
    return " ".join(what[:place]), " ".join(what[place:])


@log.command()
@click.argument("name", type=click.Choice(("plank", "squat", "sides", "tight")))
@click.argument("result")
@click.option("--side", type=click.Choice(("left", "right")), help="The leg that was tested.")
@on
@click.pass_obj
def test(session: Session, *, name: str, result: str, side: Side | None, day: str) -> None:
    """A self-test: how the plank, one leg, the sides or tightness came out.

    \b
    surefoot log test plank 40s
    surefoot log test squat inward --side left      (or steady)
    surefoot log test sides left                    (the easier leg, or same)
    surefoot log test tight hip-flexors --side left (or none)
    """  # noqa: D301 -- click keeps the lines after this mark as they are
    from surefoot.app.selftest import tested

    _keep(session, tested(name, result, side, _day(session, day)))


@log.command()
@click.argument("text", nargs=-1, required=True)
@on
@click.pass_obj
def note(session: Session, *, text: tuple[str, ...], day: str) -> None:
    """Anything else, in your own words."""
    _keep(session, Note(day=_day(session, day), text=" ".join(text)))


@log.command()
@click.argument("length", metavar="DISTANCE")
@click.option("--time", "time", metavar="TIME", help="As 50min or 1:05:00; at your easy pace if not given.")
@on
@click.pass_obj
def run(session: Session, *, length: str, time: str | None, day: str) -> None:
    """Type in a run that nothing recorded, as 8k."""
    from surefoot.app import activities as case
    from surefoot.text.units import parse_distance, parse_duration

    work = session.work()
    metres = parse_distance(length, work.config.settings.runner.unit)
    seconds = parse_duration(time) if time else case.usual_seconds(work, metres)
    case.type_in(work, case.typed_run(work, _day(session, day), metres, seconds))
    click.echo("Noted. surefoot sync shows what follows from it.")

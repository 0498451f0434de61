"""What ``why`` says: for each session what the plan had, what was decided, and what stands."""

from __future__ import annotations

from collections.abc import Iterator

from surefoot.app.why import Story, Why
from surefoot.cli.render.averages import text as line
from surefoot.cli.width import paragraph
from surefoot.cli.words import brief
from surefoot.load.averages import Averages
from surefoot.model import Decision, Kind, Unit
from surefoot.strength.programme import HALF
from surefoot.text.days import day_name

REST = "Rest: the plan has nothing on this day, and nothing was placed on it."


def text(why: Why, unit: Unit, averages: Averages, waits: tuple[str, ...] = ()) -> str:
    """Return the page, what strength waits for below it, and the averages, which advise nobody, last."""
    numbers = line(averages, unit)
    below = (*(paragraph(f"Strength: {one}") for one in waits), *((numbers,) if numbers else ()))
    return "\n".join((*_lines(why, unit), *(part for one in below for part in ("", one))))


def _lines(why: Why, unit: Unit) -> Iterator[str]:
    yield f"{day_name(why.day)} {why.day.year}"
    if not why.stories:
        yield from ("", paragraph(REST))
    for story in why.stories:
        yield ""
        yield from _story(story, why, unit)
    if why.refusals:
        yield from ("", _about(why))
        for one in why.refusals:
            yield paragraph(f"{day_name(one.day)}: {one.text}", first="  ", rest="    ")


def _about(why: Why) -> str:
    """Where no strength stands on the day the question is why not; where it does, why not on another."""
    strong = any(one.stands and one.session.workout.kind is Kind.STRENGTH for one in why.stories)
    return "Why strength is not on another day" if strong else "Why no heavy strength here"


def _story(story: Story, why: Why, unit: Unit) -> Iterator[str]:
    session = story.session
    now = brief(session.workout, unit)
    if not story.stands:
        now = f"{now}, not done"
    elif session.day != why.day:
        now = f"{now}, moved to {day_name(session.day)}"
    yield now
    if story.planned is not None:
        what = brief(story.wanted, unit) if story.wanted else story.planned.title
        yield paragraph(f"plan: {what} on {day_name(story.planned.day)}", first="  ", rest="  ")
    for said in dict.fromkeys(_decided(one) for one in story.decisions):
        yield paragraph(said, first="  ", rest="  ")
    for reason in story.reasons:
        yield paragraph(f"{reason.rule}: {reason.text}", first="  ", rest="    ")
    if story.stands and HALF in session.workout.notes:
        yield paragraph(HALF, first="  ", rest="    ")
    if not story.reasons:
        yield "  Nothing changed it: it stands as planned."


def _decided(decision: Decision) -> str:
    who = "you" if decision.by == "runner" else decision.by
    return f"decided by {who} on {day_name(decision.made.date())} ({decision.set})"

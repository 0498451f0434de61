"""What ``sync`` says: what was read, what was found, what should change, and what was published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from surefoot.app.publish import Published
from surefoot.app.read import Read
from surefoot.app.review import Review
from surefoot.app.work import Work
from surefoot.cli.words import WIDTH, causes, change_lines, paragraph
from surefoot.load.size import easy_pace, metres
from surefoot.model import Activity, Change, Kind, Level, Schedule, Settings, Sport, Unit
from surefoot.text.days import day_name
from surefoot.text.units import distance

FEW = 4
"""So many new runs are told one by one; of more, the latest."""


def reading(reads: Sequence[Read], unit: Unit) -> str:
    """Return a line for each source, and one for each thing that could not be read."""
    return "\n".join(line for one in reads for line in _source(one, unit))


def _source(read: Read, unit: Unit) -> Iterator[str]:
    if read.fault is not None:
        yield f"Reading   {read.source} · did not answer"
        yield paragraph(read.fault, first="  ", rest="  ")
        yield "  Its days stay unknown; nothing is added on their strength."
    elif read.new:
        yield paragraph(_new(read, unit), first=f"Reading   {read.source} · ", rest="          ")
    else:
        yield f"Reading   {read.source} · nothing new"
    for one in read.problems:
        yield paragraph(f"{one.what}: {one.why}", first="  not read: ", rest="    ")


def _new(read: Read, unit: Unit) -> str:
    runs = [one for one in read.new if one.sport is Sport.RUN]
    count = f"{len(runs)} new run{'' if len(runs) == 1 else 's'}"
    others = len(read.new) - len(runs)
    also = f", {others} other activit{'y' if others == 1 else 'ies'}" if others else ""
    if not runs:
        return f"{others} new activities, no runs"
    if len(runs) > FEW:
        return f"{count}{also}, the last on {_run(runs[-1], unit)}"
    return f"{count} ({', '.join(_run(one, unit) for one in runs)}){also}"


def _run(run: Activity, unit: Unit) -> str:
    return f"{day_name(run.day)} {distance(run.metres, unit)}"


def show(review: Review, settings: Settings) -> None:
    """Print what was found and what is proposed."""
    for line in lines(review, settings):
        click.echo(line)


def lines(review: Review, settings: Settings) -> Iterator[str]:
    """Yield the findings of the past, the causes, and the proposed changes."""
    unit = settings.runner.unit
    for finding in review.past:
        if finding.level is not Level.INFO or finding.mend:
            yield ""
            yield paragraph(finding.message)
    for cause in causes(review.proposal.decisions):
        yield ""
        yield paragraph(cause)
    changes = review.proposal.changes
    if changes:
        yield from ("", _heading(review, settings))
        yield from change_lines(changes, unit)
    if review.accepted.schedule is None:
        yield from _first(review)


def _first(review: Review) -> Iterator[str]:
    ahead = (one for one in review.proposal.schedule.sessions if one.day >= review.proposal.today)
    count = sum(1 for one in ahead if one.workout.kind is not Kind.REST)
    yield ""
    yield f"{count} sessions are ahead; this is the first time they are published."


def _heading(review: Review, settings: Settings) -> str:
    changes = review.proposal.changes
    days = [side.day for one in changes for side in (one.before, one.after) if side]
    span = day_name(min(days)) if min(days) == max(days) else f"{day_name(min(days))} – {day_name(max(days))}"
    left = f"Proposed changes, {span}"
    before, after = _volume(changes, review, settings)
    if before == after:
        return left
    unit = settings.runner.unit
    right = f"{distance(before, unit)} → {distance(after, unit)}"
    return f"{left}{right.rjust(WIDTH - len(left))}" if len(left) + len(right) < WIDTH else left


def _volume(changes: Sequence[Change], review: Review, settings: Settings) -> tuple[int, int]:
    """The running of the changed weeks, before and after, in metres."""
    from surefoot.load.weeks import week_start

    starts = settings.runner.week_starts
    weeks = {week_start(side.day, starts) for one in changes for side in (one.before, one.after) if side}
    pace = easy_pace(review.history, settings)

    def total(schedule: Schedule) -> int:
        return sum(
            metres(one.workout, pace)
            for one in schedule.sessions
            if one.workout.kind.is_run
            and week_start(one.day, starts) in weeks
            and one.day >= review.proposal.today
        )

    return total(review.accepted.schedule or review.unheld), total(review.proposal.schedule)


def published(review: Review, receipts: Sequence[Published], work: Work) -> None:
    """Print a line a target, and how to take it back."""
    if not review.is_news and not any(_moved(one) for one in receipts):
        click.echo(f"Nothing new{_since(review, work)}. Calendar unchanged.")
        return
    for one in receipts:
        for line in _target(one):
            click.echo(line)
    if review.is_news and any(one.receipt for one in receipts) and review.proposal.decisions:
        click.echo("Take it back with: surefoot undo")


def _since(review: Review, work: Work) -> str:
    """When the schedule last really changed, in the runner's zone."""
    kept = review.accepted.schedule
    moments = [one.revised for one in kept.sessions if one.revised] if kept else []
    if not moments:
        return ""
    at = max(moments).astimezone(work.config.zone)
    return f" since {day_name(at.date())[4:]} {at:%H:%M}"


def _moved(one: Published) -> bool:
    if one.fault is not None or one.receipt is None:
        return True
    return bool(one.receipt.created or one.receipt.updated or one.receipt.removed)


def _target(one: Published) -> Iterator[str]:
    if one.receipt is None:
        yield paragraph(f"{one.target}: {one.fault}", rest="  ")
        return
    receipt = one.receipt
    yield (
        f"{receipt.where}   {len(receipt.updated)} updated · {len(receipt.created)} new · "
        f"{len(receipt.removed)} removed · {len(receipt.unchanged)} unchanged"
    )
    if receipt.skipped:
        yield f"  left as you changed them: {', '.join(receipt.skipped)}"

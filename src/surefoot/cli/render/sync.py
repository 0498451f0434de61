"""What ``sync`` says: what was read, what was found, what should change, and what was published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import click

from surefoot.app.publish import Published
from surefoot.app.read import Read
from surefoot.app.review import Review
from surefoot.app.work import Work
from surefoot.cli.render.cause import is_told, kept_days, told
from surefoot.cli.render.programme import noted
from surefoot.cli.width import paragraph, width
from surefoot.cli.words import NO_SOURCE, change_lines
from surefoot.load.size import easy_pace, metres
from surefoot.load.weeks import WEEK, week_start
from surefoot.model import Activity, Change, Kind, Level, Schedule, Settings, Sport, Unit
from surefoot.model.activity import BY_HAND
from surefoot.text.days import day_name
from surefoot.text.units import distance

FEW = 4
"""So many new runs are told one by one; of more, the latest."""

DAY = timedelta(days=1)
LONGEST_SPAN = timedelta(days=13)
"""Over more than two weeks a list of the days that stay helps nobody."""


def reading(reads: Sequence[Read], unit: Unit) -> str:
    """Return a line for each source, and one for each thing that could not be read."""
    return "\n".join(line for one in reads for line in _source(one, unit))


def _source(read: Read, unit: Unit) -> Iterator[str]:
    if read.fault is not None:
        yield f"Reading   {read.source} · did not answer"
        yield from _fault(read.fault)
        yield "  Its days stay unknown; nothing is added on their strength."
    elif read.new:
        yield paragraph(_new(read, unit), first=f"Reading   {read.source} · ", rest="          ")
    else:
        yield f"Reading   {read.source} · nothing new"
    if read.marks:
        yield f"  into your diary, as marked there: {read.marks}"
    for one in read.problems:
        yield paragraph(f"{one.what}: {one.why}", first="  not read: ", rest="    ")


def _fault(text: str, indent: str = "  ") -> Iterator[str]:
    """What went wrong, and on a line of its own what mends it."""
    what, _, mend = text.partition("\n")
    yield paragraph(what, first=indent, rest=indent + "  ")
    if mend:
        yield paragraph(mend.strip(), first=f"{indent}  → ", rest=f"{indent}    ")


def _new(read: Read, unit: Unit) -> str:
    runs = [one for one in read.new if one.sport is Sport.RUN]
    count = f"{len(runs)} new run{'' if len(runs) == 1 else 's'}"
    others = len(read.new) - len(runs)
    also = f", {others} other activit{'y' if others == 1 else 'ies'}" if others else ""
    if not runs:
        return f"{others} new activities, no runs"
    known = _known(read, len(runs))
    if len(runs) > FEW:
        return f"{count}{also}, the last {_run(runs[-1], unit)}{known}"
    return f"{count} ({', '.join(_run(one, unit) for one in runs)}){also}{known}"


def _known(read: Read, runs: int) -> str:
    """Runs that another source told of count once, so they are no surprise in the volume."""
    if not read.known:
        return ""
    named = [
        f"{number} typed in before" if source == BY_HAND else f"{number} known from {source}"
        for source, number in read.known
    ]
    if runs == 1:
        return f"; {named[0].removeprefix('1 ')}"
    return f"; of these {' and '.join(named)}"


def _run(run: Activity, unit: Unit) -> str:
    return f"{day_name(run.day)} {distance(run.metres, unit)}"


def show(review: Review, settings: Settings) -> None:
    """Print what was found and what is proposed."""
    for line in lines(review, settings):
        click.echo(line)


def lines(review: Review, settings: Settings) -> Iterator[str]:
    """Yield what happened and what holds, the proposed changes, and the days that stay."""
    unit = settings.runner.unit
    for text in dict.fromkeys(_open_findings(review)):
        yield from ("", paragraph(text))
    stories = told(review.proposal.decisions, review.past, week_starts=settings.runner.week_starts, unit=unit)
    for story in stories:
        yield ""
        yield from story.lines()
    changes = review.proposal.changes
    if changes:
        yield from ("", _heading(review, settings))
        yield from change_lines(changes, unit)
        yield from _kept(review, settings)
    for note in noted(review):
        yield from ("", paragraph(note))
    if any(one.answer for one in stories):
        yield ""
        yield paragraph("How do the legs feel? If something hurts: surefoot log pain 3 --where knee")
    if review.accepted.schedule is None:
        yield from _first(review)


def _open_findings(review: Review) -> Iterator[str]:
    """What was found of the past and no hold tells: what an accepted hold answered is not said again."""
    for finding in review.past:
        if (finding.level is not Level.INFO or finding.mend) and not is_told(finding, review.active):
            yield finding.message


def _kept(review: Review, settings: Settings) -> Iterator[str]:
    """The days of the changed weeks that stay as they were, and from when on everything does."""
    changed = _days(review.proposal.changes)
    starts = settings.runner.week_starts
    since = max(review.proposal.today, week_start(min(changed), starts))
    until = week_start(max(changed), starts) + WEEK - DAY
    if until - since > LONGEST_SPAN:
        return
    busy = {one.day for one in review.proposal.schedule.sessions if one.workout.kind is not Kind.REST}
    free = [since + n * DAY for n in range((until - since).days + 1) if since + n * DAY not in busy]
    kept = kept_days(_touched(review.proposal.changes), free, since, until)
    beyond = f"all from {day_name(until + DAY)}" if max(busy, default=until) > until else ""
    yield paragraph(" · ".join(one for one in (kept, beyond) if one), first="Kept       ", rest=" " * 11)


def _touched(changes: Sequence[Change]) -> list[date]:
    """A run stays where strength went away from its day."""
    runs = (one.before.day for one in changes if one.before and one.before.workout.kind.is_run)
    return [*runs, *(one.after.day for one in changes if one.after)]


def _days(changes: Sequence[Change]) -> list[date]:
    return [side.day for one in changes for side in (one.before, one.after) if side]


def _first(review: Review) -> Iterator[str]:
    ahead = (one for one in review.proposal.schedule.sessions if one.day >= review.proposal.today)
    count = sum(1 for one in ahead if one.workout.kind is not Kind.REST)
    yield ""
    if count == 0:
        last = max((one.day for one in review.dated.sessions), default=review.dated.first)
        yield paragraph(
            f"Nothing of this plan is ahead: it ended on {day_name(last)} {last.year}. "
            "A new race, start or file stands under [plan] in surefoot.toml."
        )
        return
    yield paragraph(f"{count} sessions are ahead; this is the first time they are published.")
    if review.history.assumed:
        yield paragraph(NO_SOURCE)


def _heading(review: Review, settings: Settings) -> str:
    changes = review.proposal.changes
    days = _days(changes)
    span = day_name(min(days)) if min(days) == max(days) else f"{day_name(min(days))} – {day_name(max(days))}"
    left = f"Proposed changes, {span}"
    before, after = _volume(changes, review, settings)
    if before == after:
        return left
    unit = settings.runner.unit
    right = f"{distance(before, unit)} → {distance(after, unit)}"
    return f"{left}{right.rjust(width() - len(left))}" if len(left) + len(right) < width() else left


def _volume(changes: Sequence[Change], review: Review, settings: Settings) -> tuple[int, int]:
    """The running of the changed weeks, before and after, in metres."""
    starts = settings.runner.week_starts
    weeks = {week_start(side.day, starts) for one in changes for side in (one.before, one.after) if side}
    pace = easy_pace(review.history, settings, review.proposal.schedule.sessions)

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
        _left(review)
        return
    for one in receipts:
        for line in _target(one):
            click.echo(line)
    if review.is_news and any(one.receipt for one in receipts) and review.proposal.decisions:
        click.echo("Take it back with: surefoot undo")
    _left(review)


def _left(review: Review) -> None:
    """What the runner said no to stays unasked, but not unsaid."""
    count = len(review.proposal.changes)
    for name in review.left[:1]:
        what = "A change stays" if count == 1 else f"{count} changes stay"
        click.echo(f"{what} as you declined; to be asked again: surefoot undo {name}")


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
        yield from _fault(f"{one.target}: {one.fault}", indent="")
        return
    receipt = one.receipt
    yield (
        f"{receipt.where}   {len(receipt.updated)} updated · {len(receipt.created)} new · "
        f"{len(receipt.removed)} removed · {len(receipt.unchanged)} unchanged"
    )
    if receipt.skipped:
        yield f"  left as you changed them: {', '.join(receipt.skipped)}"

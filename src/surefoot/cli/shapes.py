"""The shapes of ``--json``, documented in ``docs/reference/json.md``: keys are only ever added."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import click

from surefoot.app.check import Checked
from surefoot.app.fidelity import Loss
from surefoot.app.publish import Published
from surefoot.app.read import Read
from surefoot.app.review import Review
from surefoot.app.views import PlanView, WeekView
from surefoot.model import Change, Finding, Level, Placed, Reason, Receipt, Session, Span
from surefoot.text.encode import encode

if TYPE_CHECKING:
    from pathlib import Path

    from surefoot.app.today import Today
    from surefoot.app.why import Story, Why
    from surefoot.load.averages import Averages
    from surefoot.registry import Fault


def emit(value: Any) -> None:
    """Print one JSON document."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def session(one: Session, status: str) -> dict[str, Any]:
    """SESSION: one session with what became of it."""
    return {
        "uid": one.uid,
        "day": one.day.isoformat(),
        "at": one.at.isoformat("minutes") if one.at else None,
        "kind": one.workout.kind.value,
        "title": one.workout.title,
        "metres": one.workout.metres,
        "upto": one.workout.upto,
        "seconds": one.workout.seconds,
        "status": status,
        "notes": one.workout.notes,
        "doses": encode(one.workout.doses),
        "reasons": [reason(each) for each in one.reasons],
    }


def reason(one: Reason) -> dict[str, Any]:
    """A reason with its numbers."""
    return {"rule": one.rule, "text": one.text, "value": number(one.value), "limit": number(one.limit)}


def number(value: float | None) -> float | int | None:
    """Whole numbers without a decimal point."""
    return int(value) if value is not None and value == int(value) else value


def finding(one: Finding, *, is_dated: bool = True) -> dict[str, Any]:
    """FINDING: what a rule says."""
    return {
        "rule": one.rule,
        "level": one.level.value,
        "day": one.day.isoformat() if one.day and is_dated else None,
        "week": one.week,
        "value": number(one.value),
        "limit": number(one.limit),
        "message": one.message,
        "evidence": one.evidence,
        "uid": one.uid,
        "mend": one.mend,
    }


def placed(one: Placed | None) -> dict[str, Any] | None:
    """One side of a change."""
    if one is None:
        return None
    return {
        "day": one.day.isoformat(),
        "kind": one.workout.kind.value,
        "title": one.workout.title,
        "metres": one.workout.metres,
        "seconds": one.workout.seconds,
    }


def change(one: Change, group: str | None) -> dict[str, Any]:
    """CHANGE: before and after with the reasons; ``set`` is None while it is not accepted."""
    return {
        "set": group,
        "uid": one.uid,
        "before": placed(one.before),
        "after": placed(one.after),
        "reasons": [reason(each) for each in one.reasons],
    }


def read(one: Read) -> dict[str, Any]:
    """What one source answered."""
    problems = [{"what": each.what, "why": each.why} for each in one.problems]
    if one.fault is not None:
        problems.append({"what": one.source, "why": one.fault})
    return {
        "source": one.source,
        "activities": one.activities,
        "new": len(one.new),
        "known": sum(number for _, number in one.known),
        "problems": problems,
    }


def published(one: Published) -> dict[str, Any]:
    """What became of one target, in numbers."""
    receipt = one.receipt or Receipt(where="")
    return {
        "target": one.target,
        "where": receipt.where,
        "created": len(receipt.created),
        "updated": len(receipt.updated),
        "removed": len(receipt.removed),
        "unchanged": len(receipt.unchanged),
        "skipped": list(receipt.skipped),
    }


def week(one: WeekView) -> dict[str, Any]:
    """One week of the plan."""
    return {
        "start": one.start.isoformat(),
        "metres": one.metres,
        "planned_metres": one.planned,
        "limit_metres": one.limit,
        "reference_metres": one.reference,
        "done_metres": one.done,
        "sessions": [session(each, status) for each, status in one.sessions],
    }


def plan(view: PlanView) -> dict[str, Any]:
    """The whole answer of ``plan --json``."""
    return {
        "today": view.today.isoformat(),
        "weeks": [week(one) for one in view.weeks],
        "changes": [change(one, view.set_of(one)) for one in view.changes],
        "findings": [finding(one) for one in view.findings],
        "averages": averages(view.averages),
    }


def averages(one: Averages) -> dict[str, float | int | None]:
    """AVERAGES: advisory numbers; what is measured in metres a day is whole, ratios have two decimals."""
    whole = ("acute", "chronic", "fitness", "fatigue", "form", "strain")
    ratios = ("coupled", "uncoupled", "weighted", "monotony")
    return {
        **{name: _rounded(getattr(one, name), 0) for name in whole},
        **{name: _rounded(getattr(one, name), 2) for name in ratios},
    }


def _rounded(value: float | None, places: int) -> float | int | None:
    return None if value is None else number(round(value, places))


def checked(one: Checked) -> Mapping[str, Any]:
    """One file of ``check --json``."""
    return {
        "file": str(one.file),
        "format": one.format,
        "weeks": one.weeks,
        "sessions": len(one.plan.entries),
        "findings": [finding(each, is_dated=one.is_dated) for each in one.findings],
        "summary": {level.value: one.count(level) for level in Level},
    }


def sync(
    proposed: Review,
    reads: Iterable[Read],
    receipts: Iterable[Published],
    faults: Iterable[Fault],
    losses: Iterable[Loss],
) -> dict[str, Any]:
    """The whole answer of ``sync --json`` and ``push --json``."""
    sets = {one.id: one.set for one in proposed.proposal.decisions}
    answers = tuple(receipts)
    broken = [
        {"name": one.target, "doing": "publishing", "what": one.fault, "mend": None}
        for one in answers
        if one.fault
    ]
    broken += [fault(one) for one in faults]
    return {
        "read": [read(one) for one in reads],
        "unknown": [span(one) for one in proposed.history.unknown],
        "findings": [finding(one) for one in (*proposed.past, *proposed.proposal.findings)],
        "changes": [change(one, _set(one, sets)) for one in proposed.proposal.changes],
        "lost": [loss(one) for one in losses],
        "published": [published(one) for one in answers if one.receipt],
        "faults": broken,
    }


def loss(one: Loss) -> dict[str, Any]:
    """LOSS: what a target cannot hold of a session."""
    fidelity = one.fidelity
    return {"target": one.target, "uid": one.session.uid, "level": fidelity.level, "why": fidelity.why}


def fault(one: Fault) -> dict[str, Any]:
    """FAULT: what broke, in one line."""
    return {"name": one.name, "doing": one.doing, "what": one.line, "mend": one.mend}


def _set(one: Change, sets: Mapping[str, str]) -> str | None:
    return next(
        (sets[each.decision] for each in one.reasons if each.decision and each.decision in sets), None
    )


def span(one: Span) -> dict[str, Any]:
    """Days for which a source did not answer."""
    return {"source": one.source, "since": one.since.isoformat(), "until": one.until.isoformat()}


def today(found: Today, home: Path) -> dict[str, Any]:
    """The answer of ``today --json``: the day's sessions, and those of the next day that has any."""
    from surefoot.cli.render.today import card

    return {
        "day": found.day.isoformat(),
        "sessions": [{**session(one, status), "card": card(one, home)} for one, status in found.sessions],
        "next": [session(one, "planned") for one in found.following],
    }


def why(found: Why) -> dict[str, Any]:
    """The answer of ``why --json``: each session with its plan, its decisions and its reasons."""
    return {
        "day": found.day.isoformat(),
        "sessions": [_story(one) for one in found.stories],
        "refusals": [{"day": one.day.isoformat(), "text": one.text} for one in found.refusals],
    }


def _story(one: Story) -> dict[str, Any]:
    planned = one.planned
    return {
        **session(one.session, "planned" if one.stands else "dropped"),
        "planned": {
            "day": planned.day.isoformat(),
            "title": planned.title,
            "metres": one.wanted.metres if one.wanted else None,
            "seconds": one.wanted.seconds if one.wanted else None,
        }
        if planned
        else None,
        "decisions": [{"id": each.id, "set": each.set, "by": each.by} for each in one.decisions],
    }

"""What ``check`` says of one plan: a line a finding, its evidence once, and the sum."""

from __future__ import annotations

from collections.abc import Iterator

from surefoot.app.check import Checked
from surefoot.cli.width import paragraph
from surefoot.model import Finding, Level, Unit
from surefoot.text.days import WEEKDAYS, day_name
from surefoot.text.units import distance


def text(answer: Checked, unit: Unit) -> str:
    """Return the report."""
    return "\n".join(_lines(answer, unit))


def _lines(answer: Checked, unit: Unit) -> Iterator[str]:
    sessions, many = len(answer.plan.entries), "" if answer.weeks == 1 else "s"
    yield paragraph(f"{answer.file.name} · {answer.format} · {answer.weeks} week{many}, {sessions} sessions")
    for one in answer.findings:
        yield ""
        yield f"{_where(one, answer):<22} {one.level.value:<5} {one.rule}"
        yield paragraph(one.message, first="  ", rest="  ")
        if one.mend:
            yield paragraph(f"Surefoot would make it {one.mend}.", first="  ", rest="  ")
    yield ""
    yield from _evidence(answer)
    yield _cost(answer, unit)
    yield _sum(answer)


def _where(finding: Finding, answer: Checked) -> str:
    """A date, or the week and weekday of a plan that has no dates."""
    if finding.day is None:
        return f"week {finding.week}" if finding.week else "the whole plan"
    if answer.is_dated:
        return f"week {finding.week}, {day_name(finding.day)}"
    return f"week {finding.week}, {WEEKDAYS[finding.day.weekday()]}"


def _evidence(answer: Checked) -> Iterator[str]:
    """Each rule's source once, so that it can be looked up."""
    sources = {one.rule: one.evidence for one in answer.findings}
    if not sources:
        return
    yield "Evidence"
    for rule in sorted(sources):
        yield paragraph(f"{rule}: {sources[rule]}", first="  ", rest="    ")
    yield ""


def _cost(answer: Checked, unit: Unit) -> str:
    planned, allowed = answer.cost.planned, answer.cost.allowed
    if planned is None or allowed is None:
        return "No run before a race to speak of."
    if allowed >= planned:
        return f"Longest run: {distance(planned, unit)}, inside the limits."
    return f"Longest run: planned {distance(planned, unit)}, allowed {distance(allowed, unit)}."


def _sum(answer: Checked) -> str:
    counts = [f"{answer.count(level)} {level.value}" for level in reversed(Level)]
    return " · ".join(counts)

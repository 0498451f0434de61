"""What each target cannot hold of the sessions ahead: asked, and told, before anything is written."""

from __future__ import annotations

from typing import NamedTuple

from surefoot.app.publish import shown, targets
from surefoot.app.work import Work
from surefoot.model import Fidelity, Kind, Schedule, Session


class Loss(NamedTuple):
    """One session of which a target loses something."""

    target: str
    session: Session
    fidelity: Fidelity


def losses(work: Work, schedule: Schedule) -> tuple[Loss, ...]:
    """Return what is degraded or unsupported, by target in the order of the settings, then by day.

    A target that breaks when it is asked is a fault, and costs the others nothing.
    """
    found: list[Loss] = []
    for table, part in targets(work):
        with work.registry.tolerate(table.label, "looking at what it can hold"):
            for one in shown(work, table, schedule).sessions:
                if one.day < schedule.today or one.workout.kind is Kind.REST:
                    continue
                fidelity = part.fidelity(one.workout)
                if fidelity.level != "exact":
                    found.append(Loss(table.label, one, fidelity))
    return tuple(found)

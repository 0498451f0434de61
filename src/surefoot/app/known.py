"""Which of the new runs another source has told of already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from surefoot.app.work import Work
from surefoot.load.outings import Outing, outings
from surefoot.model import Activity, Sport
from surefoot.model.activity import BY_HAND
from surefoot.store import Store

if TYPE_CHECKING:
    from surefoot.app.read import Read

DAY = timedelta(days=1)


def known(work: Work, store: Store, reads: Sequence[Read]) -> tuple[Read, ...]:
    """Return what was read, with how many of the new runs were known, and from which source.

    Known is what was stored before, or what a source that stands earlier in the settings told just now.
    """
    new = [_runs(one) for one in reads]
    days = [one.day for runs in new for one in runs.values()]
    if not days:
        return tuple(reads)
    ours = {BY_HAND, *(one.label for one in work.config.sources)}
    records = store.activities(max(days) + DAY, zone=work.config.zone, since=min(days) - DAY)
    groups = outings((one for one in records if one.source in ours), store.corrections())
    outing = {one.key: group for group in groups for one in group}
    return tuple(
        replace(read, known=_by_source(runs, outing, {key for later in new[number + 1 :] for key in later}))
        for number, (read, runs) in enumerate(zip(reads, new, strict=True))
    )


def _runs(read: Read) -> dict[str, Activity]:
    return {f"{read.source}/{one.id}": one for one in read.new if one.sport is Sport.RUN}


def _by_source(
    runs: Iterable[str], outing: dict[str, Outing], later: set[str]
) -> tuple[tuple[str, int], ...]:
    """Count each run for one source: the first in the alphabet that knew it."""
    mine = set(runs)
    told = (
        min(others)
        for key in mine
        if (others := {one.source for one in outing.get(key, ()) if one.key not in mine | later})
    )
    return tuple(sorted(Counter(told).items()))

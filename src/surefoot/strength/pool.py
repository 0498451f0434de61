"""What the complaints and findings bring to the programme: exercises by stage, closed gates, words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from surefoot.model import Catalogue, Condition, Diary
from surefoot.model.settings import Strength
from surefoot.model.strength import STAGES, Stage
from surefoot.strength.findings import Findings, findings
from surefoot.strength.stage import settled, way
from surefoot.strength.vocabulary import ASKING, PAUSING

ASK = {
    "seen": "Somebody qualified looks at it first. Then add it to seen in surefoot.toml.",
    "settled": "Its own exercises begin after a week without pain above 2.",
}
PAUSED = (
    "Ask your doctor or midwife which strength work is right now. Surefoot keeps your calendar meanwhile."
)
REFERRED = "This is for a doctor. Surefoot plans no strength for it."
VISIT = "With bow legs a physiotherapist is a good first visit; the programme stays."
ONLY_AFTER = ("leg-extension",)
"""Never for everybody: one complaint has it, after a physiotherapist (articles 002 and 003)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """``conditions`` in the order given, tests' findings after complaints; ``open`` have no closed gate.

    ``is_calm``: a week has passed without pain above 2. ``waits`` are the notes that hold something back.
    """

    stage: Stage
    conditions: tuple[Condition, ...] = ()
    open: tuple[Condition, ...] = ()
    found: Findings = field(default_factory=Findings)
    notes: tuple[str, ...] = ()
    waits: tuple[str, ...] = ()
    is_calm: bool = True
    is_paused: bool = False

    @property
    def hurts(self) -> bool:
        """Whether there is a complaint, and not findings or prevention alone."""
        return any(one.kind == "complaint" for one in self.conditions)

    def exercises(self, stage: Stage) -> tuple[str, ...]:
        """Return what the open conditions ask for at a stage, the stages before it after it."""
        stages: tuple[Stage, ...] = (stage,) if stage == "maintenance" else _down_from(stage)
        names = (name for one in stages for each in self.conditions for name in self._of(each, one))
        return tuple(dict.fromkeys(names))

    def _of(self, condition: Condition, stage: Stage) -> tuple[str, ...]:
        """Holds stand before every gate: they are what one may do while waiting [H]."""
        return condition.exercises(stage) if condition in self.open or stage == "isometric" else ()

    def barred(self) -> frozenset[str]:
        """Return what is left out: behind a closed gate, done in another version, or for one complaint."""
        closed = {one.id for one in self.conditions} - {one.id for one in self.open}
        names = set(ONLY_AFTER)
        for one in self.conditions:
            if one.id in closed:
                names.update(_all(one))
                names.difference_update(one.exercises("isometric"))
            if self.stage in ("isometric", "dynamic"):
                names.update(one.modified)
        return frozenset(
            names.difference(name for one in self.open for name in _all(one) if name in ONLY_AFTER)
        )


def pool(wanted: Strength, catalogue: Catalogue, diary: Diary, today: date) -> Pool:
    """Return what complaints, precautions and tests ask for on this day."""
    if any(one in PAUSING for one in wanted.precautions):
        return Pool(stage="isometric", notes=(PAUSED,), waits=(PAUSED,), is_paused=True)
    found = findings(diary, today)
    named = tuple(catalogue.condition(one) for one in dict.fromkeys((*wanted.complaints, *found.conditions)))
    referred = tuple(one for one in named if "refer" in one.gates)
    if referred:
        return Pool(stage="isometric", conditions=named, notes=(REFERRED,), waits=(REFERRED,), is_paused=True)
    calm = settled(diary, today)
    is_open = tuple(one for one in named if not _closed(one, wanted, calm=calm))
    has_complaint = any(one.kind == "complaint" for one in named)
    unseen = any(_closed(one, wanted, calm=calm) == "seen" for one in named)
    waits = (*_gates(named, is_open, wanted, calm=calm), *_left_out(wanted, catalogue))
    return Pool(
        stage="isometric" if unseen else way(diary, today).stage(today, complaint=has_complaint),
        conditions=named,
        open=is_open,
        found=found,
        is_calm=calm,
        notes=(*(f"{one.name}: {one.note}" for one in named if one.note), *waits),
        waits=waits,
    )


def _closed(condition: Condition, wanted: Strength, *, calm: bool) -> str:
    """The gate that is closed, "" where none is."""
    if "seen" in condition.gates and condition.id not in wanted.seen:
        return "seen"
    return "settled" if "settled" in condition.gates and not calm else ""


def _gates(
    named: Iterable[Condition], is_open: tuple[Condition, ...], wanted: Strength, *, calm: bool
) -> Iterator[str]:
    for one in named:
        if one not in is_open:
            yield f"{one.name}: {ASK[_closed(one, wanted, calm=calm)]}"
    if any(one in ASKING for one in wanted.precautions):
        yield VISIT


def _left_out(wanted: Strength, catalogue: Catalogue) -> Iterator[str]:
    """What a precaution takes out, by name, so that nobody looks for it."""
    for state in dict.fromkeys(wanted.precautions):
        names = [one.name.lower() for one in catalogue.exercises if state in one.precautions]
        if names:
            yield f"Left out for {state.replace('-', ' ')}: {', '.join(names)}."


def _down_from(stage: Stage) -> tuple[Stage, ...]:
    return tuple(reversed(STAGES[: STAGES.index(stage) + 1]))


def _all(condition: Condition) -> Iterator[str]:
    return (name for phase in condition.phases for name in phase.exercises)

"""What the decisions that stand hold back on each day, and what the runner allows all the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from surefoot.model import Allow, Decision, Hold, Level, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A hold with the decision that carries it."""

    decision: str
    set: str
    order: tuple[object, ...]
    hold: Hold
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Holds:
    """All holds in the order they were made, all allowances, and the days that hurt."""

    held: tuple[Held, ...] = ()
    allowed: frozenset[tuple[str, date]] = frozenset()
    tender: frozenset[date] = frozenset()

    def on(self, day: date) -> tuple[Held, ...]:
        """Return the holds of one day: of one rule the latest set, and none that is allowed away.

        A hold at stop level and one for pain are never replaced: sore calves tomorrow do not lift what a knee
        asked for today. Even such a one is lifted by the runner who names its own rule, for the day named.
        """
        covering = tuple(one for one in self.held if one.hold.since <= day <= one.hold.until)
        latest = {one.hold.rule: one.set for one in covering}
        return tuple(
            one
            for one in covering
            if (one.set == latest[one.hold.rule] or _is_firm(one.hold))
            and not self.allows(one.hold.rule, day)
        )

    def allows(self, rule: str, day: date) -> bool:
        """Whether the runner said that ``rule`` does not cut on ``day``."""
        return (rule, day) in self.allowed


def _is_firm(hold: Hold) -> bool:
    return hold.pain is not None or hold.flat or bool(hold.run_walk) or hold.level is Level.STOP


def holds(decisions: Iterable[Decision]) -> Holds:
    """Return what the decisions that are not withdrawn hold and allow; their order does not matter."""
    standing = [one for one in decisions if one.withdrawn is None]
    held = [
        Held(
            decision=one.id,
            set=one.set,
            order=(one.made, len(one.id), one.id),
            hold=one.effect,
            reason=Reason(
                rule=one.effect.rule,
                text=one.reason.text,
                value=one.reason.value,
                limit=one.reason.limit,
                decision=one.id,
            ),
        )
        for one in standing
        if isinstance(one.effect, Hold)
    ]
    return Holds(
        held=tuple(sorted(held, key=lambda one: one.order)),
        allowed=frozenset(
            (one.effect.rule, one.effect.day) for one in standing if isinstance(one.effect, Allow)
        ),
        tender=frozenset(one.hold.pain for one in held if one.hold.pain is not None),
    )

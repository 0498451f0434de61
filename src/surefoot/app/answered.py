"""Changes that the runner said no to: they are not asked about again while they stay the same."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256

from surefoot.model import Change, Decision, Decline, Finding, Hold, Level
from surefoot.text.encode import encode

PREFIX = "changes:"
LENGTH = 16
"""Hexadecimal digits of a change's print: enough for no two changes of a lifetime to share one."""


def cause(changes: Iterable[Change]) -> str:
    """Return what a no to these changes is remembered by: a print of each, with its rules and numbers."""
    return PREFIX + " ".join(_print(one) for one in changes)


def answered_by(changes: tuple[Change, ...], decisions: Iterable[Decision]) -> tuple[str, ...]:
    """Return the sets in which the runner said no to all of ``changes``; none where one of them is new.

    A change whose day is over by now is no longer proposed, and the others stay answered.
    """
    noes = {
        each: one.set
        for one in decisions
        if isinstance(one.effect, Decline) and one.withdrawn is None and one.effect.cause.startswith(PREFIX)
        for each in one.effect.cause.removeprefix(PREFIX).split()
    }
    prints = [_print(one) for one in changes]
    if not all(one in noes for one in prints):
        return ()
    return tuple(dict.fromkeys(noes[one] for one in prints))


def may_be_left(
    changes: tuple[Change, ...], findings: Iterable[Finding], decisions: Iterable[Decision]
) -> bool:
    """Whether a no to these changes may be remembered: nothing at stop level is behind any of them.

    A change of nothing but the hour says too little of itself to be known again.
    """
    stops = {one.uid for one in findings if one.level is Level.STOP}
    holds = {one.id for one in decisions if isinstance(one.effect, Hold) and one.effect.level is Level.STOP}
    return bool(changes) and not any(
        one.uid in stops
        or one.before == one.after
        or any(reason.decision in holds for reason in one.reasons if reason.decision)
        for one in changes
    )


def _print(change: Change) -> str:
    return sha256(json.dumps(encode(change)).encode()).hexdigest()[:LENGTH]

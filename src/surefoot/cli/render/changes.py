"""What ``changes`` and ``undo`` say of accepted sets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo
from typing import Any

from surefoot.cli import shapes
from surefoot.cli.width import paragraph
from surefoot.cli.words import change_lines
from surefoot.model import Unit
from surefoot.store.sets import Set
from surefoot.text.days import day_name


def text(sets: tuple[Set, ...], zone: tzinfo, unit: Unit) -> str:
    """Return a paragraph for each set."""
    if not sets:
        return "Nothing was changed yet. surefoot sync  proposes what should be."
    return "\n\n".join("\n".join(_lines(one, zone, unit)) for one in sets)


def heading(one: Set, zone: tzinfo) -> str:
    """Return which set it is, when it was accepted and by whom."""
    who = "you" if one.by == "runner" else one.by
    made = one.made.astimezone(zone)
    tail = f", took {_taken(one)} back" if one.undoes else ""
    gone = " (taken back)" if one.decisions and not one.stands else ""
    return f"{one.id}   {day_name(made.date())} {made:%Y %H:%M}, accepted by {who}{tail}{gone}"


def _taken(one: Set) -> str:
    """What an undo took back: a whole set, or some of its decisions."""
    return f"{', '.join(one.part)} of {one.undoes}" if one.part else f"{one.undoes}"


def _lines(one: Set, zone: tzinfo, unit: Unit) -> Iterator[str]:
    yield heading(one, zone)
    yield from _decided(one)
    yield from change_lines(one.changes, unit)


def _decided(one: Set) -> Iterator[str]:
    """Each text once, with the ids it can be taken back by where the set holds several decisions."""
    said: dict[str, list[str]] = {}
    for each in one.decisions:
        gone = " (taken back)" if each.withdrawn and one.stands else ""
        said.setdefault(each.reason.text, []).append(f"{each.id}{gone}")
    for text, names in said.items():
        first = f"  {', '.join(names)}  " if len(one.decisions) > 1 else "  "
        yield paragraph(text, first=first, rest="  ")


def shape(one: Set) -> dict[str, Any]:
    """SET: one accepted set with its decisions and changes."""
    return {
        "set": one.id,
        "made": one.made.isoformat(),
        "day": one.day.isoformat(),
        "by": one.by,
        "undoes": one.undoes,
        "part": list(one.part),
        "stands": one.stands,
        "decisions": [
            {
                "id": each.id,
                "by": each.by,
                "effect": type(each.effect).__name__.lower(),
                "reason": shapes.reason(each.reason),
                "withdrawn": each.withdrawn.isoformat() if each.withdrawn else None,
            }
            for each in one.decisions
        ],
        "changes": [shapes.change(each, one.id) for each in one.changes],
    }

"""What ``doctor`` says: a line for each thing, and under it what mends it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from surefoot.cli.width import paragraph

if TYPE_CHECKING:
    from surefoot.app.doctor import Look

MARKS = {"fine": "ok", "open": "--", "wrong": "!!"}


def text(looks: tuple[Look, ...]) -> str:
    """Return the page."""
    return "\n".join(line for one in (*map(_lines, looks), _foot(looks)) for line in one)


def _lines(one: Look) -> Iterator[str]:
    yield paragraph(f"{one.name}: {one.what}", first=f"{MARKS[one.state]}  ", rest="      ")
    if one.mend and one.state != "fine":
        yield paragraph(one.mend, first="      → ", rest="        ")


def _foot(looks: tuple[Look, ...]) -> Iterator[str]:
    wrong = sum(1 for one in looks if one.state == "wrong")
    yield ""
    things = "1 thing wants" if wrong == 1 else f"{wrong} things want"
    yield f"{things} mending." if wrong else "Everything works."


def shape(one: Look) -> dict[str, Any]:
    """CHECK: one thing that was looked at."""
    return {"name": one.name, "state": one.state, "what": one.what, "mend": one.mend}

"""Averages for information, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from surefoot.cli.width import paragraph
from surefoot.text.units import distance

if TYPE_CHECKING:
    from surefoot.load.averages import Averages
    from surefoot.model import Unit


def text(found: Averages, unit: Unit) -> str:
    """Return the line; nothing where too few days are known."""
    if found.acute is None or found.chronic is None or found.coupled is None:
        return ""
    acute, chronic = (distance(round(7 * one / 100) * 100, unit) for one in (found.acute, found.chronic))
    monotony = f", monotony {found.monotony:.1f}" if found.monotony is not None else ""
    return paragraph(
        f"For information: {acute} in 7 days, {chronic} a week in 28 ({found.coupled:.2f}){monotony}",
        rest="  ",
    )

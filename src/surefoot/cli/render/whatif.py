"""What ``plan --if`` says before the plan itself: what is supposed, and all that would change by it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from surefoot.app.whatif import WhatIf
from surefoot.cli import shapes
from surefoot.cli.width import paragraph
from surefoot.cli.words import change_lines
from surefoot.model import Settings, Unit
from surefoot.schedule import place_rules
from surefoot.text.suppose import told


def text(found: WhatIf, settings: Settings) -> str:
    """Return the story, with an empty line after it."""
    return "\n".join((*_lines(found, settings), ""))


def _lines(found: WhatIf, settings: Settings) -> Iterator[str]:
    unit = settings.runner.unit
    yield paragraph(f"If {' and '.join(told(one, unit) for one in found.supposed)}:")
    yield ""
    if found.changes:
        yield from change_lines(found.changes, unit)
        yield from (paragraph(one, first="* ", rest="  ") for one in _reasons(found))
    else:
        yield "  Nothing changes."
    yield ""
    yield "Nothing is stored. The plan would be:"


def _reasons(found: WhatIf) -> list[str]:
    """Each text once, in order of first mention; where strength stands is told by ``why``."""
    reasons = (one for change in found.changes for one in change.reasons)
    return list(dict.fromkeys(one.text for one in reasons if one.rule != place_rules.SLUG))


def shape(found: WhatIf, unit: Unit) -> dict[str, Any]:
    """What ``plan --if --json`` has beside ``plan --json``; ``changes`` are what it would change."""
    return {
        "if": [told(one, unit) for one in found.supposed],
        "as_of": found.day.isoformat(),
        "changes": [shapes.change(one, None) for one in found.changes],
    }

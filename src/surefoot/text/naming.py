"""What a session is called where nobody named it."""

from __future__ import annotations

from surefoot.model import Kind, Repeat, Step
from surefoot.text.units import MILE, duration, rounded

Steps = tuple[Step | Repeat, ...]


def named(kind: Kind, focus: str, title: str, steps: Steps) -> str:
    """Return ``6 × 800 m`` or ``Hills 8 × 45 s`` for quality in repetitions, else ``title``."""
    sets = [
        f"{one.times} × {stretch(one.steps[0])}" for one in steps if isinstance(one, Repeat) and one.steps
    ]
    if kind is not Kind.QUALITY or not sets:
        return title
    return f"Hills {' + '.join(sets)}" if focus == "hills" else " + ".join(sets)


def stretch(step: Step) -> str:
    """Return ``800 m``, ``1 km``, ``1 mi``, ``45 s``: a part's length in the unit it is likely thought in."""
    if step.metres is None:
        return duration(step.seconds) if step.seconds is not None else "lap"
    quarters = rounded(step.metres * 1000 * 4, MILE)
    if step.metres % 10 and quarters and rounded(quarters * MILE, 4 * 1000) == step.metres:
        return f"{decimal(quarters * 250)} mi"
    if step.metres % 1000 == 0 or step.metres > 2000:
        return f"{decimal(step.metres)} km"
    return f"{step.metres} m"


def decimal(thousandths: int) -> str:
    """Return thousandths as a number without trailing noughts: 7500 is ``7.5``."""
    whole, rest = divmod(thousandths, 1000)
    return f"{whole}.{rest:03d}".rstrip("0").rstrip(".") if rest else str(whole)

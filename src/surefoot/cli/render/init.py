"""What ``init`` asks and says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from surefoot.cli.width import paragraph

if TYPE_CHECKING:
    from surefoot.app.init import Answers

QUESTIONS = {
    "zone": "Your time zone",
    "unit": "Distances in km or mi",
    "week_starts": "Your week starts on",
    "weekly": "How far you run in a usual week (empty: read from recordings)",
    "longest": "Your longest run of the last month (empty: read from recordings)",
    "plan": "Your plan file",
    "race": "Race day, as 2027-05-02 (empty: none)",
    "runs": "The folder of your recordings",
    "strength": "Strength sessions a week, 0 to 7",
}
"""Each question by the answer it fills, in the order they are asked."""

UNDATED = "Without a race, say under [plan] when the plan begins:  start = 2027-01-11"
"""Said where no race was named; plan files that hold dates need neither."""

MUCH = 5
"""Of 10; above it the plan takes running out (docs/reference/rules.md)."""


def pain(score: int) -> str:
    """Return what to say to pain, once: it is not stored with the settings."""
    keep = f"To let the plan know: surefoot log pain {score} --where knee"
    if score > MUCH:
        return paragraph(
            f"{score} of 10: please have a physiotherapist or doctor look at it before the next run. {keep}"
        )
    return paragraph(f"{score} of 10: thank you for saying so; the plan can go easier. {keep}")


def written(path: Path, answers: Answers) -> str:
    """Return where the settings are and what comes next."""
    wanted = [path.parent / one for one in (answers.plan, answers.runs) if one]
    missing = [f"Not there yet: {one}" for one in wanted if not one.exists()]
    undated = [UNDATED] if answers.plan and answers.race is None else []
    return "\n".join((f"Wrote {path}.", *missing, *undated, "Next: surefoot doctor, then surefoot sync"))

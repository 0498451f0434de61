"""Values only: frozen, slotted, keyword-only; whole metres and seconds, aware datetimes, tuples.

A name's module is imported when the name is first asked for: building a dataclass costs about a
millisecond, and ``surefoot today`` needs a handful of fifty.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from surefoot.model.activity import Activity
    from surefoot.model.calendar import Away, Most, RaceDay
    from surefoot.model.change import Change, Placed
    from surefoot.model.decision import (
        Add,
        Advice,
        Allow,
        Decision,
        Decline,
        Drop,
        Effect,
        Hold,
        Move,
        Off,
        Proposal,
        Resize,
        Wish,
    )
    from surefoot.model.diary import Diary, DiaryEntry, Felt, Ill, Lifted, Note, Pain, SelfTest, Sore
    from surefoot.model.dose import Dose
    from surefoot.model.errors import AuthError, ConfigError, PlanError, SurefootError, Unavailable
    from surefoot.model.finding import Finding
    from surefoot.model.history import Correction, History, Span
    from surefoot.model.kinds import Kind, Level, Sport, Unit
    from surefoot.model.plan import Anchor, Entry, Minted, Plan
    from surefoot.model.receipt import Fidelity, Receipt
    from surefoot.model.schedule import Reason, Schedule, Session
    from surefoot.model.settings import Limits, Runner, Settings, Strength
    from surefoot.model.step import Effort, Repeat, Step
    from surefoot.model.strength import Catalogue, Condition, Exercise, Phase, Programme, Slot
    from surefoot.model.workout import Workout

__all__ = [
    "Activity",
    "Add",
    "Advice",
    "Allow",
    "Anchor",
    "AuthError",
    "Away",
    "Catalogue",
    "Change",
    "Condition",
    "ConfigError",
    "Correction",
    "Decision",
    "Decline",
    "Diary",
    "DiaryEntry",
    "Dose",
    "Drop",
    "Effect",
    "Effort",
    "Entry",
    "Exercise",
    "Felt",
    "Fidelity",
    "Finding",
    "History",
    "Hold",
    "Ill",
    "Kind",
    "Level",
    "Lifted",
    "Limits",
    "Minted",
    "Most",
    "Move",
    "Note",
    "Off",
    "Pain",
    "Phase",
    "Placed",
    "Plan",
    "PlanError",
    "Programme",
    "Proposal",
    "RaceDay",
    "Reason",
    "Receipt",
    "Repeat",
    "Resize",
    "Runner",
    "Schedule",
    "SelfTest",
    "Session",
    "Settings",
    "Slot",
    "Sore",
    "Span",
    "Sport",
    "Step",
    "Strength",
    "SurefootError",
    "Unavailable",
    "Unit",
    "Wish",
    "Workout",
]

_NAMES = {
    "activity": "Activity",
    "calendar": "Away Most RaceDay",
    "change": "Change Placed",
    "decision": "Add Advice Allow Decision Decline Drop Effect Hold Move Off Proposal Resize Wish",
    "diary": "Diary DiaryEntry Felt Ill Lifted Note Pain SelfTest Sore",
    "dose": "Dose",
    "errors": "AuthError ConfigError PlanError SurefootError Unavailable",
    "finding": "Finding",
    "history": "Correction History Span",
    "kinds": "Kind Level Sport Unit",
    "plan": "Anchor Entry Minted Plan",
    "receipt": "Fidelity Receipt",
    "schedule": "Reason Schedule Session",
    "settings": "Limits Runner Settings Strength",
    "step": "Effort Repeat Step",
    "strength": "Catalogue Condition Exercise Phase Programme Slot",
    "workout": "Workout",
}
_HOME = {name: module for module, names in _NAMES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    """Import the module that holds ``name``, and remember the value.

    Raises:
        AttributeError: no module of the model holds it.
    """
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value

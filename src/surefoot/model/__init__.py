"""Values only: frozen, slotted, keyword-only; whole metres and seconds, aware datetimes, tuples."""

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
from surefoot.model.diary import Diary, DiaryEntry, Felt, Ill, Lifted, Note, Pain, Sore
from surefoot.model.errors import AuthError, ConfigError, PlanError, SurefootError, Unavailable
from surefoot.model.finding import Finding
from surefoot.model.history import Activity, History, Span
from surefoot.model.kinds import Kind, Level, Sport, Unit
from surefoot.model.plan import Anchor, Entry, Minted, Plan
from surefoot.model.receipt import Receipt
from surefoot.model.schedule import Change, Placed, Reason, Schedule, Session
from surefoot.model.settings import Limits, Runner, Settings, Strength
from surefoot.model.strength import Catalogue, Exercise, Programme, Slot
from surefoot.model.workout import Dose, Effort, Repeat, Step, Workout

__all__ = [
    "Activity",
    "Add",
    "Advice",
    "Allow",
    "Anchor",
    "AuthError",
    "Catalogue",
    "Change",
    "ConfigError",
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
    "Finding",
    "History",
    "Hold",
    "Ill",
    "Kind",
    "Level",
    "Lifted",
    "Limits",
    "Minted",
    "Move",
    "Note",
    "Off",
    "Pain",
    "Placed",
    "Plan",
    "PlanError",
    "Programme",
    "Proposal",
    "Reason",
    "Receipt",
    "Repeat",
    "Resize",
    "Runner",
    "Schedule",
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

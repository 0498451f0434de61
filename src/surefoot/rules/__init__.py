"""Limits, plan rules and built-in policies, one small module each, with its citation; pure."""

from surefoot.rules.aggravators import AggravatorsPolicy
from surefoot.rules.built_in import BuiltIn
from surefoot.rules.illness import IllnessPolicy
from surefoot.rules.missed import MissedPolicy
from surefoot.rules.overrun import OverrunPolicy
from surefoot.rules.overrun_week import OverrunWeekPolicy
from surefoot.rules.pain import PainPolicy
from surefoot.rules.past import past_findings
from surefoot.rules.plan import plan_findings
from surefoot.rules.table import RULES, Rule

POLICIES: tuple[type[BuiltIn], ...] = (
    OverrunPolicy,
    OverrunWeekPolicy,
    PainPolicy,
    IllnessPolicy,
    MissedPolicy,
    AggravatorsPolicy,
)
"""The built-in policies in the order they are asked; each one's ``use`` is the slug of its rule."""

__all__ = ["POLICIES", "RULES", "BuiltIn", "Rule", "past_findings", "plan_findings"]

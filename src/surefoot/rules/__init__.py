"""Limits, plan rules and built-in policies, one small module each, with its citation; pure."""

from surefoot.rules.built_in import BuiltIn
from surefoot.rules.overrun import OverrunPolicy
from surefoot.rules.overrun_week import OverrunWeekPolicy
from surefoot.rules.pain import PainPolicy
from surefoot.rules.past import past_findings
from surefoot.rules.plan import plan_findings
from surefoot.rules.table import RULES, Rule

POLICIES: tuple[tuple[str, type[BuiltIn]], ...] = (
    ("overrun", OverrunPolicy),
    ("overrun-week", OverrunWeekPolicy),
    ("pain", PainPolicy),
)
"""The built-in policies by the label of their table, in the order they are asked."""

__all__ = ["POLICIES", "RULES", "BuiltIn", "Rule", "past_findings", "plan_findings"]

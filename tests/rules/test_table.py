"""The table of all rules, and the built-in policies."""

import importlib
import pkgutil
from dataclasses import fields

from surefoot import rules
from surefoot.model import Settings
from surefoot.model.settings import Limits
from surefoot.rules import POLICIES, RULES


def test_every_module_with_a_slug_stands_in_the_table_once():
    modules = [
        importlib.import_module(f"surefoot.rules.{one.name}") for one in pkgutil.iter_modules(rules.__path__)
    ]
    slugs = sorted(one.SLUG for one in modules if hasattr(one, "SLUG"))

    assert slugs == sorted(one.slug for one in RULES)


def test_every_rule_cites_something_and_explains_itself_in_one_line():
    for one in RULES:
        assert one.citation
        assert one.line.endswith("."), one.slug
        assert one.levels
        assert one.text.startswith(one.line)


def test_every_rule_says_what_the_scheduler_makes_of_it():
    for one in RULES:
        assert one.mend.endswith("."), one.slug


def test_every_number_of_the_limits_and_of_a_policy_is_named_by_a_rule():
    of_the_scheduler = {"change_metres", "change_percent", "useful_metres", "useful_seconds"}
    limits = {f"limits.{one.name}" for one in fields(Limits) if one.name not in of_the_scheduler}
    policies = {f"policies.{each.use}.{one.name}" for each in POLICIES for one in fields(each)}
    named = {name for one in RULES for name in one.settings if name.startswith(("limits.", "policies."))}

    assert named == limits | policies


def test_every_built_in_policy_is_named_by_its_rule_and_knows_the_runner_without_a_setting_for_it():
    slugs = {one.slug for one in RULES}
    for policy in POLICIES:
        made = policy()

        assert policy.use in slugs
        assert made.settings == Settings()
        assert "settings" not in {one.name for one in fields(made)}

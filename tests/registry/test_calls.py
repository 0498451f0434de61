"""Calling parts under the guard, and what all plugins are asked together."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from surefoot.config import Config, CoreKeys
from surefoot.model import AuthError, ConfigError, PlanError, Runner, Settings
from surefoot.registry import Faulty, Registry
from surefoot.rules import POLICIES

OWN = [one.use for one in POLICIES]
"""What Surefoot's own policies are called, in the order they are asked."""

POLICY = """
class Gentle(Policy):
    \"\"\"Says nothing.\"\"\"
    def review(self, outlook, history, diary):
        return ()

@hookimpl
def surefoot_policies():
    yield Gentle
"""

FORMATS = """
class Plain(Format):
    suffixes = (".plain",)
    def read(self, data):
        return Plan(id="plain", name="", entries=(), days=0)

class Longer(Plain):
    suffixes = (".very.plain",)

@hookimpl
def surefoot_formats():
    return [Plain, Longer]
"""


@pytest.fixture
def config(tmp_path):
    def made(*tables):
        return Config(folder=tmp_path, settings=Settings(runner=Runner(zone="Asia/Tokyo")), tables=tables)

    return made


# The guard


def divide(number):
    return 1 / number


def test_what_a_part_raises_on_purpose_comes_through():
    registry = Registry()

    with pytest.raises(AuthError), registry.guard("runs", "reading"):
        raise AuthError("wrong password")
    assert registry.faults == ()


def test_anything_else_is_a_bug_that_is_noted():
    registry = Registry()

    with pytest.raises(registry.Faulty) as caught, registry.guard("runs", "reading"):
        divide(0)
    (fault,) = registry.faults
    assert caught.value.fault is fault
    assert str(fault) == "runs, reading: ZeroDivisionError: division by zero"
    assert "1 / number" in fault.traceback


def test_a_plugin_that_ends_the_program_ends_nothing_but_its_own_part():
    registry = Registry()

    with pytest.raises(registry.Faulty), registry.guard("runs", "reading"):
        sys.exit(3)
    assert [str(one) for one in registry.faults] == ["runs, reading: SystemExit: 3"]


def test_an_interruption_is_nobodys_bug():
    registry = Registry()

    with pytest.raises(KeyboardInterrupt), registry.guard("runs", "reading"):
        raise KeyboardInterrupt
    with pytest.raises(KeyboardInterrupt), registry.tolerate("runs", "reading"):
        raise KeyboardInterrupt
    assert registry.faults == ()


def test_what_is_tolerated_is_noted_once_and_we_go_on():
    registry = Registry()
    with registry.tolerate("gentle", "reviewing"), registry.guard("gentle", "reviewing"):
        raise ValueError
    with registry.tolerate("gentle", "reviewing"):
        raise AuthError("wrong password", where="gentle.example", mend="surefoot login gentle")

    assert [(one.line, one.mend) for one in registry.faults] == [
        ("ValueError", None),
        ("gentle.example: wrong password", "surefoot login gentle"),
    ]


# Policies


def labels(found):
    return [one.label for one in found]


def test_surefoots_own_policies_work_unasked_and_know_the_runner(config):
    found = Registry().policies(config())

    assert labels(found) == OWN
    assert {one.settings.runner.zone for one in found} == {"Asia/Tokyo"}


def test_a_policy_is_switched_off_or_set_by_its_table(config, table):
    off = replace(table("overrun", kind="policies"), core=CoreKeys(on=False))
    changed = table("pain", kind="policies", label="pain", hold_days=9)
    found = Registry().policies(config(off, changed))

    assert sorted(labels(found)) == sorted(one for one in OWN if one != "overrun")
    (pain,) = (one for one in found if one.label == "pain")
    assert pain.hold_days == 9


def test_all_of_surefoots_own_can_be_left_out(config):
    assert Registry(frozenset({"builtin"})).policies(config()) == ()


def test_a_plugins_policy_works_when_a_table_names_it(install, config, table):
    install("gentle", POLICY)

    assert labels(Registry().policies(config())) == OWN
    found = Registry().policies(config(table("gentle", kind="policies", label="soft")))
    assert labels(found) == [*OWN, "soft"]


def test_a_broken_policy_costs_the_others_nothing(install, config, table):
    install("gentle", POLICY.replace("yield Gentle", "1 / 0"))
    registry = Registry()
    found = registry.policies(config(table("gentle", kind="policies")))

    assert labels(found) == OWN
    assert [one.line for one in registry.faults] == ["ZeroDivisionError: division by zero"]


def test_a_policy_that_nothing_brings_has_to_be_mended(config, table):
    with pytest.raises(ConfigError) as caught:
        Registry().policies(config(table("overun", kind="policies")))
    assert caught.value.mend == "did you mean overrun?"


# Formats


def test_a_format_is_known_by_the_end_of_a_files_name(install):
    install("plain", FORMATS)
    registry = Registry()

    assert registry.format_for(Path("my.plain")).label == "plain"
    assert registry.format_for(Path("MY.PLAIN")).label == "plain"
    assert registry.format_for(Path("my.very.plain")).label == "longer"
    assert registry.format_for(Path("a/b.plain")).read(b"").id == "plain"


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("plan.docx", "no installed plugin reads .docx plans"),
        ("plan", "its name has no suffix to know it by"),
    ],
)
def test_a_suffix_that_nobody_reads_is_told_with_those_that_are_read(name, what, install):
    install("plain", FORMATS)

    with pytest.raises(ConfigError) as caught:
        Registry().format_for(Path(name))
    assert (caught.value.what, caught.value.where) == (what, name)
    assert ".plain" in (caught.value.mend or "")


def test_plans_in_spreadsheets_name_the_plugin_that_reads_them():
    with pytest.raises(ConfigError) as caught:
        Registry(frozenset({"csv"})).format_for(Path("plan.csv"))
    assert caught.value.mend == "pip install surefoot-planfiles"


def test_a_broken_format_is_told_as_a_bug(install):
    install("plain", FORMATS.replace("return [Plain, Longer]", "raise OSError('gone')"))

    with pytest.raises(Faulty):
        Registry().format_for(Path("my.plain"))


def test_a_format_that_cannot_be_made_from_a_suffix_alone_is_a_fault(install):
    install("plain", FORMATS.replace('    suffixes = (".plain",)\n', "    cell: str\n"))
    registry = Registry()

    with pytest.raises(Faulty):
        registry.format_for(Path("my.plain"))
    assert {one.line for one in registry.faults} == {
        "TypeError: Plain: a format has suffixes, and no setting that must be given",
        "TypeError: Longer: a format has suffixes, and no setting that must be given",
    }


def test_a_format_that_only_reads_says_so(install):
    install("plain", FORMATS)
    form = Registry().format_for(Path("my.plain"))

    with pytest.raises(PlanError, match="plain files can be read but not written"):
        form.write(form.read(b""))


# What all are asked


def test_exercises_of_plugins_stand_beside_surefoots_own(install):
    install(
        "more",
        "@hookimpl\ndef surefoot_exercises():\n"
        "    yield Exercise(id='clam', name='Clam', load='light', pattern='hip', cues=('Open.',))\n"
        "    yield 'squat'\n",
    )
    registry = Registry()

    assert [one.id for one in registry.exercises()] == ["clam"]
    assert [one.name for one in registry.exercises()] == ["Clam"]


def test_commands_of_plugins_are_known_by_name(install):
    command = "import click\n@click.command()\ndef hello(): pass\n\n"
    install("more", f"{command}@hookimpl\ndef surefoot_commands():\n    yield hello\n")

    assert list(Registry().commands()) == ["hello"]

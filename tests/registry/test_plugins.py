"""Finding plugins, importing as few as possible, and what becomes of broken ones."""

import sys
from datetime import date

import pytest

from surefoot.model import ConfigError, Schedule, Unavailable
from surefoot.registry import Faulty, Registry

DAY = date(2031, 3, 3)


def lines(registry):
    return [f"{one.name}: {one.line}" for one in registry.faults]


def test_making_a_registry_looks_at_nothing(monkeypatch):
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: pytest.fail("scanned"))

    assert Registry(frozenset({"x"})).faults == ()


def test_a_table_imports_the_plugin_of_its_name_and_no_other(install_source, table):
    install_source("alpha")
    install_source("beta")
    found = Registry().source(table("beta"))

    assert type(found).__name__ == "Beta"
    assert "alpha" not in sys.modules


def test_a_part_whose_plugin_has_another_name_is_found_too(install_source, table):
    install_source("alpha", "Watch")

    assert type(Registry().source(table("watch"))).__name__ == "Watch"


def test_a_name_that_nothing_brings_is_told_with_the_nearest_one(install_source, table):
    install_source("alpha")

    with pytest.raises(ConfigError) as caught:
        Registry().source(table("alpah"))
    assert caught.value.where == "surefoot.toml line 10, [sources.mine]"
    assert caught.value.what == "no installed plugin brings sources of the name 'alpah'"
    assert caught.value.mend == "did you mean alpha?"


def test_a_part_of_another_kind_is_not_meant(install_source, table):
    install_source("alpha")

    with pytest.raises(ConfigError) as caught:
        Registry().target(table("alpha", kind="targets"))
    assert caught.value.mend == "it is one of the sources: write  [sources.mine]"


def test_a_missing_plugin_of_surefoots_own_is_named(table, monkeypatch):
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: ())

    with pytest.raises(ConfigError) as caught:
        Registry().part(table("files"))
    assert caught.value.mend == "pip install surefoot-files"


def test_a_plugin_that_is_left_out_is_never_imported(install_source, table):
    install_source("alpha")
    install_source("beta")
    registry = Registry(frozenset({"alpha"}))
    registry.listing()

    assert "alpha" not in sys.modules
    assert "beta" in sys.modules
    with pytest.raises(Unavailable) as caught:
        registry.part(table("alpha"))
    assert caught.value.mend == "leave -p no:alpha away"


def test_leaving_out_one_name_leaves_out_the_plugin(install_source):
    install_source("alpha", names=("one", "two"))
    registry = Registry(frozenset({"two"}))
    (found,) = [plugin for plugin in registry.listing() if plugin.distribution == "alpha"]

    assert (found.name, found.also, found.blocked, found.parts) == ("one", ("two",), True, ())
    assert "alpha" not in sys.modules


def test_a_plugin_of_two_names_is_one_plugin(install_source, table):
    install_source("alpha", names=("one", "two"))
    registry = Registry()

    assert type(registry.source(table("alpha"))).__name__ == "Alpha"
    assert [plugin.also for plugin in registry.listing() if plugin.name == "one"] == [("two",)]
    assert registry.faults == ()


def test_of_two_plugins_with_one_name_the_first_is_used_and_the_other_named(install_source):
    install_source("alpha", names=("watch",), distribution="aaa")
    install_source("beta", names=("watch",), distribution="bbb")
    registry = Registry()
    (found,) = [one for one in registry.listing() if one.name == "watch"]

    assert found.distribution == "aaa"
    assert lines(registry) == ["watch: bbb brings it as well; the one of aaa is used"]


BROKEN = {
    "raise RuntimeError('no\\nluck')": "RuntimeError: no luck",
    "import no_such_module_anywhere": "ModuleNotFoundError: No module named 'no_such_module_anywhere'",
    "def f(:": "SyntaxError: invalid syntax (broken.py, line 8)",
    "raise SystemExit(3)": "SystemExit: 3",
    "@hookimpl\ndef surefoot_source():\n    return ()": (
        "MisfitError: there is no hook surefoot_source; did you mean surefoot_sources?"
    ),
    "@hookimpl\ndef surefoot_sources(config):\n    return ()": (
        "MisfitError: surefoot_sources takes no arguments, not config"
    ),
    "def surefoot_sources():\n    return ()": "MisfitError: surefoot_sources is not marked with @hookimpl",
    "@hookimpl(wrapper=True)\ndef surefoot_sources():\n    return (yield)": (
        "MisfitError: surefoot_sources is a wrapper, and there is nothing to wrap"
    ),
    "@hookimpl\ndef surefoot_sources():\n    yield Source\n    raise OSError('late')": "OSError: late",
    "@hookimpl\ndef surefoot_sources():\n    return 7": "TypeError: 'int' object is not iterable",
    "@hookimpl\ndef surefoot_sources():\n    yield 7": "TypeError: 7 is no subclass of Source",
    "@hookimpl\ndef surefoot_sources():\n    yield Source": "TypeError: Source lacks activities",
    "class X(Source):\n    at: dict[str, int]\n    def activities(self, since, until):\n        return ()\n"
    "@hookimpl\ndef surefoot_sources():\n    yield X": (
        "TypeError: dict[str, int] is no type of a setting; these are: Literal, Path, Secret, StrEnum, "
        "ZoneInfo, bool, date, float, int, str, time, and lists of them"
    ),
}  # fmt: skip


@pytest.mark.parametrize("code", BROKEN)
def test_a_broken_plugin_is_a_fault_and_takes_nothing_down(code, install, install_source, table):
    install("broken", code)
    install_source("alpha")
    registry = Registry()
    listed = {one.name: one for one in registry.listing()}

    assert listed["broken"].fault is not None
    assert listed["broken"].fault.line == BROKEN[code]
    assert "Traceback" in listed["broken"].fault.traceback
    assert listed["broken"].parts == ()
    assert [one.use for one in listed["alpha"].parts] == ["alpha"]
    assert type(registry.source(table("alpha"))).__name__ == "Alpha"
    with pytest.raises(Faulty):
        registry.part(table("broken"))


def test_a_hook_may_yield_nothing_at_all(install):
    install("alpha", "@hookimpl\ndef surefoot_sources():\n    return None\n")
    registry = Registry()
    registry.listing()

    assert registry.faults == ()


def test_a_plugin_is_imported_and_complained_about_once(install):
    install("broken", "raise RuntimeError('no')")
    registry = Registry()
    registry.listing()
    registry.exercises()
    registry.commands()

    assert lines(registry) == ["broken: RuntimeError: no"]


def test_packages_that_cannot_be_listed_are_a_fault(monkeypatch):
    def broken(**_):
        raise ValueError("a broken package")

    monkeypatch.setattr("importlib.metadata.entry_points", broken)
    registry = Registry()

    assert [one.name for one in registry.listing()] == ["builtin"]
    assert lines(registry) == ["installed packages: ValueError: a broken package"]


def test_two_registries_share_nothing(install_source):
    install_source("alpha")
    one, other = Registry(frozenset({"alpha"})), Registry()

    assert [found.blocked for found in one.listing() if found.name == "alpha"] == [True]
    assert [found.blocked for found in other.listing() if found.name == "alpha"] == [False]


def test_a_part_of_a_broken_plugin_says_so_when_it_is_used(install, table):
    install("broken", "raise RuntimeError('no')")
    registry = Registry()
    source = registry.source(table("broken"))
    target = registry.target(table("broken", kind="targets"))

    assert source.label == "mine"
    for use in (
        lambda: source.activities(DAY, DAY),
        lambda: target.publish(Schedule(today=DAY)),
        target.wishes,
    ):
        with pytest.raises(Faulty, match="RuntimeError: no"):
            use()


def test_a_part_that_is_left_out_does_not_answer(install_source, table):
    install_source("alpha")
    source = Registry(frozenset({"alpha"})).source(table("alpha"))

    with pytest.raises(Unavailable, match="left out of this run"):
        source.activities(DAY, DAY)

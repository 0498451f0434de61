"""From a table to a part: its fields are its settings."""

import dataclasses
import os
import stat
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from surefoot.model import ConfigError
from surefoot.plugin import settings_of
from surefoot.registry import Faulty, Registry
from surefoot.secret import Secret

WATCH = '''
class Watch(Source):
    """Reads a watch.

    Attributes:
        path: where it is.
        key: lets us in,
            wherever it is.
    """

    path: Path
    key: Secret | None = None
    count: int = 3
    share: float = 0.5
    deep: bool = False
    since: date | None = None
    at: time = time(7)
    mode: Literal["fast", "slow"] = "fast"
    unit: Unit = Unit.KM
    names: tuple[str, ...] = ()
    paths: list[Path] | None = None
    zone: str = "UTC"

    def __post_init__(self):
        self.ready = True

    def activities(self, since, until):
        return ()

@hookimpl
def surefoot_sources():
    return [Watch]
'''


@pytest.fixture
def watch(install, table):
    install("watch", WATCH)

    def made(**values):
        return Registry().source(table("watch", **values))

    return made


def test_a_part_gets_its_settings_as_it_declares_them(watch, tmp_path):
    found = watch(
        path="runs",
        key={"env": "WATCH_KEY"},
        count=7,
        share=1,
        deep=True,
        since=date(2027, 1, 1),
        at="18:30",
        mode="slow",
        unit="mi",
        names=["a", "b"],
        paths=["x", "/y"],
        zone="UTC",
    )

    assert found.path == tmp_path / "runs"
    assert found.key == Secret(env="WATCH_KEY")
    assert (found.count, found.share, found.deep) == (7, 1.0, True)
    assert (found.since, found.at) == (date(2027, 1, 1), time(18, 30))
    assert (found.mode, found.unit.metres, found.zone) == ("slow", 1609.344, "UTC")
    assert found.names == ("a", "b")
    assert [str(one) for one in found.paths] == [str(tmp_path / "x"), "/y"]


def test_what_a_table_leaves_out_is_as_declared_and_the_zone_is_the_runners(watch):
    found = watch(path="runs")

    assert (found.count, found.key, found.paths, found.ready) == (3, None, None, True)
    assert found.zone == "Europe/Berlin"


@pytest.mark.parametrize("zone", ["Berlin", "", "../../etc/passwd", "Europe", 3])
def test_a_zone_that_this_machine_does_not_know_is_refused_where_it_stands(install, table, zone):
    install("watch", f"from zoneinfo import ZoneInfo\n{WATCH}".replace('zone: str = "UTC"', "zone: ZoneInfo"))

    with pytest.raises(ConfigError, match=r"\[sources\.mine\]: zone: "):
        Registry().source(table("watch", path="runs", zone=zone))


def test_a_zone_may_be_left_out_and_is_then_the_runners(install, table):
    install("watch", f"from zoneinfo import ZoneInfo\n{WATCH}".replace('zone: str = "UTC"', "zone: ZoneInfo"))
    found = Registry().source(table("watch", path="runs"))
    (listed,) = [one for one in settings_of(type(found)) if one.name == "zone"]

    assert found.zone == ZoneInfo("Europe/Berlin")
    assert (listed.required, listed.type) == (False, 'a time zone, as "Europe/Berlin"')


def test_a_part_knows_its_label_and_has_a_private_folder(watch, tmp_path):
    found = watch(path="runs")

    assert found.label == "mine"
    assert found.folder == tmp_path / ".surefoot" / "sources.mine"
    assert found.folder.is_dir()
    if os.name == "posix":
        assert stat.S_IMODE(found.folder.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_stops_nobody_from_looking(watch, tmp_path):
    (tmp_path / ".surefoot").touch()

    assert not watch(path="runs").folder.exists()


KINDS = {
    "path": (7, "text in quotes", "a whole number, 7"),
    "deep": (1, "true or false", "a whole number, 1"),
    "since": ("soon", "a date, as 2027-05-02", "text, 'soon'"),
    "at": ("25:00", 'an hour, as 07:00:00 or "07:00"', "text, '25:00'"),
    "names": ("b", "a list, each text in quotes", "text, 'b'"),
    "paths": (["b", 7], "text in quotes", "a whole number, 7"),
    "share": ("half", "a number", "text, 'half'"),
    "mode": ("fsat", "'fast' or 'slow'", "text, 'fsat'"),
    "unit": ("m", "'km' or 'mi'", "text, 'm'"),
}


@pytest.mark.parametrize("key", KINDS)
def test_a_wrong_type_says_what_was_expected_and_what_was_there(key, watch):
    raw, expected, found = KINDS[key]

    with pytest.raises(ConfigError) as caught:
        watch(**{key: raw})
    assert caught.value.what == f"{key}: expected {expected}, found {found}"


@pytest.mark.parametrize("raw", ["3", True, 3.0, None, [3]])
def test_nothing_but_a_whole_number_is_one(raw, watch):
    with pytest.raises(ConfigError, match="count: expected a whole number, found"):
        watch(path="a", count=raw)


MISTAKES = [
    ({"pth": "runs"}, "line 11", "there is no setting 'pth'", "did you mean path?"),
    ({"path": "a", "mode": "fsat"}, "line 12", None, "did you mean fast?"),
    ({"path": "a", "key": "hunter2"}, "line 12", "key: a secret is never written into the settings", None),
    ({}, "line 10", "path is missing", "add a line  path = …  (a path in quotes)"),
]


@pytest.mark.parametrize(("values", "line", "what", "mend"), MISTAKES)
def test_a_mistake_in_a_table_names_the_table_the_key_and_the_line(values, line, what, mend, watch):
    with pytest.raises(ConfigError) as caught:
        watch(**values)
    assert caught.value.where == f"surefoot.toml {line}, [sources.mine]"
    assert what in (caught.value.what, None)
    assert mend in (caught.value.mend, None)


def test_a_part_may_refuse_its_settings_itself(install, table):
    refusal = "raise ConfigError('count and share do not go together')"
    install("watch", WATCH.replace("self.ready = True", refusal))

    with pytest.raises(ConfigError) as caught:
        Registry().source(table("watch", path="a"))
    assert caught.value.what == "count and share do not go together"


def test_a_part_that_breaks_when_it_is_made_is_a_bug_of_the_plugin(install, table):
    install("watch", WATCH.replace("self.ready = True", "self.ready = 1 / 0"))
    registry = Registry()

    with pytest.raises(Faulty) as caught:
        registry.part(table("watch", path="a"))
    told = str(caught.value)
    assert told.startswith("mine, being set up: a bug in the plugin: ZeroDivisionError: division by zero\n")
    assert [one.name for one in registry.faults] == ["mine"]


def test_settings_are_listed_with_what_they_take_and_what_the_docstring_says(install, table):
    install("watch", WATCH, version="2.1")
    (found,) = [one for one in Registry().listing([table("watch")]) if one.name == "watch"]
    (part,) = found.parts
    settings = {one.name: one for one in part.settings}

    assert (found.distribution, found.version, found.fault) == ("watch", "2.1", None)
    assert (part.kind, part.use, part.doc, part.tables) == (
        "sources",
        "watch",
        "Reads a watch.",
        ("sources.mine",),
    )
    assert (settings["path"].type, settings["path"].required, settings["path"].doc) == (
        "a path in quotes",
        True,
        "where it is.",
    )
    assert settings["key"].doc == "lets us in, wherever it is."
    assert (settings["mode"].type, settings["mode"].default) == ('"fast" or "slow"', "fast")
    assert dataclasses.asdict(found)["parts"][0]["settings"][0]["name"] == "path"


def test_a_name_in_the_class_is_what_tables_use(install, table):
    install("watch", WATCH.replace("    path: Path", '    use: ClassVar[str] = "wrist"\n    path: Path', 1))

    assert Registry().source(table("wrist", path="a")).label == "mine"
    with pytest.raises(ConfigError) as caught:
        Registry().source(table("watch", path="a"))
    assert "wrist" in (caught.value.mend or "")

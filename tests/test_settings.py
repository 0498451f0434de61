from dataclasses import fields
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surefoot.config.value import CoreKeys, PlanSettings
from surefoot.model import ConfigError, Kind, Limits, Settings, Strength, Unit
from surefoot.settings import Config, find, load, parse
from surefoot.settings.own import TOP, limits, runner, strength
from surefoot.settings.plan import plan
from surefoot.settings.tables import CORE, KINDS

HOME = Path("/home/runner/training")
PAGE = Path(__file__).parents[1] / "docs" / "reference" / "settings.md"


def refused(text: str) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        parse(text, HOME)
    return caught.value


def test_an_empty_file_is_all_defaults():
    assert parse("", HOME) == Config(folder=HOME)


def test_the_runner_is_read_in_the_runners_units():
    found = parse(
        """
        [runner]
        zone = "Europe/Berlin"
        units = "mi"
        week_starts = "sunday"
        easy_pace = "10:00/mi"
        weekly = "17"
        longest = "10 km"
        run_at = "07:00"
        strength_at = { wed = "18:30", Friday = 12:00:00 }
        """,
        HOME,
    ).settings.runner

    assert (found.zone, found.unit, found.week_starts) == ("Europe/Berlin", Unit.MI, 6)
    assert (found.easy_pace, found.weekly, found.longest) == (373, 27359, 10000)
    assert found.run_at == (time(7),) * 7
    assert found.strength_at == (None, None, time(18, 30), None, time(12), None, None)


def test_a_plan_is_named_by_its_file():
    found = parse('[plan]\nfile = "plans/half.csv"\nrace = 2027-05-02', HOME)

    assert found.plan == PlanSettings(file=HOME / "plans/half.csv", name="half", race=date(2027, 5, 2))


def test_a_date_in_quotes_is_a_date():
    found = parse('[plan]\nfile = "half.csv"\nname = "My plan"\nstart = "2027-01-04"', HOME)

    assert found.plan == PlanSettings(file=HOME / "half.csv", name="My plan", start=date(2027, 1, 4))


def test_strength_days_are_days_of_the_week():
    found = parse('[strength]\nsessions = 3\ndays = ["thu", "Tuesday", "thu"]\nafter-long-run = true', HOME)

    assert found.settings.strength == Strength(sessions=3, days=(1, 3), after_long_run=True)


def test_limits_are_percent_distances_durations_and_counts():
    text = (
        '[limits]\nspike-percent = "120 %"\nweek_percent = 105\nspike_small_step = "1 mi"\noverrun_metres = 0'
    )
    found = parse(f'{text}\nuseful-seconds = "25 min"\nspike-days = 28', HOME).settings.limits

    assert found == Limits(
        spike_percent=120,
        week_percent=105,
        spike_small_step=1609,
        overrun_metres=0,
        useful_seconds=1500,
        spike_days=28,
    )


def test_every_field_of_the_model_can_be_set():
    names = {one.name for model in (Limits, Strength) for one in fields(model)}

    assert names == {*limits(Unit.KM), *strength()}
    assert set(runner(Unit.KM)) == {one.name for one in fields(type(Settings().runner))} - {"unit"} | {
        "units"
    }


def test_a_part_gets_what_the_core_leaves_of_its_table():
    (found,) = parse(
        """
        [targets.family]
        use = "ical"
        path = "family.ics"
        calendar-name = "Runs"
        show = "busy"
        kinds = ["long", "race"]
        weeks = 4
        """,
        HOME,
    ).targets

    assert (found.name, found.use, found.folder) == (
        "targets.family",
        "ical",
        HOME / ".surefoot/targets.family",
    )
    assert found.values == {"path": "family.ics", "calendar_name": "Runs"}
    assert found.core == CoreKeys(show="busy", kinds=(Kind.LONG, Kind.RACE), weeks=4)


def test_a_table_without_use_uses_the_part_of_its_own_name():
    (found,) = parse("[policies.overrun]\non = false", HOME).policies

    assert (found.use, found.core.on, found.values) == ("overrun", False, {})


def test_tables_stand_in_the_order_they_were_written():
    found = parse("[targets.b]\n[sources.z]\n[targets.a]\n[sources.y]", HOME)

    assert [one.name for one in found.tables] == ["sources.z", "sources.y", "targets.b", "targets.a"]


MISTAKES = {
    'units = "km"\n': ("surefoot.toml line 1, at the top", "there is no setting 'units'", None),
    '[runer]\nunits = "km"': ("surefoot.toml line 1", "there is no setting 'runer'", "did you mean runner?"),
    "[source.runs]": ("surefoot.toml line 1", "there is no setting 'source'", "did you mean sources?"),
    '[runner]\nunit = "km"': (
        "surefoot.toml line 2, [runner]",
        "there is no setting 'unit'",
        "did you mean units?",
    ),
    '[runner]\n\nunits = "miles"': (
        "surefoot.toml line 3, [runner]",
        "units: expected 'km' or 'mi', found text, 'miles'",
        "it can be: km, mi",
    ),
    '[runner]\nweek-start = "mon"': (
        "surefoot.toml line 2, [runner]",
        "there is no setting 'week-start'",
        "did you mean week-starts?",
    ),
    '[runner]\nweek_starts = "mday"': (
        "surefoot.toml line 2, [runner]",
        "week_starts: expected a day of the week, found text, 'mday'",
        "did you mean monday?",
    ),
    '[runner]\nzone = "Europe/Berln"': (
        "surefoot.toml line 2, [runner]",
        "zone: there is no time zone 'Europe/Berln'",
        "did you mean Europe/Berlin?",
    ),
    "[runner]\nweekly = 27": (
        "surefoot.toml line 2, [runner]",
        'weekly: expected a distance in quotes, as "27 km" or "5 mi", found a whole number, 27',
        None,
    ),
    '[runner]\nweekly = "a lot"': (
        "surefoot.toml line 2, [runner]",
        "weekly: 'a lot' is no distance",
        "write it as 8k, 5mi or 800m",
    ),
    '[runner]\nlongest = "-3 km"': (
        "surefoot.toml line 2, [runner]",
        "longest: '-3 km' is no distance to run",
        "write one above 0, as 8k",
    ),
    "[runner]\nrun_at = 7": (
        "surefoot.toml line 2, [runner]",
        'run_at: expected an hour, as 07:00:00 or "07:00", found a whole number, 7',
        None,
    ),
    "[limits]\nspike-precent = 110": (
        "surefoot.toml line 2, [limits]",
        "there is no setting 'spike-precent'",
        "did you mean spike-percent?",
    ),
    "[limits]\nspike_percent = -1": (
        "surefoot.toml line 2, [limits]",
        'spike_percent: expected whole percent up to 1000, as 110 or "110 %", found a whole number, -1',
        None,
    ),
    "[limits]\nspike_percent = true": (
        "surefoot.toml line 2, [limits]",
        'spike_percent: expected whole percent up to 1000, as 110 or "110 %", found true or false, true',
        None,
    ),
    "[strength]\nsessions = 8": (
        "surefoot.toml line 2, [strength]",
        "sessions: expected a whole number from 0 to 7, found a whole number, 8",
        None,
    ),
    '[strength]\ndays = "tue"': (
        "surefoot.toml line 2, [strength]",
        'days: expected a list of days, as ["tue", "thu"], found text, \'tue\'',
        None,
    ),
    "[plan]\nrace = 2027-05-02": (
        "surefoot.toml line 1, [plan]",
        "file is missing",
        'add a line  file = "plan.csv"',
    ),
    '[plan]\nfile = "a.csv"\nrace = 2027-05-02T10:00:00': (
        "surefoot.toml line 3, [plan]",
        "race: expected a date, as 2027-05-02, found a date with an hour, 2027-05-02 10:00:00",
        None,
    ),
    '[plan]\nfile = "a.csv"\nrace = 2027-05-02\nstart = 2027-01-04': (
        "surefoot.toml line 1, [plan]",
        "race and start are both given",
        "keep the one that is fixed",
    ),
    'apply = "always"': (
        "surefoot.toml line 1, at the top",
        "apply: expected 'ask' or 'reductions' or 'all', found text, 'always'",
        "it can be: ask, reductions, all",
    ),
    'runner = "me"': (
        "surefoot.toml line 1, runner",
        "expected a table, found text, 'me'",
        "write  [runner]  on a line of its own and its keys below",
    ),
    '[sources]\npath = "runs"': (
        "surefoot.toml line 2, [sources]",
        "'path' stands in no table of its own",
        "write it as  [sources.NAME]  with a name of your own",
    ),
    '[sources."../etc"]': (
        "surefoot.toml line 1, [sources.../etc]",
        "'../etc' is no name for a table",
        "use letters, digits, - and _",
    ),
    '[targets.cal]\nshow = "bussy"': (
        "surefoot.toml line 2, [targets.cal]",
        "show: expected 'full' or 'busy', found text, 'bussy'",
        "did you mean busy?",
    ),
    '[runner]\nunits = "km"\nunits = "mi"': (
        "surefoot.toml line 3",
        "is no TOML: Cannot overwrite a value",
        None,
    ),
    "[runner\n": ("surefoot.toml line 1", None, None),
    "[runner]\nunits = km": ("surefoot.toml line 2", "is no TOML: Invalid value", None),
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_is_named_with_its_place_and_what_was_meant(text):
    where, what, mend = MISTAKES[text]
    problem = refused(text)

    assert problem.where == where
    assert what in (problem.what, None)
    assert mend in (problem.mend, None)


@given(
    st.text(max_size=60)
    | st.sampled_from(list(MISTAKES)).flatmap(
        lambda text: st.integers(0, len(text)).map(lambda cut: text[:cut])
    )
)
def test_any_text_is_settings_or_one_error_that_says_where(text):
    try:
        parse(text, HOME)
    except ConfigError as caught:
        problem = caught
    else:
        return
    assert problem.where
    assert "\n" not in problem.what


def test_a_byte_order_mark_is_no_mistake(tmp_path):
    (tmp_path / "surefoot.toml").write_bytes(b"\xef\xbb\xbfapply = 'all'\r\n")

    assert load(tmp_path).apply == "all"


@pytest.mark.parametrize("data", [b"\xff\xfe\x00a", b"a = '" + "é".encode("latin-1") + b"'", b"\x00" * 9])
def test_what_is_no_text_is_refused(data, tmp_path):
    (tmp_path / "surefoot.toml").write_bytes(data)

    with pytest.raises(ConfigError):
        load(tmp_path)


def test_a_folder_of_that_name_is_refused(tmp_path):
    (tmp_path / "surefoot.toml").mkdir()

    with pytest.raises(ConfigError):
        load(tmp_path)


def test_a_folder_without_settings_says_how_to_make_them(tmp_path):
    with pytest.raises(ConfigError) as caught:
        load(tmp_path)
    assert caught.value.mend == "surefoot init"


# Finding the folder


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.delenv("SUREFOOT_HOME", raising=False)
    made = tmp_path / "training"
    (made / "runs" / "2027").mkdir(parents=True)
    (made / "surefoot.toml").touch()
    return made.resolve()


def test_the_folder_is_found_from_anywhere_below_it(folder):
    assert find(folder / "runs" / "2027") == folder
    assert find(folder) == folder


def test_the_folder_of_the_environment_is_for_whoever_stands_in_none(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("SUREFOOT_HOME", str(folder))
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "surefoot.toml").touch()

    assert find(tmp_path) == folder
    assert find(tmp_path / "other") == (tmp_path / "other").resolve()


def test_a_folder_that_was_given_is_the_only_one_meant(folder, monkeypatch):
    monkeypatch.setenv("SUREFOOT_HOME", str(folder))

    assert find(folder, given=True) == folder
    with pytest.raises(ConfigError) as caught:
        find(folder / "runs", given=True)
    assert caught.value.mend == f"surefoot -C {folder / 'runs'} init"


def test_standing_nowhere_says_what_to_type(tmp_path, monkeypatch):
    monkeypatch.delenv("SUREFOOT_HOME", raising=False)

    with pytest.raises(ConfigError) as caught:
        find(tmp_path / "not" / "there")
    assert caught.value.mend == "surefoot init"


def test_an_environment_that_names_no_training_folder_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("SUREFOOT_HOME", str(tmp_path / "gone"))

    with pytest.raises(ConfigError) as caught:
        find(tmp_path)
    assert "SUREFOOT_HOME" in caught.value.what


# The page


def examples(page: Path) -> list[str]:
    blocks = page.read_text().split("```toml\n")[1:]
    return [one.partition("```")[0] for one in blocks]


def test_the_examples_of_the_page_are_settings():
    found = [parse(text, HOME) for text in examples(PAGE)]

    assert found[0].plan is not None
    assert found[0].settings == Settings(
        runner=found[0].settings.runner, strength=found[0].settings.strength
    ), "the limits of the example are the defaults"


def test_every_setting_is_in_the_full_example():
    text = examples(PAGE)[0]
    core = {key for keys in CORE.values() for key in keys} | {"use"}
    names = {*TOP, *runner(Unit.KM), *plan(HOME), *limits(Unit.KM), *strength(), *core}

    missing = sorted(name for name in names if f"{name} = " not in text)
    assert missing == []


def test_every_kind_of_table_is_on_the_page():
    text = PAGE.read_text()

    assert [kind for kind in KINDS if f"[{kind}." not in text] == []

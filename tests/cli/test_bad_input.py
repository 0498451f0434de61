"""Whatever is given, there is one clear message, the right exit status, and nothing is lost."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from surefoot.cli.main import run

EXAMPLE = Path(__file__).parents[2] / "examples" / "half-marathon"
UNUSABLE, FAILED, DONE = 2, 1, 0


@pytest.fixture
def folder(tmp_path):
    copy = tmp_path / "half"
    shutil.copytree(EXAMPLE, copy, ignore=shutil.ignore_patterns(".surefoot", "plan.ics"))
    return copy


def sync(folder):
    return run(["-C", str(folder), "--today", "2027-01-25", "sync", "--yes"])


def settings(folder, old, new):
    path = folder / "surefoot.toml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[runner]", "[runer]", "runner"),
        ('path = "runs"', 'pth = "runs"', "path"),
        ("race = 2027-05-02", "race = 12", "race"),
        ('use = "ical"', 'use = "icla"', "ical"),
        ('zone = "Europe/Berlin"', 'zone = "Europe/Berln"', "Europe/Berlin"),
        ('file = "plan.csv"', 'file = "plan.docx"', ".docx"),
        ('file = "plan.csv"', 'file = "nothing.csv"', "nothing.csv"),
        ('file = "plan.csv"', 'file = "runs"', "runs"),
        ("race = 2027-05-02", "race = 2027-05-02\nstart = 2027-06-07", "start"),
    ],
)
def test_settings_that_cannot_be_used_are_named(folder, capsys, old, new, said):
    settings(folder, old, new)

    assert sync(folder) == UNUSABLE
    err = capsys.readouterr().err
    assert said in err
    assert "Traceback" not in err
    assert not (folder / "plan.ics").exists()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00\x00",
        b"mon,tue,wed,thu,fri,sat,sun\n8k easy,,,,,,,,,9k\n",
        b"mon,tue,wed,thu,fri,sat,sun\n-8k easy,,,,,,\n",
        b"mon,tue,wed,thu,fri,sat,sun\nnan k easy,,,,,,\n",
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 64,
    ],
)
def test_a_plan_that_is_none_is_named_and_the_calendar_stays(folder, capsys, data):
    assert sync(folder) == DONE
    before = (folder / "plan.ics").read_bytes()
    (folder / "plan.csv").write_bytes(data)
    capsys.readouterr()

    assert sync(folder) == UNUSABLE
    err = capsys.readouterr().err
    assert "plan.csv" in err
    assert "Traceback" not in err
    assert (folder / "plan.ics").read_bytes() == before


def test_recordings_that_cannot_be_read_cost_nothing_else(folder, capsys):
    runs = folder / "runs"
    (runs / "empty.fit").write_bytes(b"")
    (runs / "laughs.tcx").write_text(
        '<!DOCTYPE a [<!ENTITY b "c">]><TrainingCenterDatabase>&b;</TrainingCenterDatabase>'
    )
    (runs / "route.gpx").write_text('<gpx><trk><trkseg><trkpt lat="1" lon="1"/></trkseg></trk></gpx>')
    whole = next(iter(sorted(runs.glob("*.fit")))).read_bytes()
    (runs / "cut.fit").write_bytes(whole[:40])

    assert sync(folder) == DONE
    said = capsys.readouterr().out
    for name in ("empty.fit", "laughs.tcx", "route.gpx", "cut.fit"):
        assert name in said
    assert "20 new runs" in said


def test_a_recording_that_is_damaged_or_misnamed_is_named_with_what_is_wrong(folder, capsys):
    runs = folder / "runs"
    whole = min(runs.glob("*.fit")).read_bytes()
    (runs / "misnamed.gpx").write_bytes(whole)
    (runs / "picture.fit").write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 99)
    (runs / "flipped.fit").write_bytes(whole[:9] + bytes(each ^ 0xFF for each in whole[9:]))
    (runs / "packed.fit.gz").write_bytes(b"abc")
    (runs / "folder.fit").mkdir()

    assert sync(folder) == DONE
    said = " ".join(capsys.readouterr().out.split())
    assert "misnamed.gpx: its name says GPX but it holds FIT; rename it to .fit" in said
    assert "picture.fit: it is no FIT file" in said
    assert "not read: flipped.fit: " in said
    assert "packed.fit.gz: it is damaged or cut off" in said
    assert "folder.fit" not in said


def test_a_plan_whose_race_is_past_is_said_to_be_over(folder, capsys):
    settings(folder, "race = 2027-05-02", "race = 2026-05-03")

    assert sync(folder) == DONE
    assert "Nothing of this plan is ahead: it ended on Sun 3 May 2026." in " ".join(
        capsys.readouterr().out.split()
    )


GRID = "mon,tue,wed,thu,fri,sat,sun\n7.5k easy,,,,,,10.5k long\n"
LIST = "week;day;distance;type;details;duration\n1;mon;7,5;easy;schön;\n1;sun;10,5;long;;\n"


@pytest.mark.parametrize(
    "data",
    [
        GRID.encode("utf-8-sig"),
        GRID.encode("utf-16"),
        LIST.encode("latin-1"),
        LIST.encode(),
        GRID.replace(",", ";").replace(".", ",").encode(),
    ],
)
def test_a_plan_in_another_encoding_or_with_semicolons_and_decimal_commas_is_read(
    tmp_path, monkeypatch, capsys, data
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "week.csv").write_bytes(data)

    assert run(["check", "week.csv"]) == DONE
    said = " ".join(capsys.readouterr().out.split())
    assert "week.csv · csv · 1 week, 2 sessions" in said
    assert "18.0 km" in said


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ('!!python/object/apply:os.system ["true"]\n', "a tag"),
        ("a: &a [x, x]\nb: [*a, *a]\n", "an alias"),
        ("schedule: [", "this is no YAML"),
        ("", "the file is empty"),
    ],
)
def test_a_yaml_that_is_no_plan_says_which_line_and_why(tmp_path, monkeypatch, capsys, data, said):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.yaml").write_text(data)

    assert run(["check", "plan.yaml"]) == UNUSABLE
    err = capsys.readouterr().err
    assert "plan.yaml" in err
    assert said in err
    assert "Traceback" not in err


@pytest.mark.skipif(os.name != "posix", reason="only POSIX limits the size of files")
def test_a_full_disk_is_named_and_leaves_memory_and_calendar_as_they_were(folder, capfd):
    assert sync(folder) == DONE
    before = (folder / "plan.ics").read_bytes()
    min((folder / "runs").iterdir()).unlink()
    limited = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192)); "
        "from surefoot.cli.main import run; sys.exit(run(sys.argv[1:]))"
    )
    words = ["-C", str(folder), "--today", "2027-02-01", "sync", "--yes"]
    capfd.readouterr()

    assert subprocess.run([sys.executable, "-c", limited, *words], check=False).returncode == FAILED
    err = capfd.readouterr().err
    assert "disk" in err
    assert "Traceback" not in err
    assert (folder / "plan.ics").read_bytes() == before
    assert run(words) == DONE


def test_a_missing_folder_of_recordings_leaves_its_days_unknown(folder, capsys):
    shutil.rmtree(folder / "runs")

    assert sync(folder) == FAILED
    assert "did not answer" in capsys.readouterr().out


def test_a_target_that_cannot_be_written_is_named_and_the_next_sync_heals_it(folder, capsys):
    (folder / "plan.ics").mkdir()

    assert sync(folder) == FAILED
    assert "plan.ics" in capsys.readouterr().out
    (folder / "plan.ics").rmdir()
    assert sync(folder) == DONE
    assert (folder / "plan.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_plugin_left_out_is_said(folder, capsys):
    status = run(["-C", str(folder), "--today", "2027-01-25", "-p", "no:ical", "sync", "--yes"])

    assert status == FAILED
    assert "ical" in "".join(capsys.readouterr())


def test_a_command_that_is_misspelt_gets_its_nearest_match(capsys):
    assert run(["snyc"]) == UNUSABLE
    assert "surefoot sync" in capsys.readouterr().err


def test_a_pain_of_eleven_and_a_day_in_the_future_are_refused(folder, capsys):
    base = ["-C", str(folder), "--today", "2027-01-25", "log", "pain"]

    assert run([*base, "11", "--where", "knee"]) == UNUSABLE
    assert run([*base, "3", "--where", "knee", "--on", "2027-02-01"]) == UNUSABLE
    assert not (folder / ".surefoot" / "surefoot.db").exists()


def test_fixing_a_plan_twice_changes_nothing_and_the_fixed_one_is_clean(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    rows = ["mon,tue,wed,thu,fri,sat,sun"]
    rows += [f",{5 + week}k easy,,{5 + week}k easy,,,{8 + 4 * week}k long" for week in range(8)]
    (tmp_path / "wild.csv").write_text("\n".join(rows) + "\n")

    assert run(["check", "wild.csv", "--fix", "fixed.csv"]) == FAILED
    assert run(["check", "fixed.csv", "--fix", "again.csv"]) == DONE
    assert (tmp_path / "fixed.csv").read_bytes() == (tmp_path / "again.csv").read_bytes()


def test_converting_names_what_is_lost_and_overwrites_nothing(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    shutil.copy(EXAMPLE / "plan.csv", "plan.csv")

    assert run(["convert", "plan.csv", "plan.yaml"]) == DONE
    assert run(["convert", "plan.csv", "plan.yaml"]) == UNUSABLE
    assert run(["convert", "plan.yaml", "back.csv"]) == DONE


def test_fixing_sets_two_quality_days_apart(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    row = ",8k tempo,8k tempo,,5k easy,,10k long\n"
    (tmp_path / "hard.csv").write_text("mon,tue,wed,thu,fri,sat,sun\n" + 3 * row)

    assert run(["check", "hard.csv", "--fix", "fixed.csv"]) == FAILED
    assert run(["check", "fixed.csv"]) == DONE

"""``surefoot init``, run as the command line runs it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from surefoot.cli.main import run
from surefoot.settings import load


def test_what_it_writes_can_be_loaded(tmp_path: Path) -> None:
    status = run(["-C", str(tmp_path), "init", "--yes"])
    config = load(tmp_path)

    assert status == 0
    assert [one.name for one in config.tables] == ["sources.runs", "targets.calendar"]
    assert config.plan is not None
    assert config.plan.file == tmp_path / "plan.csv"


def test_options_are_kept(tmp_path: Path) -> None:
    given = (
        "--zone Europe/Berlin --units mi --week-starts sunday --weekly 20 --longest 8km --race 2027-05-02 "
        "--plan 'my \"plan\".csv' --runs Läufe --strength 3"
    )
    run(["-C", str(tmp_path / "new"), "init", "--yes", *shlex.split(given)])
    config = load(tmp_path / "new")
    runner = config.settings.runner

    assert (runner.zone, runner.unit.value, runner.week_starts) == ("Europe/Berlin", "mi", 6)
    assert (runner.weekly, runner.longest) == (32187, 8000)
    assert config.plan is not None
    assert (config.plan.file.name, config.plan.race) == ('my "plan".csv', date(2027, 5, 2))
    assert config.sources[0].values["path"] == "Läufe"
    assert config.settings.strength.sessions == 3


@pytest.mark.parametrize(("given", "said"), [((), True), (("--race", "2027-05-02"), False)])
def test_without_a_race_it_says_that_a_first_day_is_needed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], given: tuple[str, ...], said: bool
) -> None:
    assert run(["-C", str(tmp_path), "init", "--yes", *given]) == 0
    assert ("start = 2027-01-11" in capsys.readouterr().out) is said


def test_settings_that_are_there_stay_as_they_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "surefoot.toml").write_text("# mine\n")

    assert run(["-C", str(tmp_path), "init", "--yes"]) == 2
    assert (tmp_path / "surefoot.toml").read_text() == "# mine\n"
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong", [("--zone", "Europe/Berlln"), ("--weekly", "far"), ("--week-starts", "someday")]
)
def test_an_option_that_cannot_be_used_writes_nothing(tmp_path: Path, wrong: tuple[str, str]) -> None:
    status = run(["-C", str(tmp_path), "init", "--yes", *wrong])

    assert status == 2
    assert list(tmp_path.iterdir()) == []


def test_without_a_terminal_it_asks_nothing_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(["-C", str(tmp_path), "init"])

    assert status == 2
    assert "surefoot init --yes" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_on_a_terminal_it_asks_again_until_an_answer_can_be_used(tmp_path: Path) -> None:
    answers = ["Europe/Berlln", "Europe/Berlin", "km", "", "far", "30", "", "", "2027-05-02", "", "1", "6"]
    shown = converse(tmp_path, answers)
    config = load(tmp_path)

    assert "there is no time zone" in shown
    assert "physiotherapist or doctor" in shown
    assert (config.settings.runner.zone, config.settings.runner.weekly) == ("Europe/Berlin", 30000)
    assert config.settings.strength.sessions == 1


def converse(folder: Path, answers: list[str]) -> str:
    """Type the answers into ``init`` on a terminal of its own, and return what stood on it."""
    ours, theirs = os.openpty()
    command = [sys.executable, "-c", "from surefoot.cli.main import main; main()", "-C", str(folder), "init"]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        os.write(ours, "".join(f"{one}\n" for one in answers).encode())
        shown = b""
        try:
            while part := os.read(ours, 4096):
                shown += part
        except OSError:  # the other end was closed: it is done
            pass
        process.wait(30)
    os.close(ours)
    return " ".join(shown.decode().split())

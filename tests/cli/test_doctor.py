"""``surefoot doctor``, run as the command line runs it."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from surefoot.cli.main import run
from surefoot.net import save_private

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "half-marathon"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example."""
    return shutil.copytree(EXAMPLE, tmp_path / "half", ignore=shutil.ignore_patterns(".surefoot", "*.ics"))


def states(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, str]]:
    """Return the exit status, and the state of each thing that was looked at."""
    capsys.readouterr()
    status = run(["-C", str(folder), "doctor", "--json"])
    return status, {one["name"]: one["state"] for one in json.loads(capsys.readouterr().out)["checks"]}


def test_nothing_is_wrong_with_the_example(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, found = states(folder, capsys)

    assert status == 0
    assert "wrong" not in found.values()
    assert found["plan"] == found["sources.runs"] == found["targets.calendar"] == "fine"


def test_where_there_is_no_folder_it_names_init_and_still_looks_at_the_plugins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SUREFOOT_HOME", raising=False)

    assert run(["doctor"]) == 1
    said = capsys.readouterr().out
    assert "→ surefoot init" in said
    assert "plugin ical" in said


def test_a_missing_plan_file_is_wrong(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "plan.csv").unlink()
    status, found = states(folder, capsys)

    assert (status, found["plan"]) == (1, "wrong")


def test_a_folder_of_recordings_that_is_not_there_is_wrong_and_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(folder / "runs")

    assert run(["-C", str(folder), "doctor"]) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert "sources.runs" in said
    assert str(folder / "runs").replace(" ", "") in said.replace(" ", "")
    assert "Make the folder" in said
    assert "Everything works" not in said


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_wrong(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder.chmod(0o555)
    try:
        assert states(folder, capsys)[1]["folder"] == "wrong"
    finally:
        folder.chmod(0o755)


def test_a_part_that_nothing_brings_is_wrong_and_the_others_are_still_looked_at(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (folder / "surefoot.toml").open("a") as file:
        file.write('\n[targets.watch]\nuse = "sundial"\n')
    status, found = states(folder, capsys)

    assert (status, found["targets.watch"], found["targets.calendar"]) == (1, "wrong", "fine")


def test_what_is_not_set_up_is_open_and_not_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "surefoot.toml").write_text("")
    status, found = states(tmp_path, capsys)

    assert status == 0
    assert found["plan"] == found["sources"] == found["targets"] == "open"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights elsewhere")
def test_a_memory_that_everybody_can_read_is_wrong(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".surefoot").mkdir()
    (folder / ".surefoot").chmod(0o755)
    status, found = states(folder, capsys)

    assert (status, found["privacy"]) == (1, "wrong")


def test_a_memory_that_is_no_database_is_wrong(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".surefoot").mkdir(mode=0o700)
    (folder / ".surefoot" / "surefoot.db").write_bytes(b"not a database, whatever it says" * 100)
    status, found = states(folder, capsys)

    assert (status, found["memory"]) == (1, "wrong")


STRAVA = """
[sources.strava]
use = "strava-api"
client_id = "4711"
client_secret = { env = "STRAVA_SECRET" }
"""


@pytest.fixture
def strava(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the login is kept, of a folder that reads from Strava."""
    monkeypatch.setenv("STRAVA_SECRET", "sesame")
    with (folder / "surefoot.toml").open("a") as file:
        file.write(STRAVA)
    return folder / ".surefoot" / "sources.strava" / "login.json"


def said(folder: Path, name: str, capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """Return what is said of one thing, and what mends it."""
    capsys.readouterr()
    run(["-C", str(folder), "doctor", "--json"])
    (found,) = (one for one in json.loads(capsys.readouterr().out)["checks"] if one["name"] == name)
    return found["what"], found["mend"]


def test_where_nobody_is_logged_in_yet_it_says_how(
    folder: Path, strava: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(folder, "sources.strava", capsys) == (
        "Strava: you are not logged in",
        "surefoot login strava",
    )


def test_a_login_that_has_ended_is_named_without_asking_the_network(
    folder: Path, strava: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save_private(strava, {"ended": True})

    assert said(folder, "sources.strava", capsys) == (
        "Strava: your login has ended",
        "surefoot login strava",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights elsewhere")
def test_a_login_that_others_can_read_is_wrong_with_the_command_that_mends_it(
    folder: Path, strava: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save_private(strava, {"access_token": "a", "refresh_token": "b", "expires_at": 1})
    assert states(folder, capsys)[1]["sources.strava"] == "fine"
    strava.chmod(0o644)

    what, mend = said(folder, "sources.strava", capsys)
    assert "others on this machine can read this login" in what
    assert mend == f"chmod 600 '{strava}'"


def test_a_secret_that_is_not_there_is_wrong(
    folder: Path, strava: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("STRAVA_SECRET")

    assert "STRAVA_SECRET" in said(folder, "sources.strava", capsys)[0]

"""What a target cannot hold of a session is told before anything is written."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from surefoot.cli.main import run

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "half-marathon"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example that writes workouts for a watch beside its calendar."""
    made = shutil.copytree(EXAMPLE, tmp_path / "half", ignore=shutil.ignore_patterns(".surefoot", "*.ics"))
    with (made / "surefoot.toml").open("a") as settings:
        settings.write('\n[targets.workouts]\npath = "workouts"\n')
    return made


def command(folder: Path, *words: str) -> int:
    """Run one command as of the day after the long run."""
    return run(["-C", str(folder), "--today", "2027-01-25", *words])


def test_a_dry_run_names_the_sessions_that_a_watch_would_not_follow(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(folder, "pull") == 0
    capsys.readouterr()

    assert command(folder, "sync", "--dry-run") == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "workouts not in full: Tue 16 Mar: in words only: 5k" in said
    assert not (folder / "workouts").exists()


def test_json_names_each_lossy_session_and_no_calendar_loses_anything(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(folder, "sync", "--dry-run", "--json") == 0

    lost = json.loads(capsys.readouterr().out)["lost"]
    assert {one["target"] for one in lost} == {"workouts"}
    assert {(one["level"], one["why"]) for one in lost} >= {("degraded", "in words only: 5k")}


def test_rest_is_no_file_and_each_other_session_is_one(folder: Path) -> None:
    assert command(folder, "sync", "--yes") == 0

    assert len(list((folder / "workouts").glob("*.fit"))) == 81

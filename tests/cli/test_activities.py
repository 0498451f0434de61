"""``surefoot activities`` and ``log run``, run as the command line runs them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from surefoot.cli.main import run

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "half-marathon"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example whose recordings were read."""
    made = shutil.copytree(EXAMPLE, tmp_path / "half", ignore=shutil.ignore_patterns(".surefoot", "*.ics"))
    assert command(made, "pull") == 0
    return made


def command(folder: Path, *words: str) -> int:
    """Run one command as of the day after the long run."""
    return run(["-C", str(folder), "--today", "2027-01-25", *words])


def standing(folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """What becomes of each record, by its handle."""
    capsys.readouterr()
    assert command(folder, "activities", "--json") == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["activities"]
    return {one["record"]: one["standing"] for one in found}


def done(folder: Path, capsys: pytest.CaptureFixture[str]) -> int:
    """The metres of the week of 18 January."""
    capsys.readouterr()
    assert command(folder, "plan", "--json", "--weeks", "1") == 0
    weeks = json.loads(capsys.readouterr().out)["weeks"]
    return next(one["done_metres"] for one in weeks if one["start"] == "2027-01-18")


def test_a_run_that_is_typed_in_counts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(folder, "log", "run", "8k", "--on", "fri") == 0

    assert done(folder, capsys) == 44_000


def test_two_runs_typed_in_for_one_day_are_two(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(folder, "log", "run", "8k", "--on", "fri") == 0
    assert command(folder, "log", "run", "3k", "--time", "20min", "--on", "fri") == 0

    assert done(folder, capsys) == 47_000


def test_a_run_that_is_typed_in_and_recorded_counts_once(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(folder, "log", "run", "18.5k", "--on", "sun") == 0

    assert sorted(standing(folder, capsys).values()).count("same") == 1
    assert done(folder, capsys) == 36_000


def test_what_is_ignored_does_not_count_and_restore_brings_it_back(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(folder, "activities", "ignore", "sun") == 0
    assert done(folder, capsys) == 17_000

    assert command(folder, "activities", "restore", "sun") == 0
    assert done(folder, capsys) == 36_000


def test_what_is_merged_counts_once_until_it_is_split(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(folder, "activities", "merge", "sat", "sun") == 0
    assert done(folder, capsys) == 31_000

    assert command(folder, "activities", "split", "sun") == 0
    assert done(folder, capsys) == 36_000


def test_a_word_on_a_record_survives_reading_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(folder, "activities", "ignore", "sun") == 0
    assert command(folder, "pull") == 0

    assert standing(folder, capsys)["2027-01-24#1"] == "ignored"


def test_the_day_is_written_once_and_what_was_typed_in_is_marked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command(folder, "log", "run", "8k", "--on", "sat")
    capsys.readouterr()

    command(folder, "activities")

    said = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["Sat", "23", "Jan", "#1", "run", "5.0", "km", "30:15", "runs"] in said
    assert ["#2", "run", "8.0", "km", "48:00", "log", "typed", "in"] in said


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["activities", "ignore", "2026-12-01"], "nothing was recorded on 2026-12-01"),
        (["activities", "ignore", "sun#7"], "'sun#7' does not say which record of 2027-01-24"),
        (["activities", "ignore", "noday"], "'noday' is no day"),
        (["activities", "merge", "sun"], "one record cannot be merged"),
        (["activities", "split", "sun"], "sun is one record already"),
        (["activities", "restore", "sun"], "nothing was corrected about sun"),
        (["log", "run", "0"], "no distance to run"),
        (["log", "run", "5k", "--time", "abc"], "no duration"),
        (["log", "run", "5k", "--on", "2027-01-26"], "2027-01-26 is in the future"),
    ],
)
def test_what_cannot_be_used_is_refused_and_changes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], what: str
) -> None:
    before = standing(folder, capsys)

    assert command(folder, *words) == 2
    assert what in capsys.readouterr().err
    assert standing(folder, capsys) == before


def test_a_source_cannot_have_the_name_of_what_is_typed_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "surefoot.toml").write_text('[sources.log]\nuse = "files"\n')

    assert command(tmp_path, "activities") == 2
    assert "stands for what is typed in" in capsys.readouterr().err

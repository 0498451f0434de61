"""``surefoot changes`` and ``undo``, run as the command line runs them."""

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
    """A copy of the example in which a proposal was accepted."""
    made = shutil.copytree(EXAMPLE, tmp_path / "half", ignore=shutil.ignore_patterns(".surefoot", "*.ics"))
    assert command(made, "sync", "--yes") == 0
    return made


def command(folder: Path, *words: str) -> int:
    """Run one command as of the day after the long run."""
    return run(["-C", str(folder), "--today", "2027-01-25", *words])


def sets(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """Return what ``changes --json`` gives."""
    capsys.readouterr()
    assert command(folder, "changes", "--json") == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["sets"]
    return found


def test_an_accepted_set_is_told_with_its_reasons_and_changes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()

    assert command(folder, "changes") == 0
    said = capsys.readouterr().out
    assert said.startswith("s1 ")
    assert "long 11.0 km → long 10.0 km" in " ".join(said.split())


def test_before_the_first_sync_there_is_nothing_to_tell_and_nothing_to_take_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "surefoot.toml").write_text("")

    assert sets(tmp_path, capsys) == []
    assert command(tmp_path, "undo", "--yes") == 2
    assert "there is nothing to take back" in capsys.readouterr().err


def test_undo_restores_what_stood_without_the_decisions_and_the_log_tells_both(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = command(folder, "undo", "--yes")
    newest, oldest = sets(folder, capsys)

    assert status == 0
    assert (newest["undoes"], newest["decisions"], oldest["stands"]) == ("s1", [], False)
    assert any((one["after"] or {}).get("metres") == 11000 for one in newest["changes"])
    assert "11.0 km" in (folder / "plan.ics").read_text().replace("\n ", "")


def test_a_set_that_was_taken_back_is_not_proposed_again(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command(folder, "undo", "--yes")
    before = sets(folder, capsys)

    assert command(folder, "sync", "--yes") == 0
    assert sets(folder, capsys) == before


def test_a_word_of_the_runner_is_taken_back_by_the_name_of_its_set(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(folder, "skip", "2027-02-04") == 0
    assert command(folder, "undo", "s2", "--yes") == 0
    found = {one["set"]: one["stands"] for one in sets(folder, capsys)}

    assert found == {"s3": False, "s2": False, "s1": True}


def test_without_a_terminal_and_without_yes_nothing_is_taken_back(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sets(folder, capsys)

    assert command(folder, "undo") == 1
    assert sets(folder, capsys) == before


@pytest.mark.parametrize("name", ["s9", "latest"])
def test_a_set_that_is_not_there_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert command(folder, "undo", name, "--yes") == 2
    assert f"there is no set '{name}'" in capsys.readouterr().err


def test_one_decision_of_a_set_can_be_taken_back_by_its_id(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (before,) = sets(folder, capsys)
    name = before["decisions"][0]["id"]

    assert command(folder, "undo", name, "--yes") == 0
    newest, after = sets(folder, capsys)
    assert [one["id"] for one in after["decisions"] if one["withdrawn"]] == [name]
    assert newest["part"] == [name]
    command(folder, "changes")
    assert f"took {name} of {after['set']} back" in capsys.readouterr().out
    assert after["stands"]

    assert command(folder, "undo", name, "--yes") == 2
    assert f"{name} has nothing to take back" in capsys.readouterr().err
    assert command(folder, "undo", "d99", "--yes") == 2
    assert "there is no decision 'd99'" in capsys.readouterr().err

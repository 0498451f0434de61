"""``surefoot plugins``, run as the command line runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from surefoot.cli.main import run

SETTINGS = '[sources.runs]\nuse = "files"\npath = "runs"\n'


def test_it_works_where_there_is_no_training_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SUREFOOT_HOME", raising=False)

    assert run(["plugins"]) == 0
    assert "surefoot-ical" in capsys.readouterr().out


def test_it_names_the_tables_that_use_a_part(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "surefoot.toml").write_text(SETTINGS)

    assert run(["-C", str(tmp_path), "plugins", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    parts = [part for one in found["plugins"] for part in one["parts"] if part["use"] == "files"]
    assert [part["tables"] for part in parts] == [["sources.runs"]]
    assert found["faults"] == []


def test_a_plugin_that_is_left_out_is_still_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "surefoot.toml").write_text("")

    assert run(["-C", str(tmp_path), "-p", "no:ical", "plugins"]) == 0
    assert "left out of this run" in capsys.readouterr().out


def test_settings_that_cannot_be_used_are_told_and_the_list_is_still_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "surefoot.toml").write_text("[runner\n")

    assert run(["-C", str(tmp_path), "plugins"]) == 0
    said = capsys.readouterr()
    assert "builtin" in said.out
    assert "is no TOML" in said.err


def test_a_plugin_that_breaks_is_shown_with_what_broke(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "surefoot.toml").write_text("")
    plant_broken(tmp_path / "site", monkeypatch)

    assert run(["-C", str(tmp_path), "plugins"]) == 1
    assert "ZeroDivisionError" in capsys.readouterr().out


def plant_broken(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install a distribution whose plugin breaks when it is imported."""
    info = site / "surefoot_cracked-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: surefoot-cracked\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[surefoot]\ncracked = surefoot_cracked\n")
    (site / "surefoot_cracked.py").write_text("1 / 0\n")
    monkeypatch.syspath_prepend(str(site))

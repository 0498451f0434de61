"""The three examples of built plans, each as its own page says, in a copy."""

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

from surefoot.cli.main import run

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("first-10k", "half-from-30k", "marathon-50k")


def copy_of(name, tmp_path):
    folder = tmp_path / name
    shutil.copytree(EXAMPLES / name, folder, ignore=shutil.ignore_patterns(".surefoot", "plan.ics"))
    return folder


def commands(folder):
    page = (folder / "README.md").read_text()
    return [shlex.split(one)[1:] for one in re.findall(r"^    (surefoot .*)$", page, re.MULTILINE)]


@pytest.mark.parametrize("name", NAMES)
def test_the_page_of_the_example_runs_and_its_plan_comes_out_byte_for_byte(
    name, tmp_path, monkeypatch, capsys
):
    folder = copy_of(name, tmp_path)
    kept = (folder / "plan.csv").read_bytes()
    (folder / "plan.csv").unlink()
    monkeypatch.chdir(folder)

    for words in commands(folder):
        assert run(words) == 0, words

    assert (folder / "plan.csv").read_bytes() == kept
    assert "BEGIN:VEVENT" in (folder / "plan.ics").read_text()
    capsys.readouterr()
    assert run(["--today", "2027-01-11", "sync", "--yes"]) == 0
    assert capsys.readouterr().out.startswith("Nothing new")


@pytest.mark.parametrize("name", NAMES)
def test_the_schedule_of_the_example_is_the_plan_as_it_was_built(name, tmp_path, capsys):
    folder = copy_of(name, tmp_path)
    run(["-C", str(folder), "--today", "2027-01-11", "plan", "--json"])
    plan = json.loads(capsys.readouterr().out)
    runs = ("easy", "long", "quality", "recovery", "race")

    changed = [one for one in plan["changes"] if (one["before"] or one["after"])["kind"] in runs]
    assert changed == []
    assert [one for one in plan["findings"] if one["level"] != "info"] == []
    assert all(one["metres"] == one["planned_metres"] for one in plan["weeks"])

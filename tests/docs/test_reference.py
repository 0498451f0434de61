"""The reference pages say what the code does."""

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from surefoot.cli.group import COMMANDS, root
from surefoot.model import Settings, Unit
from surefoot.rules import POLICIES, RULES
from surefoot.text.units import brief, duration

ROOT = Path(__file__).parents[2]


def rules_page():
    lines = [
        "# Rules and policies",
        "",
        "What each one says, at which levels, what is made of it, and where it comes from. The settings are",
        "those of [settings.md](settings.md), with their defaults. They are guardrails, not predictions.",
    ]
    for rule in sorted(RULES, key=lambda one: one.slug):
        levels = ", ".join(level.value for level in rule.levels) or "information"
        lines += ["", f"## {rule.slug}", "", f"Levels: {levels}.", "", rule.text.strip(), ""]
        lines += [f"What the scheduler does: {rule.mend}", ""]
        if rule.settings:
            lines += ["Settings: " + ", ".join(_setting(one) for one in rule.settings) + ".", ""]
        lines += [f"Source: {rule.citation}"]
    return "\n".join(lines) + "\n"


def _setting(name):
    section, _, key = name.rpartition(".")
    policy = next((one for one in POLICIES if name.startswith(f"policies.{one.use}.")), None)
    value = getattr(policy or getattr(Settings(), section, None), key, None)
    if not isinstance(value, int):
        return f"`{name}`"
    return f"`{name}` {_with_unit(key, value)}"


def _with_unit(key, value):
    _, _, last = key.rpartition("_")
    if last in ("percent", "seconds"):
        return f"{value} %" if last == "percent" else duration(value)
    if last in ("days", "weeks", "minutes"):
        return f"{value} {'min' if last == 'minutes' else last}"
    return str(value) if last == "row" else brief(value, Unit.KM)


def commands_page():
    lines = ["# Commands", "", "What `surefoot COMMAND --help` says."]
    context = click.Context(root)
    for name in sorted(COMMANDS):
        inner = sorted(getattr(root.get_command(context, name), "commands", {}))
        for words in ([name], *([name, each] for each in inner)):
            lines += ["", f"{'#' * (1 + len(words))} {' '.join(words)}", "", "```", _help(words), "```"]
    return "\n".join(lines) + "\n"


def _help(words):
    said = CliRunner(env={"COLUMNS": "80"}).invoke(root, [*words, "--help"], prog_name="surefoot").output
    return "\n".join(line.rstrip() for line in said.strip().splitlines())


@pytest.mark.parametrize(("name", "page"), [("rules.md", rules_page), ("commands.md", commands_page)])
def test_the_page_is_what_the_code_says(name, page):
    assert (ROOT / "docs" / "reference" / name).read_text() == page()


def test_every_page_that_the_readme_links_to_is_there():
    links = re.findall(r"\]\(([^)#]+)\)", (ROOT / "README.md").read_text())

    assert [one for one in links if not (ROOT / one).exists()] == []


def test_the_picture_in_the_readme_is_what_the_example_prints(tmp_path, capsys):
    import shutil

    from surefoot.cli.main import run

    copy = tmp_path / "half"
    ignored = shutil.ignore_patterns(".surefoot", "plan.ics")
    shutil.copytree(ROOT / "examples" / "half-marathon", copy, ignore=ignored)
    run(["-C", str(copy), "--today", "2027-01-25", "sync", "--yes"])

    assert capsys.readouterr().out.strip() in (ROOT / "README.md").read_text()


def test_every_command_that_prints_json_has_its_shape_on_the_page():
    context = click.Context(root)
    page = (ROOT / "docs" / "reference" / "json.md").read_text()
    printing = [
        name
        for name in COMMANDS
        if any("--json" in one.opts for one in root.get_command(context, name).params)
    ]

    assert [name for name in printing if not re.search(rf"^{name} --json +\S", page, re.MULTILINE)] == []


def test_the_plan_in_the_readme_can_be_synced_after_init_with_a_race(tmp_path):
    from surefoot.cli.main import run

    rows = re.search(r"^ {7}mon,.*\n(?: {7}\S.*\n)+", (ROOT / "README.md").read_text(), re.MULTILINE)
    assert rows is not None
    (tmp_path / "plan.csv").write_text(rows[0].replace(" " * 7, ""))
    (tmp_path / "runs").mkdir()
    base = ["-C", str(tmp_path), "--today", "2027-01-18"]

    assert run([*base, "init", "--yes", "--race", "2027-02-07"]) == 0
    assert run([*base, "check"]) == 0
    assert run([*base, "sync", "--yes"]) == 0

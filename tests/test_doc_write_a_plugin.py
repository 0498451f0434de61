"""The how-to's plugin, taken from the page and run."""

import os
import re
import subprocess
import sys
import tomllib
from datetime import UTC, date
from pathlib import Path

import pytest

from surefoot.plugin import __all__
from surefoot.registry import Registry
from surefoot.registry.hooks import HOOKS
from surefoot.settings import load

PAGE = Path(__file__).parents[1] / "docs" / "howto" / "write-a-plugin.md"
BLOCK = re.compile(r'^```\w+ title="(?P<path>[^"]+)"\n(?P<text>.*?)^```$', re.MULTILINE | re.DOTALL)


@pytest.fixture
def plugin(tmp_path, monkeypatch):
    """The page's files in a folder, installed as pip would: a .dist-info with its entry points."""
    for block in BLOCK.finditer(PAGE.read_text()):
        path = tmp_path / block["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block["text"])
    project = tomllib.loads((tmp_path / "pyproject.toml").read_text())["project"]
    info = tmp_path / "src" / "surefoot_jogbook-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    )
    points = "".join(f"{name} = {value}\n" for name, value in project["entry-points"]["surefoot"].items())
    (info / "entry_points.txt").write_text(f"[surefoot]\n{points}")
    monkeypatch.syspath_prepend(tmp_path / "src")
    yield tmp_path
    sys.modules.pop("surefoot_jogbook", None)


def test_the_plugin_of_the_page_is_found_and_reads_its_book(plugin):
    config = load(plugin)
    registry = Registry()
    source = registry.source(config.sources[0])
    found = list(source.activities(date(2031, 3, 1), date(2031, 3, 31)))

    assert registry.faults == ()
    assert [(one.metres, one.seconds) for one in found] == [(6000, 2110), (8500, 3000)]
    assert found[0].start.astimezone(UTC).hour == 7
    assert [what for what, _ in source.problems()] == ["book.txt line 3"]


def test_the_page_says_what_surefoot_plugins_then_shows(plugin):
    config = load(plugin)
    (found,) = [one for one in Registry().listing(config.tables) if one.name == "jogbook"]

    assert (found.distribution, found.version, found.fault) == ("surefoot-jogbook", "0.1.0", None)
    assert [(one.use, one.tables) for one in found.parts] == [("jogbook", ("sources.jogbook",))]
    assert [one.doc for one in found.parts[0].settings] == [
        "the file.",
        "the zone its hours are meant in, by default the runner's.",
    ]


def test_the_plugin_of_the_page_passes_the_kit(plugin):
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"],
        cwd=plugin,
        env={**os.environ, "PYTHONPATH": str(plugin / "src")},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert done.returncode == 0, done.stdout
    assert "skipped" not in done.stdout
    assert " passed" in done.stdout


def test_every_hook_is_on_the_page():
    text = PAGE.read_text()

    assert [name for name in HOOKS if f"`{name}()`" not in text] == []


def test_every_public_part_of_the_page_is_public():
    imported = re.findall(r"from surefoot\.plugin import (.+)", PAGE.read_text())
    names = {name for line in imported for name in line.split(", ")}

    assert names <= set(__all__)

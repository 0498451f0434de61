"""Training folders that read from platforms on loopback."""

import json
import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # so that tests find platforms_on_loopback

from surefoot.cli.main import run

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "half-marathon"


class Folder:
    """A training folder, and what surefoot says in it."""

    def __init__(self, path, capsys):
        self.path = path
        self._capsys = capsys

    def run(self, *words, today="2027-01-25"):
        """Return exit status, output and errors of a command."""
        self._capsys.readouterr()
        status = run(["-C", str(self.path), "--today", today, *words])
        said = self._capsys.readouterr()
        return status, said.out, said.err

    def json(self, *words, today="2027-01-25"):
        """Return exit status and what was printed as JSON."""
        status, out, _ = self.run(*words, "--json", today=today)
        return status, json.loads(out)

    def add(self, text):
        """Add to the settings."""
        with (self.path / "surefoot.toml").open("a") as file:
            file.write(text)

    def stored(self, source):
        """Return the activities that are remembered of a source, by id."""
        from surefoot.store import Store

        with Store.open(self.path, write=False) as store:
            return {one.id: one for one in store.activities() if one.source == source}

    def known(self, source):
        """Return the spans of days that a source has answered for."""
        from surefoot.store import Store

        with Store.open(self.path, write=False) as store:
            return store.coverage(source)


@pytest.fixture
def folder(tmp_path, capsys):
    """Return a copy of the example: it has a plan, recordings and a calendar."""
    path = shutil.copytree(EXAMPLE, tmp_path / "half", ignore=shutil.ignore_patterns(".surefoot", "*.ics"))
    return Folder(path, capsys)


@pytest.fixture
def bare(tmp_path, capsys):
    """Return a folder without a plan, and with one other source: two recordings."""
    path = tmp_path / "bare"
    (path / "runs").mkdir(parents=True)
    for name in ("2027-01-19.fit", "2027-01-12.fit"):
        shutil.copy(EXAMPLE / "runs" / name, path / "runs")
    (path / "surefoot.toml").write_text(
        '[runner]\nzone = "Europe/Berlin"\n\n[sources.runs]\nuse = "files"\npath = "runs"\n'
    )
    return Folder(path, capsys)

"""Bugs that a part of any kind can have: the kit names each."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from surefoot.plugin import (
    Activity,
    Source,
    Sport,
)
from surefoot.testing import (
    MemorySource,
    SourceContract,
)

IMPORTING = "test_importing_it_touches_no_file_no_network_and_no_program"


class Eager(MemorySource):
    """Writes a line when it is made.

    Attributes:
        path: where to.
    """

    path: Path

    def __post_init__(self) -> None:
        with (self.path / "log.txt").open("a") as log:
            log.write("made\n")
        start = datetime(2031, 3, 4, 7, 0, tzinfo=UTC)
        self.held = [Activity(id="run", sport=Sport.RUN, start=start, metres=6000, seconds=2100)]


class SourceUnderTest(SourceContract):
    window = (date(2031, 3, 3), date(2031, 3, 6))

    def make(self, folder: Path) -> Source:
        return Eager(path=folder)


def test_a_part_that_writes_when_it_is_made_is_caught(tmp_path, caught):
    assert caught(SourceUnderTest(), tmp_path) == {"making_it_touches_nothing"}


DEEDS = {
    "reads": "from pathlib import Path\nPath(__file__).read_text()\n",
    "writes": "open('log.txt', 'w').close()\n",
    "makes_a_folder": "import os\nos.mkdir('cache')\n",
    "asks_the_network": "import socket\nwith socket.socket() as one:\n    one.connect_ex(('127.0.0.1', 9))\n",
    "starts_a_program": "import subprocess, sys\nsubprocess.run([sys.executable, '-c', ''])\n",
    "is_broken": "import no_such_module_anywhere\n",
}


@pytest.mark.parametrize("deed", DEEDS)
def test_a_plugin_that_does_something_at_import_is_caught(deed, tmp_path, monkeypatch, caught):
    (tmp_path / "eager_plugin.py").write_text(DEEDS[deed])
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)
    contract = SourceUnderTest()
    contract.module = "eager_plugin"  # type: ignore[misc]

    assert caught(contract, tmp_path, importing=True) == {re.sub("^test_", "", IMPORTING)}


def test_a_plugin_that_imports_much_and_does_nothing_is_no_bug(tmp_path, monkeypatch, caught):
    (tmp_path / "calm_plugin.py").write_text("import email, sqlite3, zoneinfo, icalendar\n")
    monkeypatch.syspath_prepend(tmp_path)
    contract = SourceUnderTest()
    contract.module = "calm_plugin"  # type: ignore[misc]

    assert caught(contract, tmp_path, importing=True) == set()

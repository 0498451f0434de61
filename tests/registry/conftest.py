"""Plugins as a package manager leaves them: a module, and a .dist-info beside it that names it."""

import sys

import pytest

from surefoot.config import Table

HEAD = """
from surefoot.plugin import *
from surefoot.plugin import hookimpl
from collections.abc import Iterable
from datetime import date, time
from pathlib import Path
from typing import ClassVar, Literal
"""

SOURCE = """
class {name}(Source):
    \"\"\"Reads nothing.\"\"\"
    def activities(self, since, until):
        return ()

@hookimpl
def surefoot_sources():
    yield {name}
"""


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder that Python imports from; what came from it is forgotten after the test."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    known = set(sys.modules)
    yield folder
    for name in set(sys.modules) - known:
        if str(folder) in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]


@pytest.fixture
def install(site):
    """Install a plugin: its entry points, and the text of its module."""

    def put(module, code="", *, names=None, distribution=None, version="1.0"):
        (site / f"{module}.py").write_text(HEAD + code)
        info = site / f"{distribution or module}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {distribution or module}\nVersion: {version}\n"
        )
        points = "".join(f"{name} = {module}\n" for name in names or (module,))
        (info / "entry_points.txt").write_text(f"[surefoot]\n{points}")

    return put


@pytest.fixture
def install_source(install):
    """Install a plugin of one source without settings."""

    def put(module, name=None, **more):
        install(module, SOURCE.format(name=name or module.capitalize()), **more)

    return put


@pytest.fixture
def table(tmp_path):
    """Make a table as the settings would."""

    def made(use, kind="sources", label="mine", **values):
        lines = {"": 10, **{key: 11 + place for place, key in enumerate(values)}}
        return Table(
            kind=kind, label=label, use=use, values=values, home=tmp_path, zone="Europe/Berlin", lines=lines
        )

    return made

"""What is asked of every part."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar, Generic, TypeVar

import pytest

from surefoot.plugin import Format, Policy, Source, Target, settings_of
from surefoot.testing.probe import deeds_on_import

PartT = TypeVar("PartT", Source, Target, Format, Policy)


class PartContract(Generic[PartT]):
    """Promises that every part keeps. Subclass one of the four kinds' contracts instead.

    ``module`` is what a runner's program imports; by default the module of the class under test.
    """

    module: ClassVar[str] = ""

    def make(self, folder: Path) -> PartT:
        """Return the part under test. ``folder`` is empty at first and lasts as long as one test.

        Called again with the same folder it returns the part as the next command would make it: over
        the same files, or the same account.
        """
        raise NotImplementedError("give your test class a method  make(self, folder: Path)")

    def part(self, folder: Path) -> PartT:
        """Return the part as the core would hand it out: with its label, and its private folder made."""
        private = folder / ".surefoot"
        private.mkdir(mode=0o700, exist_ok=True)
        made = self.make(folder)
        made.bind(label="kit", folder=private)
        return made

    def test_importing_it_touches_no_file_no_network_and_no_program(self, tmp_path: Path) -> None:
        """A plugin that does nothing at import costs other commands nothing and cannot break them."""
        module = self.module or type(self.make(tmp_path)).__module__

        try:
            deeds = deeds_on_import(module)
        except ImportError as problem:
            pytest.fail(f"{problem}; set  module  to what your entry point names")
        assert deeds == ()

    def test_its_settings_can_be_read_from_its_annotations(self, tmp_path: Path) -> None:
        """The core checks a table, documents it and builds the part from these alone."""
        settings = settings_of(type(self.make(tmp_path)))

        assert [one.name for one in settings if not one.type] == []

    def test_each_setting_is_explained_in_the_docstring(self, tmp_path: Path) -> None:
        """``surefoot plugins`` shows the class's docstring section ``Attributes`` to the runner."""
        settings = settings_of(type(self.make(tmp_path)))

        assert [one.name for one in settings if not one.doc] == []

    def test_making_it_touches_nothing(self, tmp_path: Path) -> None:
        """Parts are made before anybody knows whether they are needed."""
        made = self.make(tmp_path)
        values = {one.name: getattr(made, one.name) for one in settings_of(type(made))}
        before = touched(tmp_path)
        type(made)(**values)

        assert touched(tmp_path) == before


def strangers(found: Iterable[object], kind: type) -> list[object]:
    """Return what is not of the type that was promised."""
    return [one for one in found if not isinstance(one, kind)]


def touched(folder: Path) -> dict[str, tuple[int, int]]:
    """Return all that is below ``folder`` with when it was written, and how long it is."""
    found = ((one, one.stat()) for one in sorted(folder.rglob("*")))
    return {str(one.relative_to(folder)): (said.st_mtime_ns, said.st_size) for one, said in found}


def contents(folder: Path) -> dict[str, bytes]:
    """Return all files below ``folder`` with what they hold."""
    return {
        str(one.relative_to(folder)): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()
    }

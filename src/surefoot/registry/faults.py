"""The one guard under which plugins are loaded and called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from surefoot.model import SurefootError, Unavailable

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that broke in a plugin.

    Attributes:
        name: the plugin, or the table of the part.
        doing: what it was doing, as ``reading``.
        line: what went wrong, in one line.
        traceback: the whole story, for whoever mends the plugin; "" where it said it on purpose.
        mend: what to type, where it said that.
    """

    name: str
    doing: str
    line: str
    traceback: str = ""
    mend: str | None = None

    def __str__(self) -> str:
        return f"{self.name}, {self.doing}: {self.line}"


class Faulty(Unavailable):
    """A plugin is broken: a bug in it, and nothing that the runner did.

    Args:
        fault: what broke.
    """

    def __init__(self, fault: Fault) -> None:
        super().__init__(
            f"a bug in the plugin: {fault.line}",
            where=f"{fault.name}, {fault.doing}",
            mend=fault.mend or "surefoot plugins names its author; -p no:NAME leaves a plugin out",
        )
        self.fault = fault


class Faults:
    """What has broken so far in one run."""

    def __init__(self) -> None:
        self._noted: list[Fault] = []

    @property
    def noted(self) -> tuple[Fault, ...]:
        """All faults, in the order they came up."""
        return tuple(self._noted)

    def note(self, fault: Fault) -> None:
        """Remember a fault."""
        self._noted.append(fault)

    @contextmanager
    def guard(self, name: str, doing: str) -> Iterator[None]:
        """Let what a plugin raises on purpose through; note anything else.

        Raises:
            Faulty: anything else was raised.
        """
        try:
            yield
        except SurefootError:
            raise
        except (Exception, SystemExit) as problem:
            fault = of(problem, name, doing)
            self.note(fault)
            raise Faulty(fault) from problem

    @contextmanager
    def tolerate(self, name: str, doing: str) -> Iterator[None]:
        """Note whatever is raised, and go on."""
        try:
            yield
        except Faulty:
            pass  # noted where it was raised
        except (Exception, SystemExit) as problem:  # noqa: BLE001 - a plugin may raise anything
            self.note(of(problem, name, doing))

    def collect(self, name: str, doing: str, ask: Callable[[], Iterable[T] | None]) -> tuple[T, ...]:
        """Return all that a plugin yields; nothing of it where it breaks, however late."""
        found: list[T] = []
        with self.tolerate(name, doing):
            found = list(ask() or ())
        return tuple(found)


def of(problem: BaseException, name: str, doing: str) -> Fault:
    """Return an exception as a fault."""
    if isinstance(problem, Faulty):
        return problem.fault
    if isinstance(problem, SurefootError):
        where = f"{problem.where}: " if problem.where else ""
        return Fault(name=name, doing=doing, line=f"{where}{problem.what}", mend=problem.mend)
    import traceback

    said = " ".join(str(problem).split())
    kind = type(problem).__name__
    return Fault(
        name=name,
        doing=doing,
        line=f"{kind}: {said}" if said else kind,
        traceback="".join(traceback.format_exception(problem)),
    )

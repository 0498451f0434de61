"""The four kinds of parts a plugin brings. A part's annotated fields are its settings.

A subclass becomes a keyword-only dataclass by itself::

    class Folder(Source):
        path: Path          # a setting without a default is required in surefoot.toml
        nested: bool = True

Constructing a part does no I/O. The core then calls ``bind`` once, before any other method.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, ClassVar, dataclass_transform

from surefoot.model import (
    Activity,
    Advice,
    Diary,
    DiaryEntry,
    Fidelity,
    History,
    Plan,
    Receipt,
    Schedule,
    Wish,
    Workout,
)

Ask = Callable[[str, bool], str]
"""Asks the runner one question and returns the answer; True hides what is typed."""


@dataclass_transform(kw_only_default=True, eq_default=False, field_specifiers=(field,))
class Part(ABC):
    """What all parts share: ``label`` (its table's name) and ``folder`` (its own and private)."""

    kinds: ClassVar[str] = ""
    """The plural its table is named by: ``[sources.LABEL]``."""

    use: ClassVar[str] = ""
    """The name that a table uses it by; by default its class's name in lower case."""

    label: str
    folder: Path

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        dataclass(kw_only=True, eq=False)(cls)

    def bind(self, *, label: str, folder: Path) -> None:
        """Give the part its name and the folder for its manifests, caches and tokens."""
        self.label = label
        self.folder = folder

    def login(self, ask: Ask) -> None:  # noqa: B027 - most parts need no login, so this is no abstract method
        """Get what later calls need to be let in. Called by ``surefoot login LABEL`` only.

        Raises:
            AuthError: the platform refused.
        """

    def check(self) -> None:  # noqa: B027 - most parts have nothing that could be missing
        """See whether what it needs is there, without asking any network. Called by ``surefoot doctor``.

        Raises:
            AuthError: there is no login, or it has ended.
            ConfigError: a setting or a secret is not where it should be.
            Unavailable: something else that it needs cannot be used now.
        """


class Source(Part):
    """Reads what was done."""

    kinds: ClassVar[str] = "sources"

    revisit_days: ClassVar[int | None] = None
    """How far back its answers may still change; None (a fast local source) asks for everything each time."""

    archive: ClassVar[bool] = False
    """Whether it holds what was done up to some day, and nothing since, as an export does. Where it is the
    only source, the days after its last activity stay unknown."""

    @abstractmethod
    def activities(self, since: date, until: date) -> Iterable[Activity]:
        """Yield all it holds for these days, both ends included: what is missing was deleted there.

        Raises:
            AuthError: the credentials were refused.
            Unavailable: it cannot answer now; nothing of these days is then known.
        """

    def problems(self) -> Iterable[tuple[str, str]]:
        """Yield ``(what, why)`` for each thing that the last ``activities`` could not read."""
        return ()

    def gaps(self) -> Iterable[date]:
        """Yield each day of which the last ``activities`` could not say all that was done.

        Such a day stays unknown and is never taken for rest; what was given for it is kept beside what
        was known before.
        """
        return ()

    def reports(self, since: date, until: date) -> Iterable[DiaryEntry]:
        """Yield what the runner wrote there of soreness, pain or illness on these days, both ends included.

        Asked after ``activities``. A source tells them only where a setting says that the runner wishes it.
        All of it is kept beside the runner's own entries, and replaced whole by the next answer.

        Raises:
            AuthError: the credentials were refused.
            Unavailable: it cannot answer now; what was known before stands.
        """
        return ()


class Target(Part):
    """Holds the schedule where the runner sees it."""

    kinds: ClassVar[str] = "targets"

    @abstractmethod
    def publish(self, schedule: Schedule, *, dry_run: bool = False) -> Receipt:
        """Make the target hold exactly these sessions from ``schedule.today`` on.

        Only events that Surefoot owns are touched; past and foreign ones stay; what the runner edited
        since is skipped and named. Repeating it changes nothing. Each session's ``workout.title`` and
        ``workout.notes`` are ready to be shown. With ``dry_run`` nothing is written.

        Raises:
            AuthError: the credentials were refused.
            Unavailable: the target cannot be written now; it holds what it held.
        """

    def fidelity(self, workout: Workout) -> Fidelity:
        """Say how much of the workout's structure this target can hold. Asked before anything is written.

        A target that shows title and notes to a person, as a calendar does, holds all of it.
        """
        return Fidelity()

    def wishes(self) -> Iterable[Wish]:
        """Yield what the runner did there since it was last published."""
        return ()


class Format(Part):
    """Reads, and perhaps writes, plan files."""

    kinds: ClassVar[str] = "formats"

    suffixes: ClassVar[tuple[str, ...]] = ()
    """The endings it reads, with the dot and in lower case; its entry point has the first one's name."""

    @abstractmethod
    def read(self, data: bytes) -> Plan:
        """Return the plan in these bytes.

        Raises:
            PlanError: they are no plan, with the line or cell that is wrong.
        """

    def write(self, plan: Plan) -> bytes:
        """Return the plan in this format; ``lost`` names what it cannot hold.

        Raises:
            PlanError: the format cannot be written.
        """
        from surefoot.model import PlanError

        raise PlanError(f"{self.label or type(self).__name__} files can be read but not written")

    def lost(self, plan: Plan) -> Iterable[str]:
        """Yield a line for each thing of the plan that this format cannot hold."""
        return ()


class Policy(Part):
    """Recommends to hold back."""

    kinds: ClassVar[str] = "policies"

    @abstractmethod
    def review(self, outlook: Schedule, history: History, diary: Diary) -> Iterable[Advice]:
        """Yield advice on the schedule as it would stand without any hold. It can only ever reduce."""

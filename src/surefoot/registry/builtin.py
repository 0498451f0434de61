"""What Surefoot itself brings, offered through the same hook as any plugin's."""

from __future__ import annotations

from collections.abc import Iterable

from surefoot.hookspecs import hookimpl
from surefoot.model import Settings
from surefoot.parts import Part, Policy

NAME = "builtin"


class BuiltInPlugin:
    """The plugin named ``builtin``; ``-p no:builtin`` leaves it out."""

    @hookimpl
    def surefoot_policies(self) -> Iterable[type[Policy]]:
        """Offer the triggers: over-runs, pain, and the rest."""
        from surefoot.rules import POLICIES

        return POLICIES


def inform(part: Part, settings: Settings) -> None:
    """Give a built-in policy the runner's settings, which are no fields of its own."""
    from surefoot.rules.built_in import BuiltIn

    if isinstance(part, BuiltIn):
        part.settings = settings

"""Records that belong together, and those that must not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Groups:
    """Sets of keys that grow by joining, never over what is to stay apart.

    Args:
        keys: ``source/id`` of every record; each begins alone.
        apart: sets of keys of which no two may ever stand together.
    """

    def __init__(self, keys: Iterable[str], apart: Iterable[Iterable[str]]) -> None:
        self._groups: dict[str, set[str]] = {key: {key} for key in keys}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        for some in apart:
            for key in some:
                self._apart[key] |= set(some) - {key}

    def join(self, one: str, other: str) -> None:
        """Make the groups of both one, unless two of their members are to stay apart."""
        mine, theirs = self._groups[one], self._groups[other]
        if mine is theirs or any(not theirs.isdisjoint(self._apart.get(key, ())) for key in mine):
            return
        mine |= theirs
        for key in theirs:
            self._groups[key] = mine

    def join_all(self, keys: Iterable[str]) -> None:
        """Join all of the keys that there are; a record may have been deleted since."""
        known = [key for key in keys if key in self._groups]
        for key in known[1:]:
            self.join(known[0], key)

    def sources(self, key: str) -> set[str]:
        """Return the sources that have a record in the key's group."""
        return {one.partition("/")[0] for one in self._groups[key]}

    def of(self, keys: Iterable[str]) -> list[set[str]]:
        """Return each group once, in the order of ``keys``."""
        return list({id(self._groups[key]): self._groups[key] for key in keys}.values())

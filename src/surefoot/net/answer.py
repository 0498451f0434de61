"""What a platform answered."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from surefoot.model import Unavailable

T = TypeVar("T")

_KINDS: dict[type, str] = {dict: "a record", list: "a list"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer, read to its end. Headers and content are never shown: they may hold a secret.

    Attributes:
        name: the platform in words.
        status: the HTTP status.
        headers: by name in lower case.
        data: the body.
    """

    name: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    data: bytes = field(default=b"", repr=False)

    def json(self, kind: type[T]) -> T:
        """Return the body as JSON of this type: ``dict`` or ``list``.

        Raises:
            Unavailable: it is something else, or breaks off.
        """
        found, wrong = self._decoded()
        if wrong is None and not isinstance(found, kind):
            wrong = f"with something else than {_KINDS.get(kind, kind.__name__)}"
        if wrong is not None:
            raise Unavailable(f"answered {wrong}", where=self.name, mend="try again later")
        assert isinstance(found, kind)
        return found

    def rows(self) -> list[dict[str, Any]]:
        """Return the body as a list of records.

        Raises:
            Unavailable: it is something else, or breaks off.
        """
        found = self.json(list)
        if not all(isinstance(one, dict) for one in found):
            raise Unavailable(
                "answered with rows that cannot be understood",
                where=self.name,
                mend="update Surefoot; if it still says so, tell its makers",
            )
        return found

    def _decoded(self) -> tuple[Any, str | None]:
        try:
            return json.loads(self.data), None
        except (ValueError, RecursionError):
            start = self.data.lstrip()[:1]
        if start == b"<":
            return None, "with a web page where data was expected"
        if not start:
            return None, "with nothing"
        return None, "with data that cannot be read or breaks off"

"""Walk over XML with expat from the standard library, safely.

A document type is where entities come from, so one is refused before anything can grow out of it. Names are
taken without their prefix: real files use prefixes that they never declare, which only namespace-aware
parsers mind.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from math import isfinite
from xml.parsers import expat

from surefoot_files.recording import FARTHEST_OFFSET, UnreadableError

_BLANK = b" \t\r\n"


class _Names(dict[str, str]):
    """Element names without their prefix, remembered: a file has few names and many elements."""

    def __missing__(self, name: str) -> str:
        self[name] = local = name.rpartition(":")[2]
        return local


class Walk:
    """Base of the readers: ``begin`` is called where an element begins, ``finish`` where a leaf ends.

    ``leaves`` are the elements whose text is wanted; the text of all others is never looked at.
    """

    leaves: frozenset[str] = frozenset()

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Take in the begin of an element."""

    def finish(self, name: str, text: str) -> None:
        """Take in the end of an element, with its text if it is one of ``leaves``."""

    def feed(self, parts: list[bytes]) -> None:
        """Walk over the document that these parts make.

        Raises:
            UnreadableError: it is no well-formed XML, or it has a document type.
        """
        with reasons():
            parser = self._parser()
            for part in parts:
                parser.Parse(part, False)
            parser.Parse(b"", True)

    def _parser(self) -> expat.XMLParserType:
        parser, names, leaves, text = expat.ParserCreate(), _Names(), self.leaves, list[str]()
        begin, finish = self.begin, self.finish

        def opened(name: str, attributes: dict[str, str]) -> None:
            local = names[name]
            text.clear()
            parser.CharacterDataHandler = text.append if local in leaves else None
            begin(local, attributes)

        def closed(name: str) -> None:
            finish(names[name], "".join(text))
            parser.CharacterDataHandler = None
            text.clear()

        parser.StartElementHandler = opened
        parser.EndElementHandler = closed
        parser.StartDoctypeDeclHandler = _refuse
        parser.EntityDeclHandler = _refuse
        return parser


def _refuse(*_: object) -> None:
    raise UnreadableError("it has a document type (DOCTYPE), which no recording needs")


@contextmanager
def reasons() -> Iterator[None]:
    """Turn what expat and the conversion of texts raise into reasons."""
    try:
        yield
    except expat.ExpatError as error:
        why = expat.ErrorString(error.code) or "no XML"
        raise UnreadableError(f"it is damaged or cut off at line {error.lineno} ({why})") from error
    except LookupError as error:
        raise UnreadableError("it is written in an encoding that is not known") from error
    except (ValueError, OverflowError) as error:
        raise UnreadableError(f"it holds a number or a time that is none ({str(error)[:60]})") from error


def stripped(data: bytes) -> bytes:
    """Return a document without blanks before its declaration, which some exports begin with."""
    return data.lstrip(_BLANK) if data[:1] in _BLANK else data


def without(data: bytes, begin: bytes, end: bytes) -> bytes:
    """Return a document without what stands between these marks, and without the marks."""
    head, *rest = data.split(begin)
    return head + b"".join([part.partition(end)[2] for part in rest]) if rest else data


def number(text: str) -> float:
    """Return a number that is finite.

    Raises:
        ValueError: it is none.
    """
    value = float(text)
    if not isfinite(value):
        raise ValueError(text)
    return value


def moment(text: str) -> float:
    """Return a time in Unix seconds; one without a zone is taken as UTC.

    Raises:
        ValueError: it is none.
        OverflowError: it is before the year 1.
    """
    value = datetime.fromisoformat(text.strip())
    return (value if value.tzinfo else value.replace(tzinfo=UTC)).timestamp()


def offset(text: str) -> int | None:
    """Return the offset of a written time from UTC in seconds.

    None where it is written in UTC, which says nothing of the place, without a zone, or out of this world.
    """
    away = datetime.fromisoformat(text.strip()).utcoffset()
    seconds = int(away.total_seconds()) if away else 0
    return seconds if 0 < abs(seconds) <= FARTHEST_OFFSET else None

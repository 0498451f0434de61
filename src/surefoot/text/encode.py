"""Values of the model as JSON, and back: what ``--json`` prints and what the memory stores.

A value is an object with all its fields: dates, hours and moments in ISO 8601, whole metres and
seconds, enumerations by their value, tuples as arrays, what is absent as null and never missing.
Where a field may hold one of several values, each also carries ``type``, its name in lower case::

    {"type": "drop", "uid": "half-009-easy-1"}

Reading is lenient in one way, so that fields may be added later: a missing field gets its default,
and an unknown one is passed over.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from types import NoneType, SimpleNamespace, UnionType
from typing import Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints, overload

Json: TypeAlias = dict[str, Any] | list[Any] | str | int | float | bool | None
"""What the standard library's ``json`` writes and reads."""

_Value = TypeVar("_Value")
_Decoder: TypeAlias = Callable[[Any], Any]

_PLAIN = frozenset({str, int, float, bool, NoneType})
_NAMED: dict[str, type] = {"None": NoneType} | {kind.__name__: kind for kind in (str, int, float, bool)}
"""The plain types as annotations name them."""


def encode(value: object) -> Json:
    """Return a value of the model, or a tuple of them, as what ``json`` can write.

    Raises:
        TypeError: the model has no such type.
    """
    kind: Any = type(value)
    if kind in _PLAIN:
        return value  # type: ignore[return-value]  # one of the plain types
    if isinstance(value, Enum):
        return value.value  # type: ignore[no-any-return]  # the model's enumerations are of strings
    if isinstance(value, (tuple, list)):
        return [encode(one) for one in value]
    if isinstance(value, (date, time)):
        return value.isoformat()
    written = {name: encode(getattr(value, name)) for name in _names(kind)}
    return {"type": _tag(kind)} | written if _is_one_of_several(kind) else written


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a value, in the order they are written."""
    if not is_dataclass(kind):
        raise TypeError(f"the model has no {kind.__name__}")
    return tuple(field.name for field in fields(kind))


@cache
def _is_one_of_several(kind: type) -> bool:
    # Imported when something is written: reading, which `surefoot today` waits for, needs none of them.
    from surefoot.model import DiaryEntry, Effect, Repeat, Step

    return kind in {Repeat, Step, *get_args(DiaryEntry), *get_args(Effect)}


def _tag(kind: type) -> str:
    return kind.__name__.lower()


@overload
def decode(kind: type[_Value], data: Json) -> _Value: ...
@overload
def decode(kind: object, data: Json) -> Any: ...
def decode(kind: object, data: Json) -> Any:
    """Return the value that ``encode`` made ``data`` of; ``kind`` is a class of the model or a union.

    Raises:
        ValueError: ``data`` is no such value.
    """
    return _decoder(kind)(data)


@cache
def _decoder(hint: Any) -> _Decoder:
    """Work out once for each type how it is read; reading then looks nothing up."""
    if hint in _LEAVES:
        return _LEAVES[hint]
    if is_dataclass(hint):
        return _dataclass(hint)  # type: ignore[arg-type]  # a class, never an instance
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _union(arguments)
    if origin is tuple:
        return _tuple(_decoder(arguments[0]))
    if origin is Literal:
        return _one_of({one: one for one in arguments})
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _one_of({one.value: one for one in hint})
    raise TypeError(f"the model has no {hint!r}")


def _dataclass(kind: type) -> _Decoder:
    hints = ((field.name, str(field.type)) for field in fields(kind))  # texts: the model postpones them all
    columns = tuple((name, hint, _plain(hint)) for name, hint in hints)
    required = {field.name for field in fields(kind) if _is_required(field)}

    def read(data: Any) -> Any:
        if type(data) is not dict:
            raise ValueError(f"{kind.__name__}: expected an object, not {data!r:.40}")
        values, name = {}, ""
        try:
            for name, hint, plain in columns:
                if name in data:
                    item = data[name]
                    values[name] = item if type(item) in plain else _field(kind, hint, item)
        except ValueError as problem:
            raise ValueError(f"{kind.__name__}.{name}: {problem}") from None
        if not required <= values.keys():
            raise ValueError(f"{kind.__name__}: {', '.join(sorted(required - values.keys()))} is missing")
        return kind(**values)

    return read


def _field(kind: type, hint: str, item: Any) -> Any:
    """Read one field. No type is looked up for an empty tuple, as most tuples are."""
    return () if item == [] and hint.startswith("tuple[") else _decoder(_hint(kind, hint))(item)


@cache
def _hint(kind: type, hint: str) -> Any:
    """Return the type that an annotation names where it is written.

    One at a time: a workout without steps needs none of their types, and importing those takes longer.
    """
    annotated = SimpleNamespace(__annotations__={"it": hint})
    return get_type_hints(annotated, vars(sys.modules[kind.__module__]))["it"]


def _plain(hint: str) -> frozenset[type]:
    """The types that a field takes as they are: most fields are plain, so no call is spent on them."""
    kinds = hint.split(" | ")
    return frozenset(_NAMED[one] for one in (*kinds, "int" if "float" in kinds else "") if one in _NAMED)


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _union(arguments: tuple[Any, ...]) -> _Decoder:
    rest = tuple(one for one in arguments if one is not NoneType)
    if len(rest) == 1:
        return _optional(_decoder(rest[0]))
    return _tagged({_tag(one): _decoder(one) for one in rest})


def _optional(reader: _Decoder) -> _Decoder:
    return lambda data: None if data is None else reader(data)


def _tagged(readers: dict[str, _Decoder]) -> _Decoder:
    def read(data: Any) -> Any:
        tag = data.get("type") if type(data) is dict else data
        if type(tag) is not str or tag not in readers:
            raise ValueError(f"expected one of {', '.join(readers)}, not {tag!r:.40}")
        return readers[tag](data)

    return read


def _tuple(reader: _Decoder) -> _Decoder:
    def read(data: Any) -> tuple[Any, ...]:
        if type(data) is not list:
            raise ValueError(f"expected an array, not {data!r:.40}")
        return tuple([reader(one) for one in data])

    return read


def _one_of(values: dict[Any, Any]) -> _Decoder:
    def read(data: Any) -> Any:
        if type(data) is not str or data not in values:
            raise ValueError(f"expected one of {', '.join(values)}, not {data!r:.40}")
        return values[data]

    return read


def _exactly(*kinds: type) -> _Decoder:
    def read(data: Any) -> Any:
        if type(data) not in kinds:
            raise ValueError(f"expected {kinds[-1].__name__}, not {data!r:.40}")
        return data

    return read


def _text(parse: Callable[[str], Any]) -> _Decoder:
    def read(data: Any) -> Any:
        if type(data) is not str:
            raise ValueError(f"expected text, not {data!r:.40}")
        return parse(data)

    return read


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text} has no offset from UTC")
    return moment


_LEAVES: dict[Any, _Decoder] = {
    str: _exactly(str),
    int: _exactly(int),
    float: _exactly(int, float),  # 11000 stays 11000, so that writing again gives the same bytes
    bool: _exactly(bool),
    date: _text(date.fromisoformat),
    time: _text(time.fromisoformat),
    datetime: _text(_moment),
}

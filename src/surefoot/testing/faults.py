"""What goes wrong between a program and a platform, each fault ready to be planned in a ``Standin``."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from surefoot.testing.standin import Fault, Reply

PAGE = b"<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Checking</body></html>"


def answers(status: int, *, body: bytes = b"", headers: Mapping[str, str] | None = None) -> Fault:
    """Return a fault that answers with this instead."""
    return lambda _good, _before: Reply(status=status, body=body, headers=headers or {})


def page(status: int) -> Fault:
    """Return a fault that answers with a web page, as walls in front of platforms do."""
    return answers(status, body=PAGE, headers={"Content-Type": "text/html; charset=UTF-8"})


def busy(retry_after: str | None = None) -> Fault:
    """Return a fault that asks to be left alone: for so long, until then, or without saying how long."""
    headers = {} if retry_after is None else {"Retry-After": retry_after}
    return answers(429, body=b'{"error": "Too many requests"}', headers=headers)


def silent(good: Reply, _before: Reply) -> Reply:
    """Hold the answer back for longer than anybody waits."""
    return replace(good, hang=True)


def slow(good: Reply, _before: Reply) -> Reply:
    """Send the answer byte by byte, but all of it."""
    return replace(good, drip=True)


def cut(good: Reply, _before: Reply) -> Reply:
    """Cut the connection in the middle of the answer."""
    return replace(good, body=good.body[: len(good.body) // 2], length=len(good.body) + 1)


def truncated(good: Reply, _before: Reply) -> Reply:
    """Send half of the answer as if it were all."""
    return replace(good, body=good.body[: len(good.body) // 2])


def repeated(_good: Reply, before: Reply) -> Reply:
    """Answer what was answered before at the same path: a page that comes twice."""
    return before


def changed(change: Callable[[Any], Any]) -> Fault:
    """Return a fault that alters the JSON of the answer."""

    def fault(good: Reply, _before: Reply) -> Reply:
        return replace(good, body=json.dumps(change(json.loads(good.body))).encode())

    return fault


def each_row(field: str, value: Any) -> Fault:
    """Return a fault that puts ``value`` into this field of each row; ``...`` leaves the field out."""

    def row(one: Any) -> Any:
        if not isinstance(one, dict):
            return one
        rest = {key: old for key, old in one.items() if key != field}
        return rest if value is ... else rest | {field: value}

    return changed(lambda rows: [row(one) for one in rows] if isinstance(rows, list) else row(rows))


FAULTS: Mapping[str, Fault] = {
    "401": answers(401, body=b'{"message": "Unauthorized"}', headers={"Content-Type": "application/json"}),
    "403": answers(403, body=b'{"message": "Forbidden"}', headers={"Content-Type": "application/json"}),
    "403 page": page(403),
    "404": answers(404),
    "429": busy(),
    "429 for a minute": busy("60"),
    "429 until a date": busy("Fri, 31 Dec 2100 23:59:59 GMT"),
    "500": answers(500),
    "503": answers(503),
    "page instead of data": page(200),
    "nothing": answers(200),
    "silent": silent,
    "cut": cut,
    "truncated": truncated,
    "null instead of rows": changed(lambda _: None),
    "text instead of rows": changed(lambda _: "tomorrow"),
    "rows of another type": changed(lambda _: [7, None, "run", []]),
}
"""Faults after which nothing of an answer can be used, by name."""

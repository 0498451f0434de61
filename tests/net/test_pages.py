"""Long imports that are broken off."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from surefoot.model import Unavailable
from surefoot.net import Pages


def broken():
    raise Unavailable("gone")


def test_after_a_break_only_what_is_missing_is_read(tmp_path: Path):
    pages = Pages(tmp_path, "2031")
    pages.page("1", lambda: [1])
    with pytest.raises(Unavailable):
        pages.page("2", broken)

    again = Pages(tmp_path, "2031")
    assert again.page("1", broken) == [1]
    assert again.page("2", lambda: [2]) == [2]


def test_when_all_is_read_nothing_is_kept(tmp_path: Path):
    pages = Pages(tmp_path, "2031")
    pages.page("1", lambda: [1])
    pages.done()

    assert Pages(tmp_path, "2031").page("1", lambda: [7]) == [7]
    Pages(tmp_path, "2031").done()
    assert list(tmp_path.iterdir()) == []


def test_pages_of_another_question_are_not_taken(tmp_path: Path):
    Pages(tmp_path, "2031").page("1", lambda: [1])

    assert Pages(tmp_path, "2032").page("1", lambda: [2]) == [2]


def test_pages_older_than_a_day_are_read_again(tmp_path: Path):
    Pages(tmp_path, "2031").page("1", lambda: [1])
    path = tmp_path / "import" / "1.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"at": 1.0}))

    assert Pages(tmp_path, "2031").page("1", lambda: [2]) == [2]

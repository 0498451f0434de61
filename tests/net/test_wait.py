"""What ``Retry-After`` comes to, and what people read of it."""

from __future__ import annotations

import subprocess
import sys
import time
from email.utils import formatdate

import pytest

from surefoot.net import save_private
from surefoot.net.wait import LONGEST, NAME, Wait, seconds_of, words


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("0", 0),
        ("14", 14),
        (" 60 ", 60),
        ("99999999", LONGEST),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_seconds_are_taken_and_nonsense_is_not(header, seconds):
    assert seconds_of(header) == seconds


def test_a_date_is_so_many_seconds_away():
    assert 50 <= seconds_of(formatdate(time.time() + 60, usegmt=True)) <= 61


def test_a_date_that_is_past_is_now():
    assert seconds_of("Fri, 31 Dec 1999 23:59:59 GMT") == 0


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(1, "1 s"), (89, "89 s"), (90, "2 min"), (900, "15 min"), (5400, "2 h"), (86_400, "24 h")],
)
def test_a_wait_is_said_as_people_say_it(seconds, said):
    assert words(seconds) == said


def test_a_wait_longer_than_a_day_is_a_clock_that_was_wrong_and_keeps_nobody_waiting(tmp_path):
    save_private(tmp_path / NAME, {"until": time.time() + LONGEST + 3600, "times": 1})

    assert Wait(tmp_path, "Tracks").check() is None


LOADED = """
import sys
import surefoot.plugin
print([one for one in ("urllib3", "ssl", "certifi", "logging") if one in sys.modules])
"""


def test_importing_the_public_module_imports_no_http_library():
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"

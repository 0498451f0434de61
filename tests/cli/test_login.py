"""``surefoot login``, run as the command line runs it."""

from __future__ import annotations

import re
import urllib.request
from pathlib import Path

import pytest

from surefoot.cli.main import run
from surefoot.testing.standin_strava import CLIENT, SECRET, StravaStandin


@pytest.fixture
def strava():
    with StravaStandin() as platform:
        yield platform


@pytest.fixture
def folder(tmp_path: Path, strava: StravaStandin, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STRAVA_SECRET", SECRET)
    monkeypatch.setattr("surefoot.cli.login.may_ask", lambda: True)
    (tmp_path / "runs").mkdir()
    (tmp_path / "surefoot.toml").write_text(
        '[sources.runs]\nuse = "files"\npath = "runs"\n\n'
        f'[sources.strava]\nuse = "strava-api"\nclient_id = "{CLIENT}"\n'
        'client_secret = { env = "STRAVA_SECRET" }\n'
        f'host = "{strava.base}"\napi = "{strava.api}"\n'
    )
    return tmp_path


def as_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what is asked be answered as a runner does: the address is opened, then Enter is pressed."""

    def answer(question: str, **options: object) -> str:
        (page,) = re.findall(r"http\S+authorize\S+", question)
        with urllib.request.urlopen(page, timeout=5):
            return ""

    monkeypatch.setattr("click.prompt", answer)


def test_after_a_login_the_runs_can_be_read(folder: Path, monkeypatch, capsys):
    as_a_browser(monkeypatch)

    assert run(["-C", str(folder), "login", "strava"]) == 0
    assert capsys.readouterr().out == "sources.strava: logged in. Next: surefoot sync\n"
    assert run(["-C", str(folder), "--today", "2027-01-25", "pull"]) == 0


def test_a_login_that_was_refused_is_one_line_and_status_1(folder: Path, strava, monkeypatch, capsys):
    as_a_browser(monkeypatch)
    strava.allows = False

    assert run(["-C", str(folder), "login", "strava"]) == 1
    assert "the access was not allowed" in capsys.readouterr().err


def test_where_nobody_can_be_asked_it_says_so_and_asks_nobody(folder: Path, strava, monkeypatch, capsys):
    monkeypatch.setattr("surefoot.cli.login.may_ask", lambda: False)

    assert run(["-C", str(folder), "login", "strava"]) == 1
    assert "in a terminal" in capsys.readouterr().err
    assert strava.asked == []


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("stravva", "surefoot.toml: there is no source and no target called 'stravva'"),
        ("runs", "needs no login"),
    ],
)
def test_what_has_no_login_is_refused_in_words(folder: Path, label: str, said: str, capsys):
    assert run(["-C", str(folder), "login", label]) == 2
    assert said in capsys.readouterr().err

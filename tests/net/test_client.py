"""The client, against a real server on loopback."""

from __future__ import annotations

import gzip
import io
import json
import logging
import traceback
from pathlib import Path

import pytest

from surefoot.model import AuthError, ConfigError, SurefootError, Unavailable
from surefoot.net import Client, basic, bearer
from surefoot.testing import FAULTS, Asked, Reply, Standin, json_reply
from surefoot.testing.faults import answers, busy, repeated, slow

SECRET = "q7-very-secret-Zz"
HASTY = 0.4


class Echo(Standin):
    """Answers with a row, as long as the secret is right."""

    def answer(self, asked: Asked) -> Reply:
        return json_reply([{"id": len(self.asked), "text": "x" * 500}])


@pytest.fixture
def echo():
    with Echo() as platform:
        yield platform


def client(platform: Standin, folder: Path, **options) -> Client:
    given = {"name": "echo", "base": platform.base, "login": "type the key again", "patience": HASTY}
    return Client(folder=folder, headers=bearer(SECRET), **given | options)


def test_it_says_who_it_is_and_asks_for_data(echo, tmp_path):
    with client(echo, tmp_path) as web:
        web.get("/rows", since="2031-03-01", until=None)

    (asked,) = echo.asked
    assert asked.header("user-agent").startswith("surefoot/")
    assert asked.header("accept") == "application/json"
    assert asked.query == {"since": "2031-03-01"}


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_is_one_line_and_something_to_do(echo, tmp_path, name):
    echo.plan(*[FAULTS[name]] * 3)

    with client(echo, tmp_path) as web, pytest.raises((AuthError, Unavailable)) as caught:
        web.get("/rows").rows()

    assert "\n" not in caught.value.what
    assert caught.value.where
    assert caught.value.mend


@pytest.mark.parametrize("name", FAULTS)
def test_no_secret_is_in_what_is_said_logged_or_traced(echo, tmp_path, name, caplog):
    caplog.set_level(logging.DEBUG)
    echo.plan(*[FAULTS[name]] * 3)

    with client(echo, tmp_path) as web, pytest.raises(SurefootError) as caught:
        web.get("/rows", token=SECRET).rows()
    shown = io.StringIO()
    for one in (caught.value, *_behind(caught.value)):
        traceback.TracebackException.from_exception(one, capture_locals=False).print(file=shown)
        print(repr(one), one.args, file=shown)

    assert SECRET not in shown.getvalue()
    assert SECRET not in caplog.text


def _behind(problem):
    while problem is not None:
        yield problem
        problem = problem.__cause__ or problem.__context__


def test_headers_hide_what_they_hold_from_a_traceback_with_variables():
    assert SECRET not in repr(bearer(SECRET))
    assert "QVBJX0tFWTo" not in repr(basic("API_KEY", SECRET))
    assert bearer(SECRET)["Authorization"] == f"Bearer {SECRET}"


@pytest.mark.parametrize(
    ("name", "requests"), [("503", 3), ("cut", 3), ("silent", 1), ("500", 1), ("401", 1)]
)
def test_reading_is_tried_thrice_and_only_where_that_helps(echo, tmp_path, name, requests):
    echo.plan(*[FAULTS[name]] * 5)

    with client(echo, tmp_path, patience=0.15) as web, pytest.raises(SurefootError):
        web.get("/rows")

    assert len(echo.asked) == requests


@pytest.mark.parametrize("name", ["503", "cut", "silent"])
def test_writing_is_sent_once(echo, tmp_path, name):
    echo.plan(FAULTS[name])

    with client(echo, tmp_path, patience=0.15) as web, pytest.raises(Unavailable):
        web.ask("POST", "/rows", json=[1])

    assert len(echo.asked) == 1


def test_a_fault_that_passes_is_not_noticed(echo, tmp_path):
    echo.plan(FAULTS["503"], FAULTS["cut"])

    with client(echo, tmp_path) as web:
        assert web.get("/rows").json(list)


def test_a_slow_answer_is_read_to_its_end(echo, tmp_path):
    echo.plan(slow)

    with client(echo, tmp_path, patience=5) as web:
        assert web.get("/rows").json(list)


def test_a_packed_answer_is_unpacked(echo, tmp_path):
    echo.plan(answers(200, body=gzip.compress(b"[1]"), headers={"Content-Encoding": "gzip"}))

    with client(echo, tmp_path) as web:
        assert web.get("/rows").json(list) == [1]


def test_what_is_packed_wrongly_is_unavailable(echo, tmp_path):
    echo.plan(*[answers(200, body=b"no gzip", headers={"Content-Encoding": "gzip"})] * 3)

    with client(echo, tmp_path) as web, pytest.raises(Unavailable, match="unpacked"):
        web.get("/rows")


def test_a_redirect_is_not_followed_with_the_login(echo, tmp_path):
    echo.plan(answers(302, headers={"Location": "http://elsewhere.invalid/"}))

    with client(echo, tmp_path) as web, pytest.raises(Unavailable, match="moved"):
        web.get("/rows")
    assert len(echo.asked) == 1


def test_nobody_there_is_unavailable(tmp_path):
    with Echo() as gone:
        pass

    with client(gone, tmp_path) as web, pytest.raises(Unavailable, match="cannot be reached"):
        web.get("/rows")


def test_a_wait_is_remembered_between_runs_and_nothing_is_asked_before(echo, tmp_path):
    echo.plan(busy("60"))
    with client(echo, tmp_path) as web, pytest.raises(Unavailable) as first:
        web.get("/rows")
    with client(echo, tmp_path) as web, pytest.raises(Unavailable) as second:
        web.get("/rows")

    assert first.value.retry_after == 60
    assert 55 <= second.value.retry_after <= 60
    assert len(echo.asked) == 1


def test_a_platform_that_does_not_say_how_long_is_left_alone_longer_each_time(echo, tmp_path):
    waits = []
    for _ in range(3):
        if waits:
            noted = json.loads((tmp_path / "wait.json").read_text())
            (tmp_path / "wait.json").write_text(json.dumps(noted | {"until": 0}))
        echo.plan(busy())
        with client(echo, tmp_path) as web, pytest.raises(Unavailable) as caught:
            web.get("/rows")
        waits.append(caught.value.retry_after)

    assert waits == [60, 120, 240]


def test_a_short_wait_is_waited_for(echo, tmp_path):
    echo.plan(busy("0"))

    with client(echo, tmp_path) as web:
        assert web.get("/rows").json(list)
    assert len(echo.asked) == 2


def test_a_wait_until_a_date_is_at_most_a_day(echo, tmp_path):
    echo.plan(busy("Fri, 31 Dec 2100 23:59:59 GMT"))

    with client(echo, tmp_path) as web, pytest.raises(Unavailable) as caught:
        web.get("/rows")
    assert caught.value.retry_after == 24 * 3600


def test_a_login_is_never_sent_in_clear_text(tmp_path):
    web = Client(name="echo", base="http://example.org", folder=tmp_path, login="-")

    with pytest.raises(ConfigError, match="clear text"):
        web.get("/rows")


def test_the_proxy_of_the_environment_is_asked_and_its_password_never_shown(echo, tmp_path, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", f"http://me:{SECRET}@127.0.0.1:{echo.base.rpartition(':')[2]}")
    web = Client(name="echo", base="https://example.org", folder=tmp_path, login="-", patience=HASTY)

    with web, pytest.raises(Unavailable) as caught:
        web.get("/rows")
    assert SECRET not in "".join(traceback.format_exception(caught.value))


def test_certificates_that_are_none_are_named(tmp_path, monkeypatch):
    (tmp_path / "company.pem").write_text("nothing")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "company.pem"))
    web = Client(name="echo", base="https://example.org", folder=tmp_path, login="-")

    with web, pytest.raises(ConfigError, match="certificates"):
        web.get("/rows")


def test_a_page_can_come_twice(echo, tmp_path):
    with client(echo, tmp_path) as web:
        first = web.get("/rows").json(list)
        echo.plan(repeated)
        assert web.get("/rows").json(list) == first

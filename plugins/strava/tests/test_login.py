"""Logging in to Strava, and staying logged in."""

from __future__ import annotations

import json
import os
import re
import stat
import traceback
import urllib.request
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from surefoot.plugin import AuthError, ConfigError, Secret, Unavailable, net
from surefoot.testing import FAULTS
from surefoot.testing.standin_strava import CLIENT, SECRET, StravaStandin
from surefoot_strava import Api
from surefoot_strava.refusals import explain

WINDOW = (date(2031, 3, 1), date(2031, 3, 31))
NOON = datetime(2031, 3, 5, 12, tzinfo=UTC)


@pytest.fixture
def strava(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("STRAVA_SECRET", SECRET)
    with StravaStandin() as platform:
        for day in range(3):
            platform.add_run(NOON + timedelta(days=day), 6000, 2100)
        yield platform


def part(platform: StravaStandin, folder: Path, **more) -> Api:
    given = {"client_id": CLIENT, "client_secret": Secret(env="STRAVA_SECRET"), "patience": 5.0}
    made = Api(**given | {"host": platform.base, "api": platform.api} | more)
    made.bind(label="strava", folder=folder)
    return made


def browser(question: str, hidden: bool) -> str:
    """Do as a runner does: open the address, be sent back, press Enter."""
    (page,) = re.findall(r"http\S+authorize\S+", question)
    with urllib.request.urlopen(page, timeout=5):
        return ""


def saved(folder: Path) -> dict:
    return json.loads((folder / "login.json").read_text())


def test_the_browser_comes_back_and_the_runs_can_be_read(strava, tmp_path: Path):
    part(strava, tmp_path).login(browser)

    assert len(list(part(strava, tmp_path).activities(*WINDOW))) == 3
    assert saved(tmp_path)["refresh_token"] == "refresh-1"


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights elsewhere")
def test_the_login_is_the_runners_alone(strava, tmp_path: Path):
    part(strava, tmp_path).login(browser)

    assert stat.S_IMODE((tmp_path / "login.json").stat().st_mode) == 0o600
    (tmp_path / "login.json").chmod(0o644)
    with pytest.raises(ConfigError, match="others on this machine"):
        list(part(strava, tmp_path).activities(*WINDOW))


def test_on_another_machine_the_address_can_be_pasted(strava, tmp_path: Path):
    def paste(question: str, hidden: bool) -> str:
        state = re.findall(r"state=([\w-]+)", question)[0]
        return f"http://127.0.0.1:9/exchange_token?state={state}&code=code-1&scope=read,activity:read_all"

    part(strava, tmp_path).login(paste)
    assert saved(tmp_path)["access_token"] == "access-1"


@pytest.mark.parametrize(
    ("pasted", "why"),
    [
        ("", "did not come back"),
        ("http://127.0.0.1/?state=forged&code=code-1&scope=activity:read", "another login"),
        ("http://127.0.0.1/?error=access_denied", "not allowed"),
        ("nonsense", "did not come back"),
    ],
)
def test_what_the_browser_should_not_bring_is_refused(strava, tmp_path: Path, pasted: str, why: str):
    with pytest.raises(AuthError, match=why):
        part(strava, tmp_path).login(lambda question, hidden: pasted)
    assert not (tmp_path / "login.json").exists()


@pytest.mark.parametrize("scope", ["read", "read,activity:read", ""])
def test_without_the_private_runs_a_login_is_refused(strava, tmp_path: Path, scope: str):
    strava.scope = scope

    with pytest.raises(AuthError, match="private ones would look like rest"):
        part(strava, tmp_path).login(browser)
    assert not (tmp_path / "login.json").exists()


def test_no_is_an_answer(strava, tmp_path: Path):
    strava.allows = False

    with pytest.raises(AuthError, match="was not allowed"):
        part(strava, tmp_path).login(browser)


def test_a_token_that_has_run_out_is_renewed_and_kept_before_it_is_used(strava, tmp_path: Path):
    net.save_private(tmp_path / "login.json", strava.login() | {"expires_at": 1})
    kept_when_used = []
    answer = strava.answer

    def watch(asked):
        if asked.path.endswith("/activities"):
            kept_when_used.append(saved(tmp_path)["refresh_token"])
        return answer(asked)

    strava.answer = watch
    list(part(strava, tmp_path).activities(*WINDOW))

    assert set(kept_when_used) == {"refresh-1"}


def test_a_token_that_strava_ended_early_is_renewed_once(strava, tmp_path: Path):
    net.save_private(tmp_path / "login.json", strava.login() | {"access_token": "stale"})

    assert len(list(part(strava, tmp_path).activities(*WINDOW))) == 3
    assert [one.path for one in strava.asked].count("/oauth/token") == 1


def test_a_login_that_has_ended_is_told_once_and_not_tried_again(strava, tmp_path: Path):
    net.save_private(tmp_path / "login.json", strava.login() | {"refresh_token": "gone", "expires_at": 1})

    for _ in range(2):
        with pytest.raises(AuthError) as caught:
            list(part(strava, tmp_path).activities(*WINDOW))
        assert "surefoot login strava" in str(caught.value.mend)
    assert len(strava.asked) == 1


def test_after_a_wrong_secret_was_mended_no_new_login_is_needed(
    strava, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    net.save_private(tmp_path / "login.json", strava.login() | {"expires_at": 1})
    monkeypatch.setenv("STRAVA_SECRET", "mistyped")
    with pytest.raises(AuthError, match="does not accept your application") as caught:
        list(part(strava, tmp_path).activities(*WINDOW))
    assert caught.value.mend == "check client_id and client_secret, then type the command again"

    monkeypatch.setenv("STRAVA_SECRET", SECRET)
    assert len(list(part(strava, tmp_path).activities(*WINDOW))) == 3


@pytest.mark.parametrize(
    ("status", "body", "told"),
    [
        (400, {"errors": [{"resource": "RefreshToken", "field": "refresh_token"}]}, "your login has ended"),
        (401, {"errors": [{"resource": "Application", "field": ""}]}, "your application"),
        (400, {"errors": [{"resource": "Application", "field": "client_id"}]}, "your application"),
        (400, {"errors": [{"resource": "AuthorizationCode", "field": "code"}]}, "the browser brought back"),
        (403, {"errors": [{"resource": "Application", "field": "Status", "code": "Inactive"}]}, "inactive"),
        (400, {"errors": "none"}, "your application"),
        (401, [], "your application"),
    ],
)
def test_what_a_refusal_of_tokens_means(status: int, body: object, told: str):
    answer = net.Answer(name="Strava", status=status, data=json.dumps(body).encode())

    assert told in str(explain(answer, "strava"))


@pytest.mark.parametrize("grant", ["login", "renewal"])
def test_no_secret_is_in_a_traceback_that_shows_its_variables(
    strava, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, grant: str
):
    net.save_private(tmp_path / "login.json", strava.login() | {"expires_at": 1})
    strava.plan(*[FAULTS["500"]] * 3, on="/oauth/token")
    source = part(strava, tmp_path)
    use = {"login": lambda: source.login(browser), "renewal": lambda: list(source.activities(*WINDOW))}
    with pytest.raises(Unavailable) as caught:
        use[grant]()

    trace = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    shown = "".join(trace.format())
    assert "_renew" in shown
    assert [one for one in (SECRET, strava.refresh, strava.code) if one in shown] == []


def test_before_the_first_login_it_says_how(strava, tmp_path: Path):
    with pytest.raises(AuthError, match="not logged in"):
        list(part(strava, tmp_path).activities(*WINDOW))
    assert strava.asked == []


def test_an_inactive_application_is_explained(strava, tmp_path: Path):
    net.save_private(tmp_path / "login.json", strava.login())
    strava.inactive = True

    with pytest.raises(AuthError, match="subscription") as caught:
        list(part(strava, tmp_path).activities(*WINDOW))
    assert "export" in str(caught.value.mend)


@pytest.mark.parametrize(("usage", "longest"), [((100, 200), 900), ((3, 1000), 86_400)])
def test_at_the_limit_it_stops_by_itself_and_says_for_how_long(strava, tmp_path: Path, usage, longest: int):
    net.save_private(tmp_path / "login.json", strava.login())
    strava.usage = usage

    with pytest.raises(Unavailable) as caught:
        list(part(strava, tmp_path).activities(*WINDOW))
    assert 0 < caught.value.retry_after <= longest
    assert len(strava.asked) == 1


def test_no_secret_is_sent_in_an_address(strava, tmp_path: Path):
    part(strava, tmp_path).login(browser)
    list(part(strava, tmp_path).activities(*WINDOW))

    for one in strava.asked:
        assert SECRET not in str(one.query)
        assert "access" not in str(one.query.values())

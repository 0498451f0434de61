"""garminconnect itself, driven through a sign-in on loopback: whichever version is installed."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from surefoot.plugin import AuthError, ConfigError, SurefootError, Unavailable
from surefoot.testing import FAULTS
from surefoot.testing.faults import answers
from surefoot.testing.standin_garmin import CODE, EMAIL, LIST, PASSWORD, GarminStandin
from surefoot_garmin import Activities
from surefoot_garmin.tokens import FILE

DAYS = (date(2031, 3, 1), date(2031, 3, 9))
NOON = datetime(2031, 3, 5, 12, tzinfo=UTC)


class Runner:
    """Types what is asked for, and remembers what that was."""

    def __init__(self, *typed: str) -> None:
        self.typed = list(typed)
        self.asked: list[tuple[str, bool]] = []

    def __call__(self, question: str, hidden: bool) -> str:
        self.asked.append((question, hidden))
        return self.typed.pop(0)


def part(garmin: GarminStandin, folder: Path, *, name: str = "sources.garmin") -> Activities:
    made = Activities(via="login", host=garmin.base, patience=5, zone=ZoneInfo("UTC"))
    (folder / name).mkdir(exist_ok=True, mode=0o700)
    made.bind(label="garmin", folder=folder / name)
    return made


def logged_in(garmin: GarminStandin, folder: Path) -> Activities:
    made = part(garmin, folder)
    made.login(Runner(EMAIL, PASSWORD))
    return made


def paths(garmin: GarminStandin) -> list[str]:
    return [one.path for one in garmin.asked]


def test_a_login_asks_for_the_password_hidden_and_keeps_tokens_alone(
    garmin: GarminStandin, tmp_path: Path
) -> None:
    runner = Runner(EMAIL, PASSWORD)
    part(garmin, tmp_path).login(runner)

    assert [hidden for _, hidden in runner.asked] == [False, True]
    kept = tmp_path / "sources.garmin" / FILE
    assert PASSWORD not in kept.read_text()
    assert EMAIL not in kept.read_text()
    if sys.platform != "win32":
        assert kept.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in kept.parent.iterdir()] == [FILE]


def test_a_second_factor_is_asked_for_once(garmin: GarminStandin, tmp_path: Path) -> None:
    garmin.asks_code = True
    runner = Runner(EMAIL, PASSWORD, CODE)
    made = part(garmin, tmp_path)
    made.login(runner)

    assert len(runner.asked) == 3
    garmin.add_run(NOON, 5000, 1500)
    assert len(list(made.activities(*DAYS))) == 1


def test_what_is_kept_is_enough_for_days_of_reading_with_one_request_each(
    garmin: GarminStandin, tmp_path: Path
) -> None:
    logged_in(garmin, tmp_path)
    garmin.add_run(NOON, 5000, 1500)
    for _ in range(3):
        garmin.asked.clear()
        (found,) = part(garmin, tmp_path).activities(*DAYS)
        assert found.metres == 5000
        assert paths(garmin) == [LIST]


@pytest.mark.parametrize(
    ("typed", "what"),
    [((EMAIL, "wrong"), "email and password"), ((EMAIL, PASSWORD, "000000"), "code")],
)
def test_what_was_typed_wrong_is_named_and_nothing_is_kept(
    garmin: GarminStandin, tmp_path: Path, typed: tuple[str, ...], what: str, caplog: pytest.LogCaptureFixture
) -> None:
    garmin.asks_code = True
    with caplog.at_level(logging.DEBUG), pytest.raises(AuthError, match=what) as refused:
        part(garmin, tmp_path).login(Runner(*typed))

    assert not [one for one in (PASSWORD, "wrong", "000000", EMAIL) if one in str(refused.value)]
    assert not [one for one in (PASSWORD, CODE, EMAIL) if one in caplog.text]
    assert refused.value.__context__ is None
    assert list((tmp_path / "sources.garmin").iterdir()) == []


def test_a_login_that_ran_out_is_renewed_and_kept_before_it_is_used(
    garmin: GarminStandin, tmp_path: Path
) -> None:
    garmin.ends = 1  # long ago
    logged_in(garmin, tmp_path)
    before = json.loads((tmp_path / "sources.garmin" / FILE).read_text())
    garmin.ends = 4_102_444_800
    garmin.plan(FAULTS["cut"], on=LIST)
    with pytest.raises(Unavailable):
        list(part(garmin, tmp_path).activities(*DAYS))

    after = json.loads((tmp_path / "sources.garmin" / FILE).read_text())
    assert after["di_refresh_token"] != before["di_refresh_token"]
    garmin.asked.clear()
    assert list(part(garmin, tmp_path).activities(*DAYS)) == []
    assert paths(garmin) == [LIST]


def test_a_login_that_ended_before_its_time_is_renewed_once(garmin: GarminStandin, tmp_path: Path) -> None:
    made = logged_in(garmin, tmp_path)
    garmin.end_tokens()
    garmin.asked.clear()

    assert list(made.activities(*DAYS)) == []
    assert paths(garmin) == [LIST, "/di-oauth2-service/oauth/token", LIST]


def test_a_login_that_is_refused_is_tried_once_and_then_never_again(
    garmin: GarminStandin, tmp_path: Path
) -> None:
    made = logged_in(garmin, tmp_path)
    garmin.end_tokens()
    garmin.refuses = True
    garmin.asked.clear()

    with pytest.raises(AuthError, match="your login has ended") as ended:
        list(made.activities(*DAYS))
    assert ended.value.mend == "surefoot login garmin"
    assert paths(garmin) == [LIST, "/di-oauth2-service/oauth/token"]

    garmin.asked.clear()
    for call in (lambda: list(part(garmin, tmp_path).activities(*DAYS)), part(garmin, tmp_path).check):
        with pytest.raises(AuthError, match="your login has ended"):
            call()
    assert garmin.asked == []


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_renewal_that_gets_no_answer_ends_nothing(
    garmin: GarminStandin, tmp_path: Path, status: int
) -> None:
    made = logged_in(garmin, tmp_path)
    garmin.end_tokens()
    garmin.plan(answers(status), on="/di-oauth2-service/")
    unused = garmin._refresh
    with pytest.raises(Unavailable):
        list(made.activities(*DAYS))

    garmin._refresh = unused  # whoever answers so has done nothing
    (tmp_path / "sources.garmin" / "wait.json").unlink(missing_ok=True)  # as if time had passed
    assert list(part(garmin, tmp_path).activities(*DAYS)) == []


def test_where_nobody_is_logged_in_nothing_is_asked(garmin: GarminStandin, tmp_path: Path) -> None:
    with pytest.raises(AuthError, match="you are not logged in"):
        list(part(garmin, tmp_path).activities(*DAYS))
    assert garmin.asked == []


def test_a_login_that_is_too_many_is_not_tried_again_for_an_hour(
    garmin: GarminStandin, tmp_path: Path
) -> None:
    garmin.plan(*[answers(429)] * 40, on="/")
    with pytest.raises(SurefootError, match="60 min"):
        part(garmin, tmp_path).login(Runner(EMAIL, PASSWORD))

    garmin.calm()
    garmin.asked.clear()
    runner = Runner()
    with pytest.raises(Unavailable):
        part(garmin, tmp_path).login(runner)
    assert (runner.asked, garmin.asked) == ([], [])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights elsewhere")
def test_a_login_that_others_can_read_is_not_used(garmin: GarminStandin, tmp_path: Path) -> None:
    made = logged_in(garmin, tmp_path)
    (tmp_path / "sources.garmin" / FILE).chmod(0o644)

    with pytest.raises(ConfigError, match="others on this machine"):
        made.check()
    with pytest.raises(ConfigError, match="others on this machine"):
        list(made.activities(*DAYS))


def test_a_source_and_a_target_of_one_label_share_a_login(garmin: GarminStandin, tmp_path: Path) -> None:
    logged_in(garmin, tmp_path)
    runner = Runner()
    part(garmin, tmp_path, name="targets.garmin").login(runner)

    assert runner.asked == []
    assert list(part(garmin, tmp_path, name="targets.garmin").activities(*DAYS)) == []


@pytest.mark.parametrize("host", ["evil.example", "http://garmin.com", "https://127.0.0.1.example.org"])
def test_a_password_goes_to_garmin_and_nowhere_else(tmp_path: Path, host: str) -> None:
    made = Activities(via="login", host=host, zone=ZoneInfo("UTC"))
    made.bind(label="garmin", folder=tmp_path)
    with pytest.raises(ConfigError, match="is not Garmin"):
        made.login(Runner(EMAIL, PASSWORD))


def test_a_key_is_tried_by_logging_in(
    garmin: GarminStandin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Activities(host=garmin.base, patience=5, zone=ZoneInfo("UTC"))
    made.bind(label="garmin", folder=tmp_path)
    made.login(Runner())
    monkeypatch.setenv("GARMIN_PERSONAL_API_KEY", "another")

    with pytest.raises(AuthError, match="does not accept your key") as refused:
        made.login(Runner())
    assert "another" not in str(refused.value)

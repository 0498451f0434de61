import json
import os
import pickle
import sys
import traceback
from pathlib import Path

import pytest

from surefoot.model import ConfigError
from surefoot.secret import Secret, secret

WORD = "correct-horse"

posix = pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")


@pytest.fixture
def kept(tmp_path):
    path = tmp_path / "token"
    path.write_text(f"{WORD}\nsecond line\n")
    path.chmod(0o600)
    return path


def test_a_secret_is_looked_up_in_the_environment_when_it_is_used(monkeypatch):
    found = secret({"env": "SUREFOOT_TEST_TOKEN"}, Path())
    monkeypatch.setenv("SUREFOOT_TEST_TOKEN", WORD)

    assert found.reveal() == WORD


def test_a_secret_is_the_first_line_of_its_file(kept):
    assert secret({"file": "token"}, kept.parent).reveal() == WORD


def test_a_secret_is_the_first_line_a_command_prints(tmp_path):
    command = [sys.executable, "-c", f"print('{WORD}'); print('user: me')"]

    assert secret({"command": command}, tmp_path).reveal() == WORD


@posix
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
def test_a_file_that_others_can_read_is_refused_with_the_command_that_mends_it(kept, mode):
    kept.chmod(mode)

    with pytest.raises(ConfigError) as caught:
        Secret(file=kept).reveal()
    assert caught.value.mend == f"chmod 600 {kept}"


@pytest.mark.parametrize(
    "place",
    [
        {"env": "SUREFOOT_TEST_NOTHING"},
        {"file": "missing"},
        {"file": "."},
        {"command": ["no-such-program-anywhere"]},
        {"command": [sys.executable, "-c", "raise SystemExit(3)"]},
        {"command": [sys.executable, "-c", ""]},
    ],
)
def test_a_secret_that_is_not_there_says_where_it_was_looked_for(place, tmp_path):
    with pytest.raises(ConfigError) as caught:
        secret(place, tmp_path).reveal()
    assert caught.value.mend


@pytest.mark.parametrize(
    "raw",
    [WORD, 7, None, [], {}, {"env": ""}, {"env": 7}, {"password": WORD}, {"command": "pass show"},
     {"command": []}, {"env": "A", "file": "b"}],
)  # fmt: skip
def test_only_a_place_is_a_secret(raw, tmp_path):
    with pytest.raises(ConfigError) as caught:
        secret(raw, tmp_path)
    assert "{ env =" in (caught.value.mend or "")
    assert WORD not in str(caught.value)


def test_nothing_shows_what_it_is(kept):
    found = Secret(file=kept)
    revealed = found.reveal()
    shown = (repr(found), str(found), f"{found}", pickle.dumps(found).decode("latin-1"))

    assert revealed == WORD
    assert [one for one in shown if WORD in one] == []
    with pytest.raises(TypeError):
        json.dumps(found)


def test_a_pickled_secret_is_looked_up_anew(kept):
    assert pickle.loads(pickle.dumps(Secret(file=kept))).reveal() == WORD


def test_what_a_broken_command_printed_is_in_no_message_and_no_traceback(tmp_path):
    command = (sys.executable, "-c", "import sys; print('hidden' + '-word'); sys.exit(1)")

    with pytest.raises(ConfigError) as caught:
        Secret(command=command).reveal()
    told = "".join(traceback.format_exception(caught.value))
    assert "hidden-word" not in told

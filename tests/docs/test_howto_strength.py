"""Every command of the page runs, and every setting on it is accepted."""

import re
import shlex
import shutil
from pathlib import Path

from surefoot.cli.main import run

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "howto" / "strength.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^    \$ surefoot (.+)$", PAGE, re.MULTILINE)
SETTINGS = re.findall(r"```toml\n\[strength\]\n(.+?)```", PAGE, re.DOTALL)


def test_every_command_on_the_page_runs_with_every_setting_on_it(tmp_path, capsys):
    copy = tmp_path / "half"
    ignored = shutil.ignore_patterns(".surefoot", "plan.ics")
    shutil.copytree(ROOT / "examples" / "half-marathon", copy, ignore=ignored)
    path = copy / "surefoot.toml"
    plain = re.sub(r"\[strength\]\n(?:[^\[\n].*\n|\n)*", "", path.read_text())
    path.write_text(f"{plain}\n[strength]\n{''.join(SETTINGS)}")

    assert len(SETTINGS) == 2
    assert len(COMMANDS) >= 11
    for command in COMMANDS:
        assert run(["-C", str(copy), "--today", "2027-01-25", *shlex.split(command)]) == 0, command
    assert run(["-C", str(copy), "--today", "2027-01-25", "sync", "--yes"]) == 0
    capsys.readouterr()
    run(["-C", str(copy), "--today", "2027-01-25", "strength"])
    assert "For: Runner's knee" in capsys.readouterr().out

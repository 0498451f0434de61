"""What the documents show on a terminal is typed here, in a copy of the examples; its output is compared."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from surefoot.cli.group import COMMANDS, root

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    one.relative_to(ROOT).as_posix()
    for one in (ROOT / "README.md", *ROOT.glob("docs/**/*.md"), *ROOT.glob("plugins/*/README.md"))
)
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
TYPED = [
    pytest.param(one, marks=pytest.mark.slow if one.startswith("docs/howto/") else ())
    for one in PAGES
    if CONSOLE.search((ROOT / one).read_text())
]
"""How-to pages type months of commands, each in a process of its own: slow by nature."""
MAIN = "from surefoot.cli.main import main; main()"
BLOCK = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def steps(page):
    """Yield each command with what is shown below it; what a here-document holds belongs to its command."""
    for block in CONSOLE.findall((ROOT / page).read_text()):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            lines = part.splitlines()
            end = lines.index("END") + 1 if lines[0].endswith("<<END") else 1
            yield "\n".join(lines[:end]), "\n".join(lines[end:]).strip()


@pytest.fixture
def shell(tmp_path):
    """A shell that knows the command, on the day the pages are shown as of, in a copy of the examples."""
    ignored = shutil.ignore_patterns(".surefoot", "plan.ics")
    shutil.copytree(ROOT / "examples", tmp_path / "here" / "examples", ignore=ignored)
    shim = tmp_path / "bin" / "surefoot"
    shim.parent.mkdir()
    call = f'exec "{sys.executable}" -c "{MAIN}" --today 2027-01-18 "$@"'
    shim.write_text(f"#!/bin/sh\n{call}\n")
    shim.chmod(0o755)
    path = f"{shim.parent}{os.pathsep}{os.environ['PATH']}"
    where = {"here": tmp_path / "here"}

    def run(command):
        done = subprocess.run(
            ["sh", "-c", f"{command}\nstatus=$?\npwd >&3\nexit $status".replace(">&3", f"> {tmp_path}/at")],
            cwd=where["here"],
            env={"PATH": path, "HOME": str(tmp_path), "TZ": "UTC", "LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        where["here"] = Path((tmp_path / "at").read_text().strip())
        return done

    return run


@pytest.mark.parametrize("page", TYPED)
def test_a_page_can_be_typed_from_top_to_bottom_and_prints_what_it_shows(page, shell):
    for command, shown in steps(page):
        done = shell(command)

        assert done.returncode in (0, 1), f"{command}\n{done.stderr}"
        assert "Traceback" not in done.stderr, done.stderr
        assert shown in done.stdout, f"{command}\n{done.stdout}"


def commands_shown(page):
    text = (ROOT / page).read_text()
    blocks = (
        *BLOCK.findall(text),
        *re.findall(r"`([^`\n]+)`", text),
        *re.findall(r"^ {4}(.+)$", text, re.MULTILINE),
    )
    for block in blocks:
        for line in block.splitlines():
            found = re.match(r"\s*(?:\$ )?surefoot\s+([^·#]*)", line)
            if found:
                yield found[1].split("   ")[0].split()


def known(words, names):
    """Whether the command is there, with these options."""
    options = {opt for one in root.params for opt in one.opts}
    command = next((one for one in words if one in names), None)
    typed = [one.split("=")[0] for one in words if re.match(r"--?[a-z]", one)]
    if command is None or words[0] == "COMMAND":
        return all(one in {*options, "--help"} for one in typed)
    stack = [root.get_command(click.Context(root), command)]
    stack += getattr(stack[0], "commands", {}).values()
    options |= {opt for one in stack for param in one.params for opt in (*param.opts, *param.secondary_opts)}
    return all(one in {*options, "--help", "--version"} for one in typed)


@pytest.mark.parametrize("page", PAGES)
def test_every_command_and_option_that_a_page_names_is_there(page):
    assert [" ".join(one) for one in commands_shown(page) if not known(one, COMMANDS)] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_page_and_file_that_a_page_links_to_is_there(page):
    links = re.findall(r"\]\((?!https?:)([^)#\s]+)", (ROOT / page).read_text())

    assert [one for one in links if not ((ROOT / page).parent / one).exists()] == []

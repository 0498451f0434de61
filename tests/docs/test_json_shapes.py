"""Every ``--json`` answer is one document, of the shape that docs/reference/json.md says."""

import json
import re
import shutil
from pathlib import Path

import click
import pytest

from surefoot.cli.group import COMMANDS, root
from surefoot.cli.main import run

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "json.md").read_text().split("```")[1]
ANSWERS = dict(re.findall(r"^([a-z][a-z -]*?) --json\s+(.*)$", PAGE, re.MULTILINE))
NAMED = dict(re.findall(r"^([A-Z]+)\s+(\{.*)$", PAGE, re.MULTILINE))
TOKEN = re.compile(r'null or|and|"[^"]+"|[A-Za-z]+|[{}\[\]:,]')
TYPED = {
    "plan": ["plan"],
    "build": ["build", "10k", "--race", "2027-06-06"],
    "check": ["check"],
    "sync": ["sync", "--yes"],
    "pull": ["pull"],
    "today": ["today"],
    "today --minutes": ["today", "--minutes", "20"],
    "why": ["why", "wed"],
    "activities": ["activities"],
    "changes": ["changes"],
    "strength": ["strength"],
    "doctor": ["doctor"],
    "plugins": ["plugins"],
}
SAME_AS = {"push": "sync", "plan --if": "plan"}


def shape(tokens):
    """What a value looks like: keys with what they hold, a list of one, or None for anything plain."""
    word = tokens.pop(0)
    if word == "null or":
        return shape(tokens)
    if word == "{":
        return items(tokens, "}")
    if word == "[":
        if tokens[0] != "]":
            one = shape(tokens)
            one = {**one, **items(tokens, "]")} if tokens.pop(0) == "and" else one
        return [one]
    return shape(TOKEN.findall(NAMED[word])) if word in NAMED else None


def items(tokens, end):
    found = {}
    while tokens[0] != end:
        key = tokens.pop(0).strip('"')
        found[key] = None
        if tokens[0] == ":":
            tokens.pop(0)
            found[key] = shape(tokens)
        if tokens[0] == ",":
            tokens.pop(0)
    tokens.pop(0)
    return found


def differences(value, wanted, where="answer"):
    """Where a value is not of the shape; null is of any."""
    if isinstance(wanted, list) and isinstance(value, list):
        for one in value:
            yield from differences(one, wanted[0], f"{where}[]")
    elif isinstance(wanted, dict) and isinstance(value, dict):
        yield from (f"{where}.{key}" for key in sorted(wanted.keys() ^ value.keys()))
        for key in wanted.keys() & value.keys():
            yield from differences(value[key], wanted[key], f"{where}.{key}")
    elif wanted is not None and value is not None:
        yield f"{where}: {type(value).__name__}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The example after a first sync, with an over-run, strength and pain that were told."""
    copy = tmp_path_factory.mktemp("json") / "half"
    shutil.copytree(ROOT / "examples" / "half-marathon", copy, ignore=shutil.ignore_patterns(".surefoot"))
    for words in (["sync", "--yes"], ["log", "pain", "2", "--where", "knee"], ["log", "strength"]):
        assert run(["-C", str(copy), "--today", "2027-01-26", *words]) == 0
    return copy


def test_each_command_with_json_has_its_line_on_the_page():
    able = {
        name
        for name in COMMANDS
        if any("--json" in one.opts for one in root.get_command(click.Context(root), name).params)
    }

    assert able == {name.split()[0] for name in ANSWERS}
    assert set(ANSWERS) == {*TYPED, *SAME_AS}


@pytest.mark.parametrize("name", TYPED)
def test_each_answer_is_one_document_of_the_shape_on_the_page(name, folder, capsys):
    capsys.readouterr()
    status = run(["-C", str(folder), "--today", "2027-01-26", *TYPED[name], "--json"])
    answer = json.loads(capsys.readouterr().out)

    assert status in (0, 1)
    assert list(differences(answer, items(TOKEN.findall(ANSWERS[name])[1:], "}"))) == []


def test_an_answer_of_another_shape_is_seen():
    said = '"weeks": [{"start", "sessions": [SESSION and "card"]}], "of": null or {"a"}}'
    wanted = items(TOKEN.findall(said), "}")

    assert wanted["weeks"][0]["sessions"][0].keys() > {"uid", "card"}
    assert list(differences({"weeks": [{"start": 1}], "of": {"a": 2}}, wanted)) == ["answer.weeks[].sessions"]
    assert list(differences({"weeks": None, "of": None}, wanted)) == []

"""What the distributions say of themselves, and what of it must agree."""

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PLUGINS = sorted(path.parent for path in ROOT.glob("plugins/*/pyproject.toml"))
CORE = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("folder", PLUGINS, ids=lambda one: one.name)
def test_a_plugin_says_of_itself_what_the_core_says(folder: Path):
    project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    same = ("version", "license", "license-files", "requires-python", "classifiers")
    assert {key: project.get(key) for key in same} == {key: CORE["project"][key] for key in same}
    assert (folder / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
    assert project["name"] == f"surefoot-{folder.name}"
    assert project["description"].endswith(".")


@pytest.mark.parametrize("folder", PLUGINS, ids=lambda one: one.name)
def test_a_plugin_has_its_readme_its_types_and_its_tests(folder: Path):
    assert (folder / "README.md").stat().st_size
    assert (folder / "src" / f"surefoot_{folder.name}" / "py.typed").exists()
    assert list((folder / "tests").glob("test_*.py"))


def test_every_plugin_stands_wherever_plugins_are_listed():
    names = [f"surefoot_{one.name}" for one in PLUGINS]
    dashed = [f"surefoot-{one.name}" for one in PLUGINS]
    tools = CORE["tool"]
    (door,) = [one for one in tools["importlinter"]["contracts"] if "public door" in one["name"]]

    assert CORE["project"]["optional-dependencies"]["all"] == dashed
    assert sorted(tools["uv"]["sources"]) == ["surefoot", *dashed]
    assert tools["mypy"]["mypy_path"] == ["src", *(f"plugins/{one.name}/src" for one in PLUGINS)]
    assert tools["ruff"]["lint"]["isort"]["known-first-party"] == ["surefoot", *names]
    assert tools["importlinter"]["root_packages"] == ["surefoot", *names]
    assert door["source_modules"] == [*names, "surefoot.testing"]


def test_every_room_is_under_the_import_contract():
    rooms = {path.stem for path in ROOT.glob("src/surefoot/[a-z]*") if path.suffix in {"", ".py"}}
    (pure,) = [one for one in CORE["tool"]["importlinter"]["contracts"] if "pure rooms" in one["name"]]
    named = {one.removeprefix("surefoot.") for one in pure["source_modules"] + pure["forbidden_modules"]}

    assert rooms - named == {"data", "parts"}

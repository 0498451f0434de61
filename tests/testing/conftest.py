"""What the tests of the kit share."""

import inspect

import pytest

IMPORTING = "test_importing_it_touches_no_file_no_network_and_no_program"


@pytest.fixture
def caught():
    """Run every test of a contract as pytest would; give the names of those that fail."""
    return _caught


def _caught(contract, folder, *, importing=False):
    failed = set()
    for name, test in inspect.getmembers(contract, inspect.ismethod):
        if not name.startswith("test_") or (name == IMPORTING) != importing:
            continue
        (folder / name).mkdir()
        try:
            test(folder / name)
        except pytest.skip.Exception:
            continue
        except (Exception, pytest.fail.Exception):  # noqa: BLE001 - as pytest counts
            failed.add(name.removeprefix("test_"))
    return failed

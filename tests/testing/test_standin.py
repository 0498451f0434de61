"""The platform on loopback behaves as its page says."""

import json
import re
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from surefoot.testing import FAULTS, Asked, Reply, Standin, json_reply
from surefoot.testing.faults import each_row, repeated

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "conformance-kit.md").read_text()


class Rows(Standin):
    def answer(self, asked: Asked) -> Reply:
        return json_reply([{"id": len(self.asked), "page": asked.query.get("page")}])


def get(address):
    with urllib.request.urlopen(address, timeout=5) as said:
        return json.loads(said.read())


def test_it_keeps_what_it_was_asked():
    with Rows() as platform:
        get(f"{platform.base}/rows?page=2")

    (asked,) = platform.asked
    assert (asked.method, asked.path, asked.query) == ("GET", "/rows", {"page": "2"})


def test_a_fault_is_used_up_on_its_path_and_then_all_is_well():
    with Rows() as platform:
        platform.plan(FAULTS["500"], on="/rows")
        assert get(f"{platform.base}/other")
        with pytest.raises(urllib.error.HTTPError) as caught:
            get(f"{platform.base}/rows")
        caught.value.close()
        assert get(f"{platform.base}/rows")


def test_a_page_that_is_repeated_is_the_one_before():
    with Rows() as platform:
        first = get(f"{platform.base}/rows?page=1")
        platform.plan(repeated)

        assert get(f"{platform.base}/rows?page=2") == first


@pytest.mark.parametrize(("value", "row"), [(None, {"id": None, "page": None}), (..., {"page": None})])
def test_a_field_can_be_altered_and_left_out(value, row):
    with Rows() as platform:
        platform.plan(each_row("id", value))

        assert get(platform.base) == [row]


def test_every_fault_is_on_the_page_and_the_page_names_no_other():
    listed = PAGE.partition("`FAULTS` are those")[2].partition("A test\nparametrised")[0]

    assert re.findall(r"`([^`]+)`", listed) == list(FAULTS)


def test_the_code_on_the_page_runs(capsys):
    (code,) = (one for one in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL) if "Tracks" in one)
    exec(compile(code, "conformance-kit.md", "exec"), {"__name__": "page"})

    assert capsys.readouterr().out == "[]\n"

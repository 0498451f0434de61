"""The page of the kit lists its tests, in the words of the tests themselves."""

import inspect
from pathlib import Path

from surefoot import testing
from surefoot.testing.part import PartContract

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "conformance-kit.md"

HEADINGS = {
    "Every part": PartContract,
    "Sources": testing.SourceContract,
    "Targets": testing.TargetContract,
    "Formats": testing.FormatContract,
    "Policies": testing.PolicyContract,
}


def promises(contract):
    own = [name for name in vars(contract) if name.startswith("test_")]
    return [(name, inspect.getdoc(getattr(contract, name))) for name in own]


def test_every_test_of_the_kit_is_on_its_page():
    text = PAGE.read_text()
    missing = [
        name
        for heading, contract in HEADINGS.items()
        for name, doc in promises(contract)
        if f"- *{name.removeprefix('test_').replace('_', ' ')}*. {doc}"
        not in text.partition(f"### {heading}\n")[2]
    ]

    assert missing == []


def test_the_page_promises_nothing_that_is_not_tested():
    listed = [line for line in PAGE.read_text().splitlines() if line.startswith("- *")]

    assert len(listed) == sum(len(promises(contract)) for contract in HEADINGS.values())

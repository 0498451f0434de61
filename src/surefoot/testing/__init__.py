"""The conformance kit: subclass a contract in your tests, and pytest says when your part is done.

    class TestFolder(SourceContract):
        window = (date(2031, 3, 3), date(2031, 3, 9))

        def make(self, folder: Path) -> Source:
            shutil.copytree("recordings", folder / "runs")
            return Folder(path=folder / "runs")

Needs pytest, and nothing of Surefoot but what a plugin may import.
"""

import pytest

# Before the contracts are imported: so that pytest shows what was compared.
pytest.register_assert_rewrite(
    *(f"surefoot.testing.{name}" for name in ("format", "part", "policy", "source", "target"))
)

from surefoot.testing.faults import FAULTS  # noqa: E402 - after the registration
from surefoot.testing.format import FormatContract  # noqa: E402 - after the registration
from surefoot.testing.memory import MemoryFormat, MemoryPolicy, MemorySource, MemoryTarget  # noqa: E402 - after the registration
from surefoot.testing.policy import PolicyContract  # noqa: E402 - after the registration
from surefoot.testing.samples import TODAY, sample_plan, sample_schedule  # noqa: E402 - after the registration
from surefoot.testing.source import SourceContract  # noqa: E402 - after the registration
from surefoot.testing.standin import Asked, Fault, Reply, Standin, json_reply  # noqa: E402 - after the registration
from surefoot.testing.target import TargetContract  # noqa: E402 - after the registration

__all__ = [
    "FAULTS",
    "TODAY",
    "Asked",
    "Fault",
    "FormatContract",
    "MemoryFormat",
    "MemoryPolicy",
    "MemorySource",
    "MemoryTarget",
    "PolicyContract",
    "Reply",
    "SourceContract",
    "Standin",
    "TargetContract",
    "json_reply",
    "sample_plan",
    "sample_schedule",
]

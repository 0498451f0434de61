"""What is asked of a format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from surefoot.plugin import Format, Plan, PlanError, Workout
from surefoot.testing.now import traces_of_now
from surefoot.testing.part import PartContract, strangers
from surefoot.testing.samples import sample_plan

FIRST_DAY = date(2031, 3, 3)
"""A Monday, as the sample plan begins on."""


class FormatContract(PartContract[Format]):
    """Promises of a format. ``samples`` are files that are plans in it: at least one, better several."""

    def samples(self) -> list[bytes]:
        """Return the bytes of some plan files of this format."""
        raise NotImplementedError("give your test class a method  samples(self) -> list[bytes]")

    def test_its_suffixes_are_plain(self, tmp_path: Path) -> None:
        """With the dot, in lower case, at least one: files are known by them."""
        suffixes = self.part(tmp_path).suffixes

        assert suffixes
        assert [one for one in suffixes if not one.startswith(".") or one != one.lower()] == []

    def test_it_needs_no_settings(self, tmp_path: Path) -> None:
        """A file is read by its suffix; there is no table that could hold any."""
        assert type(self.part(tmp_path))() is not None

    def test_it_reads_its_samples(self, tmp_path: Path) -> None:
        """Each is a plan with at least one entry."""
        plans = [self.part(tmp_path).read(one) for one in self.samples()]

        assert plans
        assert strangers(plans, Plan) == []
        assert [one for one in plans if not one.entries] == []

    def test_a_plan_holds_together(self, tmp_path: Path) -> None:
        """Keys are unique, days lie within the plan, and the race is one of its entries."""
        form = self.part(tmp_path)

        for plan in (form.read(one) for one in self.samples()):
            keys = [one.key for one in plan.entries]
            assert sorted(set(keys)) == sorted(keys)
            assert [one.key for one in plan.entries if not 0 <= one.day < plan.days] == []
            assert plan.race is None or plan.race in keys
            assert plan.starts_on is None or 0 <= plan.starts_on <= 6

    def test_the_same_bytes_are_the_same_plan(self, tmp_path: Path) -> None:
        """Uids are made of a plan's keys: a random one would be a new session each time."""
        for data in self.samples():
            assert self.part(tmp_path).read(data) == self.part(tmp_path).read(data)

    def test_a_plan_bears_no_moment_of_reading(self, tmp_path: Path) -> None:
        """A plan says the same tomorrow."""
        form = self.part(tmp_path)

        for data in self.samples():
            plan = form.read(data)
            words = " ".join((plan.id, plan.name, str(plan.start), *(one.key for one in plan.entries)))
            assert traces_of_now(words) == ()

    def test_what_is_no_plan_is_a_plan_error(self, tmp_path: Path) -> None:
        """Empty, cut off, flipped, in another encoding or nothing at all: read, or refused in words."""
        form = self.part(tmp_path)

        for name, data in rubbish(self.samples()):
            try:
                form.read(data)
            except PlanError:
                continue
            except Exception as problem:  # noqa: BLE001 - anything else is what this test looks for
                pytest.fail(f"{name}: {type(problem).__name__}: {problem}")

    def test_an_empty_file_is_no_plan(self, tmp_path: Path) -> None:
        """The one thing that no format can take for a plan."""
        form = self.part(tmp_path)

        with pytest.raises(PlanError):
            form.read(b"")

    def test_what_it_writes_it_reads_again(self, tmp_path: Path) -> None:
        """Day by day the same workouts, but for what it says it cannot hold."""
        form = self.part(tmp_path)

        for plan, data in self.written(form, (*(form.read(one) for one in self.samples()), *_plans())):
            if not tuple(form.lost(plan)):
                assert _outline(form.read(data)) == _outline(plan)

    def test_it_writes_the_same_plan_the_same_way(self, tmp_path: Path) -> None:
        """Byte for byte, and without the date of writing."""
        form = self.part(tmp_path)

        for plan, data in self.written(form, _plans()):
            assert self.part(tmp_path).write(plan) == data
            assert traces_of_now(data.decode(errors="replace")) == ()

    def test_what_it_cannot_hold_is_named_in_words(self, tmp_path: Path) -> None:
        """Nothing of a plan is lost silently."""
        lost = list(self.part(tmp_path).lost(sample_plan()))

        assert strangers(lost, str) == []
        assert [one for one in lost if not one.strip()] == []

    def written(self, form: Format, plans: tuple[Plan, ...]) -> list[tuple[Plan, bytes]]:
        """Return each plan with its bytes; a format that cannot be written skips the test.

        A format may refuse a plan in words, as a calendar refuses one without dates, but not all of them.
        """
        if type(form).write is Format.write:
            pytest.skip("the format is read and not written")
        found = []
        for plan in plans:
            try:
                found.append((plan, form.write(plan)))
            except PlanError:
                continue
        assert found, "it refuses every plan"
        return found


def _plans() -> tuple[Plan, ...]:
    """The sample plan, without dates and with them."""
    return (sample_plan(), replace(sample_plan(), start=FIRST_DAY))


def rubbish(samples: list[bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield files that are no plans, or broken ones, each with a name. Always the same ones."""
    yield from FIXED.items()
    for number, data in enumerate(samples):
        for cut in range(8):
            yield f"sample {number} cut off after {cut}/8", data[: len(data) * cut // 8]
        for flip in range(32):
            place = len(data) * flip // 32
            flipped = bytes((data[place] ^ (1 << flip % 8),)) if data else b""
            yield f"sample {number} with a flipped bit at {place}", data[:place] + flipped + data[place + 1 :]
        yield f"sample {number} twice", data + data
        yield f"sample {number} as UTF-16", data.decode(errors="replace").encode("utf-16")
        yield f"sample {number} with a byte order mark", b"\xef\xbb\xbf" + data
        yield f"sample {number} with NULs", data.replace(b"\n", b"\x00\n")


FIXED = {
    "an empty file": b"",
    "white space": b" \r\n\t\n",
    "a NUL": b"\x00",
    "all bytes": bytes(range(256)),
    "a ZIP": b"PK\x03\x04\x14\x00\x00\x00\x08\x00",
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "a web page": b"<!DOCTYPE html><html><body>Not found</body></html>",
    "JSON": b'{"a": [1, 2, {"b": null}]}',
    "deep JSON": b"[" * 3000 + b"]" * 3000,
    "a YAML tag": b"!!python/object/apply:os.system ['true']\n",
    "alias bombs": b"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n",
    "one long line": b"a" * 200_000,
    "many commas": b"," * 50_000,
    "quotes that never close": b'"' * 999 + b"\n",
    "half a character": "Läufe".encode()[:2],
    "Latin-1": "Läufe,é,ß\n".encode("latin-1"),
}
"""What people drop on a program by mistake, and what others do on purpose."""


def _outline(plan: Plan) -> list[tuple[int, tuple[object, ...]]]:
    return sorted(((one.day, _gist(one.workout)) for one in plan.entries), key=repr)


def _gist(workout: Workout) -> tuple[object, ...]:
    return (workout.kind, workout.metres, workout.upto, workout.seconds)

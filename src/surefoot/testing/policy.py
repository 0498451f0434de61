"""What is asked of a policy."""

from __future__ import annotations

from pathlib import Path

from surefoot.plugin import Advice, Diary, History, Level, Policy, Schedule
from surefoot.testing.now import traces_of_now
from surefoot.testing.part import PartContract, strangers
from surefoot.testing.samples import TODAY, sample_schedule

Case = tuple[Schedule, History, Diary]


class PolicyContract(PartContract[Policy]):
    """Promises of a policy. ``case`` is a situation in which it has something to say."""

    def case(self) -> Case:
        """Return an outlook, a history and a diary that it advises on."""
        raise NotImplementedError("give your test class a method  case(self)")

    def advice(self, folder: Path, case: Case) -> list[Advice]:
        """Return what the policy says of one situation."""
        return list(self.part(folder).review(*case))

    def cases(self) -> list[Case]:
        """Return the policy's own case, and the plainest ones there are."""
        nothing = History(until=TODAY)
        return [
            self.case(),
            (Schedule(today=TODAY), nothing, Diary()),
            (sample_schedule(), nothing, Diary()),
            (Schedule(today=TODAY), History(since=TODAY, until=TODAY, assumed=True), Diary()),
        ]

    def test_it_speaks_in_its_case(self, tmp_path: Path) -> None:
        """Without advice to look at, no other test would mean anything."""
        found = self.advice(tmp_path, self.case())

        assert found
        assert strangers(found, Advice) == []

    def test_it_has_an_answer_to_an_empty_folder(self, tmp_path: Path) -> None:
        """On the first day there is no plan, no past and no diary."""
        for case in self.cases()[1:]:
            assert isinstance(self.advice(tmp_path, case), list)

    def test_it_can_only_hold_back(self, tmp_path: Path) -> None:
        """``keep`` is a share from 0 to 1, and lengths are whole and never negative."""
        found = [one for case in self.cases() for one in self.advice(tmp_path, case)]

        assert [one for one in found if not 0 <= one.keep <= 1] == []
        assert [one for one in found if not _is_whole(one)] == []

    def test_it_covers_at_least_a_day(self, tmp_path: Path) -> None:
        """Advice for no day is none."""
        found = [one for case in self.cases() for one in self.advice(tmp_path, case)]

        assert [one for one in found if type(one.days) is not int or one.days < 1] == []
        assert strangers([one.level for one in found], Level) == []

    def test_it_says_why_and_on_what_grounds(self, tmp_path: Path) -> None:
        """The runner reads the reason; the cause keeps it from being proposed twice."""
        found = [one for case in self.cases() for one in self.advice(tmp_path, case)]

        assert [one for one in found if not (one.cause and one.reason and one.evidence)] == []

    def test_the_same_case_gets_the_same_advice(self, tmp_path: Path) -> None:
        """Also from a part made anew: a policy remembers nothing, and never throws dice."""
        for case in self.cases():
            assert self.advice(tmp_path, case) == self.advice(tmp_path, case)

    def test_it_does_not_look_at_the_clock(self, tmp_path: Path) -> None:
        """``outlook.today`` is the day it is asked on, which need not be today."""
        found = [one for case in self.cases() for one in self.advice(tmp_path, case)]

        assert [one for one in found if traces_of_now(_words(one))] == []


def _is_whole(one: Advice) -> bool:
    given = (value for value in (one.longest, one.total, one.seconds) if value is not None)
    return all(type(value) is int and value >= 0 for value in given)


def _words(one: Advice) -> str:
    return " ".join((one.cause, one.reason, one.evidence, str(one.since), str(one.pain)))

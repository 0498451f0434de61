"""Months of a runner's life: every change explained, nothing rewritten, nothing that ratchets down.

Lived through the use cases in a training folder, day by day; nobody types.
"""

from __future__ import annotations

import tempfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from surefoot.app import word
from surefoot.app.accept import accept
from surefoot.app.decline import decline
from surefoot.app.minutes import fits, wishes
from surefoot.app.review import Review, review
from surefoot.app.undo import standing, take_back, without
from surefoot.app.views import from_plan
from surefoot.app.work import Work
from surefoot.load.pairing import pair
from surefoot.load.size import metres
from surefoot.model import Activity, ConfigError, Ill, Kind, Pain, Sport
from surefoot.settings import load
from surefoot.text.encode import encode

SETTINGS = """
[runner]
zone = "Europe/Berlin"
[plan]
file = "plan.csv"
start = 2027-01-04
[sources.runs]
use = "files"
path = "runs"
"""
WEEK = {0: "", 1: "6k easy", 2: "", 3: "5k tempo", 4: "", 5: "4k easy", 6: "9k long"}
WEEKS = 16
BEFORE = 5
"""Weeks run as planned before the plan begins."""
PACE = 390


class Life:
    """One runner, from the plan's first Monday on. ``today`` moves on by ``sleep`` alone."""

    def __init__(self, folder: Path, weeks: int = WEEKS) -> None:
        self.folder = folder
        self.weeks = [dict(WEEK) for _ in range(weeks)]
        (folder / "surefoot.toml").write_text(SETTINGS)
        (folder / "runs").mkdir()
        self._write_plan()
        config = load(folder)
        now = datetime(2027, 1, 4, 12, tzinfo=config.zone)
        self.work = Work(config=config, today=now.date(), now=now)
        self.ran: list[Activity] = []
        self.lengths: dict[object, int] = {}
        self._known_until = self.today - timedelta(days=1)
        start = self.today - timedelta(weeks=BEFORE)
        for number in range(7 * BEFORE):
            day = start + timedelta(days=number)
            words = WEEK[day.weekday()]
            if words:
                self.ran.append(self._activity(day, int(words.split("k")[0]) * 1000))
        with self.work.store(write=True) as store:
            store.put_slice("runs", start, self._known_until, self.ran, self.work.now)
        self.accept()

    @property
    def today(self):
        return self.work.today

    def look(self) -> Review:
        with self.work.store() as store:
            return review(self.work, store)

    def accept(self, *wishes) -> Review:
        """Accept what is proposed; with wishes, refuse as the command would."""
        with self.work.store(write=True) as store:
            found = review(self.work, store, wishes=wishes)
            if wishes:
                word.refuse_unkept(found)
            accept(self.work, store, found)
        return found

    def decline(self) -> bool:
        found = self.look()
        with self.work.store(write=True) as store:
            return decline(self.work, store, found)

    def say(self, wished) -> Review | None:
        """Give the runner's word as a command does; None where it is refused in one message."""
        try:
            with self.work.store() as store:
                wishes = wished(store)
            return self.accept(*wishes)
        except ConfigError:
            return None

    def move(self, day, to):
        return self.say(lambda store: word.move(store, day, to, self.work))

    def skip(self, since, until):
        return self.say(lambda store: word.skip(store, since, until, self.work))

    def allow(self, rule, day):
        return self.say(lambda store: word.allow(store, rule, day, self.work))

    def undo(self, group=None) -> bool:
        try:
            with self.work.store() as store:
                name = group or standing(store, None).id
        except ConfigError:
            return False
        found = without(self.work, name)
        with self.work.store(write=True) as store:
            take_back(self.work, store, found, name)
        return True

    def decided(self):
        """The decisions that stand."""
        with self.work.store() as store:
            return [one for one in store.decisions() if one.withdrawn is None]

    def have_minutes(self, count):
        """Shorten what today holds to what fits, as the command does."""
        return self.say(lambda store: wishes(fits(self.work, store, count), self.work))

    def set_races(self, races) -> None:
        """Write the races of the settings anew, and read them."""
        tables = [
            f'[[races]]\ndate = {day}\npriority = "{letter}"\ndistance = "{km} km"\n'
            for day, letter, km in races
        ]
        (self.folder / "surefoot.toml").write_text(SETTINGS + "\n".join(tables))
        self.work = Work(config=load(self.folder), today=self.work.today, now=self.work.now)

    def report(self, entry) -> None:
        with self.work.store(write=True) as store:
            store.add_entry(entry, self.work.now)

    def run(self, percent: int) -> None:
        """Run today's session at so many hundredths of its length; 0: miss it."""
        with self.work.store() as store:
            schedule = store.accepted().schedule
        done = {uid for uid, _ in pair(schedule.sessions, self.ran, self.work.config.settings).done}
        for one in schedule.sessions:
            if one.day == self.today and one.workout.kind.is_run and one.uid not in done and percent:
                length = metres(one.workout, PACE) * percent // 100
                self.ran.append(self._activity(one.day, length))

    def sleep(self, *, answered: bool = True) -> None:
        """Go to the next day; the source tells what was run, unless it keeps silent."""
        if answered:
            since = self._known_until + timedelta(days=1)
            with self.work.store(write=True) as store:
                found = [one for one in self.ran if since <= one.day <= self.today]
                store.put_slice("runs", since, self.today, found, self.work.now)
            self._known_until = self.today
        later = self.today + timedelta(days=1)
        now = datetime.combine(later, time(12), tzinfo=self.work.now.tzinfo)
        self.work = Work(config=self.work.config, today=later, now=now)

    def edit(self, week: int, day: int, words: str) -> None:
        """Rewrite one cell of the plan's file."""
        self.weeks[week][day] = words
        self._write_plan()

    def week_of(self, day) -> int:
        return (day - date(2027, 1, 4)).days // 7

    def _write_plan(self) -> None:
        rows = ["week,Mon,Tue,Wed,Thu,Fri,Sat,Sun"]
        for number, week in enumerate(self.weeks, start=1):
            rows.append(f"{number}," + ",".join(week[day] for day in range(7)))
        (self.folder / "plan.csv").write_text("\n".join(rows) + "\n")

    def _activity(self, day, length: int) -> Activity:
        start = datetime.combine(day, time(9), tzinfo=self.work.config.zone)
        return Activity(
            id=f"run-{day}-{len(self.ran)}",
            sport=Sport.RUN,
            start=start,
            metres=length,
            seconds=length * PACE // 1000,
        )


def shown(schedule, since=None):
    """What stands, day by day, without the count of revisions."""
    return [
        (one.uid, one.day, one.at, one.workout, one.reasons)
        for one in schedule.sessions
        if since is None or one.day >= since
    ]


def unexplained(found: Review):
    """The differences between plan and schedule that carry no reason, those of the past included."""
    schedule = found.proposal.schedule
    past = {one.uid: one for one in (*schedule.sessions, *schedule.dropped) if one.day < schedule.today}
    planned = {one.uid: one for one in found.dated.sessions}
    changed = [
        uid
        for uid, one in past.items()
        if uid in planned
        and one.workout.kind is not Kind.REST
        and (one.day, one.workout) != (planned[uid].day, planned[uid].workout)
        and not one.reasons
    ]
    return [*changed, *(one.uid for one in from_plan(found) if not one.reasons)]


def same_again(found: Review, life: Life) -> bool:
    """Whether the same memory gives the same schedule, byte for byte."""
    return encode(life.look().proposal.schedule) == encode(found.proposal.schedule)


AHEAD = st.integers(0, 12)
RULES = st.sampled_from(["session-spike", "weekly-increase", "overrun", "pain", "illness", "break-return"])
RUN = st.sampled_from([100, 100, 100, 100, 0, 60, 130, 210])
CELLS = st.sampled_from(["5k easy", "7k easy", "", "10k long", "6x400m @5k r 200m"])


class Months(RuleBasedStateMachine):
    """Any order of what a runner does; the laws hold after each step."""

    @initialize()
    def begin(self):
        self.home = tempfile.TemporaryDirectory()
        self.life = Life(Path(self.home.name))
        self.past = {}
        self.ill = False
        self.races = {}

    def day(self, ahead):
        return self.life.today + timedelta(days=ahead)

    @rule(percent=RUN, answered=st.sampled_from([True, True, True, True, False]))
    def live_a_day(self, percent, answered):
        self.life.run(percent)
        self.life.sleep(answered=answered)

    @rule(percents=st.lists(RUN, min_size=7, max_size=7))
    def live_a_week(self, percents):
        for percent in percents:
            self.life.run(percent)
            self.life.sleep()
            self.life.accept()

    @rule()
    def sync(self):
        self.life.accept()

    @rule()
    def say_no(self):
        before = shown(self.life.look().accepted.schedule)
        self.life.decline()
        assert shown(self.life.look().accepted.schedule) == before

    @rule(source=AHEAD, to=AHEAD)
    def move(self, source, to):
        self.life.move(self.day(source), self.day(to))

    @rule(since=AHEAD, days=st.integers(0, 9))
    def skip(self, since, days):
        self.life.skip(self.day(since), self.day(since + days))

    @rule(name=RULES, ahead=AHEAD)
    def allow(self, name, ahead):
        self.life.allow(name, self.day(ahead))

    @rule(since=AHEAD, days=st.integers(1, 9))
    def take_days_off_and_back(self, since, days):
        """What was taken back at once was never made."""
        self.life.accept()
        before = shown(self.life.look().proposal.schedule)
        if self.life.skip(self.day(since), self.day(since + days)):
            assert self.life.undo()
            assert shown(self.life.look().proposal.schedule) == before

    @rule()
    def undo(self):
        self.life.undo()

    @rule(data=st.data())
    def undo_one_decision(self, data):
        """One decision goes, the others of its set stay."""
        before = [one.id for one in self.life.decided()]
        if before:
            name = data.draw(st.sampled_from(before))
            assert self.life.undo(name)
            after = [one.id for one in self.life.decided()]
            assert name not in after
            assert [one for one in before if one != name] == [one for one in after if one in before]

    @rule(count=st.integers(5, 60))
    def have_little_time(self, count):
        self.life.have_minutes(count)

    @rule(
        ahead=st.integers(1, 20),
        letter=st.sampled_from(["B", "C", "parkrun"]),
        km=st.sampled_from([5, 10, 21]),
    )
    def enter_a_race(self, ahead, letter, km):
        self.races[self.day(ahead)] = (letter, km)
        self.life.set_races([(day, *self.races[day]) for day in sorted(self.races)])
        stands = [one for one in self.life.look().proposal.schedule.sessions if one.day == self.day(ahead)]
        assert [one.workout.kind for one in stands if one.workout.kind.is_run] == [Kind.RACE]

    @rule(score=st.integers(1, 8), when=st.sampled_from(["during", "morning"]))
    def hurt(self, score, when):
        self.life.report(Pain(day=self.life.today, where="knee", score=score, when=when))

    @rule(fever=st.booleans())
    @precondition(lambda self: not self.ill)
    def fall_ill(self, fever):
        self.life.report(Ill(day=self.life.today, fever=fever))
        self.ill = True

    @rule()
    @precondition(lambda self: self.ill)
    def get_well(self):
        self.life.report(Ill(day=self.life.today, well=True))
        self.ill = False

    @rule(weeks=st.integers(0, 3), day=st.integers(0, 6), words=CELLS)
    def edit_the_plan(self, weeks, day, words):
        """A cell is written anew: what stands on another day keeps its uid."""
        before = {(one.day, one.kind, one.ordinal): one.uid for one in self.life.accept().minted}
        week = self.life.week_of(self.life.today) + weeks
        self.life.edit(week, day, words)
        after = {(one.day, one.kind, one.ordinal): one.uid for one in self.life.look().minted}

        assert all(after[place] == uid for place, uid in before.items() if place in after)

    @invariant()
    def the_laws_hold(self):
        if not hasattr(self, "life"):
            return
        found = self.life.look()
        assert unexplained(found) == []
        assert same_again(found, self.life)
        accepted = found.accepted.schedule
        stands = {one.uid: one for one in found.proposal.schedule.sessions if one.day < self.life.today}
        now = {one.uid: one for one in accepted.sessions if one.day < accepted.today}
        assert {uid: stands.get(uid) for uid in now} == now, "the accepted past stands in what is proposed"
        assert {uid: now.get(uid) for uid in self.past} == self.past, "and is never rewritten"
        self.past = now

    def teardown(self):
        if hasattr(self, "home"):
            self.home.cleanup()


QUICK = settings(
    max_examples=3,
    stateful_step_count=8,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
LONG = settings(QUICK, max_examples=7, stateful_step_count=30)

TestWeeks = Months.TestCase
TestWeeks.settings = QUICK


TROUBLE = st.lists(st.sampled_from([100, 100, 0, 0, 60, 150, 220]), min_size=28, max_size=28)
CLEAN = 14
"""Weeks after which nothing of the trouble is left: four without a run come back in four, then by a tenth."""


def after_trouble(percents, *, score, ill):
    """Four weeks of trouble, then all as scheduled; return what the last week has, and what was planned."""
    with tempfile.TemporaryDirectory() as home:
        life = Life(Path(home), weeks=4 + CLEAN + 1)
        for number, percent in enumerate(percents):
            if number == 8 and score:
                life.report(Pain(day=life.today, where="knee", score=score))
            if ill and number in (3, 3 + ill):
                life.report(Ill(day=life.today, well=number > 3))
            if number % 3 == 0 or number == 8:
                life.accept()
            life.run(percent)
            life.sleep()
        for number in range(7 * CLEAN):
            if number % 7 == 0:
                life.accept()
            life.run(100)
            life.sleep()
        found = life.look()
        return (
            [metres(one.workout, PACE) for one in found.proposal.schedule.sessions if one.day >= life.today],
            [metres(one.workout, PACE) for one in found.dated.sessions if one.day >= life.today],
        )


@pytest.mark.slow
@given(percents=TROUBLE, score=st.sampled_from([0, 4, 7]), ill=st.sampled_from([0, 3, 12]))
@settings(QUICK, max_examples=8)
def test_after_a_clean_stretch_the_plan_has_its_own_volume_again(percents, score, ill):
    has, planned = after_trouble(percents, score=score, ill=ill)

    assert [one for one in has if one] == planned


def test_after_four_weeks_without_a_run_the_plan_has_its_own_volume_again():
    has, planned = after_trouble([0] * 28, score=0, ill=0)

    assert [one for one in has if one] == planned


@pytest.mark.slow
def test_months_of_any_life_keep_the_laws():
    run_state_machine_as_test(Months, settings=LONG)


def test_a_run_that_was_skipped_is_not_given_to_the_others_on_the_days_after_either(tmp_path):
    life = Life(tmp_path)
    life.edit(0, 1, "6k easy")
    life.edit(0, 5, "9k easy")
    life.accept()
    with life.work.store() as store:
        before = {one.uid: one.workout for one in store.accepted().schedule.sessions}
    assert unlike(life, before) == []

    life.skip(life.today + timedelta(days=1), life.today + timedelta(days=1))
    for _ in range(4):
        life.run(100)
        life.sleep()
        life.accept()
        assert unlike(life, before) == []


def unlike(life, before):
    """The runs ahead in the first week that are longer than they were."""
    ahead = [one for one in life.look().proposal.schedule.sessions if one.day < date(2027, 1, 11)]
    runs = [one for one in ahead if one.workout.kind.is_run and one.uid in before]
    return [one.uid for one in runs if metres(one.workout, PACE) > metres(before[one.uid], PACE)]

"""Pain of 3 to 5 of 10 makes running easier for a week; more, or worse in the morning, pauses it.

0 to 2 of 10 goes on as planned. 3 to 5 holds for 7 days and until two clean runs (up to 2 of 10, and no
worse morning after): no new longest run, no quality and no hills, no more than in the last full week. A
second time within 7 days takes a quarter off for 7 days, a third within 14 two days without a run before
that. With silence a hold ends a week after the last entry, once two runs were recorded, and after 14 days
in any case. A morning two points above the usual one (in the first week of entries: above 2) rests that
day. Above 5, sharp, or limping rests 48 hours, and until a usual morning and 30 min of walking without a
limp, at most 14 days. An easy week of half the distance follows; after a limp, or a longer rest, running
and walking in turns, stage by stage, two clean runs each. Swelling, pain in one spot on the bone (or above
0 in shin, foot, groin or hip) and the other signs of the list stop running until somebody has looked, at
most 28 days. A fortnight without pain above 2 always leads back to the usual limits. Where a complaint is
worse downhill, hills wait for 14 days. Sore muscles take the quality and heavy legs out of the day, nothing
else. Strength goes on through all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from surefoot.load.size import metres as size
from surefoot.model import Advice, Diary, History, Level, Schedule, Sore
from surefoot.rules import pain_texts
from surefoot.rules.aggravators import DOWNHILL
from surefoot.rules.built_in import BuiltIn
from surefoot.rules.pain_advice import SOURCE, advised, last_day, sore
from surefoot.rules.pain_after import STAGE_STEP, STAGES, Story, first_stage, more_held, more_stopped, stages
from surefoot.rules.pain_reading import DAY, GO, REFERRED, Episode, episodes, is_after_run, reports
from surefoot.rules.replay import Replay, replay

SLUG = "pain"
LEVELS = (Level.INFO, Level.WARN, Level.STOP)
CITATION = SOURCE
SETTINGS = (
    "policies.pain.hold_days",
    "policies.pain.again_percent",
    "policies.pain.stop_days",
    "policies.pain.stop_percent",
    "policies.pain.swelling_days",
    "policies.pain.most_days",
    "policies.pain.refer_days",
    "policies.pain.hill_days",
)
MEND = "Makes runs easy, shortens them or leaves them out, for the days it names."


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """What a hold keeps to, in metres: the longest run of late, the last full week; None: not known."""

    longest: int | None = None
    week: int | None = None


class PainPolicy(BuiltIn):
    """Holds back after a report of pain or soreness. Lengths are days, shares whole percent."""

    use: ClassVar[str] = SLUG

    hold_days: int = 7
    again_percent: int = 75
    stop_days: int = 2
    stop_percent: int = 50
    swelling_days: int = 7
    most_days: int = 14
    refer_days: int = 28
    hill_days: int = 14

    def review(self, outlook: Schedule, history: History, diary: Diary) -> Iterable[Advice]:
        """Yield what the reports up to ``outlook.today`` ask for, while any day of it is still ahead."""
        done = replay(outlook, history, diary, self.settings)
        for story in self.stories(outlook, done, diary):
            for advice in self._of(story, outlook, done):
                if last_day(advice) >= outlook.today:
                    yield advice
        if any(isinstance(one, Sore) and one.day == outlook.today for one in diary.entries):
            yield sore(outlook.today)

    def stories(self, outlook: Schedule, done: Replay, diary: Diary) -> Iterator[Story]:
        """Yield each day of reports that holds or stops, with all that came after it."""
        today = outlook.today
        told = reports(diary, today)
        found = episodes(told)
        for place, one in enumerate(found):
            yield Story(
                episode=one,
                until=self._until(one),
                most=self.refer_days if one.kind in REFERRED else self.most_days,
                told=told,
                runs=tuple(run.run.day for run in done.runs if run.run.day <= today),
                later=found[place + 1 :],
                today=today,
            )

    def _until(self, episode: Episode) -> date:
        """The last of the first days."""
        if episode.kind in REFERRED:
            return episode.day + (self.swelling_days - 1) * DAY
        if episode.is_stop:
            more = is_after_run(episode.entry) + min(episode.times - 1, 1)
            return episode.day + (self.stop_days + more - 1) * DAY
        if episode.kind == "morning":
            return episode.day
        since = episode.begins if episode.times > 1 else episode.day
        return since + (self.hold_days - 1) * DAY

    def _of(self, story: Story, outlook: Schedule, done: Replay) -> Iterator[Advice]:
        episode = story.episode
        if episode.is_stop:
            yield from self._stop(story)
            yield from self._way_back(story)
            return
        if episode.worse is not None:
            yield advised(episode.worse, "morning", pain_texts.morning(episode.worse), days=1, rest=True)
        if episode.kind == "hold":
            yield from self._hold(story, outlook, _ceiling(episode.day, done))
            yield from self._hills(episode)

    def _stop(self, story: Story) -> Iterator[Advice]:
        entry, until = story.episode.entry, story.until
        held: dict[str, Any] = {"level": Level.STOP, "rest": True, "light_only": True}
        text = pain_texts.stopped(story.episode, until)
        yield advised(entry, "stop", text, days=(until - entry.day).days + 1, **held)
        for since, days in more_stopped(story):
            last = since + (days - 1) * DAY
            text = pain_texts.still_stopped(story.episode, last)
            yield advised(entry, f"stop:{since}", text, since=since, days=days, **held)

    def _way_back(self, story: Story) -> Iterator[Advice]:
        entry, begins = story.episode.entry, story.until + DAY
        if not first_stage(story, begins):
            text = pain_texts.easy_week(entry, story.until + self.hold_days * DAY)
            yield advised(
                entry,
                "after",
                text,
                since=begins,
                days=self.hold_days,
                keep=self.stop_percent / 100,
                easy_only=True,
                flat=True,
            )
        for since, number in stages(story):
            yield advised(
                entry,
                f"stop:stage:{since}",
                pain_texts.stage(entry, number, STAGES[number - 1], since + (STAGE_STEP - 1) * DAY),
                since=since,
                days=STAGE_STEP,
                easy_only=True,
                flat=True,
                run_walk=STAGES[number - 1],
            )

    def _hold(self, story: Story, outlook: Schedule, ceiling: Ceiling) -> Iterator[Advice]:
        episode, until = story.episode, story.until
        entry, begins = episode.entry, episode.begins
        easy = {"easy_only": True, "flat": True, "longest": ceiling.longest}
        days = (until - entry.day).days + 1
        text = pain_texts.hold(entry, until, settled=_settled(story))
        yield advised(entry, "hold", text, days=days, **easy)
        yield from self._rest_first(episode)
        yield self._week(story, outlook, ceiling.week, since=begins, days=(until - begins).days + 1)
        for since, more in more_held(story):
            last = since + (more - 1) * DAY
            yield advised(
                entry, f"hold:{since}", pain_texts.still_held(entry, last), since=since, days=more, **easy
            )

    def _rest_first(self, episode: Episode) -> Iterator[Advice]:
        """A third time begins with days without a run."""
        if episode.times > 2:
            until = episode.begins + (self.stop_days - 1) * DAY
            text = pain_texts.rest_first(episode.entry, until)
            yield advised(episode.entry, "rest", text, since=episode.begins, days=self.stop_days, rest=True)

    def _week(self, story: Story, outlook: Schedule, week: int | None, *, since: date, days: int) -> Advice:
        """What the days come to: the last full week, or three quarters of what is planned."""
        entry, until = story.episode.entry, story.until
        if story.episode.times == 1:
            text = pain_texts.hold_week(entry, until)
            return advised(entry, "full-week", text, since=since, days=days, total=week)
        planned = self._planned(outlook, since, until)
        total = planned * self.again_percent // 100
        keep = 1.0 if planned else self.again_percent / 100
        total_or_none = min(total, week or total) if planned else week
        text = pain_texts.again(entry, until)
        return advised(entry, "again", text, since=since, days=days, keep=keep, total=total_or_none)

    def _planned(self, outlook: Schedule, since: date, until: date) -> int:
        pace = self.settings.runner.easy_pace or 390
        return sum(
            size(one.workout, pace)
            for one in outlook.sessions
            if one.workout.kind.is_run and since <= one.day <= until
        )

    def _hills(self, episode: Episode) -> Iterator[Advice]:
        """Where going downhill aggravates it, hills wait for longer than the hold."""
        if any(one in DOWNHILL for one in self.settings.strength.complaints):
            until = episode.day + (self.hill_days - 1) * DAY
            text = pain_texts.hills(episode.entry, until)
            yield advised(episode.entry, "hills", text, days=self.hill_days, flat=True)


def _settled(story: Story) -> int | None:
    """The score of the next morning, where it was said and was no worse."""
    entry = story.episode.entry
    mornings = [
        one.score
        for one in story.mine
        if one.day == entry.day + DAY and one.when == "morning" and one.score <= GO
    ]
    return mornings[0] if mornings and is_after_run(entry) else None


def _ceiling(day: date, done: Replay) -> Ceiling:
    """What a hold from ``day`` keeps to; a month without a run holds to nothing, its return has limits."""
    return Ceiling(longest=done.ledger.past.longest(day) or None, week=done.week_before(day))

"""What is asked after a report, and what is said once when nothing more was heard.

A question is a command to type; nobody who has answered today is asked again, and a place of which nothing
was heard for a week is not asked about any more.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from surefoot.model import Activity, Diary, Finding, History, Level, Pain, Schedule, Settings
from surefoot.rules.pain import CITATION, PainPolicy
from surefoot.rules.pain_after import WEEK, Story, closed, is_waiting, last_word
from surefoot.rules.pain_reading import (
    DAY,
    GO,
    REFERRED,
    is_after_run,
    is_good_walk,
    is_usual_morning,
    reports,
    same,
)
from surefoot.rules.pain_texts import place, spot
from surefoot.rules.redflags import SEEN, emergencies, emergency_text, severity
from surefoot.rules.replay import replay
from surefoot.text.days import day_name

PHYSIO = "A physiotherapist can find what a plan cannot."


def told(schedule: Schedule, history: History, diary: Diary, settings: Settings) -> tuple[Story, ...]:
    """Return all that was reported as stories, by the runner's settings and the usual lengths."""
    return tuple(_policy(settings).stories(schedule, replay(schedule, history, diary, settings), diary))


def questions(stories: tuple[Story, ...]) -> tuple[str, ...]:
    """Return what to ask today, each with the command that answers it."""
    asked = dict.fromkeys(line for one in stories if not one.after for line in _asked(one))
    return (*asked, *(visit(stories[-1].told, stories[-1].today) if stories else ()))


def urgent(diary: Diary, today: date) -> str:
    """Return what stands before anything else: the emergency signs of the last week that nobody has seen."""
    open_: list[Pain] = []
    for one in reports(diary, today):
        if SEEN in one.signs:
            open_ = [each for each in open_ if not same(each, one)]
        elif emergencies((one,)) and today - one.day < WEEK:
            open_.append(one)
    return emergency_text(emergencies(open_))


def visit(told: tuple[Pain, ...], today: date) -> tuple[str, ...]:
    """Return where a visit is worth a word, on the day of a report and the next: each place once.

    Three weeks of reports above 2 with no week of calm between them, or three runs that hurt more each time
    (articles 002; ``evidence.md`` 3).
    """
    places = dict.fromkeys((one.where, one.side) for one in told if today - one.day <= DAY)
    found = []
    for where in places:
        mine = [one for one in told if (one.where, one.side) == where]
        if _is_long(mine):
            found.append(f"{place(mine[-1])}: three weeks and not better. {PHYSIO}")
        elif _is_rising(mine):
            found.append(f"{place(mine[-1])}: more with each of three runs. {PHYSIO}")
    return tuple(found)


def _is_long(mine: list[Pain]) -> bool:
    """Whether reports above 2 reach back three weeks from the last one, never a week apart."""
    days = [one.day for one in mine if one.score > GO]
    if not days or days[-1] != mine[-1].day:
        return False
    first = days[-1]
    for day in reversed(days):
        if first - day > WEEK:
            break
        first = day
    return days[-1] - first >= 3 * WEEK


def _is_rising(mine: list[Pain]) -> bool:
    scores = [one.score for one in mine if is_after_run(one)][-3:]
    return (
        is_after_run(mine[-1]) and len(scores) == 3 and scores[2] > GO and scores[0] < scores[1] < scores[2]
    )


def _asked(story: Story) -> Iterator[str]:
    entry, today = story.episode.entry, story.today
    if entry.day >= today or today - last_word(story, today + DAY) > WEEK:
        return
    if story.episode.kind in REFERRED:
        if is_waiting(story):
            yield f"Has somebody looked at the {spot(entry)}? {command(entry, 0, 'morning')} --sign seen"
    elif story.episode.is_stop:
        if is_waiting(story):
            yield from _missing(story)
    elif not closed(story, today) and last_word(story, today + DAY) < today:
        yield f"How is the {spot(entry)} this morning? {command(entry, 0, 'morning')}"


def _missing(story: Story) -> Iterator[str]:
    """What is still to be heard before running comes back."""
    entry = story.episode.entry
    later = [one for one in story.mine if one.day > entry.day]
    if not any(is_usual_morning(one, story.told) for one in later):
        yield f"How is the {spot(entry)} this morning? {command(entry, 0, 'morning')}"
    if not any(is_good_walk(one) for one in later):
        yield f"30 min of walking without a limp? {command(entry, 0, 'walking')}"
    if story.today - entry.day >= WEEK:
        yield f"{place(entry)}: a week now. {PHYSIO}"


def next_steps(entry: Pain, today: date) -> tuple[str, ...]:
    """Return what to type next after a report; an emergency comes before everything and stands alone."""
    urgent = emergency_text(emergencies((entry,)))
    if urgent:
        return (urgent,)
    kind = severity(entry)
    when = "Tomorrow morning" if entry.day == today else "In the morning"
    if kind in REFERRED:
        return (
            "Please have a doctor or physiotherapist look at it before the next run.",
            f"Looked at, and running is fine again: {command(entry, 0, 'morning')} --sign seen",
        )
    if kind == "stop":
        return (
            f"{when}: {command(entry, 0, 'morning')}",
            f"After 30 min of walking without a limp: {command(entry, 0, 'walking')}",
        )
    if kind == "hold":
        return (f"{when}: {command(entry, 0, 'morning')}",)
    return ()


def command(entry: Pain, score: int, when: str) -> str:
    """Return the command that reports on the same place."""
    where = f'"{spot(entry)}"' if " " in spot(entry) else spot(entry)
    return f"surefoot log pain {score} --where {where} --when {when}"


def past(schedule: Schedule, history: History, diary: Diary, settings: Settings) -> tuple[Finding, ...]:
    """Return what is said on the day a hold ends of which nothing more was heard."""
    return tuple(
        Finding(
            rule=PainPolicy.use,
            level=Level.INFO,
            day=schedule.today,
            message=settled(one),
            value=one.episode.entry.score,
            limit=None,
            evidence=CITATION,
        )
        for one in told(schedule, history, diary, settings)
        if is_settled_today(one)
    )


def is_settled_today(story: Story) -> bool:
    """Whether silence ends a hold today, and had not yesterday."""
    if story.episode.kind != "hold" or story.after or story.today <= story.until:
        return False
    return closed(story, story.today) == "silent" and not closed(story, story.today - DAY)


def settled(story: Story) -> str:
    """Say that a hold is closed."""
    entry = story.episode.entry
    return (
        f"{place(entry)}: nothing reported since {day_name(last_word(story, story.today))}, and runs were "
        "recorded. Presumed settled; from today the plan goes on as it was."
    )


def _policy(settings: Settings) -> PainPolicy:
    policy = PainPolicy()
    policy.settings = settings
    return policy


def quietly(diary: Diary, activities: tuple[Activity, ...], today: date) -> tuple[str, ...]:
    """Return the questions from what ``today`` can afford to look up: the diary and four weeks of runs."""
    history = History(since=today, until=today, activities=activities)
    return questions(told(Schedule(today=today), history, diary, Settings()))

"""No text a runner reads frightens, promises, diagnoses or blames."""

import re
from datetime import UTC, date, datetime, time, timedelta

import pytest

from surefoot.model import (
    Activity,
    Diary,
    History,
    Ill,
    Kind,
    Pain,
    Schedule,
    Session,
    Settings,
    Sore,
    Sport,
    Workout,
)
from surefoot.rules import POLICIES, past_findings, plan_findings

FORBIDDEN = (
    "risk",
    "%",
    "will heal",
    "heal",
    "prevent",
    "diagnos",
    "damage",
    "fail",
    "must not",
    "just",
    "only",
    "should have",
    "violation",
    "punish",
    "danger",
    "warning",
    "injur",
    "overload",
    "baseline",
    "great job",
)
TODAY = date(2027, 1, 25)


def activities(last):
    lengths = {1: 6000, 3: 6000, 5: 5000, 6: 10000}
    return tuple(
        Activity(
            id=f"r{week}-{day}",
            sport=Sport.RUN,
            start=datetime.combine(TODAY + timedelta(weeks=week, days=day), time(9), UTC),
            metres=last if (week, day) == (-1, 6) else metres,
            seconds=metres * 2 // 5,
        )
        for week in range(-5, 0)
        for day, metres in lengths.items()
    )


def history(last):
    return History(since=TODAY - timedelta(weeks=5), until=TODAY, activities=activities(last))


def pain(score, when="during", *signs, back=0):
    return Pain(
        day=TODAY - timedelta(days=back), where="knee", side="left", score=score, when=when, signs=signs
    )


REPORTS = (
    (),
    (pain(3),),
    (pain(4, back=3), pain(5)),
    (pain(4, "morning"),),
    (pain(8, "after"),),
    (pain(2, "during", "sharp"),),
    (pain(4, "after", "limp"),),
    (pain(1, "morning", "swelling"),),
    (Sore(day=TODAY, where="calves"),),
    (Ill(day=TODAY, fever=True),),
    (Ill(day=TODAY - timedelta(days=8)), Ill(day=TODAY, well=True)),
    (Ill(day=TODAY - timedelta(days=2), fever=True), Ill(day=TODAY, well=True)),
)


def hard_week():
    kinds = (Kind.EASY, Kind.QUALITY, Kind.QUALITY, Kind.LONG, Kind.EASY, Kind.EASY, Kind.LONG)
    return tuple(
        Session(
            uid=f"s{place}",
            day=TODAY - timedelta(days=21) + timedelta(days=place),
            workout=Workout(kind=kind, title=kind.value, metres=30000 if kind is Kind.LONG else 5000),
        )
        for place, kind in enumerate(kinds)
    )


def texts():
    for last in (12000, 19000, 21000):
        past = history(last)
        for reports in REPORTS:
            for policy in POLICIES:
                given = policy().review(Schedule(today=TODAY), past, Diary(entries=reports))
                yield from (one.reason for one in given)
        yield from (
            one.message for one in past_findings(Schedule(today=TODAY), past, Settings(), today=TODAY)
        )
    yield from (one.message for one in plan_findings(hard_week(), Settings()))
    alone = History(since=TODAY - timedelta(weeks=5), until=TODAY)
    planned = Schedule(today=TODAY, sessions=hard_week())
    yield from (one.message for one in past_findings(planned, alone, Settings(), today=TODAY))


@pytest.mark.parametrize("text", sorted(set(texts())))
def test_a_text_uses_none_of_the_words_that_help_nobody(text):
    found = [word for word in FORBIDDEN if re.search(rf"(?<![a-z]){re.escape(word)}", text.lower())]

    assert found == []


@pytest.mark.parametrize("text", sorted(set(texts())))
def test_a_text_is_whole_sentences_in_the_second_person(text):
    assert text[0].isupper() or text[0].isdigit()
    assert text.endswith(".")
    assert not re.search(r"\b(we|our|the runner|athlete)\b", text.lower())

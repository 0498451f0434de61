"""Every sentence about health in one list: compared with what was agreed, and held against the words.

Written anew with ``python tests/rules/test_health_texts.py``.
"""

import inspect
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from surefoot.catalogue import conditions
from surefoot.cli.render import init
from surefoot.model import Diary, History, Ill, Pain, Schedule, Unit
from surefoot.rules import aggravators, illness, pain_ask, pain_texts, redflags, triage
from surefoot.rules.pain import PainPolicy
from surefoot.rules.pain_after import STAGES
from surefoot.rules.pain_reading import Episode
from surefoot.strength import pool
from surefoot.text import card

SNAPSHOT = Path(__file__).parent / "health_texts.txt"
FORBIDDEN = (
    "risk",
    "%",
    "will heal",
    "heal",
    "diagnos",
    "damage",
    "fail",
    "must not",
    "prevent",
    "danger",
    "warning",
    "injur",
    "just",
    "only",
    "should have",
    "violation",
    "punish",
    "baseline",
    "overload",
    "serious",
    "worry",
)
ALLOWED: dict[str, tuple[str, ...]] = {}
"""By the name of a text: the words that may stand there all the same."""

DAY = date(2027, 3, 2)
UNTIL = DAY + timedelta(days=6)


def entry(score=4, when="during", *signs, where="knee", side="left"):
    return Pain(day=DAY, where=where, side=side, score=score, when=when, signs=signs)


def episode(kind, *signs, score=4):
    return Episode(entry=entry(score, "after", *signs), kind=kind)


def of_pain():
    yield "hold", pain_texts.hold(entry(), UNTIL)
    yield "hold, settled", pain_texts.hold(entry(), UNTIL, settled=1)
    yield "hold_week", pain_texts.hold_week(entry(), UNTIL)
    yield "still_held", pain_texts.still_held(entry(), UNTIL)
    yield "again", pain_texts.again(entry(), UNTIL)
    yield "rest_first", pain_texts.rest_first(entry(), UNTIL)
    yield "hills", pain_texts.hills(entry(where="it band"), UNTIL)
    yield "morning", pain_texts.morning(entry(4, "morning"))
    yield "stop", pain_texts.stop(entry(6, "after", "sharp", "limp"), UNTIL)
    yield "easy_week", pain_texts.easy_week(entry(6), UNTIL)
    yield "swelling", pain_texts.swelling(entry(2, "after", "swelling"), UNTIL)
    yield "bone", pain_texts.bone(entry(1, where="shin"), UNTIL)
    yield "sore", pain_texts.sore(DAY)
    for sign in redflags.RED:
        yield f"red {sign}", pain_texts.red(entry(2, "after", sign), UNTIL)
    for sign in redflags.EMERGENCY:
        yield f"emergency {sign}", pain_texts.emergency(entry(2, "after", sign), UNTIL)
        yield f"emergency_text {sign}", redflags.emergency_text((sign,))
    for number, turns in enumerate(STAGES, start=1):
        yield f"stage {number}", pain_texts.stage(entry(), number, turns, UNTIL)
    for kind, *signs in (("stop", "limp"), ("swelling", "swelling"), ("bone",), ("red", "night")):
        yield f"stopped {kind}", pain_texts.stopped(episode(kind, *signs), UNTIL)
        for days in (3, 9):
            text = pain_texts.still_stopped(episode(kind, *signs), DAY + timedelta(days=days))
            yield f"still_stopped {kind} {days}", text
    yield "stopped emergency", pain_texts.stopped(episode("emergency", "fainting"), UNTIL)
    for where, text in pain_texts.TEMPLATES.items():
        yield f"template {where}", text
    yield "place", pain_texts.place(entry())
    yield "spot", pain_texts.spot(entry())


def of_questions():
    for name, one in (
        ("go", entry(1)),
        ("hold", entry(4)),
        ("stop", entry(7)),
        ("swelling", entry(2, "after", "swelling")),
        ("emergency", entry(2, "during", "chest-pain")),
    ):
        for number, line in enumerate(pain_ask.next_steps(one, DAY)):
            yield f"next {name} {number}", line
        for back in (1, 7):
            today = DAY + timedelta(days=back)
            told = PainPolicy().stories(Schedule(today=today), _nothing(today), Diary(entries=(one,)))
            stories = tuple(told)
            for number, line in enumerate(pain_ask.questions(stories)):
                yield f"asked {name} {back} {number}", line
            for story in stories:
                yield f"settled {name} {back}", pain_ask.settled(story)

    weeks = tuple(replace(entry(3), day=DAY - timedelta(days=back)) for back in (21, 15, 9, 3, 0))
    rising = tuple(replace(entry(3 - back), day=DAY - timedelta(days=back)) for back in (2, 1, 0))
    for name, reports in (("long", weeks), ("rising", rising)):
        yield from ((f"visit {name}", line) for line in pain_ask.visit(reports, DAY))
    for kind in aggravators.KINDS:
        more = aggravators.More(kind=kind, day=DAY, now=9000, before=3000)
        yield f"aggravators {kind.name}", aggravators.told(more, Unit.KM)


def _nothing(today):
    from surefoot.model import Settings
    from surefoot.rules.replay import replay

    return replay(Schedule(today=today), History(until=today), Diary(), Settings())


def of_the_rest():
    for name in ("TEMPLATE", "LOOK", "BONE", "SHARP"):
        yield f"triage {name}", getattr(triage, name)
    for group, words in (("spot", triage.SPOTS), ("worse", triage.WORSE), ("red", redflags.RED)):
        yield from ((f"triage {group} {one}", text) for one, text in words.items())
    for name in ("PAUSED", "REFERRED", "VISIT"):
        yield f"strength {name}", getattr(pool, name)
    yield from ((f"strength gate {gate}", text) for gate, text in pool.ASK.items())
    for one in conditions():
        yield from ((f"condition {one.id}: {sign}", sign) for sign in one.signs)
        if one.note:
            yield f"condition {one.id}", one.note
    for score in (2, 7):
        yield f"init {score}", init.pain(score)
    for name, entries in (
        ("ill", (Ill(day=DAY),)),
        ("fever", (Ill(day=DAY, fever=True),)),
        ("well", (Ill(day=DAY - timedelta(days=8)), Ill(day=DAY, well=True))),
        ("well after fever", (Ill(day=DAY - timedelta(days=8), fever=True), Ill(day=DAY, well=True))),
    ):
        given = illness.IllnessPolicy().review(
            Schedule(today=DAY), History(until=DAY), Diary(entries=entries)
        )
        yield from ((f"illness {name} {one.cause.split(':')[2]}", one.reason) for one in given)
    for name in ("PAIN", "PAIN_LINES"):
        if hasattr(card, name):
            yield f"card {name}", str(getattr(card, name))


def texts():
    return {
        name: " ".join(text.split()) for name, text in (*of_pain(), *of_questions(), *of_the_rest()) if text
    }


def written(found):
    return "".join(f"{name}\n    {text}\n" for name, text in sorted(found.items()))


def test_every_health_text_is_the_one_that_was_agreed():
    assert SNAPSHOT.read_text() == written(texts())


@pytest.mark.parametrize("name", sorted(texts()))
def test_a_health_text_uses_none_of_the_words_that_help_nobody(name):
    text = texts()[name].lower()
    found = {word for word in FORBIDDEN if re.search(rf"(?<![a-z]){re.escape(word)}", text)}

    assert found == set(ALLOWED.get(name, ()))


def test_every_function_that_makes_a_pain_text_is_in_the_list():
    made = {
        name
        for name, one in inspect.getmembers(pain_texts, inspect.isfunction)
        if one.__module__ == pain_texts.__name__ and not name.startswith("_")
    }

    assert made - {name.split(",")[0].split(" ")[0] for name, _ in of_pain()} == set()


def test_an_emergency_is_said_before_anything_about_the_plan():
    for sign in redflags.EMERGENCY:
        text = pain_texts.emergency(entry(2, "after", sign), UNTIL)

        assert text.index("Call your emergency number now.") < text.index("Surefoot")


if __name__ == "__main__":
    SNAPSHOT.write_text(written(texts()))

"""A report of pain is understood, stored as it was said, and answered with what comes next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, get_args

from surefoot.app.diary import log
from surefoot.app.work import Work
from surefoot.config.near import choices, did_you_mean
from surefoot.model import ConfigError, Pain
from surefoot.model.diary import Sign, When
from surefoot.model.workout import Side
from surefoot.rules.places import MEANT, PLACES, place_of
from surefoot.rules.redflags import EMERGENCY

SIDES: dict[str, Side] = {"left": "left", "right": "right", "both": "both"}
NOTED = "Noted. surefoot sync shows what follows from it."


def log_pain(
    work: Work, day: date, score: int, *, where: str = "", when: str = "during", signs: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """Store one report, and return what to say: an emergency first, then what to type next.

    Raises:
        ConfigError: the place, the time of day or a sign is unknown, the day is ahead, the score outside
            0 to 10. Nothing is stored then.
        Unavailable: the memory cannot be written.
    """
    from surefoot.rules.pain_ask import next_steps

    side, place = _where(work, where, signs)
    entry = Pain(
        day=day,
        where=place,
        side=side,
        score=score,
        when=_known(when, get_args(When), "--when"),
        signs=tuple(_known(one, get_args(Sign), "--sign") for one in signs),
    )
    template = _template(entry, work)
    log(work, entry)
    steps = (*next_steps(entry, work.today), *template)
    return (*steps, NOTED) if any(one in EMERGENCY for one in entry.signs) else (NOTED, *steps)


def _template(entry: Pain, work: Work) -> tuple[str, ...]:
    """With the first report of a place that holds: how to have strength for it, as a template, said once."""
    from surefoot.rules.pain_reading import CEILING, GO
    from surefoot.rules.pain_texts import TEMPLATES

    named = work.config.settings.strength.complaints
    if entry.where not in TEMPLATES or entry.signs or not GO < entry.score <= CEILING or named:
        return ()
    with work.store() as store:
        told = store.diary(work.today).entries
    known = any(isinstance(one, Pain) and one.where == entry.where and one.score > GO for one in told)
    return () if known else (TEMPLATES[entry.where],)


def _where(work: Work, words: str, signs: tuple[str, ...]) -> tuple[Side | None, str]:
    """Return side and place; without any words those of the last report."""
    if words.strip():
        return _side_and_place(words)
    with work.store() as store:
        told = [one for one in store.diary(work.today).entries if isinstance(one, Pain)]
    if told:
        return told[-1].side, told[-1].where
    if any(one in EMERGENCY for one in signs):
        return None, "chest" if "chest-pain" in signs else "calf" if "warm-calf" in signs else "back"
    raise ConfigError("where does it hurt?", where="--where", mend='as --where knee or --where "left knee"')


def _side_and_place(words: str) -> tuple[Side | None, str]:
    first, _, rest = words.strip().casefold().partition(" ")
    side = SIDES.get(first) if rest else None
    named = rest if side else words
    place = place_of(named)
    if place is None:
        mend = did_you_mean(named, (*PLACES, *MEANT), f"one of {choices(PLACES)}")
        raise ConfigError(f"{named.strip()!r} is no place Surefoot knows", where="--where", mend=mend)
    return side, place


def _known(word: str, words: tuple[Any, ...], where: str) -> Any:
    if word in words:
        return word
    mend = did_you_mean(word, words, f"one of {choices(words)}")
    raise ConfigError(f"{word!r} is unknown", where=where, mend=mend)


def asked(work: Work) -> tuple[str, ...]:
    """Return what to ask today about what was reported, and what is said once of what has settled.

    Raises:
        Unavailable: the memory cannot be read.
    """
    from surefoot.rules.pain_ask import is_settled_today, questions, settled, told

    with work.store() as store:
        diary = store.diary(work.today)
        schedule = store.accepted().schedule
        if schedule is None or not any(isinstance(one, Pain) for one in diary.entries):
            return ()
        history = work.history(store)
    seen = replace(schedule, today=work.today)
    stories = told(seen, history, diary, work.config.settings)
    return (*(settled(one) for one in stories if is_settled_today(one)), *questions(stories))


def alarm(work: Work) -> str:
    """Return what has to stand before anything else; "" for nothing.

    Raises:
        Unavailable: the memory cannot be read.
    """
    with work.store() as store:
        if not store.hurts(work.today - timedelta(days=7)):
            return ""
        diary = store.diary(work.today)
    from surefoot.rules.pain_ask import urgent

    return urgent(diary, work.today)

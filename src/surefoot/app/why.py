"""The whole story of one day: plan, decisions, limits, placement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from surefoot.app.accepted import accepted_schedule
from surefoot.model import (
    Anchor,
    Decision,
    Kind,
    Minted,
    PlanError,
    Reason,
    Schedule,
    Session,
    Settings,
    Workout,
)
from surefoot.schedule.arrange import days_off
from surefoot.schedule.dated import dated
from surefoot.schedule.refuse import Refusal, refusals
from surefoot.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One session of the day: as planned, as it stands, and each step between.

    ``planned`` is its day in the plan and ``wanted`` what the plan has there, where both are known;
    ``stands`` is false for a session that was dropped.
    """

    session: Session
    stands: bool
    planned: Minted | None
    wanted: Workout | None
    reasons: tuple[Reason, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """All sessions that stand, or stood, on a day, and what spoke against strength on it."""

    day: date
    stories: tuple[Story, ...]
    refusals: tuple[Refusal, ...]


def why(day: date, store: Store, settings: Settings, fixed: Anchor | None = None) -> Why:
    """Explain one day of the accepted schedule; ``fixed`` is what fixes the plan in the calendar.

    Raises:
        ConfigError: nothing was accepted yet.
    """
    schedule = accepted_schedule(store)
    minted = {one.uid: one for one in store.minted(None)}
    decisions = {one.id: one for one in store.decisions()}
    standing = (*days_off(settings, decisions.values()), *decisions.values())
    return Why(
        day=day,
        stories=tuple(_stories(day, schedule, minted, _wanted(store, settings, fixed), decisions)),
        refusals=refusals(day, schedule, decisions=standing, settings=settings),
    )


def _wanted(store: Store, settings: Settings, fixed: Anchor | None) -> dict[str, Workout]:
    """What the plan, as it was last accepted, has for each uid; nothing where it is dated otherwise now."""
    plan = store.plan()
    if plan is None or fixed is None:
        return {}
    try:
        on_days = dated(plan, fixed, week_starts=settings.runner.week_starts, before=store.minted(plan.id))
    except PlanError:
        return {}
    return {one.uid: one.workout for one in on_days.sessions}


def _stories(
    day: date,
    schedule: Schedule,
    minted: dict[str, Minted],
    wanted: dict[str, Workout],
    decisions: dict[str, Decision],
) -> Iterator[Story]:
    for stands, sessions in ((True, schedule.sessions), (False, schedule.dropped)):
        for one in sessions:
            planned = minted.get(one.uid)
            if one.day != day and (planned is None or planned.day != day):
                continue
            if one.workout.kind is Kind.REST:
                continue
            carried = (decisions.get(reason.decision) for reason in one.reasons if reason.decision)
            yield Story(
                session=one,
                stands=stands,
                planned=planned,
                wanted=wanted.get(one.uid),
                reasons=one.reasons,
                decisions=tuple(each for each in carried if each is not None),
            )

"""The runner's word: a decision that is stored, and that the next schedule keeps."""

from __future__ import annotations

from datetime import date

from surefoot.app.accepted import accepted_schedule
from surefoot.app.review import Review
from surefoot.app.work import Work
from surefoot.model import (
    Allow,
    ConfigError,
    Drop,
    Effect,
    Hold,
    Kind,
    Move,
    Off,
    Reason,
    Session,
    Wish,
)
from surefoot.rules import RULES
from surefoot.store import Store
from surefoot.text.days import day_name
from surefoot.text.dress import HEALTH


def wish(effect: Effect, work: Work) -> Wish:
    """Return the runner's instruction as it was given on the command line."""
    return Wish(effect=effect, seen=work.now, where="", uid=getattr(effect, "uid", None))


def move(store: Store, source: date, target: date, work: Work) -> tuple[Wish, ...]:
    """Move the run, or else whatever stands on ``source``, to ``target``.

    Raises:
        ConfigError: nothing stands there, several things do, or one of the days is past.
    """
    for day in (source, target):
        _refuse_past(day, work)
    session = _only(_standing(store, source), source)
    return (wish(Move(uid=session.uid, day=target), work),)


def skip(store: Store, since: date, until: date, work: Work) -> tuple[Wish, ...]:
    """Take out one day's sessions, or all training of several days.

    Raises:
        ConfigError: nothing stands on the day, or it is past.
    """
    _refuse_past(since, work)
    if since != until:
        return (wish(Off(since=since, until=until), work),)
    standing = _standing(store, since)
    if not standing:
        raise ConfigError(f"nothing is planned on {since}", mend="surefoot plan")
    return tuple(wish(Drop(uid=one.uid), work) for one in standing)


def allow(store: Store, rule: str, day: date, work: Work) -> tuple[Wish, ...]:
    """Set one rule aside for one day; a policy is named by its label, as its holds are.

    Raises:
        ConfigError: there is no such rule, or the day is past.
    """
    from difflib import get_close_matches

    _refuse_past(day, work)
    slugs = _slugs(store, work)
    if rule not in slugs:
        near = get_close_matches(rule, slugs, n=1)
        raise ConfigError(
            f"there is no rule {rule!r}",
            mend=f"did you mean {near[0]}?" if near else f"one of: {', '.join(slugs)}",
        )
    return (wish(Allow(rule=rule, day=day), work),)


def refuse_unkept(proposed: Review) -> None:
    """Refuse a move that something stands against, so that nothing is lost without a word.

    Raises:
        ConfigError: the session would not stand where it was put; names the rule and how to set it aside.
    """
    schedule = proposed.proposal.schedule
    stands = {one.uid: one for one in schedule.sessions}
    dropped = {one.uid: one for one in schedule.dropped}
    for one in proposed.proposal.decisions:
        effect = one.effect
        if not isinstance(effect, Move) or one.by != "runner":
            continue
        found = stands.get(effect.uid)
        if found is None or found.day != effect.day:
            session = found or dropped.get(effect.uid)
            against = [each for each in (session.reasons if session else ()) if each.decision != one.id]
            raise _against(effect.day, session, against[-1] if against else None, proposed)


def _against(day: date, session: Session | None, reason: Reason | None, proposed: Review) -> ConfigError:
    title = session.workout.title if session else "the session"
    if reason is None:
        return ConfigError(f"{title} cannot stand on {day_name(day)}", mend="surefoot why " + day.isoformat())
    off = next((one for one in proposed.active if one.id == reason.decision), None)
    if off is not None and isinstance(off.effect, Off) and off.set:
        what = f"{title} cannot stand on {day_name(day)}: you took that day off"
        return ConfigError(what, mend=f"to take that back: surefoot undo {off.set}")
    return ConfigError(
        f"{title} cannot stand on {day_name(day)}: {reason.rule}: {reason.text}",
        mend=f"to set that aside{_all_the_same(reason)}: surefoot allow {reason.rule} {day}",
    )


def _all_the_same(reason: Reason) -> str:
    """Setting aside what the body asks for is the last thing to offer."""
    return " all the same, where it feels right" if reason.rule in HEALTH else " first"


def _slugs(store: Store, work: Work) -> list[str]:
    """Every name that a limit, a policy or a hold goes by, also one whose plugin is not there today."""
    labels = {one.label for one in work.registry.policies(work.config)}
    holds = {one.effect.rule for one in store.decisions() if isinstance(one.effect, Hold)}
    named = [one.slug for one in RULES]
    return [*named, *sorted((labels | holds) - set(named))]


def _refuse_past(day: date, work: Work) -> None:
    if day < work.today:
        raise ConfigError(f"{day} is past", mend="what was done is read from your recordings")


def _standing(store: Store, day: date) -> tuple[Session, ...]:
    schedule = accepted_schedule(store)
    return tuple(one for one in schedule.sessions if one.day == day and one.workout.kind is not Kind.REST)


def _only(sessions: tuple[Session, ...], day: date) -> Session:
    """The one session that is meant: the day's run, where there is one."""
    runs = [one for one in sessions if one.workout.kind.is_run]
    chosen = runs or list(sessions)
    if len(chosen) == 1:
        return chosen[0]
    if not chosen:
        raise ConfigError(f"nothing is planned on {day}", mend="surefoot plan")
    names = ", ".join(one.workout.title for one in chosen)
    raise ConfigError(f"several sessions stand on {day}: {names}", mend=f"surefoot skip {day}, then move one")

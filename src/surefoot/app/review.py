"""The second step of sync: what should change, and why. Nothing is stored; a person may think for an hour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from surefoot.app.answered import answered_by
from surefoot.app.planfile import anchor, wanted_plan
from surefoot.app.restore import as_before
from surefoot.app.wishes import ahead_of, said
from surefoot.app.work import Work
from surefoot.load.size import easy_pace
from surefoot.model import (
    Advice,
    Decision,
    Diary,
    Finding,
    History,
    Hold,
    Minted,
    Plan,
    Programme,
    Proposal,
    Reason,
    Schedule,
    Session,
    Wish,
)
from surefoot.rules import past_findings, plan_findings
from surefoot.schedule.dated import Dated, dated
from surefoot.schedule.decide import Numbering, decide
from surefoot.schedule.diff import diff
from surefoot.schedule.limit import WeekLimit
from surefoot.schedule.outlook import Outlook, outlook
from surefoot.store import Accepted, Store
from surefoot.strength.programme import programme


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A proposal, and all that is needed to explain it.

    ``unheld`` is the schedule that would stand without any hold: what the plan itself comes to.
    ``active`` are all decisions that stand, the proposed ones included.
    """

    proposal: Proposal
    plan: Plan
    dated: Dated
    unheld: Schedule
    history: History
    active: tuple[Decision, ...]
    weeks: tuple[WeekLimit, ...]
    past: tuple[Finding, ...]
    accepted: Accepted
    programme: Programme

    @property
    def minted(self) -> tuple[Minted, ...]:
        """The uids to remember with this proposal."""
        return self.dated.minted

    @property
    def is_news(self) -> bool:
        """Whether accepting would change anything that is stored and shown."""
        kept = self.accepted.schedule
        if self.proposal.decisions or kept is None:
            return True
        return not self.left and _shown(kept) != _shown(self.proposal.schedule)

    @property
    def left(self) -> tuple[str, ...]:
        """The sets in which the runner said no to all that is proposed, if that is so."""
        if self.proposal.decisions or not self.proposal.changes:
            return ()
        return answered_by(self.proposal.changes, self.active)


def _shown(schedule: Schedule) -> tuple[object, ...]:
    sessions = [(one.uid, one.day, one.at, one.workout, one.reasons) for one in schedule.sessions]
    return tuple(sessions), tuple(one.uid for one in schedule.dropped)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """Everything a schedule is made of but the decisions."""

    wanted: tuple[Session, ...]
    kept: Schedule | None
    history: History
    programme: Programme
    work: Work

    def outlook(self, decisions: tuple[Decision, ...]) -> Outlook:
        return outlook(
            wanted=self.wanted,
            kept=self.kept,
            history=self.history,
            decisions=decisions,
            programme=self.programme,
            settings=self.work.config.settings,
            today=self.work.today,
        )


def review(work: Work, store: Store, *, wishes: Iterable[Wish] = (), without: str | None = None) -> Review:
    """Return what would be accepted now.

    Args:
        work: the folder and the day.
        store: its memory; nothing is written to it.
        wishes: what the runner asked for since; what cannot have any effect any more is left out.
        without: a set or a decision that counts as withdrawn: what undoing it would lead to.

    Raises:
        ConfigError: the settings name no plan, or a part that is not there.
        PlanError: the plan cannot be read or dated.
    """
    accepted = store.accepted()
    plan = wanted_plan(work.config, work.registry)
    on_days = dated(
        plan,
        anchor(work.config),
        week_starts=work.config.settings.runner.week_starts,
        before=store.minted(plan.id),
    )
    history = work.history(store)
    diary = store.diary(work.today)
    given = _Given(
        wanted=on_days.sessions,
        kept=as_before(accepted.schedule, store, without),
        history=history,
        programme=programme(work.config.settings, work.catalogue, diary=diary, today=work.today),
        work=work,
    )
    known = _known(store.decisions(), without, work)
    stored = tuple(one for one in known if one.withdrawn is None)
    word = tuple(one for one in stored if not isinstance(one.effect, Hold))
    unheld = given.outlook(word).schedule
    numbering = Numbering(next=store.next_decision(), set=store.next_set())
    due = ahead_of(wishes, unheld, accepted.schedule, today=work.today)
    wished = _granted(due, numbering, work)
    advised = decide(
        _advice(work, unheld, history, diary),
        known,
        today=work.today,
        now=work.now,
        numbering=Numbering(next=numbering.next + len(wished), set=numbering.set),
    )
    active = (*stored, *wished, *advised)
    ahead = given.outlook(active)
    proposal = Proposal(
        today=work.today,
        base=accepted.base,
        decisions=(*wished, *advised),
        schedule=ahead.schedule,
        changes=diff(accepted.schedule or unheld, ahead.schedule),
        findings=(*ahead.findings, *_plan_findings(ahead.schedule, on_days.first, history, work)),
    )
    return Review(
        proposal=proposal,
        plan=plan,
        dated=on_days,
        unheld=unheld,
        history=history,
        active=active,
        weeks=ahead.weeks,
        past=past_findings(ahead.schedule, history, work.config.settings, today=work.today, diary=diary),
        accepted=accepted,
        programme=given.programme,
    )


def _known(decisions: tuple[Decision, ...], without: str | None, work: Work) -> tuple[Decision, ...]:
    """Everything that was ever decided, the set or decision to leave out as if it were withdrawn now."""
    return tuple(
        replace(one, withdrawn=work.now) if without in (one.set, one.id) and one.withdrawn is None else one
        for one in decisions
    )


def _plan_findings(schedule: Schedule, first: date, history: History, work: Work) -> tuple[Finding, ...]:
    """What the rules that look at a plan alone say of the days ahead."""
    settings = work.config.settings
    ahead = tuple(one for one in schedule.sessions if one.day >= work.today)
    pace = easy_pace(history, settings, schedule.sessions)
    return plan_findings(ahead, settings, begins=first, easy_pace=pace)


def _advice(work: Work, unheld: Schedule, history: History, diary: Diary) -> Iterator[tuple[str, Advice]]:
    """Every policy's advice; one that breaks is a fault and costs the others nothing."""
    for policy in work.registry.policies(work.config):
        found: list[Advice] = []
        with work.registry.tolerate(policy.label, "reviewing the schedule"):
            found = list(policy.review(unheld, history, diary))
        yield from ((policy.label, one) for one in found)


def _granted(wishes: Iterable[Wish], numbering: Numbering, work: Work) -> tuple[Decision, ...]:
    """What the runner did in a calendar is an instruction like any other."""
    return tuple(
        Decision(
            id=f"d{numbering.next + place}",
            set=numbering.set,
            made=work.now,
            by="runner",
            effect=wish.effect,
            reason=Reason(rule="runner", text=said(wish, work.config.settings.runner.unit)),
        )
        for place, wish in enumerate(wishes)
    )

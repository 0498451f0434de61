"""Averages of daily load that platforms show. They inform; no limit and no trigger uses them.

The ratio of acute to chronic load was tied to fewer injuries, not more, in the largest cohort of
runners (Frandsen et al. 2025), is partly an artefact of arithmetic (Lolli et al. 2019) and has no
causal basis (Impellizzeri et al. 2020); monotony above 2 predicted nothing in the one public data set.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean, pstdev

from surefoot.load.runs import Run

CITATION = (
    "Williams et al. 2017 (weighted averages); Gabbett 2016 and Lolli et al. 2019 (ratio); "
    "Foster 1998 (monotony); fitness, fatigue and form as GoldenCheetah computes them"
)
ACUTE, CHRONIC, FATIGUE, FITNESS = 7, 28, 7, 42


@dataclass(frozen=True, slots=True, kw_only=True)
class Averages:
    """Advisory numbers at the end of a row of days, in its own unit a day (metres a day, for runs).

    None where the days known are fewer than the formula needs, or it would divide by zero.

    - ``acute``: mean of the last 7 days. ``chronic``: mean of the last 28, the 7 among them.
      ``before``: mean of the 21 days before the last 7.
    - ``coupled`` = acute / chronic. ``uncoupled`` = acute / before. Of the same days, with coupled c
      and uncoupled u: c = 4u / (3 + u).
    - ``weighted`` = E(7) / E(28), with E by ``weighted_average``.
    - ``fitness`` and ``fatigue``: ``decaying_average`` over 42 and 7 days. ``form`` is yesterday's
      fitness less yesterday's fatigue.
    - ``monotony`` = mean / population standard deviation of the last 7 days, rest days as 0 (with the
      sample's deviation it would be 8 % lower). ``strain`` = sum of the 7 days × monotony.
    """

    acute: float | None = None
    chronic: float | None = None
    before: float | None = None
    coupled: float | None = None
    uncoupled: float | None = None
    weighted: float | None = None
    fitness: float | None = None
    fatigue: float | None = None
    form: float | None = None
    monotony: float | None = None
    strain: float | None = None


def averages(daily: Sequence[int]) -> Averages:
    """Return all averages of a row of daily loads, oldest first, one a day, rest days as 0."""
    acute = _mean_of_last(daily, ACUTE)
    chronic = _mean_of_last(daily, CHRONIC)
    before = _mean_of_last(daily[:-ACUTE], CHRONIC - ACUTE)
    yesterday = daily[:-1]
    monotony = _monotony(daily[-ACUTE:]) if len(daily) >= ACUTE else None
    is_settled = len(daily) >= CHRONIC
    return Averages(
        acute=acute,
        chronic=chronic,
        before=before,
        coupled=_ratio(acute, chronic),
        uncoupled=_ratio(acute, before),
        weighted=_ratio(weighted_average(daily, ACUTE), weighted_average(daily, CHRONIC))
        if is_settled
        else None,
        fitness=decaying_average(daily, FITNESS),
        fatigue=decaying_average(daily, FATIGUE),
        form=_difference(decaying_average(yesterday, FITNESS), decaying_average(yesterday, FATIGUE)),
        monotony=monotony,
        strain=None if monotony is None else sum(daily[-ACUTE:]) * monotony,
    )


def weighted_average(daily: Sequence[int], days: int) -> float | None:
    """Return the exponentially weighted average of Williams et al. (2017).

    E(t) = λ L(t) + (1 - λ) E(t-1) with λ = 2 / (days + 1): 0.25 for 7 days, 0.0690 for 28. The first
    E is the mean of the first ``days`` days, because a start at 0 takes months to be forgotten.
    """
    return _smooth(daily, 2 / (days + 1), seed=days)


def decaying_average(daily: Sequence[int], days: int) -> float | None:
    """Return the average that decays with time constant ``days``, as GoldenCheetah computes it.

    A(t) = L(t) (1 - e^(-1/days)) + A(t-1) e^(-1/days): today's load weighs 0.0235 for 42 days and
    0.1331 for 7. (The form 1/days that TrainingPeaks publishes gives 0.0238 and 0.1429.) The first A
    is the mean of the first ``days`` days.
    """
    return _smooth(daily, -math.expm1(-1 / days), seed=days)


def by_day(runs: Iterable[Run], since: date, until: date) -> tuple[int, ...]:
    """Return the metres run on each day from ``since`` to ``until``, both included."""
    metres = [0] * ((until - since) // timedelta(days=1) + 1)
    for run in runs:
        if since <= run.day <= until:
            metres[(run.day - since).days] += run.metres
    return tuple(metres)


def _smooth(daily: Sequence[int], share: float, *, seed: int) -> float | None:
    if not daily:
        return None
    value = fmean(daily[:seed])
    for load in daily:
        value += share * (load - value)
    return value


def _mean_of_last(daily: Sequence[int], days: int) -> float | None:
    return fmean(daily[-days:]) if len(daily) >= days else None


def _monotony(week: Sequence[int]) -> float | None:
    return _ratio(fmean(week), pstdev(week))


def _ratio(above: float | None, below: float | None) -> float | None:
    return above / below if above is not None and below else None


def _difference(one: float | None, other: float | None) -> float | None:
    return one - other if one is not None and other is not None else None

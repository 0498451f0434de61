"""One session's tokens to a workout: what is said of the whole, then its parts."""

from __future__ import annotations

from dataclasses import replace

from surefoot.model import Kind, Repeat, Step, Unit, Workout
from surefoot.text.heads import Total, check_measure, kind_of, total_of
from surefoot.text.naming import Steps, named
from surefoot.text.parts import Parts, aims_of, is_amount
from surefoot.text.structure import COOLDOWN, HILLY, WARMUP, extent, implied, meaning
from surefoot.text.tokens import Token, refuse
from surefoot.text.words import ROLES, Word


def session(found: list[Token], source: str, unit: Unit) -> Workout:
    """Return the workout that one session's tokens describe.

    Raises:
        PlanError: they describe none, with the character where it goes wrong.
    """
    titles = [token for token in found if token.sort == "title"]
    notes = " ".join(token.text for token in found if token.sort == "note")
    rest = [token for token in found if token.sort not in ("title", "note")]
    if not rest:
        refuse("it is not said what to do", source, found[0].at, "write it as 8k easy")
    if len(titles) > 1:
        refuse("a session has one title", source, titles[1].at, "keep one of them")
    head, body, literal = _divided(rest, source)
    workout = _structured(head, body, source, unit, literal=literal) if body else _plain(head, source, unit)
    return replace(workout, title=titles[0].text if titles else workout.title, notes=notes)


def _divided(rest: list[Token], source: str) -> tuple[list[Token], list[Token], bool]:
    """Part what is said of the whole from the parts; after a colon nothing is added to them."""
    colon = next((n for n, token in enumerate(rest) if token.sort == "colon"), None)
    if colon is not None:
        if colon + 1 == len(rest):
            refuse(
                "nothing follows the colon",
                source,
                rest[colon].at,
                "write the parts, as 2k warmup, 5k @tempo",
            )
        return rest[:colon], rest[colon + 1 :], True
    if not any(token.sort in ("times", "comma") or _is_end(token) for token in rest):
        return rest, [], False
    size = _head_size(rest)
    if size == len(rest):
        refuse("the parts are not said", source, rest[-1].at, "write them as 6x800m @5k r 90s")
    return rest[:size], rest[size:], False


def _is_end(token: Token) -> bool:
    """Whether a word names a session's first or last part, so that the session has parts."""
    return token.sort == "word" and ROLES.get((token.text,)) in ("warmup", "cooldown")


def _head_size(rest: list[Token]) -> int:
    """Count the tokens before the first part: words, and a length that further lengths follow."""
    at = 0
    while at < len(rest):
        if _is_word(rest, at):
            at += 1
        elif is_amount(rest, at) and (after := _after_total(rest, at)):
            at = after
        else:
            break
    return at


def _is_word(rest: list[Token], at: int) -> bool:
    return at < len(rest) and rest[at].sort == "word" and rest[at].text != "lap" and not _is_end(rest[at])


def _after_total(rest: list[Token], at: int) -> int:
    """Return where the tokens go on after a total that begins at ``at``, 0 where that is no total."""
    after = at + 1
    if after < len(rest) and rest[after].sort == "dash" and is_amount(rest, after + 1):
        after += 2
    words = after
    while _is_word(rest, words):
        words += 1
    if is_amount(rest, after) or _starts_repeat(rest, after):
        return after
    return words if _starts_repeat(rest, words) else 0


def _starts_repeat(rest: list[Token], at: int) -> bool:
    return at + 1 < len(rest) and rest[at].sort == "number" and rest[at + 1].sort == "times"


def _structured(head: list[Token], body: list[Token], source: str, unit: Unit, *, literal: bool) -> Workout:
    parts = Parts(body, source, unit, hills=any(token.text in HILLY for token in (*head, *body)))
    steps = parts.all()
    total = total_of(head, source, unit)
    word = kind_of([*head, *parts.kinds], source) or implied(steps)
    if not word.kind.is_run:
        refuse(
            f"{word.title.lower()} has no parts", source, body[0].at, "write parts for a run, nothing else"
        )
    targets = [token for token in head if token.sort == "target"]
    if targets:
        refuse("an @ belongs to a part", source, targets[0].at, "write it after the part's length")
    if not literal and word.kind is Kind.QUALITY and len(steps) == 1 and isinstance(steps[0], Repeat):
        steps = (WARMUP, *steps, COOLDOWN)
    if not total.given:
        metres, seconds = extent(steps)
        total = Total(metres=metres, seconds=seconds)
    return _workout(word, total, steps)


def _plain(head: list[Token], source: str, unit: Unit) -> Workout:
    word = kind_of(head, source) or meaning(Kind.EASY, "")
    total = total_of(head, source, unit)
    check_measure(word, total, head, source)
    if not total.given:
        total = Total(metres=word.metres)
    targets = [token for token in head if token.sort == "target"]
    return _workout(word, total, _aimed(word, total, targets, source, unit) if targets else ())


def _aimed(word: Word, total: Total, targets: list[Token], source: str, unit: Unit) -> Steps:
    """Return the parts of ``8k tempo @4:30/km``: the total of quality holds its warm-up and cool-down."""
    at = targets[0].at
    effort, text = aims_of(targets, source, unit)
    if not word.kind.is_run or not total.given:
        refuse("this @ belongs to no length", source, at, "write it as 8k easy @6:30/km")
    work = Step(
        metres=total.metres, seconds=None if total.metres else total.seconds, effort=effort, text=text
    )
    if word.kind is not Kind.QUALITY:
        return (work,)
    ends = (WARMUP.metres or 0) + (COOLDOWN.metres or 0)
    if total.metres is None or total.metres <= ends:
        refuse("it is not said what the @ is for", source, at, "write 2k warmup, 20min @5k, 1k cooldown")
    return (WARMUP, replace(work, metres=total.metres - ends), COOLDOWN)


def _workout(word: Word, total: Total, steps: Steps) -> Workout:
    return Workout(
        kind=word.kind,
        title=named(word.kind, word.focus, word.title, steps),
        metres=total.metres,
        upto=total.upto,
        seconds=total.seconds,
        focus=word.focus,
        steps=steps,
    )

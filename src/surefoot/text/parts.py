"""The parts of a structured session: steps, repetitions, and the recoveries between them."""

from __future__ import annotations

from dataclasses import dataclass, field

from surefoot.model import Effort, Kind, Repeat, Step, Unit
from surefoot.model.workout import Role
from surefoot.text.heads import phrase, unknown
from surefoot.text.naming import Steps
from surefoot.text.structure import MOST_TIMES, recovery
from surefoot.text.targets import parse_target
from surefoot.text.tokens import Token, located, refuse
from surefoot.text.units import parse_distance, parse_duration
from surefoot.text.words import AIMS, BETWEEN, FILLERS, ROLES, WORDS

TRACK = 50
"""A bare number of a repetition is metres from here on: ``8x400`` [H]."""

_SHORT = frozenset(("r", "rec"))
"""Recoveries that may stand after a comma as well: ``6x800m, r 90s``."""
_GAITS = frozenset(("run", "walk"))


def is_amount(found: list[Token], at: int) -> bool:
    """Whether a length stands at ``at``: not the count of a repetition."""
    if at >= len(found):
        return False
    if found[at].sort == "number":
        return at + 1 >= len(found) or found[at + 1].sort != "times"
    return found[at].sort in ("distance", "time") or found[at].text == "lap"


def aims_of(targets: list[Token], source: str, unit: Unit) -> tuple[Effort | None, str]:
    """Return the effort and the words that one part's ``@``s say.

    Raises:
        PlanError: two of the same sort.
    """
    effort: Effort | None = None
    text = ""
    for token in targets:
        with located(source, token.at):
            aim = parse_target(token.text, unit)
        if (effort is not None) if isinstance(aim, Effort) else text:
            refuse("a second @ of the same sort", source, token.at, "keep one of them")
        effort, text = (aim, text) if isinstance(aim, Effort) else (effort, aim)
    return effort, text


@dataclass(slots=True)
class Parts:
    """Reads the parts from the tokens after the head; ``kinds`` collects words that speak of the whole."""

    found: list[Token]
    source: str
    unit: Unit
    hills: bool = False
    kinds: list[Token] = field(default_factory=list)
    at: int = 0

    def all(self) -> Steps:
        """Return every part.

        Raises:
            PlanError: something is no part, with its character.
        """
        steps: list[Step | Repeat] = []
        while True:
            steps += self._part()
            if self.at >= len(self.found):
                return tuple(steps)
            self._expect("comma", "parts are joined by commas, sessions by +")

    def _sort(self, ahead: int = 0) -> str:
        return self.found[self.at + ahead].sort if self.at + ahead < len(self.found) else ""

    def _stop(self, what: str, mend: str) -> None:
        token = self.found[min(self.at, len(self.found) - 1)]
        refuse(what, self.source, token.at, mend)

    def _expect(self, sort: str, mend: str) -> Token:
        if self._sort() != sort:
            said = (
                "the text ends too soon"
                if not self._sort()
                else f"{self.found[self.at].text!r} is not expected here"
            )
            self._stop(said, mend)
        self.at += 1
        return self.found[self.at - 1]

    def _part(self) -> list[Step | Repeat]:
        if self._sort() == "number" and self._sort(1) == "times":
            return [self._repeat()]
        steps = self._sequence()
        if self._sort() != "times":
            return list(steps)
        self.at += 1
        return [self._repeated(self._times(), steps)]

    def _times(self) -> int:
        token = self._expect("number", "write how often, as 6x800m")
        if not token.text.isdigit() or not 1 <= int(token.text) <= MOST_TIMES:
            refuse(
                f"{token.text} times", self.source, token.at, f"write a whole number from 1 to {MOST_TIMES}"
            )
        return int(token.text)

    def _repeat(self) -> Repeat:
        times = self._times()
        self.at += 1
        if self._sort() != "open":
            steps = self._sequence(track=True)
            if self._sort() == "comma" and self._sort(1) == "word" and self.found[self.at + 1].text in _SHORT:
                self.at += 1
                steps += self._sequence(track=True)
            return self._repeated(times, self._recovered(steps))
        self.at += 1
        steps = [self._step(track=True)]
        while self._sort() == "comma":
            self.at += 1
            steps.append(self._step(track=True))
        self._expect("close", "repetitions hold lengths joined by commas, and a )")
        return Repeat(times=times, steps=tuple(steps))

    def _recovered(self, steps: list[Step]) -> list[Step]:
        """Let no second length pass that does not say what it is: in ``8x400 5k`` it may be a pace."""
        if any(step.role == "work" and not step.text for step in steps[1:]):
            self.at -= 1
            self._stop("two lengths in a repetition", "write 8x400m @5k r 200m, or 8x(400m, 200m jog)")
        return steps

    def _repeated(self, times: int, steps: list[Step]) -> Repeat:
        if len(steps) == 1:
            steps = [*steps, recovery(steps[0], hills=self.hills)]
        return Repeat(times=times, steps=tuple(steps))

    def _sequence(self, *, track: bool = False) -> list[Step]:
        steps = [self._step(track=track)]
        while is_amount(self.found, self.at) or self._leads():
            steps.append(self._step(track=track))
        return steps

    def _leads(self) -> bool:
        """Whether a word stands here that says what the length after it is for: ``r 90s``."""
        role = self._role()
        return bool(role) and is_amount(self.found, self.at + len(role))

    def _role(self) -> tuple[str, ...]:
        known = phrase(self.found, self.at, dict(ROLES))
        if not known and self._sort() == "word" and self.found[self.at].text in BETWEEN:
            return (self.found[self.at].text,)
        return known

    def _step(self, *, track: bool) -> Step:
        role: Role | None = None
        if self._leads():
            lead = self._role()
            role = ROLES.get(lead, "recovery")
            self.at += len(lead)
        gait = self._gait()
        metres, seconds = self._amount(track=track and role is None)
        role, text, targets = self._said(role, gait)
        effort, aim = aims_of(targets, self.source, self.unit)
        return Step(role=role, metres=metres, seconds=seconds, effort=effort, text=aim or text)

    def _gait(self) -> str:
        """Read the ``run`` or ``walk`` that stands before its length: ``run 1k, walk 400m``."""
        if (
            self._sort() == "word"
            and self.found[self.at].text in _GAITS
            and is_amount(self.found, self.at + 1)
        ):
            self.at += 1
            return self.found[self.at - 1].text
        return ""

    def _amount(self, *, track: bool) -> tuple[int | None, int | None]:
        if not is_amount(self.found, self.at):
            self._no_amount()
        token = self.found[self.at]
        self.at += 1
        if token.text == "lap":
            return None, None
        with located(self.source, token.at):
            if token.sort == "time":
                return None, parse_duration(token.text)
            bare = "m" if track and token.text.isdigit() and int(token.text) >= TRACK else ""
            return parse_distance(token.text + bare, self.unit), None

    def _no_amount(self) -> None:
        if self._sort() == "word":
            unknown(self.found[self.at], self.source)
        if self._sort() == "dash":
            self._stop("a length is not negative", "take the - away")
        self._stop("a part has no length", "write it as 800m or 90s")

    def _said(self, role: Role | None, text: str) -> tuple[Role, str, list[Token]]:
        """Read what follows a length: what the part is for, words and targets."""
        role = role or ("recovery" if text == "walk" else None)
        targets: list[Token] = []
        while (
            self._sort() in ("word", "target")
            and not is_amount(self.found, self.at)
            and not self._breaks(role)
        ):
            token = self.found[self.at]
            known = self._role()
            self.at += len(known) or 1
            if token.sort == "target":
                targets.append(token)
            elif known and role in (None, "recovery"):
                role = ROLES.get(known, "recovery")
            elif token.text in AIMS and not text:
                text, role = token.text, role or ("recovery" if token.text == "walk" else None)
            elif not known:
                self._other(token)
        return role or "work", text, targets

    def _breaks(self, role: Role | None) -> bool:
        """Whether the word here begins the next step, as ``r`` and ``jog 200m`` after a repetition."""
        return role is None and self._leads() and self.found[self.at].text in BETWEEN

    def _other(self, token: Token) -> None:
        known = phrase(self.found, self.at - 1, dict(WORDS))
        if known and WORDS[known].kind in (Kind.QUALITY, Kind.EASY, Kind.LONG):
            self.kinds += self.found[self.at - 1 : self.at - 1 + len(known)]
            self.at += len(known) - 1
        elif token.text not in FILLERS:
            unknown(token, self.source)

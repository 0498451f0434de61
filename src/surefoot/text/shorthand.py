"""The session shorthand: one small language wherever a person writes a session.

``8k easy``, ``6x800m @5k r 90s``, ``2min run 1min walk x 10``, ``race 21.1k``, ``strength 30min``, several
in one day joined by ``+``. The grammar is in ``docs/reference/shorthand.md``.
"""

from __future__ import annotations

from surefoot.model import PlanError, Unit, Workout
from surefoot.text.reading import session
from surefoot.text.tokens import Token, refuse, tokens
from surefoot.text.writing import written


def parse(text: str, unit: Unit) -> tuple[Workout, ...]:
    """Return the sessions that one day's text describes; a bare number takes ``unit``.

    Raises:
        PlanError: it describes none, with the character where it goes wrong and, for an unknown word,
            the nearest that is known.
    """
    if not text.strip():
        raise PlanError("nothing is written here", mend="write a session, as 8k easy, or rest")
    source = text.strip()
    return tuple(session(group, source, unit) for group in _groups(source))


def _groups(text: str) -> list[list[Token]]:
    groups: list[list[Token]] = [[]]
    for token in tokens(text):
        if token.sort != "join":
            groups[-1].append(token)
        elif not groups[-1]:
            refuse(
                "nothing stands before this",
                text,
                token.at,
                "write a session on both sides, as 8k easy + strength",
            )
        else:
            groups.append([])
    if not groups[-1]:
        refuse("nothing follows at the end", text, len(text) - 1, "take the last sign away")
    return groups


def write(workout: Workout, unit: Unit) -> str:
    """Return the workout's canonical text, which ``parse`` reads back.

    What the shorthand cannot hold, as doses, is left out: compare with what ``parse`` returns to know.
    """
    return written(workout, unit)

"""Did you mean: the nearest of the names that are known."""

from __future__ import annotations

from collections.abc import Iterable


def near(word: str, known: Iterable[str]) -> str | None:
    """Return the known name that ``word`` was most likely meant to be."""
    from difflib import get_close_matches

    spelt = {_plain(one): one for one in sorted(known, reverse=True)}
    found = get_close_matches(_plain(word), list(spelt), n=1, cutoff=0.6)
    return spelt[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return the question as a sentence of its own, or ``otherwise`` where nothing is near."""
    names = tuple(known)
    found = near(word, names)
    return f"did you mean {found}?" if found else otherwise


def choices(known: Iterable[str]) -> str:
    """Return the names as one list, in order of the alphabet."""
    return ", ".join(sorted(known)) or "none"


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-")

"""Lists of known words in the settings, with the nearest one where a word is not known."""

from __future__ import annotations

from collections.abc import Iterable

from surefoot.config.convert import found
from surefoot.config.near import choices, did_you_mean
from surefoot.model import ConfigError
from surefoot.settings.readers import Reader
from surefoot.strength.vocabulary import COMPLAINTS


def some_of(what: str, known: Iterable[str]) -> Reader:
    """Return the reader of a list of words, all of them known; kept in its order, each once."""
    words = tuple(known)

    def read(raw: object) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_one(what, one, words) for one in _listed(raw, words[0])))

    return read


def complaints(raw: object) -> tuple[str, ...]:
    """Read a list of complaints by id, or by one of the names that runners have for them."""
    return tuple(dict.fromkeys(complaint(one) for one in _listed(raw, "pfp")))


def complaint(word: str) -> str:
    """Return the id of the complaint that ``word`` names.

    Raises:
        ConfigError: none is called so; names the nearest.
    """
    plain = word.strip().casefold()
    if plain in COMPLAINTS:
        return plain
    # The other names stand in the data, which is read for nothing else here: ids alone cost no time.
    from surefoot.catalogue import conditions

    known = [one for one in conditions() if one.id in COMPLAINTS]
    names = {name.casefold(): one.id for one in known for name in (one.id, one.name, *one.names)}
    bare = {_bare(name): found for name, found in names.items()}
    if _bare(plain) not in bare:
        mend = did_you_mean(plain, names, f"it takes: {choices(COMPLAINTS)}")
        raise ConfigError(f"there is no complaint {word!r}", mend=mend)
    return bare[_bare(plain)]


def _bare(name: str) -> str:
    """Nobody looks for an apostrophe, and a hyphen is a space to most."""
    return name.replace("'", "").replace("’", "").replace("-", " ")


def _one(what: str, word: str, known: tuple[str, ...]) -> str:
    plain = word.strip().casefold().replace("_", "-").replace(" ", "-")
    if plain not in known:
        mend = did_you_mean(plain, known, f"it takes: {choices(known)}")
        raise ConfigError(f"there is no {what} {word!r}", mend=mend)
    return plain


def _listed(raw: object, example: str) -> list[str]:
    if not isinstance(raw, list) or not all(isinstance(one, str) for one in raw):
        raise ConfigError(f'expected a list of words, as ["{example}"], found {found(raw)}')
    return raw

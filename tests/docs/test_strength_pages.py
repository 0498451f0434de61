"""The pages about strength are made of the data, and the articles' rules are all there."""

import importlib
import re
import tomllib
from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path

import pytest

from surefoot.catalogue import load
from surefoot.model import Diary, Lifted, Settings, Strength
from surefoot.rules import POLICIES
from surefoot.strength.programme import programme
from surefoot.strength.vocabulary import COMPLAINTS
from surefoot.text.card import amount, exercise_card

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"
CATALOGUE = load()
TODAY = date(2027, 1, 25)
INFORMATION = "information only: "


def toml(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


RULES = toml(REFERENCE / "articles.toml")
CONTRADICTIONS = toml(REFERENCE / "contradictions.toml")
IDS = toml(ROOT / "tests" / "data" / "mission_ids.toml")
GROUPS = {
    "L": "Running load",
    "P": "Pain",
    "Q": "Stages and return",
    "D": "Doses and progression",
    "X": "Choice of exercises and form",
    "T": "Tests and triage",
    "R": "When somebody is asked",
    "M": "Mobility and what is passive",
    "N": "Food, sleep, shoes",
    "A": "Keeping at it",
    "K": "What is explained",
}


def articles_page():
    lines = [
        "# What the five articles ask for",
        "",
        "Surefoot's strength and its answer to pain rest on five articles for runners, 000 to 004. Here is",
        f"every rule they come to ({len(RULES)}) and every exercise they name ({len(IDS['exercises'])}), in",
        "our own words, with the place that does it, or why it is information only. Where they disagree:",
        "[contradictions.md](contradictions.md). The exercises themselves: [exercises.md](exercises.md).",
    ]
    for group, title in GROUPS.items():
        lines += ["", f"## {title}", "", "| id | rule | place |", "| --- | --- | --- |"]
        for name, row in RULES.items():
            if name.startswith(group):
                lines.append(
                    f"| {name} | {row['rule']} | {'; '.join(_shown(one) for one in row['places'])} |"
                )
    lines += ["", "## Exercises", "", "| id | place |", "| --- | --- |"]
    lines += [f"| {name} | {_exercise_place(CATALOGUE[name])} |" for name in IDS["exercises"]]
    return "\n".join(lines) + "\n"


def _shown(place):
    kind, _, rest = place.partition(" ")
    return place if place.startswith(INFORMATION) else f"{kind} `{rest}`"


def _exercise_place(one):
    if one.unscheduled:
        return f"{INFORMATION}{one.unscheduled}"
    if one.kind == "mobility":
        return 'an aid after a session, with `mobility = "after"`'
    stages = [each.id for each in CATALOGUE.conditions for phase in each.phases if one.id in phase.exercises]
    named = ", ".join(dict.fromkeys(stages))
    return f"data/exercises.toml `[{one.id}]`{f'; for {named}' if named else ''}"


def contradictions_page():
    lines = [
        "# Where the articles disagree",
        "",
        "Which article stands where, and what Surefoot makes of it. A setting has a default; the names are",
        "those of [settings.md](settings.md).",
    ]
    for name, one in CONTRADICTIONS.items():
        lines += ["", f"## {name} {one['topic']}", "", f"What they say: {one['sides']}", "", one["done"]]
        if "setting" in one:
            lines += ["", f"Setting: `{one['setting']}`, by default `{_toml(_default(one['setting']))}`."]
    return "\n".join(lines) + "\n"


def _default(name):
    *table, key = name.split(".")
    if table[0] == "strength":
        return getattr(Strength(), key)
    (policy,) = [one for one in POLICIES if one.use == table[1]]
    return getattr(policy, key)


def _toml(value):
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


def exercises_page():
    lines = [
        "# Exercises and complaints",
        "",
        "`surefoot strength NAME` shows one of them with its cues; `surefoot strength --all` lists them. A",
        "dose is where one begins. Where it comes from is on the card: an article's number, or our default.",
        "",
        "## What can be named in `complaints`",
        "",
        "It is what you would say yourself, or what somebody qualified told you: a way to train, no verdict.",
        "",
        "| id | name | also | where |",
        "| --- | --- | --- | --- |",
    ]
    for name in COMPLAINTS:
        one = CATALOGUE.condition(name)
        lines.append(f"| `{one.id}` | {one.name} | {', '.join(one.names)} | {one.where} |")
    lines += ["", "How it is told, and what often makes it worse:", ""]
    for name in COMPLAINTS:
        one = CATALOGUE.condition(name)
        told = ["; ".join(one.signs)] if one.signs else []
        worse = ", ".join(each.replace("-", " ") for each in one.aggravators)
        told += [f"worse with {worse}"] if worse else []
        lines += [f"- `{one.id}`: {'; '.join(told)}."] if told else []
    lines += [
        "",
        "## Exercises",
        "",
        "| id | name | dose | movement | needs |",
        "| --- | --- | --- | --- | --- |",
    ]
    for one in sorted(CATALOGUE.exercises, key=lambda one: one.id):
        if not one.unscheduled:
            lines.append(f"| `{one.id}` | {one.name} | {_dose(one)} | {one.pattern} | {_needs(one)} |")
    lines += ["", "For information:", ""]
    lines += [f"- `{one.id}`: {one.unscheduled}" for one in CATALOGUE.exercises if one.unscheduled]
    return "\n".join(lines) + "\n" + OWN


def _dose(one):
    return exercise_card(one, CATALOGUE).splitlines()[0].removeprefix(f"{one.name}  ")


def _needs(one):
    ways = [", ".join(way) for way in (one.equipment, one.alternative) if way]
    return " or ".join(ways)


OWN = """
## Your own exercises

A file `exercises.toml` in the training folder adds exercises. They are shown, logged and chosen like the
others; `favourites = ["stair-lunge"]` in `[strength]` puts one first in its place.

```toml
[stair-lunge]                        # its id: lower case, with - between words
name = "Lunge on the stairs"
load = "heavy"                       # heavy, moderate or light
pattern = "lunge"                    # the movement: see the table above
cues = ["Two steps up, slowly down."]  # one or two lines
sets = 3
reps = 8                             # or seconds = "30 s" for a hold
reps_to = 10                         # where the load rises
rest = "60 s"
side = "each"                        # each leg; left out: both together
equipment = ["step"]
easier = ["split-squat"]             # ids, of your own or of Surefoot's
```

A word that is not known, a wrong unit or a ladder that leads back to where it began is refused with its
place; until it is mended nothing is scheduled and nothing is lost.
"""

RUNNERS = {
    "Nothing heavier than a rucksack": {"equipment": ("rucksack", "band", "step")},
    "A gym": {
        "equipment": ("weights", "bench", "cable", "leg-press", "band", "anchor", "step"),
        "minutes": 45,
    },
    "Twelve minutes": {"minutes": 12, "sessions": 3, "equipment": ("band", "step")},
}
WHY = {
    "Nothing heavier than a rucksack": (
        "The rucksack is filled up to 10 kg. After that an exercise is done on one leg instead of with more."
    ),
    "A gym": (
        "The load goes on rising, 2.5 kg at a time, so an exercise stays longer and one leg comes later. The "
        "cable does the inner thigh, and 45 minutes leave every set in."
    ),
    "Twelve minutes": (
        "Four exercises are left: knee, hip, and the calf with a long and a bent knee. Three short sessions "
        "a week make up for some of it; holds, balance and the core are what is missing."
    ),
}


def programmes_page():
    lines = [
        "# Three programmes, and why they differ",
        "",
        "The same runner, nothing hurts. The first week, then the week after twelve sessions that reached",
        "the top of their ranges. Made by Surefoot, and checked by a test.",
    ]
    for name, given in RUNNERS.items():
        lines += ["", f"## {name}", "", WHY[name], "", "```toml", "[strength]"]
        lines += [f"{key} = {_written(value)}" for key, value in given.items()]
        lines += ["```"]
        for title, diary in (("The first week", Diary()), ("After twelve sessions", _twelve(given))):
            lines += ["", f"{title}:", "", "```", *_week(given, diary), "```"]
    lines += ["", *SAME]
    return "\n".join(lines) + "\n"


SAME = (
    "What is the same: knee and hip in every session, the calf pair, a squat, hinge or lunge, and something",
    "like running after the first four weeks. [exercises.md](../reference/exercises.md) has all of them,",
    "[articles.md](../reference/articles.md) says who asks for what.",
)


def _written(value):
    return f"[{', '.join(map(_toml, value))}]" if isinstance(value, tuple) else _toml(value)


def _made(given, diary):
    return programme(Settings(strength=Strength(**given)), CATALOGUE, diary=diary, today=TODAY)


def _twelve(given):
    """Twelve sessions, a and b in turn, each done at the top of its ranges."""
    entries = ()
    for place in range(12):
        day = TODAY - timedelta(days=2 * (12 - place))
        made = programme(
            Settings(strength=Strength(**given)), CATALOGUE, diary=Diary(entries=entries), today=day
        )
        slot = made.slots[place % len(made.slots)]
        entries += tuple(_did(dose, day) for dose in slot.workout.doses)
    return Diary(entries=entries)


def _did(dose, day):
    one = CATALOGUE[dose.exercise]
    return Lifted(
        day=day,
        exercise=one.id,
        reps=one.reps_to or one.reps,
        seconds=None if one.reps else one.seconds_to or one.seconds,
        load_g=dose.load_g,
    )


def _week(given, diary):
    for slot in _made(given, diary).slots:
        yield f"{slot.key}  {slot.workout.title}"
        for dose in slot.workout.doses:
            yield f"   {CATALOGUE[dose.exercise].name:<36}{amount(dose, CATALOGUE[dose.exercise])}"


PAGES = {
    REFERENCE / "articles.md": articles_page,
    REFERENCE / "contradictions.md": contradictions_page,
    REFERENCE / "exercises.md": exercises_page,
    ROOT / "docs" / "why" / "programmes.md": programmes_page,
}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_page_is_what_the_data_say(path):
    assert path.read_text(encoding="utf-8") == PAGES[path]()


def test_every_rule_and_every_exercise_of_the_articles_is_there_once():
    assert list(RULES) == IDS["rules"]
    assert len(IDS["rules"]) == len(set(IDS["rules"])) == 217
    assert len(IDS["exercises"]) == len(set(IDS["exercises"])) == 65
    assert set(IDS["exercises"]) <= {one.id for one in CATALOGUE.exercises}
    assert set(GROUPS) == {name[0] for name in RULES}


@pytest.mark.parametrize("name", RULES)
def test_every_place_that_is_named_exists(name):
    assert RULES[name]["places"]
    for place in RULES[name]["places"]:
        if not place.startswith(INFORMATION):
            kind, _, rest = place.partition(" ")
            FOUND[kind](rest)


def _code(rest):
    module, _, attribute = rest.partition(":")
    found = importlib.import_module(module)
    assert not attribute or hasattr(found, attribute)


def _exercise(rest):
    name, _, field = rest.partition(" ")
    assert not field or getattr(CATALOGUE[name], field)


def _condition(rest):
    """A field that the code reads, for a value alone does nothing."""
    name, field = rest.split()
    assert getattr(CATALOGUE.condition(name), field)
    assert field in {"phases", "note", "gates", "modified", "add_ons"}


def _setting(rest):
    table, key = rest.split(".")
    assert key in {one.name for one in fields(getattr(Settings(), table))}


def _test(rest):
    path, _, name = rest.partition("::")
    assert not name or f"def {name}(" in (ROOT / path).read_text(encoding="utf-8")
    assert (ROOT / path).exists()


def _page(rest):
    assert (ROOT / rest).exists()


FOUND = {
    "code": _code,
    "exercise": _exercise,
    "condition": _condition,
    "setting": _setting,
    "test": _test,
    "page": _page,
}

MUST = [(name, must) for name, row in RULES.items() for must in row.get("must", ())]


@pytest.mark.parametrize(
    ("name", "must"), MUST, ids=[f"{name}-{place}" for place, (name, _) in enumerate(MUST)]
)
def test_what_a_rule_asks_for_happens(name, must):
    if "exercise" in must:
        one = CATALOGUE[must["exercise"]]
        for field, value in must["has"].items():
            assert getattr(one, field) == (tuple(value) if isinstance(value, list) else value)
        return
    given = {key: tuple(value) if isinstance(value, list) else value for key, value in must["given"].items()}
    calm = [Lifted(day=TODAY - timedelta(days=1 + 2 * place)) for place in range(must["calm"])]
    week = _trained(_made(given, Diary(entries=tuple(calm))))
    assert [one for one in must["week"] if one not in week] == []
    assert [one for one in must.get("never", ()) if one in week] == []


def _trained(made):
    """All that can be said of a week's exercises."""
    found = set()
    for slot in made.slots:
        for one in (CATALOGUE[dose.exercise] for dose in slot.workout.doses):
            found |= {f"exercise:{one.id}", f"pattern:{one.pattern}", f"kind:{one.kind}"}
            found |= {f"plane:{plane}" for plane in one.planes}
            found |= {"functional"} if one.functional else set()
    return found


def test_the_twenty_contradictions_name_settings_that_change_something():
    assert list(CONTRADICTIONS) == [f"C{place:02}" for place in range(1, 21)]
    for one in CONTRADICTIONS.values():
        assert "setting" in one or one["done"].endswith("There is nothing to set.")
        if "setting" in one:
            _default(one["setting"])


def test_every_setting_of_strength_is_read_somewhere():
    sources = "".join(path.read_text() for path in sorted((ROOT / "src/surefoot").rglob("*.py")))
    unread = [one.name for one in fields(Strength) if len(re.findall(rf"\.{one.name}\b", sources)) == 0]

    assert unread == []

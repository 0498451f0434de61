"""Whatever became of the file: an answer or one clear message, and never a changed file."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from surefoot.model import (
    Activity,
    Change,
    Decision,
    Drop,
    Entry,
    Kind,
    Minted,
    Note,
    Plan,
    Proposal,
    Reason,
    Receipt,
    Schedule,
    Session,
    Sport,
    Unavailable,
    Workout,
)
from surefoot.store import Store

NOW = datetime(2027, 1, 25, 7, 12, tzinfo=UTC)
TODAY = date(2027, 1, 25)
EASY = Workout(kind=Kind.EASY, title="Easy", metres=6500)


def fill(folder):
    day = [TODAY + timedelta(days=number) for number in range(30)]
    reason = Reason(rule="overrun", text="19 km", value=1.9, limit=11000)
    drop = Drop(uid="a")
    with Store.open(folder, write=True) as store:
        runs = [
            Activity(id=f"{n}", sport=Sport.RUN, start=NOW - timedelta(days=n), metres=9000, seconds=2400)
            for n in range(60)
        ]
        store.put_slice("runs", date(2026, 1, 1), TODAY, runs, NOW)
        store.add_entry(Note(day=TODAY, text="windy"), NOW)
        store.accept(
            Proposal(
                today=TODAY,
                base="0",
                decisions=(Decision(id="d1", set="s1", made=NOW, by="x", effect=drop, reason=reason),),
                schedule=Schedule(
                    today=TODAY, sessions=tuple(Session(uid=f"{one}", day=one, workout=EASY) for one in day)
                ),
                changes=(Change(uid="a", before=None, after=None, reasons=(reason,)),),
                findings=(),
            ),
            plan=Plan(id="half", name="Half", entries=(Entry(key="1", day=0, workout=EASY),), days=7),
            minted=[Minted(uid="a", plan_id="half", day=TODAY, kind=Kind.EASY, ordinal=1, title="Easy")],
            now=NOW,
        )
        store.mark_published("calendar", NOW, Receipt(where="plan.ics"))
    return (folder / ".surefoot" / "surefoot.db").read_bytes()


QUESTIONS = (
    lambda store: store.accepted(),
    lambda store: store.decisions(),
    lambda store: store.sets(),
    lambda store: store.plan(),
    lambda store: store.minted(),
    lambda store: store.diary(TODAY),
    lambda store: store.history(("runs",), TODAY, UTC),
    lambda store: store.asked("runs"),
    lambda store: store.published("calendar"),
    lambda store: (store.next_decision(), store.next_set()),
)


def ask_everything(folder):
    """Return how many questions were answered; each other one was refused with a message."""
    answered, told = 0, []
    for question in QUESTIONS:
        try:
            with Store.open(folder, write=False) as store:
                question(store)
            answered += 1
        except Unavailable as problem:
            told.append(problem)
    assert all(one.what and one.where and one.mend for one in told)
    return answered


@pytest.mark.parametrize("seed", range(12))
def test_a_flipped_byte_gives_an_answer_or_a_message(tmp_path, seed):
    dice = random.Random(seed)
    data = bytearray(fill(tmp_path))
    file = tmp_path / ".surefoot" / "surefoot.db"
    for _ in range(8):
        flipped = bytearray(data)
        for _ in range(dice.choice((1, 1, 20, 200))):
            flipped[dice.randrange(len(flipped))] = dice.randrange(256)
        file.write_bytes(flipped)

        ask_everything(tmp_path)

        assert file.read_bytes() == flipped


@pytest.mark.parametrize("share", [0.001, 0.1, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut_off_gives_an_answer_or_a_message(tmp_path, share):
    data = fill(tmp_path)
    cut = data[: int(len(data) * share)]
    (tmp_path / ".surefoot" / "surefoot.db").write_bytes(cut)

    ask_everything(tmp_path)

    assert (tmp_path / ".surefoot" / "surefoot.db").read_bytes() == cut


def test_a_whole_file_answers_everything(tmp_path):
    fill(tmp_path)

    assert ask_everything(tmp_path) == len(QUESTIONS)


@pytest.mark.parametrize("damage", ["{", "{}", "[]", '{"uid": 1}', "null", "[" * 100000])
def test_a_session_that_is_no_session_is_told(tmp_path, damage):
    fill(tmp_path)
    with Store.open(tmp_path, write=True) as store:
        store._database.run("UPDATE sessions SET session = ? WHERE place = 3", (damage,))

    with Store.open(tmp_path, write=False) as store:
        with pytest.raises(Unavailable, match="is damaged"):
            store.accepted()
        assert store.plan() is not None


def test_an_error_that_is_kept_in_hand_keeps_nobody_from_writing(tmp_path):
    fill(tmp_path)
    with Store.open(tmp_path, write=True) as store:
        store._database.run("UPDATE sessions SET session = '{}' WHERE place = 3")
    with Store.open(tmp_path, write=False) as store, pytest.raises(Unavailable) as kept:
        store.accepted()

    with Store.open(tmp_path, write=True) as store:
        store._database.run("PRAGMA busy_timeout = 0")
        assert store.add_entry(Note(day=TODAY, text="calm"), NOW) == 2
    assert "Session" in kept.value.what

"""``surefoot log pain``: understood as it is typed, answered with what comes next, refused without a loss."""

import pytest

from surefoot.cli.main import run

SETTINGS = (
    '[plan]\nfile = "plan.csv"\nstart = 2027-03-01\n[targets.calendar]\nuse = "ical"\npath = "plan.ics"\n'
)


@pytest.fixture
def folder(tmp_path):
    weeks = "rest,7k easy,,8k tempo,,6k easy,12k long\n" * 6
    (tmp_path / "plan.csv").write_text(f"mon,tue,wed,thu,fri,sat,sun\n{weeks}")
    (tmp_path / "surefoot.toml").write_text(SETTINGS)
    return tmp_path


def surefoot(folder, *words, today="2027-03-02"):
    return run(["-C", str(folder), "--today", today, *words])


def log(folder, *words, today="2027-03-02"):
    return surefoot(folder, "log", "pain", *words, today=today)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("11", "--where", "knee"), "0<=x<=10"),
        (("-1", "--where", "knee"), "-1"),
        (("lots", "--where", "knee"), "lots"),
        (("3", "--where", "knee", "--on", "2027-03-03"), "in the future"),
        (("3", "--where", "kne"), "did you mean knee?"),
        (("3", "--where", "left kneee"), "did you mean knee?"),
        (("3", "--where", "left antenna"), "one of achilles, ankle"),
        (("3", "--where", "knee", "--sign", "limping"), "did you mean limp?"),
        (("3", "--where", "knee", "--sign", "xyz"), "one of bladder, blow, bone"),
        (("3", "--where", "knee", "--when", "mornin"), "did you mean morning?"),
        (("3",), "--where knee"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_one_message_and_nothing_is_lost(folder, capsys, words, said):
    assert log(folder, "2", "--where", "left knee", "--on", "2027-03-01") == 0
    if len(words) == 1:
        (folder / ".surefoot" / "surefoot.db").unlink()
    capsys.readouterr()

    assert log(folder, *words) == 2
    err = capsys.readouterr().err

    assert said in err
    assert "Traceback" not in err
    if len(words) > 1:
        assert log(folder, "1", "--when", "morning") == 0  # the place of the report before is still known


def test_the_place_of_the_last_report_need_not_be_typed_again(folder, capsys):
    log(folder, "4", "--where", "left knees")
    capsys.readouterr()

    log(folder, "5", "--when", "after")

    assert '--where "left knee" --when morning' in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (("1", "--where", "knee"), ["Noted."]),
        (
            ("4", "--where", "knee"),
            ["Noted.", "Tomorrow morning: surefoot log pain 0", "Strength for it: surefoot triage asks"],
        ),
        (
            ("7", "--where", "knee"),
            ["Noted.", "Tomorrow morning: surefoot log pain 0", "After 30 min of walking without a limp:"],
        ),
        (
            ("2", "--where", "knee", "--sign", "swelling"),
            ["Noted.", "Please have a doctor or physiotherapist", "Looked at, and running is fine again:"],
        ),
        (("0", "--sign", "chest-pain"), ["Chest pain or short of breath: stop. Call", "Noted."]),
        (
            ("2", "--where", "calf", "--sign", "warm-calf"),
            ["A calf that is swollen and warm: stop.", "Noted."],
        ),
    ],
)
def test_a_report_is_answered_with_what_to_do_next_and_an_emergency_comes_first(folder, capsys, words, lines):
    assert log(folder, *words) == 0
    said = capsys.readouterr().out.splitlines()

    assert len(said) == len(lines)
    assert all(line.startswith(start) for line, start in zip(said, lines, strict=True))


def test_strength_for_a_place_is_suggested_as_a_template_once_and_not_where_a_complaint_is_named(
    folder, capsys
):
    def said(*words):
        log(folder, *words)
        return capsys.readouterr().out

    assert 'complaints = ["achilles"]' in said("3", "--where", "left achilles")
    assert "template" not in said("4", "--where", "left achilles")
    assert 'complaints = ["it band"]' in said("3", "--where", "it band")
    (folder / "surefoot.toml").write_text(f'{SETTINGS}[strength]\ncomplaints = ["it band"]\n')
    assert "template" not in said("3", "--where", "knee")


def test_every_next_step_can_be_typed_as_it_stands(folder, capsys):
    import shlex

    log(folder, "7", "--where", "left it band")
    steps = [one.partition(": surefoot ")[2] for one in capsys.readouterr().out.splitlines()[1:]]

    assert all(surefoot(folder, *shlex.split(one), today="2027-03-03") == 0 for one in steps)


def test_a_stop_goes_on_until_morning_and_walk_were_told_and_both_are_asked_for(folder, capsys):
    surefoot(folder, "sync", "--yes")
    log(folder, "7", "--where", "knee")
    surefoot(folder, "sync", "--yes")
    capsys.readouterr()

    surefoot(folder, "sync", "--yes", today="2027-03-04")
    said = " ".join(capsys.readouterr().out.split())
    assert "A usual morning and 30 min of walking without a limp are still to come" in said
    assert "How is the knee this morning? surefoot log pain 0" in said
    assert "30 min of walking without a limp? surefoot log pain 0" in said

    log(folder, "0", "--when", "morning", today="2027-03-06")
    log(folder, "1", "--when", "walking", today="2027-03-06")
    capsys.readouterr()
    surefoot(folder, "sync", "--yes", today="2027-03-06")
    said = " ".join(capsys.readouterr().out.split())

    assert "How is the knee" not in said
    assert "comes back in stages. Stage 4 of 10" in said


def test_pain_at_the_start_is_thanked_for_once_and_never_asked_about_again(folder, capsys):
    from surefoot.cli.render.init import pain

    assert "thank you for saying so" in pain(3)
    for _ in range(2):
        surefoot(folder, "sync", "--yes")

    assert "knee" not in capsys.readouterr().out.replace("log pain 3 --where knee", "")


def test_without_a_report_nothing_is_asked(folder, capsys):
    surefoot(folder, "log", "sore", "--where", "legs")
    surefoot(folder, "sync", "--yes")

    assert "?" not in capsys.readouterr().out


def test_today_asks_the_next_morning_and_not_who_has_answered(folder, capsys):
    surefoot(folder, "sync", "--yes")
    log(folder, "4", "--where", "knee")
    capsys.readouterr()

    surefoot(folder, "today", today="2027-03-03")
    assert "How is the knee this morning? surefoot log pain 0 --where knee" in capsys.readouterr().out

    log(folder, "1", "--when", "morning", today="2027-03-03")
    surefoot(folder, "today", today="2027-03-03")
    assert "How is" not in capsys.readouterr().out

    surefoot(folder, "today", today="2027-03-20")
    assert "How is" not in capsys.readouterr().out


def test_what_was_undone_is_not_asked_for_again_on_the_days_after(folder, capsys):
    surefoot(folder, "sync", "--yes")
    log(folder, "4", "--where", "knee")
    surefoot(folder, "sync", "--yes")
    surefoot(folder, "undo", "--yes")
    capsys.readouterr()

    for day in range(3, 12):
        surefoot(folder, "sync", "--yes", today=f"2027-03-{day:02d}")

    assert "two clean runs" not in capsys.readouterr().out


def test_an_emergency_stands_first_in_sync_and_today_until_somebody_has_looked(folder, capsys):
    surefoot(folder, "sync", "--yes")
    log(folder, "2", "--where", "calf", "--sign", "warm-calf")
    for command in (("sync", "--yes"), ("today",)):
        capsys.readouterr()
        surefoot(folder, *command)
        assert capsys.readouterr().out.startswith("A calf that is swollen and warm: stop. Call")

    log(folder, "0", "--when", "morning", "--sign", "seen", today="2027-03-03")
    capsys.readouterr()
    surefoot(folder, "today", today="2027-03-03")
    assert "emergency" not in capsys.readouterr().out


def test_a_stop_is_told_before_the_way_back_and_a_run_with_walking_is_called_so(folder, capsys):
    surefoot(folder, "sync", "--yes")
    log(folder, "4", "--where", "right calf", "--sign", "limp")
    capsys.readouterr()

    surefoot(folder, "sync", "--yes")
    said = " ".join(capsys.readouterr().out.split())
    assert said.index("No running until") < said.index("running comes back in stages")
    assert "run/walk 21 min, flat" in said

    surefoot(folder, "today", today="2027-03-06")
    assert "7 × 2 min running, then 1 min walking" in capsys.readouterr().out

import gzip
import importlib.util
from datetime import date
from pathlib import Path

from surefoot_files.source import Files

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "half-marathon"


def unpacked(name, data):
    return gzip.decompress(data) if name.endswith(".gz") else data


def test_the_script_of_the_example_makes_the_recordings_that_are_there():
    spec = importlib.util.spec_from_file_location("make_recordings", EXAMPLE / "make_recordings.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    made = {name: unpacked(name, data) for name, data in script.recordings()}

    assert made == {
        path.name: unpacked(path.name, path.read_bytes()) for path in (EXAMPLE / "runs").iterdir()
    }


def test_the_recordings_of_the_example_are_five_weeks_and_a_long_sunday(tmp_path):
    files = Files(path=EXAMPLE / "runs")
    files.bind(label="runs", folder=tmp_path)
    runs = {one.day: one.metres for one in files.activities(date(2026, 12, 21), date(2027, 1, 24))}
    week = [6_000, 6_000, 5_000, 10_000]

    assert [runs[day] for day in sorted(runs)] == [*week * 4, *week[:3], 19_000]
    assert list(files.problems()) == []

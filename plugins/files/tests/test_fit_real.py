"""Our reader and fitdecode over real recordings; they are not part of this repository."""

import warnings
from pathlib import Path

import pytest

from surefoot_files.fit import read
from surefoot_files.fit.units import UNSET
from surefoot_files.recording import UnreadableError

FOLDER = Path(__file__).resolve().parents[3].parent / "shared" / "data" / "activities"
FILES = sorted(FOLDER.glob("*.fit"))


def by_fitdecode(path):
    fitdecode = pytest.importorskip("fitdecode", reason="fitdecode is not installed")
    found = set()
    lenient = {"check_crc": fitdecode.CrcCheck.DISABLED, "error_handling": fitdecode.ErrorHandling.IGNORE}
    with warnings.catch_warnings(), fitdecode.FitReader(path, **lenient) as frames:
        warnings.simplefilter("ignore")
        try:
            for frame in frames:
                if frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.name == "session":
                    found.add(totals(frame))
        except fitdecode.FitError:
            pass  # what it read before counts
    return found


def totals(frame):
    start, sport, metres, seconds = (
        frame.get_value(name, fallback=None)
        for name in ("start_time", "sport", "total_distance", "total_timer_time")
    )
    begin = int(start.timestamp()) if hasattr(start, "timestamp") else start
    return begin, sport, round(metres or 0), round(seconds or 0)


@pytest.mark.skipif(not FILES, reason=f"the real recordings are not at {FOLDER}")
@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_whatever_fitdecode_reads_in_a_real_file_is_read_alike(path):
    theirs = {one for one in by_fitdecode(path) if one[0] >= UNSET and one[1] != "transition"}

    try:
        ours = read(path.read_bytes())
    except UnreadableError:
        assert not theirs
        return
    summaries = {(one.start, one.metres, one.seconds) for one in ours if not one.doubt}
    assert summaries == {(start, metres, seconds) for start, _, metres, seconds in theirs}
    assert {one.start for one in ours if one.sport == "run"} == {
        one[0] for one in theirs if one[1] == "running"
    }

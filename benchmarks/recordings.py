"""How fast recordings are read: beside other readers of FIT, and a folder of 3,000 of them.

    python benchmarks/recordings.py [--real FOLDER] [--files 3000] [--rounds 5]

Medians of interleaved runs. Seconds depend on the machine; the ratios are what counts. The comparison needs
real FIT files and leaves out what is not installed (``fitdecode``, ``fitfast``).
"""

from __future__ import annotations

import argparse
import importlib
import os
import resource
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "plugins" / "files" / "tests"))

from recording_writers import SESSION, Fit, Run, fit, gpx, tcx, tick  # noqa: E402 - the path first

from surefoot_files.fit import read  # noqa: E402 - as above
from surefoot_files.recording import UnreadableError  # noqa: E402 - as above
from surefoot_files.source import Files  # noqa: E402 - as above

ALWAYS = (date(1990, 1, 1), date(2100, 1, 1))
FIRST = datetime(2018, 1, 1, 6, 30, tzinfo=UTC)
Reader = Callable[[bytes], bool]
"""Reads the sessions of a FIT file and says whether it found any."""


def took(work: Callable[[], object]) -> float:
    """Return the seconds that some work takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


# --- beside other readers ---------------------------------------------------------------------------------


def ours(data: bytes) -> bool:
    """Read with the reader of surefoot-files."""
    try:
        return bool(read(data))
    except UnreadableError as reason:
        return "clock" in str(reason)  # a session was found, and refused on purpose


def by_fitdecode(data: bytes) -> bool:
    """Read with fitdecode in its quickest way: no checksums, no complaints."""
    fitdecode = importlib.import_module("fitdecode")
    lenient = {"check_crc": fitdecode.CrcCheck.DISABLED, "error_handling": fitdecode.ErrorHandling.IGNORE}
    found = False
    try:
        with fitdecode.FitReader(data, **lenient) as frames:
            for frame in frames:
                if frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.name == "session":
                    found = frame.get_value("start_time", fallback=None) is not None or found
    except fitdecode.FitError:
        pass  # what it read before counts
    return found


def by_fitfast(data: bytes) -> bool:
    """Read with fitfast in its quickest way: the columns of the sessions alone."""
    fitfast = importlib.import_module("fitfast")
    try:
        return bool(fitfast.records(data, "session"))
    except fitfast.FitDecodeError:
        return False


def compare(folder: Path, rounds: int) -> None:
    """Print how our reader does beside each other one that is installed, on the files both read."""
    files = {path.name: path.read_bytes() for path in sorted(folder.rglob("*.[fF][iI][tT]"))}
    if not files:
        print(f"Beside other readers: left out, there are no FIT files in {folder}\n")
        return
    print(
        f"Beside other readers: {len(files)} real FIT files, {sum(map(len, files.values())) / 1e6:.1f} MB\n"
    )
    print(
        f"{'reader':<12}{'reads':>6}{'ours':>6}{'both':>6}{'missed':>8}{'its s':>9}{'our s':>9}"
        f"{'ratio of sums':>15}{'median ratio':>14}{'least':>7}"
    )
    for name, reader in (("fitdecode", by_fitdecode), ("fitfast", by_fitfast)):
        try:
            importlib.import_module(name)
        except ImportError:
            print(f"{name:<12}  is not installed")
        else:
            row(name, reader, files, rounds)
    print()


def row(name: str, reader: Reader, files: dict[str, bytes], rounds: int) -> None:
    """Print the line of one other reader."""
    theirs = {file for file, data in files.items() if reader(data)}
    mine = {file for file, data in files.items() if ours(data)}
    both = sorted(theirs & mine)
    pairs = [pair(reader, files[file], rounds) for file in both]
    sums = [sum(column) for column in zip(*pairs, strict=True)]
    ratios = sorted(its / our for its, our in pairs)
    counts = (len(theirs), len(mine), len(both), len(theirs - mine))
    print(
        f"{name:<12}{counts[0]:>6}{counts[1]:>6}{counts[2]:>6}{counts[3]:>8}{sums[0]:>9.3f}{sums[1]:>9.4f}"
        f"{sums[0] / sums[1]:>14.0f}x{median(ratios):>13.0f}x{ratios[0]:>6.1f}x"
    )


def pair(reader: Reader, data: bytes, rounds: int) -> tuple[float, float]:
    """Return the medians of another reader and of ours for one file."""
    runs = [(took(lambda: reader(data)), took(lambda: ours(data))) for _ in range(rounds)]
    return median(one[0] for one in runs), median(one[1] for one in runs)


# --- a folder of many -------------------------------------------------------------------------------------


def make(folder: Path, count: int, kinds: Iterable[str]) -> None:
    """Write recordings of an hour with a point a second; of each kind the points are made once."""
    writers = {"fit": many_fit, "tcx": many_tcx, "gpx": many_gpx}
    makers = [writers[kind]() for kind in kinds]
    for number in range(count):
        begin = FIRST + timedelta(days=number)
        ending, data = makers[number % len(makers)](begin)
        path = folder / f"{begin:%Y}" / f"{begin:%Y-%m-%d}.{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


HOUR = Run(start=FIRST, metres=10_000, seconds=3_600, every=1)
EXAMPLE = ("fit", "tcx", "gpx", "fit")
"""What the runs of a week are recorded as in ``examples/half-marathon``."""

Maker = Callable[[datetime], tuple[str, bytes]]


def many_fit() -> Maker:
    """Return what gives the FIT file of a day: the same points, a summary of its own."""
    points = fit(HOUR, summary=False)[14:-2]

    def made(begin: datetime) -> tuple[str, bytes]:
        file = Fit()
        file.body = points
        file.define(2, 18, SESSION)
        file.add(2, f253=tick(begin) + 3600, f2=tick(begin), f5=1, f7=3_600_000, f8=3_600_000, f9=1_000_000)
        return "fit", file.data(crc=0)

    return made


def many_tcx() -> Maker:
    """Return what gives the TCX file of a day."""
    text, day = tcx(HOUR), f"{FIRST:%Y-%m-%d}".encode()
    return lambda begin: ("tcx", text.replace(day, f"{begin:%Y-%m-%d}".encode()))


def many_gpx() -> Maker:
    """Return what gives the GPX file of a day."""
    text, day = gpx(HOUR), f"{FIRST:%Y-%m-%d}".encode()
    return lambda begin: ("gpx", text.replace(day, f"{begin:%Y-%m-%d}".encode()))


def plainly(folder: Path) -> int:
    """Read the bytes of all files, as quickly as Python does."""
    return sum(len(path.read_bytes()) for path in folder.rglob("*") if path.is_file())


def surely(folder: Path, private: Path) -> int:
    """Read the folder as Surefoot does and return how many activities it holds."""
    files = Files(path=folder)
    files.bind(label="runs", folder=private)
    return sum(1 for _ in files.activities(*ALWAYS))


def many(title: str, kinds: tuple[str, ...], count: int, rounds: int) -> None:
    """Print how a folder of many recordings is read: at first, and with nothing new."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "runs")
        make(folder, count, kinds)
        size = plainly(folder)
        times: list[tuple[float, float, float]] = []
        for turn in range(rounds):
            private = Path(place, f"private-{turn}")
            times.append(
                (
                    took(partial(plainly, folder)),
                    took(partial(surely, folder, private)),
                    took(partial(surely, folder, private)),
                )
            )
        bytes_only, first, again = (median(column) for column in zip(*times, strict=True))
        opened, found = opens(folder, private)
        memory = peak(folder, Path(place, "fresh"))
    print(
        f"{title:<22}{size / 1e6:>7.0f}{found:>9}{bytes_only:>9.3f}{first:>9.3f}{first / bytes_only:>8.1f}x"
        f"{again:>9.3f}{opened:>8}{memory:>9.1f}"
    )


def opens(folder: Path, private: Path) -> tuple[int, int]:
    """Return how many recordings are opened when nothing is new, and how many activities there are."""
    names: list[str] = []
    sys.addaudithook(lambda event, given: names.append(str(given[0])) if event == "open" else None)
    found = surely(folder, private)
    return sum(name.startswith(str(folder)) for name in names), found


def peak(folder: Path, private: Path) -> float:
    """Return the greatest memory in MB that a fresh process needs for the first reading."""
    command = [sys.executable, __file__, "--peak", str(folder), str(private)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def most_memory() -> float:
    """Return this process's own peak in MB; Linux counts into ``ru_maxrss`` what its parent needed."""
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) * 1024 / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--real", type=Path, default=ROOT.parent / "shared" / "data" / "activities")
    parser.add_argument("--files", type=int, default=3_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peak", nargs=2, type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.peak:
        surely(*given.peak)
        print(most_memory())
        return
    warnings.simplefilter("ignore")  # the other readers'
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors; medians of {given.rounds} rounds\n")
    compare(given.real, given.rounds)
    print(f"A folder of {given.files:,} recordings of an hour, a point a second\n")
    print(
        f"{'':<22}{'MB':>7}{'found':>9}{'bytes s':>9}{'first s':>9}{'ratio':>9}"
        f"{'again s':>9}{'opened':>8}{'peak MB':>9}"
    )
    many("FIT", ("fit",), given.files, given.rounds)
    many("FIT and TCX", ("fit", "tcx"), given.files, given.rounds)
    many("as the example has", EXAMPLE, given.files, 1)
    many("GPX (a tenth as many)", ("gpx",), given.files // 10, given.rounds)


if __name__ == "__main__":
    main()

"""How long an Apple Health export takes, against reading its bytes, and how much memory.

Run as ``python benchmarks/health.py [MEGABYTES]``. The export is made: one workout a day among heart beats.
"""

from __future__ import annotations

import resource
import sys
import zipfile
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from surefoot_files.folder import found
from surefoot_files.reading import read

MEGABYTE = 1 << 20
HEAD = (
    b'<?xml version="1.0"?>\n<!DOCTYPE HealthData [<!ATTLIST Broken #REQUIRED>]>\n<HealthData locale="en">\n'
)
BEAT = (
    b' <Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Watch" unit="count/min"'
    b' creationDate="2025-03-01 07:00:00 +0100" startDate="2025-03-01 07:00:00 +0100" value="61"/>\n'
)
RUN = """ <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="30" durationUnit="min"
 startDate="{0} 07:00:00 +0100" endDate="{0} 07:30:00 +0100">
  <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="5" unit="km"/>
 </Workout>
"""
FIRST = datetime(2016, 1, 1)  # noqa: DTZ001 - a day's name alone is used


def main() -> None:
    """Print the table."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with TemporaryDirectory() as place:
        folder = Path(place)
        make(folder, size)
        print(f"{'Apple Health, ' + str(size) + ' MB':<28}{'workouts':>9}{'seconds':>9}{'bytes':>8}")
        for one in found(folder, []):
            begin = perf_counter()
            count = len(read(folder, one).recordings)
            middle = perf_counter()
            whole(folder / one.name)
            alone = perf_counter() - middle
            print(f"{one.name:<28}{count:>9}{middle - begin:>9.2f}{(middle - begin) / alone:>7.1f}x")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def make(folder: Path, size: int) -> None:
    """Write the export as a file and as a zip."""
    beats = BEAT * (64 * 1024 // len(BEAT))
    with (folder / "export.xml").open("wb") as file:
        file.write(HEAD)
        for number in range(size * 16):
            file.write(beats)
            if number % 4 == 0:
                file.write(RUN.format((FIRST + timedelta(days=number // 4)).date()).encode())
        file.write(b"</HealthData>\n")
    with zipfile.ZipFile(folder / "export.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.write(folder / "export.xml", "apple_health_export/export.xml")


def whole(path: Path) -> None:
    """Read all bytes: of a zip, unpacked."""
    if path.suffix == ".xml":
        with path.open("rb") as plain:
            while plain.read(MEGABYTE):
                pass
        return
    with zipfile.ZipFile(path) as archive, archive.open(archive.namelist()[0]) as packed:
        while packed.read(MEGABYTE):
            pass


if __name__ == "__main__":
    main()

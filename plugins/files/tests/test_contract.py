from __future__ import annotations

import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from recording_writers import Run, fit, gpx, tcx

from surefoot.plugin import Source
from surefoot.testing import SourceContract
from surefoot_files.source import Files

WRITERS = {"fit": fit, "tcx": tcx, "gpx": gpx}
NOON = datetime(2031, 3, 1, 11, 0, tzinfo=UTC)


class TestFiles(SourceContract):
    module = "surefoot_files"
    window = (date(2031, 3, 3), date(2031, 3, 8))

    def make(self, folder: Path) -> Source:
        runs = folder / "runs"
        if not runs.exists():
            runs.mkdir()
            for day in range(12):
                suffix = ("fit", "tcx", "gpx")[day % 3]
                run = Run(start=NOON + timedelta(days=day), metres=6000, seconds=2100)
                (runs / f"{day:02}.{suffix}").write_bytes(WRITERS[suffix](run))
            (runs / "broken.fit").write_bytes(b"no recording")
        return Files(path=runs)

    def remove(self, source: Source, folder: Path) -> str:
        assert isinstance(source, Files)
        before = {one.id for one in self.held(source)}
        (source.path / "04.tcx").unlink()
        fresh = folder / "fresh"
        shutil.copytree(source.path, fresh / "runs")
        (gone,) = before - {one.id for one in self.held(self.part(fresh))}
        return gone

"""The pages in docs/tutorial/stories: what somebody typed, day by day, and what Surefoot answered.

Written anew with ``python tests/stories/pages.py``; a test compares them with what is printed today.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import fill

sys.path.insert(0, str(Path(__file__).parent))
from folder import Folder  # tests are not a package

PAGES = Path(__file__).parents[2] / "docs" / "tutorial" / "stories"
MONTHS = ["January", "February", "March", "April", "May", "June"]

HEAD = "mon,tue,wed,thu,fri,sat,sun\n"


class Page:
    """A page as it is typed."""

    def __init__(self, title: str, lead: str, where: Path) -> None:
        self.parts = [f"# {title}", fill(" ".join(lead.split()), 110)]
        self.where = where
        self.today = date.min
        self.folder = Folder.__new__(Folder)

    def start(
        self, name: str, plan: str, race: date, before: list[tuple[float, ...]], more: str = ""
    ) -> None:
        """Make a folder with the weeks before: the runs of Tue, (Wed,) Thu, Sat, Sun, the last one newest."""
        self.folder = Folder(self.where / name, HEAD + plan, race, more=more)
        self._before = before

    def weeks_before(self, monday: date) -> None:
        """Record the weeks before ``monday``."""
        for back, runs in enumerate(reversed(self._before), start=1):
            days = (1, 3, 5, 6) if len(runs) == 4 else (1, 2, 3, 5, 6)
            for day, km in zip(days, runs, strict=True):
                self.folder.ran(monday - timedelta(days=7 * back - day), km)

    def heading(self, text: str) -> None:
        """Begin a part."""
        self.parts.append(f"## {text}")

    def say(self, text: str) -> None:
        """Say something between two answers."""
        self.parts.append(fill(" ".join(text.split()), 110))

    def day(self, day: date, text: str = "") -> None:
        """Begin a day."""
        self.today = day
        self.parts.append(f"### {day:%A} {day.day} {MONTHS[day.month - 1]}")
        if text:
            self.say(text)

    def ran(self, km: float) -> None:
        """Let a recording of today come in."""
        self.folder.ran(self.today, km)

    def type(self, *lines: str) -> None:
        """Type commands and show what they print."""
        shown = []
        for line in lines:
            said = "\n".join(one.rstrip() for one in self.folder.type(self.today, line).strip().splitlines())
            shown.append(f"$ surefoot {line}\n{said}".rstrip())
        self.parts.append("```text\n" + "\n\n".join(shown) + "\n```")

    def quietly(self, *lines: str) -> None:
        """Type commands whose answer nobody needs to see."""
        for line in lines:
            self.folder.type(self.today, line)

    def text(self) -> str:
        """Return the page."""
        return "\n\n".join(self.parts) + "\n"


def march(day: int) -> date:
    """Return a day of March 2027."""
    return date(2027, 3, day)


def _half(*rows: str) -> str:
    return "".join(f"{row}\n" for row in rows)


KNEE = _half(
    "rest,7k easy,,8k 5x800m @10k r 2min,,7k easy,12k long",
    "rest,7k easy,,8k 5x800m @10k r 2min,,8k easy,12k long",
    "rest,8k easy,,8k tempo,,7k easy,13k long",
    "rest,8k easy,,8k tempo,,7k easy,13k long",
    "rest,7k easy,,8k 5x800m @10k r 2min,,6k easy,14k long",
    "rest,8k tempo,,8k easy,,7k easy,14k long",
    "rest,8k tempo,,8k easy,,7k easy,15k long",
    "rest,8k tempo,,8k easy,,7k easy,16k long",
    "rest,8k tempo,,8k easy,,7k easy,12k long",
    "rest,6k easy,,5k easy,,3k easy,race 21.1k",
)
KNEE_BEFORE: list[tuple[float, ...]] = [(7, 8, 7, 12), (7, 8, 8, 12), (8, 8, 7, 13), (8, 8, 7, 13)]


def _knee_begins(page: Page, name: str) -> None:
    page.start(name, KNEE, date(2027, 4, 11), KNEE_BEFORE)
    page.weeks_before(march(1))
    page.folder.type(march(1), "sync --yes")
    page.today = march(2)
    page.ran(7)


def knee(where: Path) -> Page:
    """A runner's knee in week 5 of a half-marathon plan."""
    page = Page(
        "A knee in week 5",
        """A half marathon on 11 April. The four weeks behind came to 34, 35, 36 and 36 km, the
        longest run was
        13 km on Sunday 28 February. This week holds Tue 7, Thu 8 with repetitions, Sat 6 and Sun 14 km. On
        Tuesday's run the knee speaks up.""",
        where,
    )
    _knee_begins(page, "knee")
    page.heading("It calms down")
    page.day(march(2), "Seven easy kilometres are done; the knee was at 4 of 10 while running.")
    page.type("log pain 4 --where knee --when during")
    page.day(march(3), "The morning is calm: 1 of 10. The place need not be typed again.")
    page.type("log pain 1 --when morning", "sync --yes")
    page.say("Not a day is lost: three runs are easier, and strength stands where it stood.")
    page.type("plan --weeks 1")
    page.day(march(4), "Eight kilometres, easy and flat.")
    page.ran(8)
    page.type("log pain 1 --when during")
    page.day(march(5))
    page.type("log pain 0 --when morning")
    page.day(march(6))
    page.ran(6)
    page.type("log pain 1 --when during")
    page.day(march(7), "Two clean runs now. The long run of 13 km is done as well.")
    page.ran(13)
    page.type("log pain 0 --when morning")
    page.day(march(8), "The hold ends today, and nothing follows it.")
    page.quietly("sync --yes")
    page.type("sync --yes")
    page.day(march(9), "The hard session is back where the plan had it.")
    page.type("today")
    return page


def knee_again(where: Path) -> Page:
    """The same week, with pain 3 on Thursday, and with nothing said at all."""
    page = Page(
        "The same knee, twice, or without a word",
        """As in [a knee in week 5](knee.md): 4 of 10 on Tuesday 2 March, 1 the next morning. But then it goes
        another way.""",
        where,
    )
    _knee_begins(page, "again")
    page.quietly("log pain 4 --where knee --when during")
    page.today = march(3)
    page.quietly("log pain 1 --when morning", "sync --yes")
    page.heading("It hurts again on Thursday")
    page.day(march(4), "The easy eight kilometres came to 3 of 10.")
    page.ran(8)
    page.type("log pain 3 --when during", "sync --yes")
    page.say(
        """From 5 to 11 March the plan had 36 km; three quarters of it are 27. No hard session, no
        hills. Strength
        stays."""
    )
    _knee_begins(page, "silent")
    page.quietly("log pain 4 --where knee --when during")
    page.today = march(3)
    page.quietly("log pain 1 --when morning", "sync --yes")
    page.heading("Nothing more is said")
    page.day(march(4), "The run is recorded, and nobody has said how it was. So it is asked.")
    page.ran(8)
    page.type("sync --yes")
    page.today = march(6)
    page.ran(6)
    page.day(march(8), "Silence is not a clean run, so Tuesday stays easy.")
    page.type("sync --yes")
    page.day(march(10), "A week without a word, and two runs recorded.")
    page.type("sync --yes")
    page.day(march(11))
    page.type("sync --yes")
    return page


def it_band(where: Path) -> Page:
    """An IT band, with hills in the plan."""
    page = Page(
        "An IT band, and hills in the plan",
        """The outside of the right knee has grumbled before, so `complaints = ["itbs"]` stands
        under `[strength]`:
        glutes and hips come first in the strength sessions. This spring's plan has hill repetitions every
        Tuesday and a tempo run on Thursdays.""",
        where,
    )
    hills = "rest,8k hills 8x45s,,8k tempo,,6k easy,13k long"
    page.start(
        "band",
        _half(*[hills] * 9, "rest,6k easy,,5k easy,,3k easy,race 21.1k"),
        date(2027, 4, 11),
        [(8, 8, 6, 12), (8, 8, 6, 12), (8, 8, 6, 13), (8, 8, 6, 13)],
        more='[strength]\ncomplaints = ["itbs"]',
    )
    page.weeks_before(march(1))
    page.folder.type(march(1), "sync --yes")
    page.day(march(2), "The descents between the repetitions were felt: 4 of 10 afterwards.")
    page.ran(8)
    page.type('log pain 4 --where "right it band" --when after', "sync --yes")
    page.say(
        """Two things follow. Everything is easy and flat for a week and until two clean runs; and
        because going
        downhill is load for this place, hills wait a fortnight."""
    )
    page.day(march(4), "A flat eight kilometres.")
    page.ran(8)
    page.type("log pain 1 --when during")
    page.day(march(5))
    page.type("log pain 0 --when morning")
    page.day(march(6))
    page.ran(6)
    page.type("log pain 0 --when during")
    page.day(march(7), "The long run of 13 km is flat as well, and done.")
    page.ran(13)
    page.day(march(8), "Clean twice. Thursday's tempo run is back; Tuesday's hills are not yet.")
    page.quietly("sync --yes")
    page.type("plan --weeks 2")
    page.type("why tue")
    page.day(march(16), "A fortnight has passed: the hills are back.")
    for back, km in ((9, 8), (11, 8), (13, 6), (14, 13)):
        page.folder.ran(march(back), km)
    page.quietly("sync --yes")
    page.type("today")
    return page


def achilles(where: Path) -> Page:
    """An Achilles tendon that is stiff every morning."""
    page = Page(
        "An Achilles tendon that is stiff in the morning",
        """The left Achilles is at 2 of 10 every morning, for months. Running does not make it worse. Under
        `[strength]` stands `complaints = ["achilles-tendinopathy"]`: calf holds, then heavy heel raises. What
        counts is not the number, but a morning that is worse than usual.""",
        where,
    )
    row = "rest,7k easy,,8k tempo,,6k easy,12k long"
    page.start(
        "achilles",
        _half(*[row] * 9, "rest,6k easy,,5k easy,,3k easy,race 21.1k"),
        date(2027, 4, 11),
        [(7, 8, 6, 12)] * 4,
        more='[strength]\ncomplaints = ["achilles-tendinopathy"]',
    )
    page.weeks_before(march(1))
    page.folder.type(march(1), "sync --yes")
    page.day(march(1), "Each morning the same entry, and nothing changes.")
    page.type('log pain 2 --where "left achilles" --when morning', "sync --yes")
    for number, km in ((2, 7), (3, 0), (4, 8), (5, 0), (6, 6), (7, 12), (8, 0), (9, 7), (10, 0)):
        page.today = march(number)
        if km:
            page.ran(km)
        page.quietly("log pain 2 --when morning")
    page.day(march(10), "Ten mornings of 2 later, the plan is as it was.")
    page.type("sync --yes")
    page.day(march(11), "After new shoes, a morning at 4: two points above the usual one.")
    page.type("log pain 4 --when morning", "sync --yes")
    page.day(march(12), "Back to the usual 2. Strength goes on all the while; calf holds are part of it.")
    page.type("log pain 2 --when morning", "strength")
    page.day(march(13))
    page.ran(6)
    page.type("log pain 2 --when during")
    page.day(march(14))
    page.ran(12)
    page.type("log pain 2 --when morning", "log pain 1 --when during")
    page.day(march(18), "Two clean runs, seven days: the tempo run stands as the plan had it.")
    page.folder.ran(march(16), 7)
    page.quietly("sync --yes")
    page.type("today")
    return page


NOTHING = _half(
    *["rest,9k tempo,6k easy,9k 5x800m @10k r 2min,,5k easy,14k long"] * 6,
    "rest,6k easy,,5k easy,,3k easy,race 21.1k",
)


def nothing_hurts(where: Path) -> Page:
    """Nothing hurts: where strength goes."""
    page = Page(
        "Nothing hurts",
        """Two hard sessions a week, 43 km, and two heavy strength sessions to keep it that way.
        Where do they go?""",
        where,
    )
    before: list[tuple[float, ...]] = [(9, 6, 9, 5, 14)] * 4
    page.start("any", NOTHING, date(2027, 4, 18), before)
    page.weeks_before(march(8))
    page.heading("Any day will do")
    page.day(march(8))
    page.quietly("sync --yes")
    page.type("plan --weeks 1", "why tue")
    page.start("some", NOTHING, date(2027, 4, 18), before, more='[strength]\ndays = ["mon", "wed", "fri"]')
    page.weeks_before(march(8))
    page.heading("On Monday, Wednesday or Friday only")
    page.day(
        march(8),
        'With `days = ["mon", "wed", "fri"]` one heavy session finds its place, and the other is light.',
    )
    page.quietly("sync --yes")
    page.type("plan --weeks 1", "why mon", "why wed", "why fri")
    return page


STORIES: dict[str, Callable[[Path], Page]] = {
    "knee": knee,
    "knee-again": knee_again,
    "it-band": it_band,
    "achilles": achilles,
    "nothing-hurts": nothing_hurts,
}


def main() -> None:
    """Write all pages, or those named."""
    PAGES.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[1:] or STORIES:
        with TemporaryDirectory() as here:
            (PAGES / f"{name}.md").write_text(STORIES[name](Path(here)).text())


if __name__ == "__main__":
    main()

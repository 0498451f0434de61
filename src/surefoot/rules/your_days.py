"""Your own days: races beside the plan, days away, and what a weekday is for.

A race of ``[[races]]`` takes the place of the run of its day and is never altered, moved or dropped; the
nearest quality session of its week becomes an easy run of the same length, since the race is that week's
hard day. On the days of ``[[off]]`` nothing stands but a race.

A run on a weekday that ``only`` gives to something else changes places with a run of its week that may
stand there, or goes to the nearest free day; where there is none it is left out; on a day without
training the plan's own strength goes too. A weekly appointment (``tue = "8k easy"``) takes the place of
the run of its day and kind, else of the nearest such run of the week, else it stands besides; it counts
in all limits and gives way last, and stands aside in the week of the race that the plan is for. Where
the runs of a day come to more than the weekday's ``most``, one changes places with a shorter run where
both days then fit and no two hard days come together, else it is cut. What you move yourself stays where
you put it.
"""

from __future__ import annotations

from surefoot.model import Level

SLUG = "your-days"
LEVELS = (Level.INFO,)
CITATION = "Your own settings; that a race stands for the week's quality is coaching practice, no trial."
SETTINGS = ("races", "off", "runner.only", "runner.most")
MEND = "Puts races in, clears days away, and moves, shortens or leaves out what a weekday has no place for."

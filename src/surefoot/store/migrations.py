"""The tables, as one list of steps: a database of version n lacks the steps after the n-th.

A step that was ever released is never changed; what comes later is a step of its own. Days, moments
and values of the model are text, in ISO 8601 and in the JSON of ``text.encode``; distances are metres,
times seconds.
"""

from __future__ import annotations

from typing import TypeAlias

Step: TypeAlias = tuple[str, ...]
"""Statements that are run in one transaction, in this order."""

STEPS: tuple[Step, ...] = (
    (
        # What was read. `day` is the day that the source itself counts the activity to; `start` is UTC.
        """CREATE TABLE activities (
            source TEXT NOT NULL, id TEXT NOT NULL, day TEXT NOT NULL, start TEXT NOT NULL, offset INTEGER,
            sport TEXT NOT NULL, metres INTEGER NOT NULL, seconds INTEGER NOT NULL, elapsed INTEGER,
            ascent INTEGER, descent INTEGER, title TEXT NOT NULL, also TEXT NOT NULL, notes TEXT NOT NULL,
            PRIMARY KEY (source, id)) STRICT, WITHOUT ROWID""",
        # The days that each source has answered for, both ends included, and when it last did.
        """CREATE TABLE coverage (
            source TEXT NOT NULL, since TEXT NOT NULL, until TEXT NOT NULL, asked TEXT NOT NULL,
            PRIMARY KEY (source, since)) STRICT, WITHOUT ROWID""",
        # What the runner said of what was read.
        """CREATE TABLE corrections (
            id INTEGER PRIMARY KEY AUTOINCREMENT, made TEXT NOT NULL, correction TEXT NOT NULL) STRICT""",
        # What was reported. An id is never used twice.
        """CREATE TABLE diary (
            id INTEGER PRIMARY KEY AUTOINCREMENT, day TEXT NOT NULL, noted TEXT NOT NULL,
            entry TEXT NOT NULL) STRICT""",
        # What was decided: one set is one accepted proposal.
        """CREATE TABLE sets (
            id INTEGER PRIMARY KEY, made TEXT NOT NULL, day TEXT NOT NULL, "by" TEXT NOT NULL,
            undoes INTEGER REFERENCES sets) STRICT""",
        """CREATE TABLE decisions (
            id INTEGER PRIMARY KEY, "set" INTEGER NOT NULL REFERENCES sets, withdrawn TEXT,
            decision TEXT NOT NULL) STRICT""",
        # A log for people; nothing computes from it.
        """CREATE TABLE changes (
            id INTEGER PRIMARY KEY, "set" INTEGER NOT NULL REFERENCES sets, "change" TEXT NOT NULL) STRICT""",
        'CREATE INDEX decisions_of_set ON decisions ("set")',
        'CREATE INDEX changes_of_set ON changes ("set")',
        # What stands: one row, whose base counts how often anything was accepted or withdrawn.
        "CREATE TABLE state (base INTEGER NOT NULL, day TEXT) STRICT",
        "INSERT INTO state VALUES (0, NULL)",
        """CREATE TABLE sessions (
            place INTEGER PRIMARY KEY, day TEXT NOT NULL, dropped INTEGER NOT NULL,
            session TEXT NOT NULL) STRICT""",
        # The plan as it was last read, and the uids its sessions were given.
        "CREATE TABLE plans (id TEXT PRIMARY KEY, read TEXT NOT NULL, plan TEXT NOT NULL) STRICT",
        """CREATE TABLE minted (
            id INTEGER PRIMARY KEY, plan TEXT NOT NULL, minted TEXT NOT NULL) STRICT""",
        # When each target was last changed, and how.
        "CREATE TABLE published (target TEXT PRIMARY KEY, at TEXT NOT NULL, receipt TEXT NOT NULL) STRICT",
    ),
    # Where an entry was read; empty for what the runner said to Surefoot.
    ("ALTER TABLE diary ADD COLUMN source TEXT NOT NULL DEFAULT ''",),
)

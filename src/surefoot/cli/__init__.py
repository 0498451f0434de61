"""The command line: parse, call app, print, ask."""

from __future__ import annotations

from surefoot.cli.main import main

__all__ = ["main"]

"""Where the settings of a training folder stand, and where in them."""

FILE = "surefoot.toml"
MEMORY = ".surefoot"
"""The folder, inside a training folder, of what the program remembers."""


def place(heading: str, line: int | None) -> str:
    """Return the place in the settings in words: ``surefoot.toml line 4, [plan]``."""
    return f"{FILE} line {line}, {heading}" if line else f"{FILE}, {heading}"

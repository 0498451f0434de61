"""The closed vocabularies of the model."""

from enum import StrEnum


class Kind(StrEnum):
    """What a workout is."""

    EASY = "easy"
    LONG = "long"
    QUALITY = "quality"
    RECOVERY = "recovery"
    RACE = "race"
    STRENGTH = "strength"
    MICRO = "micro"
    CROSS = "cross"
    REST = "rest"

    @property
    def is_run(self) -> bool:
        """Whether the workout adds to the running volume."""
        return self in RUNS


RUNS = frozenset({Kind.EASY, Kind.LONG, Kind.QUALITY, Kind.RECOVERY, Kind.RACE})


class Sport(StrEnum):
    """What an activity was. Treadmill, trail, track and virtual runs are all ``RUN``."""

    RUN = "run"
    WALK = "walk"
    HIKE = "hike"
    RIDE = "ride"
    SWIM = "swim"
    STRENGTH = "strength"
    OTHER = "other"


class Level(StrEnum):
    """How much a finding or an advice weighs."""

    INFO = "info"
    WARN = "warn"
    STOP = "stop"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warn, 2 for stop."""
        return ("info", "warn", "stop").index(self.value)


class Unit(StrEnum):
    """The runner's unit of distance, used only at the edge."""

    KM = "km"
    MI = "mi"

    @property
    def metres(self) -> float:
        """Metres in one unit; a mile is exactly 1609.344 m."""
        return 1000.0 if self is Unit.KM else 1609.344

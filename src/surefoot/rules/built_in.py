"""What the policies that come with Surefoot share."""

from __future__ import annotations

from surefoot.model import Settings
from surefoot.parts import Policy


class BuiltIn(Policy):
    """A policy of Surefoot's own: beside its fields it sees the runner's settings.

    ``settings`` is no field, so it is nothing one writes into the policy's table: the app sets it once
    after construction, before the first review.
    """

    settings = Settings()

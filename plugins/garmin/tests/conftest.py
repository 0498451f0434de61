"""A Garmin on loopback, and garminconnect without the pauses that it makes for the real one."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # so that tests find garmin_schema

from surefoot.testing.standin_garmin import KEY, GarminStandin


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GARMIN_PERSONAL_API_KEY", KEY)
    for name in ("garminconnect.client", "garminconnect.client.sso"):
        try:
            module = importlib.import_module(name)
        except ImportError:  # version 0.3.2 is one module, and has no pause before the app's sign-in
            continue
        for pause in ("MOBILE_DELAY", "WIDGET_DELAY", "LOGIN_DELAY"):
            for end in ("MIN_S", "MAX_S"):
                monkeypatch.setattr(module, f"{pause}_{end}", 0.0, raising=False)


@pytest.fixture
def garmin() -> Iterator[GarminStandin]:
    with GarminStandin() as platform:
        yield platform

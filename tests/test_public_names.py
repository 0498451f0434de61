"""What plugins may rely on: names are added here and never taken away."""

from surefoot import plugin

PINNED = """
Activity Add Advice Ask AuthError ConfigError Diary DiaryEntry Dose Drop Effort Entry Exercise Felt
Fidelity Format History Ill Kind Level Lifted Move Note Pain Plan PlanError Policy Reason Receipt Repeat
Resize Schedule Secret SelfTest Session Setting Sore Source Span Sport Step SurefootError Target
Unavailable Unit Wish Workout hookimpl net outline parse_distance parse_duration parse_sessions
settings_of steps_in_words weekday write_atomically write_session
"""

ALIASES = {"Ask", "hookimpl"}
"""These are no classes and no functions, so they have no docstring of their own."""


def test_the_public_module_offers_exactly_these_names():
    assert sorted(plugin.__all__) == sorted(PINNED.split())


def test_every_public_name_is_there():
    assert [name for name in plugin.__all__ if not hasattr(plugin, name)] == []


def test_every_public_name_says_what_it_is():
    named = {name: getattr(plugin, name) for name in plugin.__all__ if name not in ALIASES}

    assert [name for name, one in named.items() if not one.__doc__] == []

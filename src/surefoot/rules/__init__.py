"""Limits, plan rules and built-in policies, one small module each, with its citation; pure."""

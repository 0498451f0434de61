"""Surefoot in your calendar: an iCalendar file."""

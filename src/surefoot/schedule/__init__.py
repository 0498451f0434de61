"""Plan, past and decisions in; the schedule out. Pure."""

"""From history to numbers: sizes, weeks, runs, longest run, reference week, pairing, averages; pure."""

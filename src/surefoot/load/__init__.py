"""From history to numbers: sizes, weeks, runs, the longest run, the reference week, pairing, averages; pure."""

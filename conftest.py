"""What all tests share: the same examples each time, so that a change alone makes a test fail.

New ones are looked for with ``pytest --hypothesis-profile explore``.
"""

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None)
settings.load_profile("steady")

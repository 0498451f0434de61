"""Manners on the network, the same for all plugins: patience, back-off, privacy, and plain words for faults.

Importing it opens nothing; the HTTP library is imported with the first request.
"""

from surefoot.net.answer import Answer
from surefoot.net.client import Client, Explain
from surefoot.net.mask import Masked, basic, bearer, quiet_log, scheme
from surefoot.net.pages import RECENT, Pages
from surefoot.net.private import load_private, save_private
from surefoot.net.refusal import refusal
from surefoot.net.rows import Unread, UnusableError, moment, placed, recorded, whole
from surefoot.net.wait import Wait, seconds_of

__all__ = [
    "RECENT",
    "Answer",
    "Client",
    "Explain",
    "Masked",
    "Pages",
    "Unread",
    "UnusableError",
    "Wait",
    "basic",
    "bearer",
    "load_private",
    "moment",
    "placed",
    "quiet_log",
    "recorded",
    "refusal",
    "save_private",
    "scheme",
    "seconds_of",
    "whole",
]

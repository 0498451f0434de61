"""Manners on the network, the same for all plugins: patience, back-off, privacy, and plain words for faults.

Importing it opens nothing; the HTTP library is imported with the first request.
"""

from surefoot.net.answer import Answer
from surefoot.net.client import Client, Explain
from surefoot.net.mask import basic, bearer
from surefoot.net.pages import Pages
from surefoot.net.private import load_private, save_private

__all__ = ["Answer", "Client", "Explain", "Pages", "basic", "bearer", "load_private", "save_private"]

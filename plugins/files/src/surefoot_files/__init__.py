"""Surefoot reads FIT, TCX and GPX recordings from a folder."""

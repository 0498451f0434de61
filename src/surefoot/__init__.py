"""Surefoot keeps a running plan inside what the body can take, and the runner's calendar true."""

"""Values to words and back. Pure."""

"""What a week's strength sessions are made of, and how long they take. Pure."""

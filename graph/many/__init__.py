"""Many articles in one run: looked through, read here or by many workers, and stored as they come."""

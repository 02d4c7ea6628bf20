"""Which records of different articles tell of one happening, and which names stand for one entity."""

"""The French word lists and frames."""

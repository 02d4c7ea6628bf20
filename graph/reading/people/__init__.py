"""Finds who and what an article names: names, institutions, offices, and whom descriptions and pronouns stand for."""

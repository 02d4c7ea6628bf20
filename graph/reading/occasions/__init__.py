"""Reads visits and meetings: who, where, when, with whom, about what, and whether they took place."""

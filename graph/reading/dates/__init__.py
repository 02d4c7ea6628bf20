"""Finds dates and gives them values, against the day of publication."""

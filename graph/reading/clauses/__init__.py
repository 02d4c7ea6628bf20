"""Reads a sentence: its verbs, its phrases, who is what to whom."""

"""Reads agreements: instruments, what they are about, between whom, when, and that they were concluded."""

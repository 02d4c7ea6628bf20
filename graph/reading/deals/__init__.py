"""Reads deals: who supplies what to whom, how much of it, where, and how far it has come."""

"""Says who states what, where, and how surely."""

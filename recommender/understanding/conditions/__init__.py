"""Conditions: one reader for each kind of condition that a message may state."""

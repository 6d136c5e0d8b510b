"""Acceptance: the numbers that a built release must show before it may serve."""

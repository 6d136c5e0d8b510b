"""Outcomes: the messages that call for something other than programs."""

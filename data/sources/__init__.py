"""Kinds of source: each recognises the files it can read and yields what they state."""

"""Merging: what several sources list → each program once, nothing said by anybody lost.

Marks find candidates, likeness decides, joining keeps the provider's words and reports where the
others disagree. Knows nothing of files or columns.
"""

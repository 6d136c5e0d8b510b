"""Catalog → documents → vectors → a release: one folder with all that serving needs.

Promises: a release is complete, checked, immutable and published in one step. Does not know who
asks, what they ask or how an answer is shown.
"""

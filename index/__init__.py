"""Catalog → documents → vectors → a release: one folder with all that serving needs.

Promises: a release is complete, checked, immutable and published in one step. `encoder/` turns text
into vectors, `training/` adapts it to requests. Does not know who asks, what they ask or how an
answer is shown.
"""

"""Columns: what a source's headers mean.

A header's words decide (header_words.csv), what the cells look like helps (evidence), and the
staff's own table settles what remains (mapping). Knows nothing of single values or programs.
"""

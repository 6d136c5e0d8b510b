"""Rows: a row of cells with known columns → a program with its offerings, and what was wrong."""

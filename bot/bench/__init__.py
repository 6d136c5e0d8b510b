"""Bench: how fast we are, beside the plain pipeline and beside words alone, on the same requests.

Figures, never a test: what a machine does today says nothing about whether the code is right.
"""

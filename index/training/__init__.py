"""Requests with the program text that answers them → an adapter that has learned from them.

Promises: examples with their origin and licence, a part that is held back for measuring, and an
adapter that is complete or not there. How a model learns is `index.encoder`'s business; the
catalog and its users are not known here.
"""

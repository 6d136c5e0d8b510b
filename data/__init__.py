"""Catalog sources → the normalised catalog.

Promises: every program and offering that a source states, in one shape, with the raw value kept
beside what could not be read. Does not know vectors, requests, chat or HTTP.
"""

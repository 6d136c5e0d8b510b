"""Faults on demand: what can go wrong between a bot and LINE, made to happen when one wants it."""

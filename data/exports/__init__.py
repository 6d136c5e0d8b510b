"""Exports: the catalog for people (CSV that Excel opens safely) and machines (schema.org)."""

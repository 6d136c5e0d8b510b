"""The catalog: what sources list, kept in SQLite, and every program put together from it.

Promises: an import is one transaction, the same lists give the same programs, and nothing a source
said is lost. Knows nothing of files and columns; records come in, programs go out.
"""

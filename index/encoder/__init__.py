"""Text → unit vector: loading, preparing and serving encoders.

Promises: any sentence-transformers model becomes a small checked folder that serves requests in
milliseconds, on any number of machines. Serving goes through `served` and imports no torch; only
`preparation` and what it calls load torch and its kin. Does not know programs, releases or users.
"""

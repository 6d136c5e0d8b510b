"""Text → unit vector: loading, preparing, training and serving encoders.

Promises: any sentence-transformers model becomes a small checked folder that serves requests in
milliseconds, on any number of machines. Serving goes through `served` and imports no torch; only
`preparation`, `adapter_training` and what they call load it and its kin. Does not know programs,
releases or users.
"""

"""Text → unit vector: loading, preparing and serving encoders.

Promises: any sentence-transformers model becomes a small checked folder that onnxruntime and
tokenizers run in milliseconds, on any number of machines. Serving imports only `served`, `card`,
`protocol` and `vectors`; torch and its kin are loaded by preparation alone. Does not know
programs, releases or users.
"""

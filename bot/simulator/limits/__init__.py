"""The limits that LINE documents in prose, as tables laid over its OpenAPI description."""

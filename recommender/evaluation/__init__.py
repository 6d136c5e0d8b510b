"""Evaluation: how well requests are answered, and encoders compared; never imported in serving."""

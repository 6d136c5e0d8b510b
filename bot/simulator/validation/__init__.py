"""LINE's OpenAPI description made strict, and what a message or webhook breaks of it."""

"""The web app: a thin Flask adapter around the LINE door, with health and metrics."""

"""Golden requests: what staff know must be found, asked of every release before it serves."""

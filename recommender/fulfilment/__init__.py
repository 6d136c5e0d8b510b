"""Fulfilment: stated conditions and an offering → what it meets, what differs, what is unknown."""

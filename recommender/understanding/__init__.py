"""Understanding: what a person wrote → topic, needs, refusals and conditions; no model, no I/O."""

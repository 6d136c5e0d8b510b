"""The LINE door: signed events in, valid messages out; a pure conversation between them."""

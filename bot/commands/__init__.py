"""One module a command (or a family of them): read the arguments, call the house, print."""

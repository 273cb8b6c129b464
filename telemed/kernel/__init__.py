"""Words every feature shares. No I/O, no feature."""

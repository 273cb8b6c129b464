"""The consult log, read-only over all features. Nothing below may import it."""

"""Plumbing: database, news, timers, HTTP. Knows no feature."""

"""Programs that print figures; each compares with a peer or a limit in the same run."""

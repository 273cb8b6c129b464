"""What people do with rosters: one file per subject, one method per intent."""

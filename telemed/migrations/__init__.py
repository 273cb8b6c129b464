"""The schema's history. Add first, remove a release later: the code before must run on the schema after."""

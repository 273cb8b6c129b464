"""All SQL of the record, by subject. A transaction comes in, values go out; nothing here commits or decides."""

"""All SQL of this feature. Like the log it reads everybody's tables: what is kept of a patient is in all of them."""

"""Opening single cases for a reason and reviewing it, what patients ask about their data, retention."""

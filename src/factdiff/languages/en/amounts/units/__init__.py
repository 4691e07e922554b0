"""Units and currencies in English, and what a rate is per."""

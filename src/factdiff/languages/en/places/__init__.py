"""Places in English texts."""

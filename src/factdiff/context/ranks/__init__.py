"""What a rank is said of, and among what it is counted."""

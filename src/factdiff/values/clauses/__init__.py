"""Values that clauses state: the order of two events."""

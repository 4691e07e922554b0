"""What clauses say of events: which came first."""

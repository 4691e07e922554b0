"""What English clauses deny, and which of two events they put first."""

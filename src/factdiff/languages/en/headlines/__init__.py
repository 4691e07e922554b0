"""English headlines, whose capitals tell nothing."""

"""How English writes the grades of scales, by topic."""

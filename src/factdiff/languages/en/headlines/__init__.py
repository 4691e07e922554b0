"""English headlines, in which a capital is no sign of a name."""

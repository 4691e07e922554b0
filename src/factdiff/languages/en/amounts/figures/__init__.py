"""How figures are written in English, in digits and in words."""

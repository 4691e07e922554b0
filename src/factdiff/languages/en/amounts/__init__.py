"""Amounts in English: figures, what they count and measure, shares, ages, ranks."""

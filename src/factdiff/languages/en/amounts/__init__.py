"""Amounts in English: figures with counted nouns, units and currencies; shares, ages and ranks."""

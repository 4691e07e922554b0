"""Amounts: figures with what they count or measure, units, and conversions."""

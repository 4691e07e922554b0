"""Texts as rules see them: tokens, triggers, patterns and typographic signs; no language, no values."""

"""Output formats: one file each, with ``render(report) -> str``."""

"""Input formats: one file each, with ``ENDINGS`` and ``read(data) -> str``."""

"""The forms of dates in English, a file each."""

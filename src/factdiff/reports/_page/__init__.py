"""The page: what its templates show, worked out from a report; the words and lines themselves are in the templates."""

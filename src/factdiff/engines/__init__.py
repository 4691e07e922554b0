"""The engines, one file each; ``factdiff.engine`` tells what one is."""

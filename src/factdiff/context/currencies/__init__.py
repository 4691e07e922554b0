"""The currencies of bare signs: which a sign can be of, and which it is of in a story."""

from factdiff.context.currencies.shared_signs import possible_currencies
from factdiff.context.currencies.story_currencies import in_story_currencies

__all__ = ["in_story_currencies", "possible_currencies"]

"""An archive: many stories in one run, the groups of articles that are stories, and what all of them show together."""

from factdiff.archive.checking import check_stories
from factdiff.archive.results import StoryResult

__all__ = ["StoryResult", "check_stories"]

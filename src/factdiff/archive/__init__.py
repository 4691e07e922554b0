"""An archive: many stories in one run, the groups of articles that are stories, and what all of them show together."""

from factdiff.archive.checking import check_stories
from factdiff.archive.formats import read_results
from factdiff.archive.grouping import Grouping, group_stories
from factdiff.archive.output import check_archive
from factdiff.archive.results import StoryResult
from factdiff.archive.summary import Summary

__all__ = ["Grouping", "StoryResult", "Summary", "check_archive", "check_stories", "group_stories", "read_results"]

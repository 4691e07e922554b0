"""Reading sources from bytes, files and folders."""

from __future__ import annotations

from factdiff.reader.by_story import stories_of_table
from factdiff.reader.files import from_bytes, read, read_by_story, with_path
from factdiff.reader.folders import Selection, left_out, read_folder, story_folders

__all__ = [
    "Selection",
    "from_bytes",
    "left_out",
    "read",
    "read_by_story",
    "read_folder",
    "stories_of_table",
    "story_folders",
    "with_path",
]

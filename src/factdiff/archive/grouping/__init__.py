"""Groups articles into the stories that they tell: candidates by rare terms, weights of pairs, average linkage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from factdiff.errors import ConfigError, MissingExtraError
from factdiff.records import Source
from factdiff.sources import with_ids


@frozen
class Grouping:
    """The stories of an archive: the articles of each by the id of its first one, in the order of their days.

    ``copies`` gives for the id of each near copy, which is in no story, that of the article that it repeats.

    >>> from factdiff import Source
    >>> print(Grouping({"a": (Source("Nine died.", id="a"),), "b": (Source("Ten died.", id="b"),)}, {"c": "a"}))
    2 stories of 2 articles, and 1 near copy
    of 1 article: 2 stories
    """

    stories: Mapping[str, tuple[Source, ...]] = field(hash=False)
    copies: Mapping[str, str] = field(hash=False)

    @property
    def sizes(self) -> dict[int, int]:
        """Number of articles -> how many stories have so many, the smallest first."""
        return dict(sorted(Counter(map(len, self.stories.values())).items()))

    def __str__(self) -> str:
        articles, copies = sum(map(len, self.stories.values())), len(self.copies)
        lines = [
            f"{count(len(self.stories), 'story', 'stories')} of {count(articles, 'article', 'articles')}, and "
            f"{count(copies, 'near copy', 'near copies')}"
        ]
        sizes = self.sizes.items()
        lines += [f"of {count(size, 'article', 'articles')}: {count(n, 'story', 'stories')}" for size, n in sizes]
        return "\n".join(lines)


def count(number: int, one: str, many: str) -> str:
    """A number with the name of what is counted."""
    return f"{number:,} {one if number == 1 else many}"


def group_stories(articles: Iterable[Source | str | Mapping[str, Any] | Path], *, days: int = 3) -> Grouping:
    """The stories that some articles tell; those on one story share rare words, names and figures, and an opening.

    Articles are given as sources are to :func:`check_consistency`. Two that were published more than ``days`` days
    apart are not compared, but a story goes on where articles between them join it; one without a date is compared with
    all. What is likelier two stories than one is left apart. A near copy whose figures all stand in the article that it
    repeats is set aside. The same articles make the same stories in any order. Needs the extra ``grouping``. Raises
    ConfigError for ``days`` that are no whole number from 0 on, SourceError as :func:`check_consistency` does.
    """
    if days < 0 or days != int(days):
        raise ConfigError(f"days is {days!r}: give a whole number from 0 on")
    try:
        from factdiff.archive.grouping.stories import stories_of
    except ModuleNotFoundError as error:
        raise MissingExtraError("groups of articles", "grouping") from error
    stories, copies = stories_of(with_ids(articles), days)
    return Grouping({story[0].id or "": story for story in stories}, copies)

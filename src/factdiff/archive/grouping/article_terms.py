"""The terms of an article: its stems, its names and its figures, in the whole of it and in its opening."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from attrs import frozen

from factdiff.finder import published_in
from factdiff.language import load
from factdiff.records import Source
from factdiff.values.calendar.days import calendar_day

#: how many characters of an article, and of its opening, are looked at
READ, OPENING = 4_000, 350
#: words, and figures with their decimals
TERM = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)*")
#: a figure that is taken for a year
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
#: how many words a shingle has
SHINGLE = 5

Bag = Counter[str]


@frozen
class ArticleTerms:
    """The terms of an article, how often it has each, and its day.

    ``names`` are capitalised words, and pairs of them that follow each other; ``opening`` and ``opening_names`` are the
    terms of its first lines. ``given`` is the day that it was given with, ``day`` the same or the one in its head.
    ``weekdays`` are the names of days of the week in it, ``years`` the years in it and that of its day.
    """

    words: Bag
    names: Bag
    figures: Bag
    opening: Bag
    opening_names: Bag
    weekdays: frozenset[str]
    years: frozenset[str]
    given: int | None
    day: int | None


def article_terms(article: Source) -> ArticleTerms:
    """The terms of an article.

    >>> terms = article_terms(Source("Two ferries collided off Grand Harbour, killing 12.", published="2024-01-04"))
    >>> sorted(terms.names), dict(terms.figures)
    (['grand', 'grand harbour', 'harbour', 'two'], {'12': 1})
    """
    words, names, figures = bags(article.text[:READ], article.lang)
    opening, opening_names, _ = bags(article.text[:OPENING], article.lang)
    given, told = ordinal(article.published), ordinal(published_in(article))
    day = told if given is None else given
    lexicon = load(article.lang).lexicon
    weekdays = frozenset(words.keys() & {lexicon.stems[word] for word in lexicon.weekdays})
    return ArticleTerms(words, names, figures, opening, opening_names, weekdays, years(figures, day), given, day)


def ordinal(when: date | None) -> int | None:
    """The number of a day."""
    day = calendar_day(when)
    return None if day is None else day.toordinal()


def years(figures: Bag, day: int | None) -> frozenset[str]:
    """The years among some figures, and that of a day.

    >>> sorted(years(Counter({"2013": 1, "2,013": 1, "3300": 2}), None))
    ['2013']
    """
    found = {figure for figure in figures if YEAR.fullmatch(figure)}
    return frozenset(found if day is None else found | {str(date.fromordinal(day).year)})


def bags(text: str, lang: str) -> tuple[Bag, Bag, Bag]:
    """The stems, names and figures of a text, each with how often they stand in it."""
    stems = load(lang).lexicon.stems
    words, names, figures = Bag(), Bag(), Bag()
    before = ""
    for token in TERM.findall(text):
        if token[0].isdigit():
            figures[token] += 1
            before = ""
            continue
        stem = stems[token.lower().replace("’", "'")]
        named = bool(stem) and token[0].isupper()
        if len(stem) > 1:
            words[stem] += 1
        if named:
            names[stem] += 1
            if before:
                names[f"{before} {stem}"] += 1
        before = stem if named else ""
    return words, names, figures


def shingles(text: str) -> frozenset[str]:
    """The runs of five words of a text; of a shorter one, the whole."""
    words = [word.lower() for word in TERM.findall(text)]
    return frozenset(" ".join(words[n : n + SHINGLE]) for n in range(max(len(words) - SHINGLE, 0) + 1))

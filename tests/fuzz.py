"""Fuzzing: ``python tests/fuzz.py EXAMPLES MINUTES [SEED]`` feeds made-up texts to find_mentions and the checks.

A line of 10 MB and 100,000 numbers come first. Stops at the first text that breaks a law, which Hypothesis shrinks and
prints, or when the minutes are over. Texts are made of all that can start a rule and of the forms of the corpus, in
small letters, as headlines and in capitals, with figures and dates at the ends of what can be told and odd zones;
sources have odd titles, days and languages.
"""

from __future__ import annotations

import sys
import time
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from bad_inputs import PIECES, bad_input, hold, hold_together
from factdiff import Source
from factdiff.language import load
from factdiff.testing.strategies import stories
from factdiff.text.tokens import DIGIT
from headlines import CASES
from test_corpus import marked, read

#: how many examples are tried with one seed
BATCH = 5_000
FIGURES = (
    "0 1 12 31 2024 1,000 12:30 3.5 ½ - 1e400 10^400 11e308 9e307 1e-400 0^-5 2^999 10^-400 1e99 1.7e308 00 000.000 "
    "999999999999999 1e308% $1e308 1e308km -1e308°F 1,000,000,000th 1/0 -5 99% 1.2m 4K 5-3 ²³ 1e60 1e59km"
).split()
DATES = (
    "9999-12-31", "0001-01-01", "31 December 9999", "1 January 1000", "the 9990s", "99th century", "1 AD", "9999 BC",
    "0 BC", "12/31/2199", "01/01/01", "Q4 9999", "winter 9999", "week 53 of 2199", "9999-W52", "9999-24", "../9999",
    "Y-99999", "99XX-12", "in 8000 years", "two thousand years ago", "1,999 years later", "the previous century",
    "the next 1999 decades", "the third Monday of December 9999", "Easter 9999", "20 decades after 9999", "until now",
    "between 9998 and tomorrow", "tomorrow", "last week", "next century", "the end of the century",
)  # fmt: skip
ZONES = (
    "2008 2005Utc-99", "UTC-99", "7 p.m. GMT+99", "18:00 UTC+24", "0700 UTC +14", "18:00 GMT+5:30", "24:00 GMT",
    "2024-01-01T12:00+19:59", "2024-01-01T24:00", "9999-12-31T23:59-14:00", "0700 ET",
)  # fmt: skip
JOINTS = (
    " ", " ", " ", " ", "", "-", ", ", ". ", "\n", " and ", " of ", " (", ") ", "/", "'s ", "\n\n", " to ", " after ",
    " before ", " between ", " from ", " in ", "“", "”", " said ", ": ",
)  # fmt: skip
ODD = (None, None, "", "Harbour Post", " ", "\ud800", "\ud83d\ude00", "<b>", "\x00", "\n", "http://[", "//x/\udfff")
DAYS = (
    None, date(2024, 3, 5), date.min, date(1, 1, 8), date(100, 6, 1), date(9990, 6, 1), date(9999, 12, 20), date.max,
    datetime(2024, 3, 5, 9, 30), datetime(2024, 3, 5, 1, 2, 3, 4, timezone(-timedelta(hours=23, minutes=59))),
    datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))), datetime.max.replace(tzinfo=UTC),
    datetime(9999, 12, 31, tzinfo=timezone(timedelta(seconds=-12345, microseconds=6))),
)  # fmt: skip
LANGUAGES = ("en", "en", "en", "und", "de", "fr", "ru", "xx", "\ud83d\ude00")


@cache
def words():
    """Everything that can start a rule, and the pieces of bad inputs."""
    triggers = {trigger for code in ("en", "und") for rule in load(code).rules for trigger in rule.triggers}
    return sorted(trigger.replace(DIGIT, "12") for trigger in triggers) + list(PIECES.values())


@cache
def forms():
    """The forms of the corpus, and its traps."""
    said = [marked(param.values[2])[0] for param in read("say")]
    return said + [param.values[2] for param in read("nothing")]


def texts(size=12):
    """Texts of triggers, forms, figures, dates, signs and any characters, joined in any way, in any case."""
    piece = st.one_of(
        st.sampled_from(words()),
        st.sampled_from(forms()),
        st.sampled_from(FIGURES),
        st.sampled_from(DATES + ZONES),
        st.integers(0, 10**9).map(str),
        st.decimals(0, 99999, places=2).map(str),
        st.text(st.characters(), max_size=4),
    )
    cased = st.tuples(piece, st.sampled_from(CASES)).map(lambda drawn: drawn[1](drawn[0]))
    joined = st.lists(st.tuples(cased, st.sampled_from(JOINTS)), max_size=size).map(
        lambda pairs: "".join(map("".join, pairs))
    )
    return st.tuples(joined, st.sampled_from(CASES)).map(lambda drawn: drawn[1](drawn[0]))


def spoilt():
    """Stories with something put in somewhere."""
    return st.tuples(stories(), st.integers(0, 300), texts()).map(
        lambda drawn: [source.text[: drawn[1]] + drawn[2] + source.text[drawn[1] :] for source in drawn[0]]
    )


def sources():
    """Some sources that share a part, each with an odd title, publisher and address, a day and a language."""
    one = st.tuples(texts(6), *(st.sampled_from(some) for some in (ODD, ODD, ODD, DAYS, LANGUAGES)))
    return st.tuples(st.lists(one, min_size=1, max_size=3), texts(6)).map(lambda drawn: list(named(*drawn)))


def named(drawn, shared):
    """The sources of what was drawn, all with the ``shared`` text behind their own."""
    for number, (text, title, publisher, url, published, lang) in enumerate(drawn):
        id = f"{number}{title or ''}"
        text = f"{text}\n{shared}" if (text + shared).strip() else "Nothing."
        yield Source(text, id=id, title=title, publisher=publisher, url=url, published=published, lang=lang)


def one_text(drawn):
    """The first target: a text, published on a day, in a language."""
    text, published, lang = drawn
    hold(text, published=published, lang=lang)


def some_texts(story):
    """The second target."""
    hold_together(story)


READ = st.tuples(texts(), st.sampled_from(DAYS), st.sampled_from(LANGUAGES))
TARGETS = (
    (one_text, READ, 5),
    (some_texts, st.lists(texts(), min_size=2, max_size=3), 2),
    (some_texts, sources(), 2),
    (some_texts, spoilt(), 1),
)
OPTIONS = {"deadline": None, "database": None, "suppress_health_check": list(HealthCheck)}


def main(examples, minutes, first=0):
    """Try so many examples, half of them single texts, from a seed on, or stop after so many minutes."""
    end, tried, number = time.monotonic() + 60 * minutes, 0, first
    shares = sum(share for _, _, share in TARGETS)
    while tried < examples and time.monotonic() < end:
        for target, strategy, share in TARGETS:
            count = min(BATCH, examples) * share // shares
            given_to = given(strategy)(target)
            seed(number)(settings(max_examples=count, **OPTIONS)(given_to))()
            tried += count
        number += 1
        print(f"{tried:,} examples", flush=True)
    print(f"done: {tried:,} examples without a crash" + (", the minutes are over" if tried < examples else ""))


def long_texts():
    """What is too long for the tests: a line of 10 MB, and 100,000 numbers."""
    for name, size in (("one line", 10_000_000), ("numbers", 600_000)):
        hold(bad_input(name, size))
        print(f"{name}: {size:,} characters without a crash", flush=True)


if __name__ == "__main__":
    long_texts()
    main(int(sys.argv[1]), float(sys.argv[2]), *map(int, sys.argv[3:]))

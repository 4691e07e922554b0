"""Fuzzing: ``python tests/fuzz.py EXAMPLES MINUTES`` feeds made-up texts to find_mentions and check_consistency.

A line of 10 MB and 100,000 numbers come first. Stops at the first text that breaks a law, which Hypothesis shrinks and
prints, or when the minutes are over.
"""

from __future__ import annotations

import sys
import time
from functools import cache

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from bad_inputs import PIECES, bad_input, hold, hold_together
from factdiff.language import load
from factdiff.patterns import DIGIT
from factdiff.testing.strategies import stories

#: how many examples are tried with one seed
BATCH = 5_000


@cache
def words():
    """Everything that can start a rule, and the pieces of bad inputs."""
    triggers = {trigger for code in ("en", "und") for rule in load(code).rules for trigger in rule.triggers}
    return sorted(triggers - {DIGIT}) + list(PIECES.values())


def texts():
    """Texts of triggers, figures, signs and any characters, joined in any way."""
    piece = st.one_of(
        st.sampled_from(words()),
        st.sampled_from(words()).map(str.title),
        st.integers(0, 10**9).map(str),
        st.decimals(0, 99999, places=2).map(str),
        st.sampled_from("0 1 31 2024 1,000 12:30 3.5 ½ -".split()),
        st.text(max_size=4),
        st.characters(),
    )
    joint = st.sampled_from([" ", " ", " ", "", "-", ", ", ". ", "\n", " and ", " of ", " (", ") ", "/", "'s ", "\n\n"])
    return st.lists(st.tuples(piece, joint), max_size=14).map(lambda pairs: "".join(map("".join, pairs)))


def spoilt():
    """Stories with something put in somewhere."""
    return st.tuples(stories(), st.integers(0, 300), texts()).map(
        lambda drawn: [source.text[: drawn[1]] + drawn[2] + source.text[drawn[1] :] for source in drawn[0]]
    )


def one_text(text):
    """The first target."""
    hold(text)


def some_texts(story):
    """The second target."""
    hold_together(story)


TARGETS = (
    (one_text, texts(), 3),
    (some_texts, st.lists(texts(), min_size=2, max_size=3), 1),
    (some_texts, spoilt(), 1),
)
OPTIONS = {"deadline": None, "database": None, "suppress_health_check": list(HealthCheck)}


def main(examples, minutes):
    """Try so many examples, three in five of them single texts, or stop after so many minutes."""
    end, tried, number = time.monotonic() + 60 * minutes, 0, 0
    shares = sum(share for _, _, share in TARGETS)
    while tried < examples and time.monotonic() < end:
        for target, strategy, share in TARGETS:
            count = min(BATCH, examples) * share // shares
            given_to = given(strategy)(target)
            options = settings(
                max_examples=count, deadline=None, database=None, suppress_health_check=list(HealthCheck)
            )
            seed(number)(options(given_to))()
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
    main(int(sys.argv[1]), float(sys.argv[2]))

"""What shows a person's name beside the offices: a trade before it, or a clause about the person."""

from __future__ import annotations

import re

from factdiff.languages.en.headlines.casing import in_headline
from factdiff.languages.en.names.capitalised_runs import Segment
from factdiff.languages.en.names.cue_words import sign_before
from factdiff.tables import read_table
from factdiff.text.patterns import either, late

_WORDS = read_table("factdiff.languages.en.names", "offices.toml")["words"]
#: how far before a name such a clause is looked for, in characters
REACH = 80
#: nouns for persons that stand right before or behind a name
TRADES = (frozenset(read_table("factdiff.languages.en", "lexicon.toml")["things"]["person"]) | {*_WORDS["trades"]}) - {
    *_WORDS["no_trades"]
}
#: what names a person right behind it: "skippered by ", "the man who died, ", "the late "
_LEADS = (" by ", " as ", "late ")
_NAMES_PERSON = late(
    rf"\b(?:{either(_WORDS['by'])} by|{either(_WORDS['as'])} as|the late|{either(TRADES)} who [^.,;:\n]{{2,40}},) $",
    re.IGNORECASE,
)
_SENTENCE_ENDS = frozenset(("", ".", "!", "?", '"', ":", "-"))


def stands_as_trade(text: str, segment: Segment) -> bool:
    """Whether a segment begins a sentence with a person's trade before the name: "Deckhand Ana Duarte"."""
    return segment.words[0].lower() in TRADES and sign_before(text, segment.starts[0]) in _SENTENCE_ENDS


def names_person_before(text: str, start: int, end: int) -> bool:
    """Whether the words before a name show that it is a person's: "skippered by ", "the man who died, "."""
    apart = text.startswith(", ", start - 2)
    if apart and not text.startswith(",", end):
        return False
    if not apart and (not text.endswith(_LEADS, 0, start) or in_headline(text, start)):
        return False
    return _NAMES_PERSON.search(text, max(0, start - REACH), start) is not None

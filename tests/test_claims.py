"""Claims: what a text of one sentence says is looked for in the other text; what it denies is not held against it."""

from __future__ import annotations

import pytest

from factdiff import Source, check_consistency, find_mentions

BORN = "Ada Quist (3 May 1901 - 9 June 1980) was a judge."


def findings(*texts):
    sources = [Source(text, id=id) for text, id in zip(texts, "ab", strict=True)]
    return [(f.check, [e.surface for e in f.evidence]) for f in check_consistency(sources).findings]


@pytest.mark.parametrize(
    ("text", "claim", "check", "surfaces"),
    [
        ("The fort was built in 1911.", "Masons finished the fort in 1904.", "date-conflict", ["1911", "1904"]),
        (BORN, "The judge Ada Quist was born in 1911.", "date-conflict", ["3 May 1901", "1911"]),
        (BORN, "The judge Ada Quist died in 1911.", "date-conflict", ["9 June 1980", "1911"]),
        ("The bridge opened after 1932.", "The bridge opened in May 1928.", "date-conflict", ["1932", "May 1928"]),
        ("The bridge opened in May 1932.", "The bridge opened after 1932.", "date-conflict", ["1932", "May 1932"]),
        ("The bridge opened in May 1932.", "The bridge opened before 1932.", "date-conflict", ["1932", "May 1932"]),
        (
            "Ada Quist ( 3 May 1901 - 9 June 1980 ) was a judge .",
            "Ada Quist was born in 1911 .",
            "date-conflict",
            ["3 May 1901", "1911"],
        ),
        ("The comet was seen in Asia.", "The comet was seen in Peru.", "place-conflict", ["Asia", "Peru"]),
        (
            "The race was shown at the 2013 fair, where it was screened on 19 May 2013.",
            "The race was screened at the fair on 23 July 2013.",
            "date-conflict",
            ["19 May 2013", "23 July 2013"],
        ),
        ("The choir returned to Norway in May.", "The choir returned to Spain.", "place-conflict", ["Norway", "Spain"]),
        (
            "The film was released on 3 May 2014.",
            "The film was released in 2011.",
            "date-conflict",
            ["3 May 2014", "2011"],
        ),
        (
            "Mount Quist, 4,317 metres high, lies in Chile.",
            "Mount Quist is 4,371 metres high.",
            "quantity-conflict",
            ["4,317 metres", "4,371 metres"],
        ),
        (
            "Quist won a prize in 2011, and was born on 3 May 1961.",
            "Ada Quist was born in 2011.",
            "date-conflict",
            ["3 May 1961", "2011"],
        ),
        (
            "The chip maker is an Austrian firm.",
            "The chip maker is from Norway.",
            "place-conflict",
            ["Austrian", "Norway"],
        ),
        ("The lodge lies in Portland, Oregon.", "The lodge lies in Maine.", "place-conflict", ["Portland", "Maine"]),
    ],
)
def test_what_contradicts_a_claim_is_found(text, claim, check, surfaces):
    assert findings(text, claim) == [(check, surfaces)]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (BORN, "The judge Ada Quist died in 1980."),
        ("The choir was founded in 1904.", "The choir was not founded in 1911."),
        ("The bridge opened after 1932.", "The bridge opened in May 1938."),
        ("The firm's plant has an Austrian director.", "The firm comes from Norway."),
        ("The bridge opened after the fire of 1932.", "The bridge opened in 1932."),
        ("The bridge opened after Tuesday's march.", "The bridge opened on Tuesday."),
        ("The ford was used before 1932.", "The bridge was built in 1932 and the mill burnt down."),
        ("The comet was seen in Asia.", "The comet was seen in Turkey."),
        ("The choir returned to Norway.", "The choir returned to Oslo."),
        ("The choir sang in 1990 and toured in May 1995.", "The choir toured in 1995."),
        ("The mayor said on 3 May 2024 that the dam is safe.", "The dam is safe, the mayor said on 4 May 2024."),
    ],
)
def test_what_a_claim_denies_or_leaves_open_is_no_contradiction(text, claim):
    assert findings(text, claim) == []


def test_tokenized_text_is_read_as_the_text_that_it_was_made_from():
    spaced = "Quist -LRB- born April 3 , 1961 -RRB- sold Oda 's house for $ 2 million , she said ."
    found = find_mentions(Source(spaced), kinds=["date", "money"])
    assert [(m.surface, str(m.value)) for m in found] == [
        ("April 3 , 1961", "1961-04-03"),
        ("$ 2 million", "2 million USD"),
    ]

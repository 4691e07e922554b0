"""Stamps of a page: the day and time at which it was published are no part of what it tells."""

from __future__ import annotations

import pytest

from factdiff import Source, check_consistency, find_mentions
from factdiff.context import Document


def set_aside(text):
    source = Source(text)
    mentions = find_mentions(source, kinds=["date", "time"])
    document = Document(source, mentions)
    return [m.surface for number, m in enumerate(mentions) if document.is_boilerplate(number)]


@pytest.mark.parametrize(
    ("text", "stamps"),
    [
        ("Storm hits coast May 3, 2013 at 7:31 AM ET It came on May 2, 2013.", ["May 3, 2013", "7:31 AM ET"]),
        ("Doors shut by storm 4 October 2013, 18:07 The storm of 3 October 2013 shut doors.", ["4 October 2013"]),
        ("12:52 p.m. EDT May 2, 2013 She came at 3 p.m.", ["12:52 p.m. EDT", "May 2, 2013"]),
        ("Posted on Thu Jun 13, 2013 A man left the house.", ["Thu Jun 13, 2013"]),
        ("Storm shuts doors May 5, 2013 The storm came on May 3.", ["May 5, 2013"]),
        ("Storm shuts doors on May 5, 2013 at 8:12 am In a rare move, Leeds shut.", ["May 5, 2013", "8:12 am"]),
        ("Mill shuts Friday, May 3, 2013 | Updated 7:40 PM EDT It was late.", ["Friday, May 3, 2013", "7:40 PM EDT"]),
        ("Mill shuts in Leeds 05.03.13 3:20 PM It was late.", ["05.03.13", "3:20 PM"]),
        ("3 / 5 / 2013 @ 11:35AM Mill shuts in Leeds. It burnt at 3pm.", ["11:35AM"]),
        ("MAY 3 Mill shuts in Leeds. It burnt on May 2.", ["MAY 3"]),
        ("The storm hit Leeds in the May 3, 2013 London flood.", []),
        ("The storm came on May 3, 2013 Monday said.", []),
        ("The storm hit Leeds. May 3, 2013 was the day.", []),
        ("Ada Quist (3 May 1901 - 9 June 1980) was a judge.", []),
        ("Bridge opens in Leeds\n\nOn May 3, 2013 the bridge opened.", []),
    ],
)  # fmt: skip
def test_stamps_are_told_from_dates_of_the_text(text, stamps):
    assert set_aside(text) == stamps


def test_pages_of_two_days_do_not_contradict_each_other():
    texts = (
        "Mill burns in Leeds May 3, 2013 at 7:31 AM ET A fire gutted the mill in Leeds. Nobody was hurt.",
        "Leeds mill gutted May 4, 2013 at 9:05 AM ET Flames destroyed a mill in Leeds. No one was hurt.",
    )
    assert check_consistency([Source(text, id=id) for text, id in zip(texts, "ab", strict=True)]).findings == ()

"""Where sentences begin and end."""

from __future__ import annotations

import pytest

from factdiff import Source
from factdiff.context import Document
from factdiff.documents import read_documents


@pytest.mark.parametrize(
    "parts",
    [
        ("The fair closed on 2 May. ", "Doctors treated nine visitors."),
        ("It began in May. ", "A fire ended it."),
        ("They sail in MAY. ", "Police will look on."),
        ("The fair closed on 2 June. ", "Doctors treated nine visitors."),
        ("Mrs. May Doyle saw it. ", "Police came."),
        ("“It begins in May.” ", "Police said no more."),
        ("Nobody knew Theresa May. ", "A fire changed that."),
        ("Dr. Doyle treated nine visitors.",),
        ("The fair closed on Jan. 3 in St. Gallen.",),
    ],
)
def test_a_sentence_ends_where_its_words_do(parts):
    text = "Fair closes\n\n" + "".join(parts)
    found = [text[sentence.start : sentence.end] for sentence in Document(Source(text, id="a"), (), None).sentences]
    assert found[1:] == list(parts)


@pytest.mark.parametrize(
    "parts",
    [
        ("The ferry left at 6:40 a.m. Friday with nobody aboard. ", "It came back."),
        ("The vote came at 10:52 p.m. Tuesday, and the hall was empty.",),
        ("Polls close at 9 p.m. EST Tuesday. ", "Counting follows."),
        ("Polls close at 9 p.m. on Tuesday. ", "Counting follows."),
        ("The meeting ended at 9 p.m. ", "The mayor left first."),
        ("A STORM HIT AT 9 P.M. FRIDAY. ", "IT PASSED."),
    ],
)
def test_no_sentence_ends_between_a_time_and_its_day(parts):
    source = Source("Ferry news\n\n" + "".join(parts), id="a", published="2024-05-16")
    (document,) = read_documents([source], [source])
    found = [source.text[sentence.start : sentence.end] for sentence in document.sentences]
    assert found[1:] == list(parts)


def test_a_paragraph_ends_behind_a_time_whatever_follows():
    source = Source("The ferry left at 9 p.m.\n\nFriday brought no other.", id="a", published="2024-05-16")
    (document,) = read_documents([source], [source])
    assert [source.text[s.start : s.end] for s in document.sentences] == [
        "The ferry left at 9 p.m.",
        "Friday brought no other.",
    ]

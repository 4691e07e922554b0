"""Where sentences begin and end."""

from __future__ import annotations

import pytest

from factdiff import Source
from factdiff.context import Document


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

"""The context of mentions, in texts whose letters grow in lower case."""

from factdiff import Source, find_mentions
from factdiff.context import Document, count_scope, is_unrealised


def test_letters_that_grow_in_lower_case_move_no_words():
    """A capital I with a dot is two characters in lower case."""
    text = f"{'İ' * 40} was there. The bill passed by four votes in Leeds, and ministers asked for nine years."
    document = Document(Source(text), find_mentions(text, kinds=["number", "duration"]))
    four, nine = (next(n for n, m in enumerate(document.mentions) if word in m.surface) for word in ("four", "nine"))
    assert count_scope(document, four).margin
    assert is_unrealised(document, nine)
    assert not is_unrealised(document, four)

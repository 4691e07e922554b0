"""The tokens of a text, and what an apostrophe joins of them."""

from __future__ import annotations

import re
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from factdiff.context.sentences import join_apostrophes
from factdiff.text import tokens as module
from factdiff.text.memo import MOST, Memo
from factdiff.text.typography import lowered

TEXTS = st.text(st.sampled_from("abÉIİ1½² .,'\n_-"), max_size=80)


@given(TEXTS)
def test_the_tokens_and_the_blanks_between_them_are_the_text(text):
    words, kinds, offsets = module.tokens(text)
    assert len(words) == len(kinds) == len(offsets)
    ends = [start + len(word) for word, start in zip(words, offsets, strict=True)]
    assert not any(text[end:start].strip() for end, start in zip([0, *ends], offsets, strict=False))
    assert all(text[start:].startswith(word) for word, start in zip(words, offsets, strict=True))
    assert offsets[-1] == len(text)


@given(TEXTS, st.integers(1, 30))
def test_a_long_text_is_split_like_a_short_one(text, longest):
    with patch.object(module, "LONGEST", longest):
        long = module.split_by_stretches(text)
    assert (long.words, long.kinds, list(long.offsets)) == tuple(map(list, module.tokens(text)))


@given(st.text(st.sampled_from("abéÉ1 .,'\n_-"), max_size=80))
def test_an_apostrophe_joins_two_words(text):
    _, words, offsets = map(list, module.tokens(text))
    join_apostrophes(offsets, words)
    joined = [(start, word) for word, start in zip(words, offsets, strict=True) if word[:1].isalpha()]
    assert joined == [(m.start(), m[0]) for m in re.finditer(r"[a-zé]+(?:'[a-zé]+)?", text.lower())]


@given(TEXTS)
def test_a_text_in_lower_case_has_its_length(text):
    assert len(lowered(text)) == len(text)


def test_what_is_remembered_of_words_is_bounded():
    lengths = Memo(len)
    for number in range(MOST + 2):
        assert lengths[str(number)] == len(str(number))
    assert len(lengths) == 2

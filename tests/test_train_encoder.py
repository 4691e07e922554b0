"""What the script that measures encoders gives to an encoder, on the stories of one author."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("torch", reason="encoders are trained with PyTorch (group encoder)")
pytest.importorskip("lightgbm", reason="the step functions are estimated with LightGBM (group encoder)")
pytest.importorskip("tokenizers", reason="encoders read tokens (group encoder)")
pytest.importorskip("safetensors", reason="the model is a file of safetensors (group encoder)")

from encoder_fitting.masked_sentences import END, LEFT_OUT, MASK, SIDE, START, masked_sentence
from factdiff.align.slots.slot_levels import SLOT_LEVELS
from slot_fitting.planted_stories import labelled_stories
from train_encoder import GROUPS, grouped, with_level

AUTHOR = Path(__file__).parent.parent / "fixtures" / "alignment" / "aa"


@pytest.fixture(scope="module")
def story():
    return next(labelled_stories(AUTHOR))


def letters(text):
    return [1000 + ord(letter) for letter in text]


def items(version):
    return [item for scores in version.scores for item in scores.items.values() if item.mention.kind not in LEFT_OUT]


def test_a_masked_sentence_holds_one_mask_between_the_words_around_the_mention(story):
    for item in items(story.clean):
        text, mention, sentence = item.document.text, item.mention, item.document.sentence(item.index)
        found = masked_sentence(item, letters)
        place = found.index(MASK)
        assert (found[0], found.count(MASK), found[-1]) == (START, 1, END)
        assert [*found[1:place]] == letters(text[sentence.start : mention.start])[-SIDE:]
        behind = letters(text[mention.end : sentence.end])[:SIDE]
        assert [*found[len(found) - 1 - len(behind) : -1]] == behind


def test_a_planted_value_leaves_its_own_masked_sentence_as_it_was(story):
    clean = {(item.mention.source, item.mention.start): masked_sentence(item, letters) for item in items(story.clean)}
    pairs = [
        (masked_sentence(item, letters), clean.get((item.mention.source, item.mention.start)))
        for error in story.errors
        if error is not None
        for item in items(error)
        if item.number in error.planted
    ]
    assert sum(one == two for one, two in pairs) > len(pairs) / 2


def test_the_level_is_the_mean_of_the_encoders_and_is_given_anew_each_time(story):
    with_level(story, [lambda a, b: 1.0, lambda a, b: 3.0])
    with_level(story, [lambda a, b: 4.0, lambda a, b: 6.0])
    for version in (story.clean, *filter(None, story.errors)):
        for scores, matrix in zip(version.scores, version.matrices, strict=True):
            assert matrix.shape == (len(scores.levels), len(SLOT_LEVELS) + 1)
            assert {levels[-1] for levels in scores.levels.values()} == {5.0} == {*matrix[:, -1].tolist()}


def test_an_author_is_in_one_group_only(story):
    groups = grouped([story])
    assert [len(group) for group in groups] == [1] + [0] * (GROUPS - 1)

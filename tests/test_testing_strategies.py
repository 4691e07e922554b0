"""The strategies: what they make is what they say, shrinks, and is ready for the default deadline."""

from __future__ import annotations

import subprocess
import sys

import pytest
from attrs import evolve
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from factdiff import InputError, Mention, Relation, Source, check_consistency, find_mentions, normalize, relate
from factdiff.align.near_duplicates import sentences_by_words
from factdiff.context import Document
from factdiff.finder import PLAIN
from factdiff.testing import registration
from factdiff.testing import strategies as facts
from factdiff.values.amounts.quantity import Quantity
from factdiff.values.calendar.date import Date

#: what users build their tests on is tried more often than the rest
MANY = settings(max_examples=3 * settings.default.max_examples)


@MANY
@given(facts.stories())
def test_stories_agree(story):
    assert 2 <= len(story) <= 6
    assert check_consistency(story).ok


@given(facts.contradictions(), st.randoms())
def test_order_of_sources_changes_nothing(planted, chance):
    shuffled = list(planted.sources)
    chance.shuffle(shuffled)
    assert check_consistency(shuffled).to_dict() == check_consistency(planted.sources).to_dict()


@given(facts.stories())
def test_copies_and_other_stories_add_nothing(story):
    copy = evolve(story[0], id="copy")
    other = Source("Choirs rehearse for 40 minutes and charge their singers $310 a term, organisers said.", id="other")
    assert check_consistency([*story, copy, other]).ok


@given(facts.contradictions())
def test_contradictions_stand_where_they_say(planted):
    (source,) = (source for source in planted.sources if source.id == planted.source)
    assert source.text[planted.start : planted.end] == planted.surface
    (mention,) = (m for m in find_mentions(source) if m.start <= planted.start < m.end and m.kind == planted.kind)
    others = [m for other in planted.sources if other is not source for m in find_mentions(other)]
    assert any(m.kind == planted.kind and relate(m, mention) is Relation.DISJOINT for m in others)


@MANY
@given(facts.contradictions())
def test_contradictions_are_found_where_they_stand_and_nowhere_else(planted):
    spans = [
        [e for e in finding.evidence if e.source == planted.source and e.start < planted.end and planted.start < e.end]
        for finding in check_consistency(planted.sources).findings
        if finding.severity != "info"
    ]
    assert spans
    assert all(spans)


@given(facts.contradictions())
def test_contradictions_tell_the_value_in_the_words_of_another_source(planted):
    before, document = (Document(s, find_mentions(s, kinds=PLAIN), s.published) for s in planted.sources[-2:])
    (own,) = (
        words
        for words, places in sentences_by_words(document).items()
        if any(document.mentions[n].start <= planted.start < document.mentions[n].end for n in places)
    )
    assert own in sentences_by_words(before)


@given(facts.sources())
def test_sources_hold_mentions(source):
    assert len(find_mentions(source)) >= 4


@given(facts.mentions())
def test_mentions_stand_in_their_text(mention):
    assert mention.surface
    assert mention.end - mention.start == len(mention.surface)
    assert mention.kind == mention.value.kind


@given(st.data())
def test_written_texts_give_their_value_back(data):
    value = data.draw(facts.numbers(bare=True))
    assert relate(normalize(data.draw(facts.texts_for(value)), kind="number"), value) is Relation.EQUAL


def test_a_value_without_words_is_refused():
    with pytest.raises(InputError, match="has no written form in 'en'"):
        facts.texts_for(Date.unknown("XXXX-WXX-2"))


def test_types_are_known_to_hypothesis():
    registration.register()
    assert find(st.from_type(Source), lambda source: True).id == "source-1"
    assert isinstance(find(st.from_type(Mention), lambda mention: mention.kind == "date").value, Date)
    assert isinstance(find(st.from_type(Quantity), lambda value: True), Quantity)


def test_stories_shrink():
    story = shrunk(facts.stories(), lambda story: len(story) >= 2)
    assert len(story) == 2
    assert story[0].text == story[1].text
    planted = shrunk(facts.contradictions(), lambda planted: planted.kind == "quantity")
    assert len(planted.sources) == 2
    assert planted.sources[0].published.isoformat() == "2000-01-01"


def shrunk(strategy, condition):
    """The simplest example; the phase that explains would try others behind it."""
    return find(strategy, condition, settings=settings(phases=[Phase.generate, Phase.shrink], max_examples=500))


def test_first_example_meets_the_default_deadline_for_all_is_loaded():
    code = (
        "import sys; from factdiff.testing import strategies as s; s.stories().validate(); "
        "from factdiff.exchange_rates import table; "
        "loaded = [name in sys.modules for name in ('sentencex', 'factdiff.checks.sum_mismatch')]; "
        "print(*loaded, table.cache_info().currsize == 1)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True True True\n"


def test_without_hypothesis_the_extra_is_named():
    code = (
        "import sys; sys.modules['hypothesis'] = None\n"
        "import factdiff.testing; factdiff.testing.mutate('Nine people came.', seed=1)\n"
        "try: import factdiff.testing.strategies\n"
        "except ImportError as error: print(type(error).__name__, error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("MissingExtraError the strategies of factdiff.testing need a library")
    assert "factdiff[hypothesis]" in done.stdout

"""The slot context of a mention: its neighbouring words, its head noun, its person and its place in the text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from attrs import frozen

from factdiff.context import Context, Document, comparable_mentions
from factdiff.language import load
from factdiff.records import Mention
from factdiff.values.amounts.number import Number
from factdiff.values.names.name import Name, phonetic_key

#: how far before and behind a mention words are looked at, in characters, and how many of them
REACH_BEFORE, REACH_BEHIND = 40, 50
WORDS_BEFORE, WORDS_BEHIND = 3, 4
#: how far around a mention capitalised words count as near it, in characters
CAPITALS_REACH = 60
#: how far before an age the name of a person ends, and how far behind it one starts, in characters
NAME_BEFORE, NAME_BEHIND = 3, 24
#: the sections with the main facts of a story
TOP_SECTIONS = frozenset({"headline", "lead"})

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|[0-9]+|[^\w\s]")
_CAPITALISED = re.compile(r"(?<![.!?\"] )(?<!^)\b[A-Z][\w'-]+")


@frozen(eq=False)
class SlotContext:
    """The words around a mention that say what its value is said of.

    ``wide`` are the stems of its sentence and of the two beside it. ``left`` and ``right`` are the tokens right beside
    it, ``function_word`` is the nearest word without content before it, and ``left_stems`` and ``right_stems`` are the
    stems of the nearest words. ``head`` is the head noun of an amount, ``counted`` the class of what it counts, and
    ``unit`` its unit; ``granularity`` is that of a date. ``capitals`` are the capitalised words of the sentence, and
    ``near_capitals`` those close by. ``person`` is the surname right beside an age, as it sounds. ``depth`` is the
    share of the text that stands before it, and ``top`` says that it stands in the headline or the lead.
    """

    context: Context
    wide: frozenset[str]
    left: str
    right: str
    function_word: str
    left_stems: frozenset[str]
    right_stems: frozenset[str]
    head: str
    counted: str
    unit: str
    granularity: str
    modifier: str
    capitals: frozenset[str]
    near_capitals: frozenset[str]
    person: str
    depth: float
    top: bool


def slot_contexts(document: Document) -> Mapping[int, SlotContext]:
    """The slot contexts of the comparable mentions of a document, by their index."""
    return {index: slot_context(document, index) for index in document.cached(comparable_mentions)}


def slot_context(document: Document, index: int) -> SlotContext:
    """The slot context of a mention."""
    mention, sentence, lexicon = document.mentions[index], document.sentence(index), load(document.source.lang).lexicon
    text, value = document.text, mention.value
    before = _TOKEN.findall(text, max(sentence.start, mention.start - REACH_BEFORE), mention.start)[-WORDS_BEFORE:]
    behind = _TOKEN.findall(text, mention.end, min(sentence.end, mention.end + REACH_BEHIND))[:WORDS_BEHIND]
    before, behind = [*map(str.lower, before)], [*map(str.lower, behind)]
    left_stems, right_stems = ([*filter(None, map(lexicon.stems.__getitem__, words))] for words in (before, behind))
    counted = value.counted if isinstance(value, Number) else None
    near = max(sentence.start, mention.start - CAPITALS_REACH), min(sentence.end, mention.end + CAPITALS_REACH)
    return SlotContext(
        context=document.context(index),
        wide=document.cached(passages)[document.sentence_index(index)],
        left=before[-1] if before else "",
        right=behind[0] if behind else "",
        function_word=next((word for word in reversed(before) if word in lexicon.stop), ""),
        left_stems=frozenset(left_stems),
        right_stems=frozenset(right_stems),
        head=lexicon.lemma(counted) if counted else right_stems[0] if right_stems else "",
        counted=document.counted_class(index),
        unit=getattr(value, "unit", None) or "",
        granularity=getattr(value, "granularity", ""),
        modifier=getattr(value, "modifier", None) or "",
        capitals=frozenset(_CAPITALISED.findall(text, sentence.start, sentence.end)) - {mention.surface},
        near_capitals=frozenset(_CAPITALISED.findall(text, *near)) - {mention.surface},
        person=person_beside(document, mention) if mention.kind == "age" else "",
        depth=document.sentence_index(index) / len(document.sentences),
        top=sentence.section in TOP_SECTIONS,
    )


def passages(document: Document) -> Sequence[frozenset[str]]:
    """The stems of each sentence and of those beside it."""
    bags = [sentence.bag for sentence in document.sentences]
    return [frozenset().union(*bags[max(0, number - 1) : number + 2]) for number in range(len(bags))]


def person_beside(document: Document, mention: Mention) -> str:
    """The surname of the person who stands right beside an age, as it sounds, or an empty string."""
    for other in document.overlay:
        value = other.value
        beside = 0 <= mention.start - other.end <= NAME_BEFORE or 0 <= other.start - mention.end <= NAME_BEHIND
        if beside and isinstance(value, Name) and value.category == "person":
            return phonetic_key(value.family or value.full)
    return ""

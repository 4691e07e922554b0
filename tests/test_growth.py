"""The work grows with what is read: twice the text, or twice the sources, takes about twice the steps."""

from __future__ import annotations

import pytest

from factdiff import Source, check_consistency, check_draft
from factdiff.documents import read_document
from headlines import capitals, headline
from steps import Walked, counted

#: the most that twice the input may cost: twice, and some room for what only a longer one has
GROWTH = 2.4
SIZE, SOURCES = 16_000, 192

PROSE = (
    "The fire at the old mill killed nine people on Monday and hurt six others, Mayor Ana Duarte said, before the two "
    "bridges to Kyiv were shut for three weeks"
)
HEAD = "Nine killed and ten hurt in 40 fires in 13 days\n\n"


def names(number):
    """A name that no other sentence has."""
    return "".join("bdfghklmnprstvz"[number // 15**place % 15] + "aeiou"[number % 5] for place in range(3)).title()


#: a name -> the pieces of a text, by their numbers, which are put on one line
LINES = {
    "prose": lambda number: f"{PROSE}. ",
    "headlines": lambda number: headline(f"{PROSE} "),
    "capitals": lambda number: capitals(f"{PROSE} "),
    "capitalised numbers": lambda number: "Six Seven Nine ",
    "one sentence": lambda number: f"{PROSE} and ",
    "quotations": lambda number: "the mill “will hold for long” and “is sound as a bell” and ",
    "quotations behind colons": lambda number: "The mill: “It will hold”, he said: “It is sound as a bell” and ",
    "speakers": lambda number: "Ana Duarte said “it will hold for long” and the mayor added 'it is sound' and ",
    "single marks": lambda number: "'will hold for long' 'is sound' ",
    "pronouns": lambda number: "he said that it denied it, and she told them that they confirmed it, and ",
    "names": lambda number: (
        f"{names(number)} {names(7 * number)} met Mr {names(11 * number)} in {names(13 * number)}. "
    ),
    "denials": lambda number: "The old quay was not closed overnight, but the mill was closed overnight. ",
    "orders of events": lambda number: "The blast at the mill came hours before the vote, after the fire. ",
    "dates": lambda number: "May 3, 4, 5, 6 and 7, ",
    "lines": lambda number: headline(f"{PROSE}\n"),
    "unseen signs": lambda number: "9\u200b00\u200d km on 4\u2060 Mar\u00adch 2024, \U0001f469\u200d\U0001f692 ",
    "ages": lambda number: "Ana Duarte, 41, and her son (9), who is nine, met a boy of ten aged 4, 6 and 9, ",
    "plans": lambda number: "the vote is due to start on Friday from 2 to 3 p.m. and polls open on Sunday, and ",
}
#: the same below a headline that its body contradicts
BODIES = {
    "sentences below a headline": lambda number: "9 people died and 6 were hurt in 12 houses after 34 days and 5 km. ",
    "a sentence below a headline": lambda number: "9 people died and 6 were hurt in 12 houses and 34 men drowned and ",
}
TOWNS = [
    f"{a}{b}" for a in ("Kor", "Lin", "Mav", "Ned", "Ost", "Pel", "Rud", "Sil") for b in ("ala", "bor", "cen", "dun")
]
THINGS = ("quay", "mill", "bridge", "ferry", "tower", "depot", "school", "tunnel", "market", "museum")


def town(number):
    """A town."""
    return TOWNS[number % len(TOWNS)]


def thing(number):
    """What something befalls."""
    return THINGS[number % len(THINGS)]


#: a name -> the text of each of many sources, by its number
STORIES = {
    "one event": lambda n: (
        f"Nine people died on Monday when a ferry sank off {town(n)}, the coast guard said. The boat carried "
        f"{100 + n % 11} passengers and cost $40 million. Divers searched for {2 + n % 7} hours."
    ),
    "unlike events": lambda n: (
        f"The {thing(n)} of {town(n)} was shut after {21 + n % 9} visitors fell ill. It cost ${3 + n % 7} million."
    ),
    "one sentence": lambda n: f"The fire at the old mill of the harbour burnt for {n + 30} days before it was put out.",
    "denied and said": lambda n: (
        f"The old {thing(n)} was {'not ' * (n % 2)}closed overnight by the storm in {town(n)}, the harbour office said."
    ),
    "denied by all": lambda n: f"The mayor of {town(n)} was not known to have seen the {thing(n)} report number {n}.",
    "opposites": lambda n: (
        f"Prices of {thing(n)} tickets in {town(n)} {('rose', 'fell')[n % 2]} in {20 + n % 9} days of the strike."
    ),
    "orders turned round": lambda n: (
        f"The blast at the {thing(n)} in {town(n)} came hours {('before', 'after')[n % 2]} a vote of {30 + n % 9} men."
    ),
    "orders": lambda n: f"The blast at the {thing(n)} in {town(n)} came hours before the vote of {30 + n % 9} men.",
    "stances": lambda n: (
        f"Mayor Ana Duarte {('denied', 'confirmed')[n % 2]} the report on the {thing(n)} of {town(n)}."
    ),
    "tolls": lambda n: f"The blast at the quay killed {n % 40 + 5} people, the police said on Monday.",
}


def steps_of(sources, check):
    """How many steps a check takes whose sources were not read before."""
    read_document.cache_clear()
    with counted() as steps:
        check(sources)
    return steps


def grows(small, large, check=check_consistency):
    """By how much the steps of two inputs grow."""
    steps_of(large, check)  # the tables are read, and the words known
    one, two = steps_of(small, check), steps_of(large, check)
    return {name: two[name] / one[name] for name in two if two[name] > 1000}


def text(piece, size, head=""):
    """A text of so many characters."""
    pieces = []
    while sum(map(len, pieces)) < size:
        pieces.append(piece(len(pieces)))
    return head + "".join(pieces)


@pytest.mark.parametrize("name", [*LINES, *BODIES])
def test_twice_the_text_takes_twice_the_steps(name):
    head, piece = ("", LINES[name]) if name in LINES else (HEAD, BODIES[name])
    growth = grows([text(piece, SIZE, head)], [text(piece, 2 * SIZE, head)])
    assert max(growth.values()) < GROWTH, growth


@pytest.mark.parametrize("name", STORIES)
def test_twice_the_sources_take_twice_the_steps(name):
    def story(count):
        return [
            Source(STORIES[name](n), id=f"{n:04}", published=f"2024-01-{4 + n % 3:02}T0{n % 7}:00")
            for n in range(count)
        ]

    growth = grows(story(SOURCES), story(2 * SOURCES))
    assert max(growth.values()) < GROWTH, growth


def test_twice_the_draft_takes_twice_the_steps():
    def story(size):
        draft = text(
            lambda n: f"{names(n)} {names(7 * n)} said that the {thing(n)} cost ${n + 3} million in {n + 12} days. ",
            size,
        )
        return [Source(words, id=id) for id, words in (("draft", draft), ("wire", draft.replace("cost", "lost")))]

    growth = grows(story(11_000), story(22_000), lambda sources: check_draft(sources[0], sources[1:]))
    assert max(growth.values()) < GROWTH, growth


def test_steps_are_counted():
    with counted() as steps:
        any(number > 10 for number in range(10))
    assert 20 <= steps["lines"] <= 60
    from factdiff.languages.en.names import quotations

    with counted() as steps:
        quotations._COLON.search("x" * 500)
    assert steps["characters"] == 500
    assert not isinstance(quotations._COLON, Walked)

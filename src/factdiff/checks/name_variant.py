"""NAM701: one person or thing under two names that differ in a word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factdiff.align.names.differing_names import DifferingName, differing_names
from factdiff.check import SIDES, Check, Example, Story, evidence, finding, quoted_words
from factdiff.context import CapitalisedWord
from factdiff.records import Evidence, Fact, Finding, Mention
from factdiff.values.names.given_names import is_short_form
from factdiff.values.names.name import Name, folded, is_misspelling, phonetic_key
from factdiff.values.names.office_holders import Holder, by_office
from factdiff.values.names.role import Role
from factdiff.values.severity import Severity

SETTLES = "the person or a directory settles it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each name that is spelt in two ways or differs in a word between sources, and for each that is a
    letter off that of an office holder.
    """
    differing = [between_sources(name) for name in differing_names(story.documents)]
    told = {(e.source, e.end) for found in differing for e in found.evidence}
    for fact in story.about("name"):
        for found in (*within_sources(fact), *across_sources(fact)):
            if not told.issuperset((e.source, e.end) for e in found.evidence):
                yield found
    yield from near_holders(story)
    yield from differing


def spelling(mention: Mention) -> str:
    """The part of a name that is compared, without marks and case: the surname of a person, else the whole name."""
    value = mention.value
    return (
        folded((value.family if value.category == "person" else None) or value.full) if isinstance(value, Name) else ""
    )


def within_sources(fact: Fact) -> Iterator[Finding]:
    """A finding for each source that spells a name in two ways."""
    by_source: defaultdict[str | None, dict[str, Mention]] = defaultdict(dict)
    for mention in fact.mentions:
        by_source[mention.source].setdefault(spelling(mention), mention)
    for firsts in by_source.values():
        if 1 < len(firsts) <= len(SIDES):
            yield variant(fact, [[mention] for mention in firsts.values()], "warning")


def across_sources(fact: Fact) -> Iterator[Finding]:
    """A finding where every source spells a name in one way, but not all in the same: a warning if one stands alone."""
    by_source: defaultdict[str | None, dict[str, Mention]] = defaultdict(dict)
    for mention in fact.mentions:
        by_source[mention.source].setdefault(spelling(mention), mention)
    if any(len(spellings) > 1 for spellings in by_source.values()):
        return
    by_spelling: defaultdict[str, list[Mention]] = defaultdict(list)
    for spellings in by_source.values():
        for key, mention in spellings.items():
            by_spelling[key].append(mention)
    if 1 < len(by_spelling) <= len(SIDES):
        sides = sorted(by_spelling.values(), key=len)
        slip = len({phonetic_key(key) for key in by_spelling}) > 1
        alone = len(sides) == 2 and len(sides[0]) == 1 and len(sides[1]) > 1
        yield variant(fact, sides, "warning" if alone and slip else "info")


def variant(fact: Fact, sides: list[list[Mention]], severity: Severity) -> Finding:
    """The finding for a name with some spellings."""
    spans = [evidence(mention, SIDES[n]) for n, side in enumerate(sides) for mention in side]
    names = " and ".join(
        f"{quoted_words(side)} ({', '.join(sorted({m.source or '' for m in side}))})" for side in sides
    )
    return finding(severity, f"{names} are spellings of one name; {SETTLES}", spans, fact)


def between_sources(differing: DifferingName) -> Finding:
    """The finding for a name that some sources write with one word, and others with another.

    It is a note where nothing but the likeness of the names tells that they are of one bearer.
    """
    groups = sorted((differing.one, differing.two), key=lambda words: len({word.document for word in words}))
    spans = [word_evidence(word, SIDES[n]) for n, group in enumerate(groups) for word in group]
    names = " and ".join(
        f"“{shown(group[0])}” ({', '.join(sorted({word.document.source.id or '' for word in group}))})"
        for group in groups
    )
    severity: Severity = "info" if differing.alone else "warning"
    return finding(severity, f"{names} are names of one person or thing; {SETTLES}", spans)


def shown(word: CapitalisedWord) -> str:
    """The name around a word, as the source has it."""
    text = word.document.source.text
    return text[word.name.start : word.name.end] if word.name else text[word.start : word.end]


def word_evidence(word: CapitalisedWord, side: str) -> Evidence:
    """The evidence that a word of a name gives."""
    source, value = word.document.source, word.name.value if word.name else Name(category="other", full=word.word)
    return Evidence(source.id or "", word.start, word.end, source.text[word.start : word.end], value, side)


def near_holders(story: Story) -> Iterator[Finding]:
    """A finding for the first mention of each name that is a misspelling of a known holder of its office."""
    seen: set[str] = set()
    for mention in story.of_kind("name"):
        name = mention.value
        if isinstance(name, Name) and name.given and name.role and name.role.country and name.full not in seen:
            match = misspelt_holder(name, known_holders(name.role))
            if match:
                seen.add(name.full)
                said = f"{quoted_words([mention])} ({mention.source}) is nearly {match.name}, who held the office"
                yield finding("warning", f"{said}; {SETTLES}", [evidence(mention, "A")])


def known_holders(role: Role) -> list[Holder]:
    """The holders that the table has of an office."""
    known = by_office().get((role.country, role.office, role.rank), ())
    return [holder for holder in known if (holder.field in role.fields if holder.field else not role.fields)]


def misspelt_holder(name: Name, known: list[Holder]) -> Holder | None:
    """The holder of whose name another is a misspelling; None where it is the name of one of them."""
    if any(folded(holder.name) == folded(name.full) for holder in known):
        return None
    return next((holder for holder in known if is_misspelling_of(holder.name, name)), None)


def is_misspelling_of(known: str, name: Name) -> bool:
    """Whether a name differs from that of a known person by a letter in one of its parts."""
    given, family = folded(known.rpartition(" ")[0]), folded(known.rpartition(" ")[2])
    mine = folded(name.given or ""), folded(name.family or "")
    if folded(known).replace(" ", "") == folded(name.full).replace(" ", ""):
        return False
    if family == mine[1]:
        alike = is_short_form(given, mine[0]) or phonetic_key(given) == phonetic_key(mine[0])
        return is_misspelling(given, mine[0]) and not alike
    return given == mine[0] and is_misspelling(family, mine[1]) and phonetic_key(family) != phonetic_key(mine[1])


CHECK = Check(
    code="NAM701",
    name="name-variant",
    severity="warning",
    summary="One person or thing goes by two names that differ in a word; a note where the two are forms of one name.",
    why="A misspelt name is the first thing that readers write in about, and it hides the person from every search.",
    fires=Example(
        ("Harbour master Ellen Brandvold opened the quay on Monday. Brandvald said that it had taken two years.",),
    ),
    quiet=Example(
        (
            "Harbour master Ellen Brandvold opened the quay on Monday. Brandvold said that it had taken two years.",
            "Ms Brandvold, who runs the harbour, opened the quay.",
        ),
    ),
    find=find,
)

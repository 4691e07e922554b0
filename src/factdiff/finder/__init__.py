"""Source -> mentions: one scan over the tokens of a text, and rules matched only where one of their triggers stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from attrs import evolve

from factdiff import gazetteer
from factdiff.errors import InputError, MissingExtraError, NormalizationError, UnknownNameError
from factdiff.language import Language, load
from factdiff.language.rules import Built, Claim, Entity, Found, Overlaid, Rule, Setting
from factdiff.records import Mention, Part, Source
from factdiff.text.tokens import tokens
from factdiff.text.typography import plain, written_span
from factdiff.values.calendar.days import calendar_day
from factdiff.values.relation import Value

#: how often a word can stand in a row in prose
LONGEST_RUN = 2
#: the result where nothing matches: no value, rule and match
NO_MATCH = (None, None, None)
#: the kinds of values that texts can hold
KINDS = (
    "age", "date", "duration", "money", "name", "number", "ordinal", "percent", "place", "quantity", "quote", "role",
    "set", "stance", "term", "time",
)  # fmt: skip
#: the kinds whose mentions can hold mentions of other kinds
OVERLAID = frozenset({"name", "quote", "role", "stance"})
#: the kinds whose mentions never overlap
PLAIN = frozenset(KINDS) - OVERLAID


def find_mentions(
    source_or_text: Source | str,
    *,
    published: date | str | None = None,
    lang: str = "en",
    kinds: Collection[str] | None = None,
) -> tuple[Mention, ...]:
    """The mentions of a source or a text, in the order in which they stand.

    ``published`` and ``lang`` are for a text; a source brings its own. Without a date of publication the one in the
    text is used, if it has one. ``kinds`` limits the search to some of the kinds of ``Mention.kind``. Raises
    InputError for an unknown kind.

    >>> [m.surface for m in find_mentions("Nine people were invited on Tuesday.", published="2024-01-04")]
    ['Nine', 'Tuesday']
    """
    for kind in kinds or ():
        if kind not in KINDS:
            raise UnknownNameError("kind", kind, KINDS)
    if isinstance(source_or_text, Source):
        source = source_or_text
        if published is not None:
            source = evolve(source, published=published)
    elif isinstance(source_or_text, str):
        if not source_or_text.strip():
            return ()
        source = Source(source_or_text, published=published, lang=lang)
    else:
        raise InputError(f"find_mentions takes a Source or a str, not a {type(source_or_text).__name__}")
    published_day = calendar_day(source.published) or published_in(source)
    if kinds is not None and OVERLAID.isdisjoint(kinds):
        return scan(source, published_day, kinds=kinds)
    found = scan(source, published_day)
    found = in_text_order(found, first_of_overlapping(overlay(source, found)))
    return found if kinds is None else tuple([mention for mention in found if mention.kind in kinds])


def published_in(source: Source) -> date | None:
    """The day of publication that the text itself gives in its head, or None."""
    return load(source.lang).published(plain(source.text))


def overlay(source: Source, mentions: Sequence[Mention], *, pipeline: str | None = None) -> tuple[Mention, ...]:
    """The names, offices, quotations and stances of a source, in text order; ``mentions`` are those that rules found.

    A ``pipeline`` of spaCy finds more names. Raises MissingExtraError where spaCy is not installed, and ConfigError
    where the pipeline is not.
    """
    language = load(source.lang)
    text = language.truecased(plain(source.text))
    setting = Setting(text, lang=source.lang, entities=model_names(text, pipeline) if pipeline else ())
    seen = sorted(language.overlay(setting, mentions), key=lambda found: (found.start, -found.end, found.rule))
    return tuple([overlay_mention(source, found) for found in seen])


def overlay_mention(source: Source, found: Overlaid) -> Mention:
    """The mention of a value that can hold others."""
    value, (start, end) = found.value, written_span(source.text, found.start, found.end)
    parts = tuple([Part(*part) for part in found.parts]) if found.parts else ()
    return Mention(start, end, source.text[start:end], value.kind, value, found.rule, source.id, parts)


def model_names(text: str, pipeline: str) -> tuple[Entity, ...]:
    """The names that a pipeline of spaCy finds in a text."""
    try:
        from factdiff.finder.spacy_names import entities
    except ImportError as error:
        raise MissingExtraError("names by a pipeline", "spacy") from error
    return tuple(entities(text, pipeline))


def first_of_overlapping(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions, without those that overlap an earlier one of their kind: one denial can have two holders."""
    ends: dict[str, int] = {}
    for mention in mentions:
        if mention.start >= ends.get(mention.kind, 0):
            ends[mention.kind] = mention.end
            yield mention


def in_text_order(*mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions of several passes in text order; those that hold others come first."""
    return tuple(sorted(chain(*mentions), key=lambda mention: (mention.start, -mention.end, mention.kind)))


def normalize(text: str, *, kind: str | None = None, published: date | str | None = None, lang: str = "en") -> Value:
    """The one value that the whole text is a mention of; NormalizationError where it is none, or more than one.

    >>> normalize("more than 1,000 containers").counted
    'container'
    >>> normalize("1km (2mi)")
    Traceback (most recent call last):
    ...
    factdiff.errors.NormalizationError: '1km (2mi)' is not one value: it holds 2, '1km' and '2mi'; give one
    """
    if not isinstance(text, str):
        raise InputError(f"normalize takes a str, not a {type(text).__name__}")
    found = find_mentions(text, published=published, lang=lang, kinds=PLAIN if kind is None else (kind,))
    if not found and kind is None:
        found = find_mentions(text, lang=lang, kinds=OVERLAID)
    whole = text.strip().rstrip(".,;:")
    if len(found) == 1 and len(found[0].surface.rstrip(".,;:")) >= least_length(found[0], whole):
        return found[0].value
    raise NormalizationError(text, [m.surface for m in found], kind or "value")


def least_length(mention: Mention, whole: str) -> int:
    """The least length of a mention that is the whole text; a count may leave out the noun that it counts."""
    counted = getattr(mention.value, "counted", None)
    return len(mention.surface) if counted and whole.startswith(mention.surface) else len(whole)


def scan(
    source: Source, published: date | None, near: date | None = None, *, kinds: Collection[str] | None = None
) -> tuple[Mention, ...]:
    """All mentions of a source, or those of some kinds; ``near`` is a day near which it was published, where the day
    itself is not known.
    """
    language = load(source.lang)
    text = language.truecased(plain(source.text))
    near = near or published
    month_first, home = language.month_first(text), gazetteer.home(source.publisher, source.url)
    narrative = language.narrative(text, near)
    setting = Setting(text, published, near, month_first, source.lang, home, narrative=narrative)
    read = search(text, language, setting)
    return tuple([mention_of(source, *one) for one in read if kinds is None or one[0].value.kind in kinds])


def mention_of(source: Source, found: Found, rule: Rule | None, match: re.Match[str] | None) -> Mention:
    """The mention of a found value, with the parts that its rule names."""
    value, (start, end) = found.value, written_span(source.text, found.start, found.end)
    name = found.rule or (rule.name if rule else "")
    parts: tuple[Part, ...] = ()
    if match and rule and rule.parts:
        parts = tuple([Part(part, *match.span(part)) for part in rule.parts if match[part]])
    return Mention(start, end, source.text[start:end], value.kind, value, name, source.id, parts)


def search(
    text: str, language: Language, setting: Setting
) -> Iterator[tuple[Found, Rule | None, re.Match[str] | None]]:
    """The values of a text, each with its rule and match, or without them for a name of the gazetteer.

    Rules are matched at the tokens that can start them: the longest match wins, of equal ones the first rule, and where
    no rule matches, the name of a place. A word that stands three times in a row is no prose, and starts nothing.
    """
    named, (words, kinds, offsets) = language.named(setting), tokens(text)
    rules = language.rules_at(kinds)
    end = 0
    for number in sorted({*rules, *[bisect_left(offsets, offset) for offset in named]}):
        position = offsets[number]
        if position < end or (words[number] == words[number - 1] and is_run(words, number)):
            continue
        found, rule, match = first_match(text, position, rules[number], setting) if number in rules else NO_MATCH
        if found is not None:
            found = finish(found, setting, end, language)
            setting = setting.after(found.value)
            yield found, rule, match
            end = max(end, found.end)
        elif match is not None:
            end = match.end()
        elif position in named:
            yield named[position], None, None
            end = named[position].end


def is_run(words: Sequence[str], number: int) -> bool:
    """Whether the same word stands directly before so often that this is no prose."""
    return words[max(0, number - LONGEST_RUN) : number].count(words[number]) == LONGEST_RUN


def longest_first(pair: tuple[re.Match[str], Rule]) -> int:
    """The key by which matches are sorted: the longest first."""
    return -pair[0].end()


def first_match(
    text: str, position: int, rules: tuple[Rule, ...], setting: Setting
) -> tuple[Found | None, Rule | None, re.Match[str] | None]:
    """The value found at an offset, with its rule and match; a match without a value only takes its span."""
    matches = [(match, rule) for rule in rules if (match := rule.match(text, position))]
    if len(matches) > 1:
        matches.sort(key=longest_first)
    for match, rule in matches:
        try:
            built = rule.build(match, setting)
        except OverflowError:
            built = build_without_dates(rule, match, setting)
        if isinstance(built, Claim):
            return None, None, match
        if built is not None:
            return built if isinstance(built, Found) else Found(built, *match.span()), rule, match
    return NO_MATCH


def build_without_dates(rule: Rule, match: re.Match[str], setting: Setting) -> Built:
    """The value of a match that leads beyond the calendar, built without a day to count from."""
    try:
        return rule.build(match, evolve(setting, published=None, near=None, last=None, last_day=None))
    except OverflowError:
        return None


def finish(found: Found, setting: Setting, floor: int, language: Language) -> Found:
    """The found value with the words beside it, such as hedges, as far as the calendar reaches."""
    try:
        return language.finish(found, setting, floor)
    except OverflowError:
        return found

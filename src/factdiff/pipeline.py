"""Sources -> mentions -> facts -> findings -> report: the whole story on one screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from attrs import evolve, fields_dict

from factdiff.align import NearCopies, Rarity, align, gather, voices, with_copies
from factdiff.check import Story, run
from factdiff.config import Config
from factdiff.context import Scene, restatements
from factdiff.errors import InputError, SourceError, nearest
from factdiff.finder import merged, overlay, published_in, scan
from factdiff.language import written_in
from factdiff.notes import notes_on
from factdiff.reader import read
from factdiff.records import Mention, Origin, Source
from factdiff.report import Report
from factdiff.values import relation
from factdiff.values.calendar import calendar_day
from factdiff.values.relation import Comparison, Relation, Value

#: how far apart the sources of a story may have been published for an undated one to count as written between them
WINDOW = timedelta(6)
#: how many sources, and of how many characters at most, are kept as they were read
KEPT, LONGEST = 64, 10_000


def check_consistency(
    sources: Iterable[Source | str | Mapping[str, object] | Path], *, config: Config | None = None
) -> Report:
    """Compare the facts of several texts about one story.

    Each source is a :class:`Source`, a ``str`` (the text itself), a mapping with the fields of a Source, or a
    ``pathlib.Path`` to a file. One source is fine: its own errors are found. Raises SourceError for an empty list, a
    bare string, an unreadable item, two sources of one id or more than the limits of ``config``, and UnknownNameError
    for an unknown check.

    >>> report = check_consistency(["The missile flew 900km.", "The missile flew 500 miles."])
    >>> [finding.check for finding in report.findings]
    ['quantity-conflict']
    """
    return examined(with_ids(sources), config or Config())


def check_draft(
    draft: Source | str | Mapping[str, object] | Path,
    sources: Iterable[Source | str | Mapping[str, object] | Path],
    *,
    config: Config | None = None,
) -> Report:
    """Hold one text against its sources: what it contradicts, what no source supports, and what only one does.

    The draft is the source of the report with the id ``draft``, unless it brings an id of its own. What the sources
    disagree on among themselves is left out, as long as the draft has no part in it. Raises the errors of
    :func:`check_consistency`.

    >>> report = check_draft("The fire hurt nine people and cost €2 million.", ["Nine people were hurt in the fire."])
    >>> [(finding.check, finding.evidence[0].surface) for finding in report.findings]
    [('unsupported', '€2 million')]
    """
    own = to_source(draft, "draft")
    own = evolve(own, id="draft") if own.id is None else own
    return examined(with_ids([own, *with_ids(sources)]), config or Config(), own.id)


def examined(
    sources: Sequence[Source],
    config: Config,
    draft: str | None = None,
    *,
    track: Callable[[Sequence[Source]], Iterable[Source]] = iter,
) -> Report:
    """The report on a story; of a draft, with the findings that it has a part in.

    ``track`` is handed the sources to read, and can tell how far it is.
    """
    given = sorted(limited(sources, config), key=lambda source: source.id or "")
    story = [evolve(source, lang=written_in(source.text, source.lang)) for source in given]
    scenes = staged(story, track(story), config.spacy, draft)
    copies = voices(story, apart=draft)
    heard = tuple(scene for scene in scenes if scene.source in copies)
    glosses = tuple(gloss for scene in heard for gloss in scene.once(restatements))
    mentions = {scene.source: scene.once(told) for scene in scenes}
    near = NearCopies(heard)
    rarity = Rarity(heard, near.sentences)
    aligned = align(heard, rarity, near, tolerances=config.tolerances)
    facts = (*aligned, *gather(heard, rarity, number=len(aligned), tolerances=config.tolerances))
    every = with_copies(facts, twins(copies, mentions))
    found = run(
        Story(
            sources=tuple(copies),
            published={scene.source.id or "": scene.published for scene in heard},
            mentions=tuple(mention for scene in heard for mention in mentions[scene.source]),
            facts=facts,
            glosses=glosses,
            config=config,
            scenes=heard,
            draft=draft,
        )
    )
    return Report(
        sources=tuple(story),
        published=tuple(dated(scene, scenes) for scene in scenes),
        mentions=tuple(mention for source in story for mention in mentions[source]),
        facts=every,
        findings=tuple(f for f in found if draft is None or draft in {e.source for e in f.evidence}),
        notes=tuple(notes_on(scenes, every, given)),
    )


def told(scene: Scene) -> tuple[Mention, ...]:
    """All mentions of a source, in their order."""
    return merged(scene.mentions, scene.over)


def staged(
    story: Sequence[Source], reading: Iterable[Source], pipeline: str | None = None, draft: str | None = None
) -> tuple[Scene, ...]:
    """The scenes of the sources of a story, which are read in turn; a ``draft`` without a date is taken to be written
    when its latest source was.

    Sources of a usual length are not read again while they are among the last ``KEPT``, as where a draft is checked
    after every change against the same sources, unless a ``pipeline`` of spaCy reads them as well.
    """
    published = {source: publication(source) for source in story}
    last = max((when for when in published.values() if when), key=calendar_day, default=None)
    published.update({source: calendar_day(last) for source in story if source.id == draft and not published[source]})
    days = window(published.values())
    return tuple(
        scene_of(source, when, days, str(when))
        if pipeline is None and len(source.text) <= LONGEST
        else scene_of.__wrapped__(source, when, days, str(when), pipeline)
        for source, when in zip(reading, published.values(), strict=True)
    )


@lru_cache(maxsize=KEPT)
def scene_of(
    source: Source, published: date | None, days: tuple[date, ...], written: str, pipeline: str | None = None
) -> Scene:
    """The mentions of a source in their surroundings.

    ``written`` is the date of publication with its zone, which tells days apart that begin at one moment.
    """
    mentions = find(source, published, days)
    return Scene(source, mentions, published, overlay(source, mentions, pipeline=pipeline))


def dated(scene: Scene, scenes: Iterable[Scene]) -> tuple[date | None, Origin | None]:
    """When a source was published, as far as is known, and where that was read."""
    if scene.published is not None:
        if scene.source.published is not None:
            return scene.published, "given"
        return scene.published, "text" if publication(scene.source) else "story"
    days = window(other.published for other in scenes)
    return (days[-1], "story") if days else (None, None)


def twins(
    copies: Mapping[Source, tuple[Source, ...]], mentions: Mapping[Source, Sequence[Mention]]
) -> dict[Mention, list[Mention]]:
    """The mentions of copies by those that they repeat."""
    found: dict[Mention, list[Mention]] = {}
    for voice, others in copies.items():
        for copy in others:
            for mine, theirs in zip(mentions[voice], mentions[copy], strict=False):
                found.setdefault(mine, []).append(theirs)
    return found


def window(published: Iterable[date | None]) -> tuple[date, ...]:
    """The first and last day on which the sources of a story are known to have been published; () where none is, or
    where they lie too far apart to tell a weekday.
    """
    days = sorted(day for when in published if (day := calendar_day(when)))
    return (days[0], days[-1]) if days and days[-1] - days[0] <= WINDOW else ()


def find(source: Source, published: date | None, days: tuple[date, ...]) -> tuple[Mention, ...]:
    """The mentions of a source; of one without a date, those values that hold on every day of the story's window.

    "Tuesday" is one day for all who write between Thursday and Saturday; "yesterday" is not.
    """
    if published is not None or not days:
        return scan(source, calendar_day(published))
    first, *others = (scan(source, day) for day in dict.fromkeys(days))
    if all(other == first for other in others):
        return first
    open_ones = {(m.start, m.end): m for m in scan(source, None, days[-1])}
    sure = {m for other in others for m in other}
    return tuple(m if m in sure else open_ones.get((m.start, m.end), m) for m in first)


def publication(source: Source) -> date | None:
    """When a source was published: as given with it, or as its text says."""
    return source.published or published_in(source)


def with_ids(sources: Iterable[object]) -> list[Source]:
    """The sources, each with an id: its own, or its place in the list."""
    if isinstance(sources, (str, bytes, Path, Source, Mapping)) or not isinstance(sources, Iterable):
        raise SourceError(f"sources is a {type(sources).__name__}: give a list of sources, even for one")
    found = [to_source(item, f"source {number}") for number, item in enumerate(sources, 1)]
    if not found:
        raise SourceError("sources is empty: give at least one source")
    width = len(str(len(found)))
    named = [evolve(s, id=f"{n:0{width}}") if s.id is None else s for n, s in enumerate(found, 1)]
    for id, count in Counter(source.id for source in named).items():
        if count > 1:
            raise SourceError(f"{count} sources have the id {id!r}: give each source an id of its own")
    return named


def limited(sources: Sequence[Source], config: Config) -> Sequence[Source]:
    """The sources, unless they are more, or one of them is longer, than the configuration allows."""
    if config.max_sources is not None and len(sources) > config.max_sources:
        raise SourceError(
            f"{len(sources):,} sources are more than max_sources ({config.max_sources:,}): raise it in Config, or "
            "max-sources in factdiff.toml"
        )
    for source in sources:
        if config.max_source_chars is not None and len(source.text) > config.max_source_chars:
            raise SourceError(
                f"source {source.id!r} has {len(source.text):,} characters, more than max_source_chars "
                f"({config.max_source_chars:,}): give less of it, or raise it in Config, or max-source-chars in "
                "factdiff.toml"
            )
    return sources


def to_source(item: object, name: str) -> Source:
    """An item as a source; errors call it by ``name``."""
    try:
        if isinstance(item, Source):
            return item
        if isinstance(item, str):
            return Source(item)
        if isinstance(item, Path):
            return read(item)
        if isinstance(item, Mapping):
            return from_mapping(item)
    except InputError as error:
        raise type(error)(f"{name}: {error}") from error
    raise SourceError(f"{name} is a {type(item).__name__}: give a Source, a str, a mapping or a Path")


def from_mapping(item: Mapping[str, object]) -> Source:
    """A source from a mapping with its fields."""
    known = fields_dict(Source)
    for name in item:
        if name not in known:
            near = nearest(str(name), known)
            raise SourceError(f"unknown field {name!r}: {f'did you mean {near!r}?' if near else f'use {list(known)}'}")
    if "text" not in item:
        raise SourceError("the mapping has no 'text': give the words of the source")
    return Source(**item)  # type: ignore[arg-type]


def compare(a: Value | Mention, b: Value | Mention, *, config: Config | None = None) -> Comparison:
    """How two values, or the values of two mentions, lie to each other, and why.

    >>> from factdiff import normalize
    >>> compare(normalize("900 km"), normalize("560 miles")).step
    'rounds to 1 significant digit'
    """
    one, two = (x.value if isinstance(x, Mention) else x for x in (a, b))
    for value in (one, two):
        if not hasattr(value, "ladder"):
            raise InputError(f"compare takes values or mentions, not a {type(value).__name__}: use normalize first")
    return relation.compare(one, two, (config or Config()).tolerances)


def relate(a: Value | Mention, b: Value | Mention, *, config: Config | None = None) -> Relation:
    """The relation of two values, or of the values of two mentions.

    >>> from factdiff import normalize
    >>> relate(normalize("2 January 2024"), normalize("January 2024"))
    <Relation.INSIDE: 'inside'>
    """
    return compare(a, b, config=config).relation

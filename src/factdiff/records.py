"""The records that go in and come out: sources, mentions, facts and findings, all frozen."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Literal

from attrs import Attribute, asdict, field, frozen, validators

from factdiff.errors import SourceError, excerpt
from factdiff.values.relation import Value
from factdiff.values.severity import Severity

Verdict = Literal["agreed", "compatible", "updated", "disputed", "conflicting", "ambiguous", "single-source"]
#: the topics of notes
Topic = Literal["undated", "language", "unrelated", "set-aside", "file"]
#: where a publication date was read: given with the source, in its text, or from the other sources of the story
Origin = Literal["given", "text", "story"]
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def to_date(value: object) -> date | None:
    """A publication date from a date, a datetime or an ISO 8601 string; SourceError for anything else.

    >>> to_date("2024-01-04T09:30:00+00:00").hour
    9
    """
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
        except ValueError:
            pass
    shown = excerpt(value) if isinstance(value, str) else repr(value)
    raise SourceError(f"published is {shown}: give a date, a datetime or an ISO 8601 string such as '2024-01-04'")


def joined_surrogates(value: str) -> str:
    r"""The text with each surrogate pair joined to the character that it spells, as every reader of JSON does.

    Anything but a text is left to the validators.

    >>> joined_surrogates("\ud83d\ude00") == "\N{GRINNING FACE}"
    True
    """
    if not isinstance(value, str):
        return value
    return value if value.isascii() else _PAIR.sub(surrogate_character, value)


def joined_or_none(value: str | None) -> str | None:
    """The text with joined surrogate pairs, or None."""
    return None if value is None else joined_surrogates(value)


def surrogate_character(pair: re.Match[str]) -> str:
    """The character that a surrogate pair spells."""
    return pair.group().encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def validate_text(_: object, attribute: Attribute[str], value: object) -> None:
    """Raise SourceError for anything but a text, and for an empty one."""
    if not isinstance(value, str):
        raise SourceError(f"{attribute.name} is a {type(value).__name__}: give the {attribute.name} as a str")
    if attribute.name == "text" and not value.strip():
        raise SourceError("text is empty: give the words of the source")


text_or_none = validators.optional(validate_text)


def language_code(value: object) -> object:
    """The language of a tag: ``en`` of ``en-GB``."""
    return joined_surrogates(value.replace("_", "-").split("-")[0].lower()) if isinstance(value, str) else value


@frozen
class Locator:
    """Where the text from the offset ``start`` on, up to that of the next locator, stands in the original file.

    ``page``, ``paragraph`` and ``line`` are counted from 1, and None where the format has none. One without any of them
    is that of a headline which the file tells apart from its text.

    >>> str(Locator(0, page=2, paragraph=3)), str(Locator(0))
    ('page 2, paragraph 3', 'headline')
    """

    start: int
    page: int | None = None
    paragraph: int | None = None
    line: int | None = None

    def __str__(self) -> str:
        known = (("page", self.page), ("paragraph", self.paragraph), ("line", self.line))
        return ", ".join(f"{name} {number}" for name, number in known if number is not None) or "headline"


@frozen
class Original:
    """The file that a text was taken out of.

    ``format`` is the name of its reader, ``path`` that of the file, quoted as in a URL; ``locators`` lead from offsets
    of the text to places of the file, in their order, ``modified`` is when the article was changed last, which no
    relative date is counted from, ``notes`` say what its reader had to guess or to leave out, and ``authors`` are the
    names of those who wrote the article, as the file gives them.
    """

    format: str
    path: str | None = None
    locators: tuple[Locator, ...] = ()
    modified: date | None = field(default=None, converter=to_date)
    notes: tuple[str, ...] = ()
    authors: tuple[str, ...] = field(default=(), kw_only=True)

    def locator(self, offset: int) -> Locator | None:
        """The locator of an offset of the text; None where the format has none."""
        number = bisect_right(self.locators, offset, key=lambda locator: locator.start)
        return self.locators[max(number - 1, 0)] if self.locators else None

    def to_dict(self) -> dict[str, Any]:
        """The original as in ``Report.to_dict()``; ``authors`` only where the file names any."""
        locators = [asdict(locator, filter=lambda _, value: value is not None) for locator in self.locators]
        modified = self.modified and self.modified.isoformat()
        named = {"authors": list(self.authors)} if self.authors else {}
        return {"format": self.format, "path": self.path, "modified": modified, "locators": locators, **named}


def validate_original(_: object, attribute: Attribute[Original | None], value: object) -> None:
    """Raise SourceError for anything but an Original or None."""
    if value is not None and not isinstance(value, Original):
        raise SourceError(f"original is a {type(value).__name__}: leave it to the readers of files")


@frozen
class Source:
    """One text about a story, with what is known of it.

    ``published`` is a date, a datetime or an ISO 8601 string; relative dates ("Tuesday") are counted from it. ``id``
    names the source in the report and defaults to its place in the list. ``original`` tells of the file that a reader
    took the text out of. Offsets count the code points of ``text``, in which surrogate pairs are joined to the
    characters that they spell. Raises SourceError for an empty text or a date that cannot be read.

    >>> Source("Ten people were hurt on Tuesday.", id="daily", published="2024-01-04").published
    datetime.date(2024, 1, 4)
    """

    text: str = field(converter=joined_surrogates, validator=validate_text)
    id: str | None = field(default=None, kw_only=True, converter=joined_or_none, validator=text_or_none)
    published: date | None = field(default=None, kw_only=True, converter=to_date)
    lang: str = field(default="en", kw_only=True, converter=language_code, validator=validate_text)
    publisher: str | None = field(default=None, kw_only=True, converter=joined_or_none, validator=text_or_none)
    title: str | None = field(default=None, kw_only=True, converter=joined_or_none, validator=text_or_none)
    url: str | None = field(default=None, kw_only=True, converter=joined_or_none, validator=text_or_none)
    original: Original | None = field(default=None, kw_only=True, hash=False, validator=validate_original)


@frozen
class Part:
    """A named part of a mention, such as the weekday of "Tuesday, 2 January"; offsets as in :class:`Mention`.

    The ``holder`` of an office or a stance and the ``speaker`` of a quotation may stand outside the mention.
    """

    name: str
    start: int
    end: int


@frozen
class Mention:
    """A value in a text: ``text[start:end] == surface``, in code points, ``end`` exclusive.

    ``rule`` names the rule that read it, ``source`` the source it stands in (None when a bare text was searched).
    """

    start: int
    end: int
    surface: str = field(hash=False)  # where a mention stands and its rule make a hash that is quickly made
    kind: str = field(hash=False)
    value: Value = field(hash=False)
    rule: str
    source: str | None = None
    parts: tuple[Part, ...] = field(default=(), hash=False)


@frozen
class Level:
    """A level of a comparison and the weight that it added: log-odds that two mentions speak of one fact."""

    level: str
    weight: float


@frozen
class Fact:
    """Mentions that speak of the same thing, one row of the fact table.

    ``consensus`` is the value that most sources give, and ``outliers`` are the ids of sources that contradict it.
    ``why`` are the levels of its weakest link, and ``threshold`` is the sum that their weights had to reach.
    """

    id: str
    kind: str
    verdict: Verdict
    mentions: tuple[Mention, ...]
    consensus: Value | None = None
    outliers: tuple[str, ...] = ()
    why: tuple[Level, ...] = ()
    threshold: float | None = None

    def to_dict(self) -> dict[str, Any]:
        """The fact as in ``Report.to_dict()``."""
        return {
            "id": self.id,
            "kind": self.kind,
            "verdict": self.verdict,
            "consensus": self.consensus and self.consensus.to_dict(),
            "outliers": list(self.outliers),
            "why": [{"level": level.level, "weight": level.weight} for level in self.why],
            "threshold": self.threshold,
            "mentions": [
                {
                    "source": m.source,
                    "start": m.start,
                    "end": m.end,
                    "surface": m.surface,
                    "value": m.value.to_dict(),
                    "rule": m.rule,
                }
                for m in self.mentions
            ],
        }


@frozen
class SuspectPair:
    """Two mentions of two sources with unlike values that may be of one fact, and nothing says for sure.

    ``weight`` is what pairs are ranked by, the best first; ``why`` are the levels that speak for it, in the order in
    which they are told.
    """

    a: Mention
    b: Mention
    weight: float
    why: tuple[Level, ...] = ()


@frozen
class Note:
    """Something that could not be read or compared, and why, which a reader of the report ought to know.

    ``topic`` is ``undated``, ``language``, ``unrelated``, ``set-aside`` or ``file``, what the reader of its file had to
    guess; ``source`` is the source that it is about.
    """

    topic: Topic
    source: str | None
    message: str

    def to_dict(self) -> dict[str, Any]:
        """The note as in ``Report.to_dict()``."""
        return {"topic": self.topic, "source": self.source, "message": self.message}


@frozen
class Evidence:
    """A span of a source that a finding rests on; evidence of one ``side`` agrees, different sides disagree."""

    source: str
    start: int
    end: int
    surface: str
    value: Value
    side: str

    def to_dict(self) -> dict[str, Any]:
        """The evidence as in ``Report.to_dict()``."""
        return {
            "source": self.source,
            "start": self.start,
            "end": self.end,
            "surface": self.surface,
            "value": self.value.to_dict(),
            "side": self.side,
        }


@frozen
class Finding:
    """A disagreement: the check that found it, how serious it is, and the evidence.

    ``about`` are the words of a source around the value, with a gap for it, where the finding is about one fact, and
    ``remark`` is what the message then says beside the values and their sources: what would settle the matter.
    ``known`` says that a baseline holds it; ``accepted`` is the reason for which somebody lets it stand. ``why`` tells
    of a suspect, in clauses, what speaks for its values being of one fact.
    """

    code: str
    check: str
    severity: Severity
    message: str
    evidence: tuple[Evidence, ...]
    fact: str | None = None
    fingerprint: str = ""
    known: bool = False
    accepted: str | None = None
    about: str = ""
    remark: str = ""
    why: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether nobody has seen to it yet: neither known nor accepted."""
        return not self.known and self.accepted is None

    def to_dict(self) -> dict[str, Any]:
        """The finding as in ``Report.to_dict()``; the last five fields only where they hold anything."""
        optional = {
            "known": self.known or None,
            "accepted": self.accepted,
            "about": self.about or None,
            "remark": self.remark or None,
            "why": list(self.why) or None,
        }
        return {
            "code": self.code,
            "check": self.check,
            "severity": self.severity,
            "message": self.message,
            "fact": self.fact,
            "fingerprint": self.fingerprint,
            "evidence": [e.to_dict() for e in self.evidence],
            **{name: value for name, value in optional.items() if value is not None},
        }


#: what a user's judge is: shown a suspect, it says whether that is a real disagreement, or None where it cannot tell
Judge = Callable[[Finding], bool | None]

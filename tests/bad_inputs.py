"""Texts that break programs, each made as long as is asked for, and the laws that hold for any text."""

from __future__ import annotations

import json

from factdiff import Report, Source, check_consistency, check_draft, find_mentions, relate
from factdiff.finder import OVERLAID
from factdiff.values.relation import Relation

#: the names of all formats of reports
FORMATS = ("text", "json", "jsonl", "html", "sarif", "markdown", "github", "junit")


def times(piece, size):
    """A piece again and again, ``size`` characters in all."""
    return (piece * (size // len(piece) + 1))[:size]


#: name -> a piece of text that is repeated
PIECES = {
    "lone surrogates": "\ud800 5 km \udfff 9 people ",
    "bidirectional marks": "\u202e900 km\u202c \u2067nine\u2069 people \u200f5%\u200e ",
    "zero-width characters": "9\u200b00\u200d km\ufeff on 4\u2060 March\u00ad 2024 ",
    "combining characters": "ni\u0301\u0323\u0307ne pe\u0308ople e" + "\u0301" * 40 + " 5 ",
    "nul": "nine\x00people\x00 5\x00km ",
    "control characters": "\x01\x02 5 km\x1b[31m \x7f 9 people\x08 ",
    "one line": "The missile flew 900 km and 9 people died on 4 March 2024 in Kyiv, ",
    "one word": "a",
    "digits": "7",
    "numbers": "1,234 ",
    "numbers and commas": "1,",
    "signs": "+-%$€£.,:/",
    "nested quotes": "“‘\"'",
    "nested brackets": "([{<",
    "closing brackets": ")]}>",
    "html": "<script>alert('900 km')</script><b onclick=\"x()\">nine people</b>&amp;&#53; ",
    "emoji": "👩‍👩‍👧‍👦 9 people 🇺🇳 5️⃣ km 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ",
    "right-to-left text": "قُتل ٩ أشخاص في ٤ مارس ٢٠٢٤ — תשעה אנשים נהרגו ",
    "mixed scripts": "Кyiv 九 people ９ km Ⅸ ⅔ ²³ ۹ ৯ 5км ",
    "line ends": "\r\n\n\r5 km\u2028\u2029\x85\x0b\x0c",
    "blanks": " \t\u00a0\u2009\u3000",
    "years": "2024-",
    "dates": "4/3/2024/",
    "months": "May March ",
    "hedges": "about more than at least nearly ",
    "number words": "hundred thousand million and ",
    "capitals": "NEW YORK LONDON A.B.C. ",
    "places": "Paris, Texas, ",
    "units": "km mi kg per ",
    "currencies": "$€£US$ ",
    "apostrophes": "'s's'",
    "hyphens": "nine-",
    "joints": "he fled before it burnt, after ",
}


def bad_input(name, size):
    """The bad input of a name."""
    return times(PIECES[name], size)


def hold(text, *, published="2024-03-05", lang="en"):
    """Check what holds for the mentions of any text."""
    end, text = 0, Source(text).text if text.strip() else text
    for mention in find_mentions(text, published=published, lang=lang):
        over = mention.kind in OVERLAID  # what lies over other mentions may begin before their end
        assert (0 if over else end) <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.surface
        low, high = (0, len(text)) if over else (mention.start, mention.end)  # who says it may stand elsewhere
        assert all(low <= part.start <= part.end <= high for part in mention.parts)
        json.dumps(mention.value.to_dict(), allow_nan=False)
        assert str(mention.value) is not None
        assert relate(mention, mention) is Relation.EQUAL
        end = end if over else mention.end


def hold_together(texts, *, published="2024-03-05"):
    """Check what holds for the report on any texts or sources."""
    named = [
        text if isinstance(text, Source) else Source(text, id=str(n), published=published)
        for n, text in enumerate(texts)
        if isinstance(text, Source) or text.strip()
    ]
    if named:
        hold_report(check_consistency(named))
    if len(named) > 1:
        hold_report(check_draft(named[0], named[1:]))


def hold_report(report):
    """Check what holds for any report: its offsets, that it can be read back, and that every format can show it."""
    by_id = {source.id: source.text for source in report.sources}
    for finding in report.findings:
        for evidence in finding.evidence:
            assert by_id[evidence.source][evidence.start : evidence.end] == evidence.surface
    assert Report.from_dict(report.to_dict()) == report
    for data in (report.to_dict(), report.to_dict(texts=True)):
        written = json.loads(json.dumps(data, allow_nan=False))
        assert written == data
        assert Report.from_dict(written) == report
    assert Report.from_dict(json.loads(report.to_json())) == report
    for shown in (report, Report.from_dict(report.to_dict())):
        for name in FORMATS:
            assert shown.as_(name).encode()

"""Times of day: "7 p.m. local time", "18:00 GMT", "0700 ET", "around noon"."""

from __future__ import annotations

import re
from datetime import date

from factdiff.language.rules import CLAIM, Built, Rule, Setting
from factdiff.languages.en.amounts.figures.number_words import ONES
from factdiff.languages.en.amounts.figures.readings import read_figure
from factdiff.languages.en.calendar.dates import absolute, relative
from factdiff.tables import read_table
from factdiff.text.patterns import either, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.time import Time

#: zone -> minutes from UTC; zones without a fixed offset change with the season, or have a name of several zones
ZONES: dict[str, int] = read_table("factdiff.languages.en.calendar", "timezones.toml")["offsets"]
FLOATING: tuple[str, ...] = tuple(read_table("factdiff.languages.en.calendar", "timezones.toml")["floating"])
NAMED_TIMES = {"noon": 12 * 60, "midday": 12 * 60, "midnight": 0}
#: words before digits with a colon that make them a time of day, not a score or a length
_AT = re.compile(
    r"\b(?:at|by|until|till|from|to|around|about|since|before|after|between|and|of|past|approximately|roughly|exactly)"
    r"\s(?:about |around |just after |exactly )?$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:around|about|approximately|roughly|shortly|just) (?:after |before )?$", re.IGNORECASE)
_ON = re.compile(r",?\s(?:on\s|of\s)?(?:the\s)?")
_DAYS = ("date-iso", "date-day-month", "date-month-day", "date-weekday", "date-relative-day")


def clock_time(match: re.Match[str], setting: Setting) -> Built:
    """The time of day in digits."""
    hour, minute = int(match["hour"]), match["minute"]
    half = (match["half"] or "").lower()[:1]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (half == "p")
    elif not match["zone"] and not _AT.search(setting.text, max(0, match.start() - 26), match.start()):
        return CLAIM
    return (
        None if hour > 23 else time_value(60 * hour + int(minute or 0), match, setting, "minute" if minute else "hour")
    )


def o_clock(match: re.Match[str], setting: Setting) -> Built:
    """The whole hour of "seven o'clock in the evening"; a claim where the text does not name the part of the day."""
    words = match["hour"].lower()
    hour = int(words) if words.isdigit() else 1 + ONES.index(words)
    part = (match["part"] or "").lower()
    if not 1 <= hour <= 12 or not part:
        return CLAIM
    return time_value(60 * (hour % 12 + 12 * (part != "morning")), match, setting, "hour")


def spelled_out_time(match: re.Match[str], setting: Setting) -> Built:
    """The time in words: "half past three in the afternoon", "twenty to five p.m.", "at 3 in the afternoon"."""
    if match["by"] is None and not _AT.search(setting.text, max(0, match.start() - 26), match.start()):
        return None
    hour, part = number(match["hour"]), match["part"].lower()
    if not 1 <= hour <= 12 or (match["bare"] and part[1] in ".m"):
        return None  # "five to ten p.m." are two times
    after = part.startswith(("p", "afternoon", "evening")) or (part == "night" and hour > 5)
    minute = 60 * (hour % 12 + 12 * after) + minutes_from_hour(match)
    return time_value(minute % (24 * 60), match, setting, "minute" if match["by"] else "hour")


def time_without_half(_: re.Match[str], __: Setting) -> Built:
    """The claim of a time that may be in the morning or the afternoon: "half past three"."""
    return CLAIM


def number(words: str) -> int:
    """The number of an hour or of minutes, in letters or digits."""
    figure = read_figure(" ".join(words.lower().split()))
    return int(figure.stated) if figure is not None else 0


def minutes_from_hour(match: re.Match[str]) -> int:
    """The minutes after the hour, negative before it."""
    if match["by"] is None:
        return 0
    word = match["by"].lower().split()[-1]
    minutes = {"half": 30, "quarter": 15}.get(word) or number(match["by"].split(" ")[0])
    return -minutes if match["way"].lower() == "to" else minutes


def named_time(match: re.Match[str], setting: Setting) -> Built:
    """Noon or midnight."""
    if not match["zone"] and not _AT.search(setting.text, max(0, match.start() - 26), match.start()):
        return None
    return time_value(NAMED_TIMES[match["name"].lower()], match, setting, "hour")


def time_value(minute: int, match: re.Match[str], setting: Setting, precision: str) -> Time:
    """The time with its zone and its day."""
    zone = " ".join(match["zone"].split()) if match["zone"] else None
    if zone:
        zone = "local time" if zone.lower() == "local time" else zone.upper()
    offset = ZONES.get(zone or "")
    if zone and offset is not None and match["shift"]:
        shift = match["shift"].replace(" ", "")
        hours, _, minutes = shift[1:].partition(":")
        offset += (60 * int(hours) + int(minutes or 0)) * (-1 if shift[0] == "-" else 1)
        zone += shift
    day = day_behind(match.end(), setting)
    assumed = day is None
    if day is None:
        day = setting.last_day.earliest if setting.last_day else setting.published
    about = bool(_ABOUT.search(setting.text, max(0, match.start() - 24), match.start()))
    return Time(
        minute=minute, precision=precision, zone=zone, offset=offset, day=day, assumed=assumed, approximate=about
    )


def day_behind(end: int, setting: Setting) -> date | None:
    """The day right behind a time, "7 p.m. on Tuesday", or None."""
    start = _ON.match(setting.text, end)
    if start is None:
        return None
    for rule in (*absolute.RULES, *relative.RULES):
        if rule.name in _DAYS:
            match = rule.pattern.match(setting.text, start.end())
            built = rule.build(match, setting) if match else None
            if isinstance(built, Date) and built.is_day:
                return built.earliest
    return None


#: how far the zones of the earth lie from UTC, at most 14 hours
_SHIFT = r"[+-] ?(?:1[0-4]|0?[0-9])(?::[0-5][0-9])?(?![0-9:])"
_ZONE = (
    rf"(?: ?(?P<open>\()?(?P<zone>local time|{either((*ZONES, *FLOATING))})"
    rf"(?P<shift> ?{_SHIFT})?\b(?(open)\)))?"
    r"(?: \([A-Z][a-z]{2,12} time\))?"
)
_HALF = r"(?P<half>a\.m\.|p\.m\.|[ap]m\b)"
_TWELVE = rf"(?P<hour>[0-9]{{1,2}})(?:[.:](?P<minute>[0-5][0-9]))?(?::[0-5][0-9])? ?{_HALF}{_ZONE}"
_TWENTY_FOUR = rf"(?P<half>)(?P<hour>[0-9]{{1,2}}):(?P<minute>[0-5][0-9])(?::[0-5][0-9])?{_ZONE}(?![\w:])"
_MARKED = rf"(?= ?\(?(?:{either((*ZONES, *FLOATING))}|local time)\b|(?<=hours))"
_FOUR = (
    r"(?P<half>)(?P<hour>[0-2][0-9])[.:]?(?P<minute>[0-5][0-9])(?: hours\b)?"
    rf"{_MARKED}{_ZONE}"
)
_O_CLOCK = (
    rf"(?P<hour>[0-9]{{1,2}}|{either(ONES[:12])}) o'clock"
    rf"(?: (?:in the |at )(?P<part>morning|afternoon|evening|night)\b)?{_ZONE}"
)
_MINUTES = "five|ten|twenty-five|twenty|[0-9]{1,2}"
_HOURS = rf"[0-9]{{1,2}}|{either(ONES[:12])}"
_SPOKEN = (
    rf"(?<![\w.,:$£€-])(?:(?P<by>half|(?:a )?quarter|(?:{_MINUTES}) min(?:ute)?s?|"
    r"(?P<bare>five|ten|twenty-five|twenty)) (?P<way>past|to) )?"
    rf"(?P<hour>{_HOURS})(?: o'clock)?(?: (?:in the |at )(?=[maen])| ?(?=[ap]\.?m\b))"
    rf"(?P<part>(?:morning|afternoon|evening|night|[ap]m)\b|[ap]\.m\.){_ZONE}"
)
_PAST = (
    rf"(?<![\w.,:$£€-])(?:half|(?:a )?quarter|(?:{_MINUTES}) min(?:ute)?s?) (?:past (?:{_HOURS}|noon|midnight)|"
    rf"to (?:{_HOURS}|noon|midnight)(?= o'clock|[.,;)\n]|$))(?![\w-])"
)
_NAMED = rf"(?P<name>{either(NAMED_TIMES)})\b{_ZONE}"

_HALVES = ("am", "pm", "a", "p")
_FIRST_OF_ZONES = {zone.split()[0].lower() for zone in (*ZONES, *FLOATING)}
_NUMBERS = (DIGIT, "twenty", *ONES[:12])
_STARTS = {
    *pairs(_NUMBERS, "min", "mins", "minute", "minutes"),
    *pairs("twenty", "-"),
    *pairs((*_NUMBERS, "half", "quarter"), "past", "to"),
    *pairs("a", "quarter"),
}
RULES = (
    Rule("time-12", pairs(DIGIT, ".", ":", *_HALVES), uncompiled(rf"(?<![\w.,:$£€-]){_TWELVE}"), clock_time),
    Rule("time-24", pairs(DIGIT, ":"), uncompiled(rf"(?<![\w.,:$£€-]){_TWENTY_FOUR}"), clock_time),
    Rule(
        "time-zone",
        pairs(DIGIT, ".", ":", "hours", "(", "local", *_FIRST_OF_ZONES),
        uncompiled(rf"(?<![\w.,:$£€-]){_FOUR}"),
        clock_time,
    ),
    Rule("time-o-clock", pairs((DIGIT, *ONES[:12]), "o"), uncompiled(_O_CLOCK), o_clock),
    Rule("time-spoken", _STARTS | pairs(_NUMBERS, "o", "in", "at", *_HALVES), uncompiled(_SPOKEN), spelled_out_time),
    Rule("time-past", _STARTS, uncompiled(_PAST), time_without_half),
    Rule("time-named", NAMED_TIMES, uncompiled(_NAMED), named_time),
)

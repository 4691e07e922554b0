"""Times of day: "7 p.m. local time", "18:00 GMT", "0700 ET", "around noon"."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import evolve

from factdiff.language.rules import CLAIM, Built, Found, Rule, Setting
from factdiff.languages.en.amounts.figures.number_words import ONES
from factdiff.languages.en.amounts.figures.readings import read_figure
from factdiff.languages.en.calendar.days_of_times import day_before, day_behind, zone_at
from factdiff.tables import read_table
from factdiff.text.patterns import either, late, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.amounts.figure import Figure
from factdiff.values.calendar.date import WEEKDAYS
from factdiff.values.calendar.duration import Duration
from factdiff.values.calendar.time import MINUTES_IN_HALF, Time

#: zone -> minutes from UTC; zones without a fixed offset change with the season, or have a name of several zones
ZONES: dict[str, int] = read_table("factdiff.languages.en.calendar", "timezones.toml")["offsets"]
FLOATING: tuple[str, ...] = tuple(read_table("factdiff.languages.en.calendar", "timezones.toml")["floating"])
#: the first hour of the evening that "tonight" can name, and the last of the night before the morning
EARLIEST_TONIGHT, LATEST_AT_NIGHT = 5, 5
NAMED_TIMES = {"noon": 12 * 60, "midday": 12 * 60, "midnight": 0}
#: words before digits with a colon that make them a time of day, not a score or a length
_AT = late(
    r"\b(?:at|by|until|till|from|to|around|about|since|before|after|between|and|of|past|approximately|roughly|exactly)"
    r"\s(?:about |around |just after |exactly )?$",
    re.IGNORECASE,
)
#: words before four digits with "hours" that make them a time
_AT_HOURS = late(
    r"\b(?:(?:at|until|till|from|since|before|to)\s(?:about |around |exactly |approximately )?|by\s)$", re.IGNORECASE
)
_RACE = late(
    r"\b(?:marathons?|half-marathons?|triathlons?|ironman|peloton|course record|personal best|finish line|race winner|"
    r"(?:road|stage|cycle|boat|yacht|relay) race|runners?)\b",
    re.IGNORECASE,
)
_OF = late(r"\s(?:of|a|per|in)\b")
#: a time of a 24-hour clock with a point in the morning
_EARLY = late(r"\b[Aa]t\s0[0-9]\.[0-5][0-9](?![\w.%])")
#: words before a time in words that may be in either half of the day, the text behind it, and that of scores and odds
_LEADS_TO_CLOCK = late(
    r"\b(?:at|by|until|till|since|before|after|was|is|gone|towards)\s"
    r"(?:(?:about|around|just|exactly|roughly|nearly|almost|precisely|only)\s)?$",
    re.IGNORECASE,
)
_CLOCK_ENDS = late(
    r"[.,;:!?)\"']|\s*$|\n|\s(?:on|in|when|and|the|that|this|he|she|they|it|last|yesterday|today|as|with|after|before|"
    r"for|from|but|while|to|a|an|his|her|its|their|police|officers|local)\b",
    re.IGNORECASE,
)
_NO_CLOCK = late(
    r"\b(?:odds|bets?|bookmakers?|votes?|voted|beat|beaten|won|win|lost|favourite|favorite|priced|tipped|outsider|majority|score|"
    r"scored|carried|margin|outnumber\w*|ratio)\b",
    re.IGNORECASE,
)
_STOP_BEHIND = late(r"(?<=o'clock)|[.,;)\n]|$", re.IGNORECASE)
_ABOUT = late(r"\b(?:around|about|approximately|roughly|shortly|just) (?:after |before )?$", re.IGNORECASE)


def clock_time(match: re.Match[str], setting: Setting) -> Built:
    """The time of day in digits, or in a text about a race the time that it took: "in 2:06:14"."""
    hour, minute = int(match["hour"]), match["minute"]
    seconds = match.groupdict().get("second")
    if seconds and not match["half"] and not match["zone"] and len(match["hour"]) == 1 and is_of_race(setting.text):
        return Found(race_time(hour, int(minute), int(seconds)), *match.span(), "duration-of-race")
    half = (match["half"] or "").lower()[:1]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (half == "p")
    elif not (match["zone"] or match.groupdict().get("utc")) and not _AT.search(
        setting.text, max(0, match.start() - 26), match.start()
    ):
        return CLAIM
    return (
        None if hour > 23 else time_value(60 * hour + int(minute or 0), match, setting, "minute" if minute else "hour")
    )


def race_time(hours: int, minutes: int, seconds: int) -> Duration:
    """The duration of a race.

    >>> race_time(2, 6, 14).iso
    'PT7574S'
    """
    return Duration(unit="second", figure=Figure.exactly(3600 * hours + 60 * minutes + seconds))


@lru_cache(maxsize=8)
def is_of_race(text: str) -> bool:
    """Whether a text tells of a race.

    >>> is_of_race("She won the marathon."), is_of_race("She won the vote.")
    (True, False)
    """
    return _RACE.search(text) is not None


def four_digits(match: re.Match[str], setting: Setting) -> Built:
    """The time in four digits, "1800 GMT", "at 1732 hrs"; "1200 hours of work" are none."""
    if match["hours"] and not match["zone"]:
        low = max(0, match.start() - 26)
        early = match["hour"][0] == "0" and _AT.search(setting.text, low, match.start())
        if not (early or _AT_HOURS.search(setting.text, low, match.start())) or _OF.match(setting.text, match.end()):
            return None
    return clock_time(match, setting)


def dotted_time(match: re.Match[str], setting: Setting) -> Built:
    """The time of a 24-hour clock with a point, "at 07.04 today", or with an h, "at 04h20".

    Behind a point the hour must begin with a nought, or the text hold such a time, since "at 12.30" may be a price.
    """
    if match["point"] == "." and not _AT.search(setting.text, max(0, match.start() - 26), match.start()):
        return None
    if match["point"] == "." and match["hour"][0] != "0" and _EARLY.search(setting.text) is None:
        return None
    minute = 60 * int(match["hour"]) + int(match["minute"])
    return time_value(minute, match, setting, "minute")


def part_of_day_time(match: re.Match[str], setting: Setting) -> Built:
    """The time whose half of the day stands behind it: "2:46 this afternoon", "half past nine on Friday night"."""
    given = match.groupdict()
    by, minute = given.get("by"), given.get("minute")
    if not (by or minute) and not _AT.search(setting.text, max(0, match.start() - 26), match.start()):
        return None
    hour, part = number(match["hour"]), (given.get("part") or match["behind"] or "night").lower()
    if not 1 <= hour <= 12 or (match["tonight"] and hour < EARLIEST_TONIGHT):
        return None
    after = part in ("afternoon", "evening") or (part == "night" and LATEST_AT_NIGHT < hour < 12)
    there = 60 * (hour % 12 + 12 * after) + (minutes_from_hour(match) if by else int(minute or 0))
    return time_value(there % (24 * 60), match, setting, "minute" if by or minute else "hour")


def o_clock(match: re.Match[str], setting: Setting) -> Built:
    """The whole hour of "seven o'clock in the evening", or of "at seven o'clock" in either half of the day; a claim
    where no word leads to it: "the six o'clock news".
    """
    words = match["hour"].lower()
    hour = int(words) if words.isdigit() else 1 + ONES.index(words)
    part = (match["part"] or "").lower()
    if not 1 <= hour <= 12:
        return CLAIM
    if not part:
        led = _LEADS_TO_CLOCK.search(setting.text, max(0, match.start() - 26), match.start())
        found = time_value(60 * (hour % 12), match, setting, "hour") if led else None
        return evolve(found, either_half=True) if found else CLAIM
    return time_value(60 * (hour % 12 + 12 * (part != "morning")), match, setting, "hour")


def spelled_out_time(match: re.Match[str], setting: Setting) -> Built:
    """The time in words: "half past three in the afternoon", "twenty to five p.m.", "at 3 in the afternoon"."""
    if match["by"] is None and not _AT.search(setting.text, max(0, match.start() - 26), match.start()):
        return None
    hour, part = number(match["hour"]), match["part"].lower()
    if not 1 <= hour <= 12:
        return None
    if match["bare"] and part[1] in ".m":
        return CLAIM  # "five to ten p.m." may be one time or two
    after = part.startswith(("p", "afternoon", "evening")) or (part == "night" and hour > 5)
    minute = 60 * (hour % 12 + 12 * after) + minutes_from_hour(match)
    return time_value(minute % (24 * 60), match, setting, "minute" if match["by"] else "hour")


def time_without_half(match: re.Match[str], setting: Setting) -> Built:
    """The time in either half of the day, "at ten past eight", "by quarter to six"; without a word that leads to it a
    claim of "half past three", and None for the range or the score "ten to twelve".
    """
    text, start, end = setting.text, *match.span()
    way, hour = (match["way"] or "").lower(), match["hour"].lower()
    bare = match["bare"] is not None or not way
    ends = way == "past" or (_CLOCK_ENDS.match(text, end) and not _NO_CLOCK.search(text, max(0, start - 60), end + 30))
    if bare and (match["by"] + hour).isdigit() and way != "past":
        return None
    if hour not in NAMED_TIMES and ends and _LEADS_TO_CLOCK.search(text, max(0, start - 26), start):
        there = (60 * (number(hour) % 12) + minutes_from_hour(match)) % MINUTES_IN_HALF
        return evolve(time_value(there, match, setting, "minute"), either_half=True)
    return CLAIM if not bare and (way == "past" or _STOP_BEHIND.match(text, end)) else None


def number(words: str) -> int:
    """The number of an hour or of minutes, in letters or digits."""
    figure = read_figure(" ".join(words.lower().split()))
    return int(figure.stated) if figure is not None else 0


def minutes_from_hour(match: re.Match[str]) -> int:
    """The minutes after the hour, negative before it."""
    if match["by"] is None:
        return 0
    if match["way"] is None:
        return 30  # "half six"
    word = match["by"].lower().split()[-1]
    minutes = {"half": 30, "quarter": 15}.get(word) or number(match["by"].split(" ")[0])
    return -minutes if match["way"].lower() == "to" else minutes


def beside_named_time(match: re.Match[str], setting: Setting) -> Built:
    """The time so many minutes before or after noon or midnight: "ten to midnight", "half past noon"."""
    if match["bare"] and not _AT.search(setting.text, max(0, match.start() - 26), match.start()):
        return None
    minute = NAMED_TIMES[match["name"].lower()] + minutes_from_hour(match)
    return time_value(minute % (24 * 60), match, setting, "minute")


def named_time(match: re.Match[str], setting: Setting) -> Built:
    """Noon or midnight."""
    placed = match["zone"] or _AT.search(setting.text, max(0, match.start() - 26), match.start())
    if not placed and day_behind(match.end(), setting) is None:
        return None
    return time_value(NAMED_TIMES[match["name"].lower()], match, setting, "hour")


def time_value(minute: int, match: re.Match[str], setting: Setting, precision: str) -> Time:
    """The time with its zone and its day."""
    found = day_behind(match.end(), setting)
    written = match["zone"] or match.groupdict().get("utc") or (found and zone_at(found[1], setting))
    zone = " ".join(written.split()) if written else None
    if zone:
        zone = "local time" if zone.lower() == "local time" else zone.upper()
    offset = ZONES.get(zone or "")
    if zone and zone[0] in "+-":
        offset = shift_minutes(zone)
    if zone and offset is not None and match["zone"] and match["shift"]:
        shift = match["shift"].replace(" ", "")
        offset, zone = offset + shift_minutes(shift), zone + shift
    day = day_before(match.start(), setting) or (found and found[0])
    assumed = day is None
    if day is None:
        day = setting.last_day.earliest if setting.last_day else setting.published
    about = bool(_ABOUT.search(setting.text, max(0, match.start() - 24), match.start()))
    seconds = match.groupdict().get("second")
    return Time(
        minute=minute,
        precision=precision,
        zone=zone,
        offset=offset,
        day=day,
        assumed=assumed,
        approximate=about,
        second=int(seconds) if seconds else None,
    )


def shift_minutes(shift: str) -> int:
    """The minutes of a distance from UTC.

    >>> shift_minutes("+0530"), shift_minutes("-3")
    (330, -180)
    """
    hours, _, minutes = shift[1:].partition(":") if len(shift) < 5 or ":" in shift else (shift[1:3], "", shift[3:])
    return (60 * int(hours) + int(minutes or 0)) * (-1 if shift[0] == "-" else 1)


#: the start of a figure that can be a time
CLOCK_START = r"(?<![\w.,:$£€-])"
#: the time of a place or of its people: "UK time", "New Zealand time", "Mountain Time"; "Extra Time" is of none
_TIME_OF_PLACE = (
    r"(?-i:(?!Christmas|Easter|Extra|Full|Half|Injury|Prime|Real)[A-Z][A-Za-z.]+(?: [A-Z][a-z]+)? time"
    r"|[A-Z][A-Za-z.]+ (?:Standard|Daylight|Mean) Time|Mountain Time|[A-Z]{2,5} T(?:ime|IME))"
)
#: how far the zones of the earth lie from UTC, at most 14 hours
_SHIFT = r"[+-] ?(?:1[0-4]|0?[0-9])(?::[0-5][0-9])?(?![0-9:])"
ZONE = (
    rf"(?: ?(?P<open>\()?(?P<zone>local time|{either((*ZONES, *FLOATING))}|{_TIME_OF_PLACE})"
    rf"(?P<shift> ?{_SHIFT})?\b(?(open)\)))?"
    r"(?: \([A-Z][a-z]{2,12} time\))?"
)
_HALF = r"(?P<half>a\.m\.|p\.m\.|[ap]m\b)"
_TWELVE = rf"(?P<hour>[0-9]{{1,2}})(?:[.:](?P<minute>[0-5][0-9]))?(?::(?P<second>[0-5][0-9]))? ?{_HALF}{ZONE}"
_TWENTY_FOUR = (
    rf"(?P<half>)(?P<hour>[0-9]{{1,2}}):(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?"
    rf"(?P<utc> ?[+-][01][0-9]:?[0-5][0-9]\b)?{ZONE}(?![\w:])"
)
_MARKED = rf"(?= ?\(?(?:{either((*ZONES, *FLOATING))}|local time)\b|(?<=[0-9\s][Hh])|(?<=hours)|(?<=hrs))"
_FOUR = (
    r"(?P<half>)(?P<hour>[0-2][0-9])[.:]?(?P<minute>[0-5][0-9])(?P<hours> ?(?:hours|hrs|h)\b)?"
    rf"{_MARKED}{ZONE}"
)
_DOTTED = (
    r"(?P<hour>[01][0-9]|2[0-3])(?P<point>\.|h)(?P<minute>[0-5][0-9])"
    rf"(?![\w%]|[.,:-][0-9]| ?(?:million|billion|per|[ap]\.?m)\b){ZONE}"
)
_O_CLOCK = (
    rf"(?P<hour>[0-9]{{1,2}}|{either(ONES[:12])}) o'clock"
    rf"(?: (?:in the |at )(?P<part>morning|afternoon|evening|night)\b)?{ZONE}"
)
_MINUTES = "five|ten|twenty-five|twenty|[0-9]{1,2}"
_HOURS = rf"[0-9]{{1,2}}|{either(ONES[:12])}"
_SPOKEN = (
    rf"{CLOCK_START}(?:(?P<by>half(?= (?:past|{_HOURS})\b)|(?:a )?quarter|(?:{_MINUTES}) min(?:ute)?s?|"
    rf"(?P<bare>five|ten|twenty-five|twenty|[0-9]{{1,2}}(?= (?:past|to) [a-z]))) (?:(?P<way>past|to) |(?<=half\s)))?"
    rf"(?P<hour>{_HOURS})(?: o'clock)?(?: (?:in the |at )(?=[maen])| ?(?=[ap]\.?m\b))"
    rf"(?P<part>(?:morning|afternoon|evening|night|[ap]m)\b|[ap]\.m\.){ZONE}"
)
_PAST = (
    rf"{CLOCK_START}(?P<by>half(?= (?:past|{_HOURS})\b)|(?:a )?quarter|(?:{_MINUTES}) min(?:ute)?s?|"
    rf"(?P<bare>{_MINUTES})) (?:(?P<way>past|to) |(?<=half\s))(?P<hour>{_HOURS}|noon|midnight)\b(?!-)(?: o'clock)?"
    rf"{ZONE}"
)
_DAY_PART = (
    r"(?= (?:(?:on )?(?:the |a )?"
    rf"(?:this|that|last|next|following|same|yesterday|tomorrow|{either(WEEKDAYS)}) "
    r"(?P<behind>morning|afternoon|evening|night)|"
    rf"(?P<tonight>tonight))\b)"
)
_PART_BEHIND = (
    rf"{CLOCK_START}(?P<hour>{_HOURS})(?:[.:](?P<minute>[0-5][0-9]))?(?: o'clock)?"
    rf"(?:(?<=[.:][0-9]{{2}}) in the (?P<part>morning|afternoon|evening)\b|{_DAY_PART}){ZONE}"
)
_BY_PART_BEHIND = (
    rf"{CLOCK_START}(?P<by>half(?= (?:past|{_HOURS})\b)|(?:a )?quarter|(?:{_MINUTES}) min(?:ute)?s?|"
    rf"(?P<bare>five|ten|twenty-five|twenty|[0-9]{{1,2}}(?= (?:past|to) [a-z]))) (?:(?P<way>past|to) |(?<=half\s))"
    rf"(?P<hour>{_HOURS})(?: o'clock)?{_DAY_PART}{ZONE}"
)
_BESIDE_NAMED = (
    rf"{CLOCK_START}(?P<by>half|(?:a )?quarter|(?:{_MINUTES}) min(?:ute)?s?|(?P<bare>{_MINUTES})) (?P<way>past|to) "
    rf"(?P<name>{either(NAMED_TIMES)})\b{ZONE}"
)
_NAMED = rf"(?P<name>{either(NAMED_TIMES)})\b{ZONE}"

_HALVES = ("am", "pm", "a", "p")
_FIRST_OF_ZONES = {zone.split()[0].lower() for zone in (*ZONES, *FLOATING)}
_NUMBERS = (DIGIT, "twenty", *ONES[:12])
_STARTS = {
    *pairs(_NUMBERS, "min", "mins", "minute", "minutes"),
    *pairs("half", *_NUMBERS),
    *pairs("twenty", "-"),
    *pairs((*_NUMBERS, "half", "quarter"), "past", "to"),
    *pairs("a", "quarter"),
}
RULES = (
    Rule(
        "time-part-of-day",
        pairs(
            _NUMBERS, ".", ":", "o", "on", "the", "this", "that", "last", "yesterday", "tomorrow", "tonight", *WEEKDAYS
        ),
        uncompiled(_PART_BEHIND),
        part_of_day_time,
    ),
    Rule("time-by-part-of-day", _STARTS, uncompiled(_BY_PART_BEHIND), part_of_day_time),
    Rule("time-12", pairs(DIGIT, ".", ":", *_HALVES), uncompiled(rf"{CLOCK_START}{_TWELVE}"), clock_time),
    Rule("time-24", pairs(DIGIT, ":"), uncompiled(rf"{CLOCK_START}{_TWENTY_FOUR}"), clock_time),
    Rule(
        "time-zone",
        pairs(DIGIT, ".", ":", "hours", "hrs", "h", "(", "local", *_FIRST_OF_ZONES),
        uncompiled(rf"{CLOCK_START}{_FOUR}"),
        four_digits,
    ),
    Rule("time-dotted", pairs(DIGIT, ".", "h"), uncompiled(rf"{CLOCK_START}{_DOTTED}"), dotted_time),
    Rule("time-o-clock", pairs((DIGIT, *ONES[:12]), "o"), uncompiled(_O_CLOCK), o_clock),
    Rule("time-spoken", _STARTS | pairs(_NUMBERS, "o", "in", "at", *_HALVES), uncompiled(_SPOKEN), spelled_out_time),
    Rule("time-beside-named", _STARTS, uncompiled(_BESIDE_NAMED), beside_named_time),
    Rule("time-past", _STARTS, uncompiled(_PAST), time_without_half),
    Rule("time-named", NAMED_TIMES, uncompiled(_NAMED), named_time),
)

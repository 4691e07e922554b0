"""The verbs and nouns by which a clause looks ahead, as patterns: "is due", "starts", "plans", "is forecast for"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from factdiff.tables import read_table
from factdiff.text.patterns import either, late, pattern

_TABLE = read_table("factdiff.languages.en.calendar", "tense.toml")
_FORMS = [line.split() for line in _TABLE["arranged"]]
_NO_SUBJECT = frozenset(_TABLE["no_subject"])
_ADJECTIVE_ENDINGS = tuple(_TABLE["adjective_endings"])
_SINGULAR = late(rf"\b{either(_TABLE['singular'])}\s[^\W\d_]+\s$", re.IGNORECASE)
_PLURALS, _TEAM_VERBS = frozenset(_TABLE["plurals"]), frozenset(_TABLE["team_verbs"])
_PLAIN_VERBS = frozenset(_TABLE["plain_verbs"])
#: the beginning of a clause whose subject is a plural noun with more words behind it
_PLURAL_SUBJECT = late(
    r"\W*(?:(?:the|its|their|his|her|all|most|some|new|two|three)\s)?[A-Za-z]{3,20}[a-rt-z]s\s(?:for|of|to|in|at|on|by|from|with)\s[^,;:]{2,50}$",
    re.IGNORECASE,
)


def firsts(*phrases: str) -> frozenset[str]:
    """The first words of phrases.

    >>> sorted(firsts("set for", "due"))
    ['due', 'set']
    """
    return frozenset(phrase.split()[0] for phrase in phrases)


def second_words(phrases: Iterable[str], free: Collection[str]) -> dict[str, frozenset[str]]:
    """First word -> the words that can follow it in phrases of several words; without those that are ``free``.

    >>> sorted(second_words(["on sale from", "on track", "due"], ["due"])["on"])
    ['sale', 'track']
    """
    split = [_TOKEN.findall(phrase) for phrase in phrases]
    alone = {words[0] for words in split if len(words) == 1}.union(free)
    firsts_of_many = {words[0] for words in split} - alone
    return {first: frozenset(words[1] for words in split if words[0] == first) for first in firsts_of_many}


_ADVERB = "(?:also |now |still |finally |officially |formally |currently |only |not |all |both |then |next |again )?"
_WORD_BEFORE = late(r"([^\W\d_]+(?:'s?)?|[0-9])\s(?:also |then |finally |only |now |still |next )?$", re.IGNORECASE)


def forms(column: int) -> str:
    """The pattern of the verbs of a timetable in one of their forms, with the words they need and must not have."""
    particles, barred = _TABLE["particles"], _TABLE["no_particles"]
    free = [line[column] for line in _FORMS if line[0] not in particles and line[0] not in barred]
    bound = [rf"{line[column]}(?= {either(particles[line[0]])}\b)" for line in _FORMS if line[0] in particles]
    without = [rf"{line[column]}(?! {either(barred[line[0]])}\b)" for line in _FORMS if line[0] in barred]
    return rf"(?:(?:{either(free)}|{'|'.join((*bound, *without))})\b)"


_PLAIN, _S, _ING = map(forms, range(3))
_BE = r"(?:\b(?:(?:is|are)n't|is|are|am|(?:s?he|it|that|there|who|what|here|where)'s)|'re|'m)"
_SETTLED = either(_TABLE["settled"])
#: forms of the future, with a participle or an infinitive behind them
_AUXILIARY = (
    r"\b(?:(?:will|shall|won't|would|can)(?! (?:not |never )?(?:have\b|say\b|comment\b|be drawn|confirm\b|give\b))"
    r"|(?:must|should)(?! (?:not )?have\b)|to be)\b|'ll\b"
    rf"|{_BE} {_ADVERB}(?:to|{_SETTLED})\b|\b(?:was|were) {_ADVERB}(?:to|due to)\b"
    rf"|\b(?:has|have|'ve) {_ADVERB}been {_ADVERB}{_SETTLED} (?:for|on|to|in|at|by)\b"
    rf"|\b(?:could|may|might) {_ADVERB}"
    rf"(?:be (?=back\b|over\b|{_ING}|held\b|announced\b|released\b)|(?={_PLAIN})|come\b)"
    rf"|\bhad {_ADVERB}been (?:set|slated|planned|expected|booked|arranged|billed) (?:for|on|to|by)\b"
    r"|\bdue\b(?! to\b)|\bscheduled\b|\b(?:plans?|expects?|hopes?|intends?) to\b"
    r"|\b(?<!as\s)(?<!than\s)(?<!had\s)planned (?=for\b|on\b)"
    rf"|\b(?<!as\s)(?<!than\s){either(_TABLE['settled_alone'])}\b|\b(?:next|upcoming|forthcoming|tomorrow)\b"
)
#: forms of the present that look ahead where no past follows them
_PRESENT = (
    rf"\b(?P<s>{_S})|\b(?P<plain>{_PLAIN})|{_BE} {_ADVERB}(?:being )?{_ING}"
    rf"|{_BE} {_ADVERB}{either(_TABLE['predicates'])}\b|\b(?P<plan>{either(_TABLE['plans'])})\b"
    rf"|\bto (?P<infinitive>{_PLAIN})"
)
_FORWARD, _GOVERNED = pattern(_AUXILIARY), pattern(_PRESENT)
#: the words with which these forms begin
_FORWARD_STARTS = firsts(*_TABLE["auxiliaries"], *_TABLE["subjects"], *_TABLE["settled_alone"])
_GOVERNED_STARTS = firsts(
    *_TABLE["be"], "to", *_TABLE["subjects"], *_TABLE["plans"], *(form for line in _FORMS for form in line[:2])
)
_STARTS = _FORWARD_STARTS | _GOVERNED_STARTS
#: the first words of verbs of plans
PLANS = firsts(*_TABLE["plans"])
_BE_WORDS = firsts(*_TABLE["be"], *_TABLE["subjects"])
_TOKEN = late(r"(?<![^\W\d_])(?:[A-Za-z]{1,20}|'[a-z]{1,2})")
#: first word of a form of the future -> the words that can follow it, where these are few: "on track", "to be"
_FORWARD_FOLLOWED = {
    "to": frozenset({"be"}),
    **second_words(_TABLE["settled_alone"], {*_TABLE["auxiliaries"], *_TABLE["subjects"]}),
}
#: a date as the predicate: "the deadline is Friday", "the vote is on Sunday"
_IS_ON = pattern(
    rf"{_BE}(?: on| for| (?:at|from|between) (?:noon|midday|midnight|[0-9])[^,;()\n]{{0,24}}?"
    r"(?:\([^()\n]{1,40}\) )?on)? (?:the )?$"
)
#: how many words before a date "is" can stand whose predicate it is: "is from 2 to 3 p.m. on"
NEAR_WORDS = 9
_INVITING = firsts(*_TABLE["imperatives"])
_INVITATION = pattern(rf"\W*{either(_TABLE['imperatives'])}\b[^.;:!?\n]{{0,60}}$")
_CALLED = rf"\b{either(_TABLE['calling'])}\b"
#: what is still to come although its verb is in the past: "agreed to meet on Monday", "called an election for Sunday"
_LATER = pattern(
    rf"\b(?<!had\s)(?<!had\sbeen\s){either(_TABLE['promising'])}\b[^.;:!?\n]{{0,30}}?"
    rf" to (?:be {_ADVERB}|{_ADVERB}){_PLAIN}[^.;:!?\n]{{0,30}}$"
    rf"|{_CALLED} [^.;:!?,\n]{{3,40}}? for (?:the )?(?:early |late )?$"
    rf"|\b(?:was|were) {_ADVERB}"
    r"(?:set|scheduled|slated|booked|planned|expected|arranged|fixed|billed|listed) (?:for|on)\b[^.;:!?\n]{0,30}$"
    r"|\bremanded\b[^.;:!?\n]{0,40} for [^.;:!?\n]{0,24}$"
    r"|\b(?:was|were) (?:adjourned|postponed|remanded|bailed|deferred|rescheduled)\b[^.;:!?\n]{0,30}?"
    r" (?:until|till|to|for) (?:the )?$"
    r"|\b(?:adjourned|postponed|deferred|rescheduled)\b[^.;:!?,\n]{3,40} (?:until|till|to|for) (?:the )?$"
    r"|\b(?:told|ordered|asked|urged|agreed|promised|vowed|pledged|instructed|advised|required|given|gave)\b"
    r"[^.;:!?\n]{0,60} (?:by|until|till) (?:the )?$"
)
_LATER_STARTS = firsts(
    *_TABLE["promising"], *_TABLE["calling"], "was", "were", "remanded", "required", "given", "gave",
    "adjourned", "postponed", "deferred", "rescheduled",
)  # fmt: skip
#: an event that is held on a day known beforehand, at the head of a noun phrase
SCHEDULED_EVENT = pattern(rf"\b{either(_TABLE['scheduled_events'])}\b")

#: what was done by an event that had been planned, behind its date
HAPPENED = pattern(rf" {either(_TABLE['happened'])}\b")
PAST_EVENT = pattern(rf"\b{either(_TABLE['past_events'])}\b")


@lru_cache(maxsize=16)
def words(text: str) -> tuple[tuple[str, int], ...]:
    """The words of a part of a clause in lower case, with their offsets."""
    return tuple([(word[0].lower(), word.start()) for word in _TOKEN.finditer(text)])


def words_of(text: str, starts: frozenset[str]) -> list[int]:
    """The offsets of the words of a text that are among some."""
    return [start for word, start in words(text) if word in starts]


def forward_starts(text: str) -> list[int]:
    """The offsets of the words of a text with which a form of the future can begin."""
    found = words(text)
    return [
        start
        for (word, start), (following, _) in zip(found, (*found[1:], ("", 0)), strict=False)
        if word in _FORWARD_STARTS and (word not in _FORWARD_FOLLOWED or following in _FORWARD_FOLLOWED[word])
    ]


def last_auxiliary(text: str) -> int:
    """The end of the last form of the future in a part of a clause, or -1.

    >>> last_auxiliary("He is due to speak on "), last_auxiliary("He spoke on ")
    (9, -1)
    """
    found = (_FORWARD.match(text, start) for start in reversed(forward_starts(text)))
    return next((match.end() for match in found if match), -1)


def last_arranged(text: str) -> int:
    """The end of the last present form that looks ahead in a part of a clause, or -1."""
    found = (_GOVERNED.match(text, start) for start in reversed(words_of(text, _GOVERNED_STARTS)))
    return next((match.end() for match in found if match and is_verb(text, match)), -1)


def first_ahead(text: str) -> int:
    """The start of the first form that looks ahead in a part of a clause, or -1."""
    for start in words_of(text, _STARTS):
        if _FORWARD.match(text, start):
            return start
        match = _GOVERNED.match(text, start)
        if match and is_verb(text, match):
            return start
    return -1


def is_on(text: str) -> bool:
    """Whether a date behind a part of a clause is its predicate, or belongs to an invitation."""
    found = words(text)
    if found and found[0][0] in _INVITING and _INVITATION.match(text):
        return True
    starts = [start for word, start in found[-NEAR_WORDS:] if word in _BE_WORDS]
    return any(_IS_ON.match(text, start) for start in starts)


def looks_later(text: str) -> bool:
    """Whether what a part of a clause tells is still to come although its verb is in the past."""
    return any(_LATER.match(text, start) for start in words_of(text, _LATER_STARTS))


def is_verb(text: str, match: re.Match[str]) -> bool:
    """Whether a match of a present form is a verb by the word before it: "polls open", and not "the start".

    >>> text = "Polls open at the start of the day."
    >>> [is_verb(text, match) for match in _GOVERNED.finditer(text)]
    [True, False]
    """
    start, plan = match.start(), match["plan"]
    if match["infinitive"]:
        return match["infinitive"][0].islower() and not _CLAUSE.search(text, 0, start)
    if not (match["s"] or match["plain"] or plan):
        return True
    found = _WORD_BEFORE.search(text, max(0, start - 30), start)
    if match[0][0].isupper():
        return False
    if found is None:
        return text[start - 2 : start] == ", " and not plan
    word = found[1].lower()
    unmistaken = match["plain"] and match[0] in _PLAIN_VERBS
    if (unmistaken or plan) and word not in _NO_SUBJECT and _PLURAL_SUBJECT.match(text[:start]):
        return True
    if word[-2:] == "'s" or word[-1] == "'":
        return False
    if word.endswith("ed") or _PERCEIVED.search(text, max(0, start - 40), start):
        return False
    plural = word in _PLURALS or (
        word[-1] == "s" and word[-2:] not in ("ss", "us", "is") and word not in ("was", "has")
    )
    if match["plain"] or (plan and plan.split()[0][-1] != "s"):
        team = found[1][0].isupper() and match[0].lower() in _TEAM_VERBS
        return (plural or team) and word not in _NO_SUBJECT and not _SINGULAR.search(text, max(0, start - 30), start)
    if word in _NO_SUBJECT or word.isdigit() or (plural and found[1].islower()):
        return False
    return not (found[1][0].isupper() and word.endswith(_ADJECTIVE_ENDINGS))


#: verbs that a plain form follows without being finite: "saw deputies come", "made plans"
_PERCEIVED = late(r"\b(?:saw|heard|watched|let|made|helped|drew|unveiled|had)\s(?:[a-z]{1,20}\s){0,2}$")
#: signs of a clause that has a finite verb already, before an infinitive
_CLAUSE = late(
    r"\b(?:[a-z]{3,20}ed|was|were|had|did|went|came|met|left|fail|fails|tries|try|refuse|refuses|has|have)\b"
)

"""Posts: offices of which one person holds one in a story, unless a source gives both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factdiff.context import OfficeHeld, proper_names
from factdiff.tables import read_table
from factdiff.values.names.name import folded

_TABLE = read_table("factdiff.checks._common.offices", "rival_offices.toml")
POSTS: Mapping[str, Sequence[str]] = _TABLE["posts"]
#: the offices of directors and heads of a field that has no office of its own, and the offices that these do not hold
FIELDS = frozenset({"director of a field", "manager of a field", "head of a field"})
ABOVE_FIELDS = frozenset({"chair", "chief executive", "managing director", "managing partner"})
#: the office of the chief of the police or of another service, and that of a chief officer of any other field
SERVICE, OFFICER = "chief of a service", "chief officer of a field"
#: words before an office that say nothing of what it is for
LIGHT = frozenset(_TABLE["words"]["light"])
#: words before an office of the past or the future, and how far before it they stand, in characters
OTHER_TIMES, REACH = frozenset(_TABLE["words"]["other_times"]), 30


def post_of(held: OfficeHeld) -> str:
    """The name by which an office is compared: that of a deputy president is vice president, a chief engineer holds
    another post than an engineer, and a director of a field has the office of that field.
    """
    role, word, table = held.role, held.modifier.lower(), _TABLE["by_field"]
    if role.rank == "deputy" and role.office in _TABLE["deputies"]:
        return str(_TABLE["deputies"][role.office])
    if named := _TABLE["by_noun"].get(f"{word} {held.noun}") or _TABLE["by_noun"].get(held.noun):
        return str(named)
    if f"{word} {role.office}" in POSTS:
        return f"{word} {role.office}"
    if word in _TABLE["led"]["words"] and role.office in _TABLE["led"]["offices"]:
        return f"chief {role.office}"
    if role.office == "head" and word in _TABLE["services"]["words"]:
        return SERVICE
    if role.office not in _TABLE["groups"]["chiefs"] and role.office.split()[::2] == ["chief", "officer"]:
        return OFFICER
    if role.office not in table["offices"] or role.rank:
        return role.office
    if word in table["whole"] or word in (role.organisation or "").split():
        return role.office
    fields = [*sorted(role.fields), *([word] if is_plain(held) else [])]
    return str(table["fields"].get(fields[0], f"{role.office} of a field")) if fields else role.office


def is_plain(held: OfficeHeld) -> bool:
    """Whether the word before the noun of an office is no name: it is set in small letters, or its document writes it
    in small letters elsewhere.
    """
    word = held.modifier
    return word.isalpha() and (word.islower() or folded(word) in held.document.cached(proper_names).ordinary)


def are_two_posts(a: OfficeHeld, b: OfficeHeld) -> bool:
    """Whether two offices of today are posts that do not go together, and that have no field in common."""
    one, two = (post_of(held) if not is_title(held) else "" for held in (a, b))
    if is_not_of_today(a) or is_not_of_today(b) or one == two or not {one, two} <= POSTS.keys():
        return False
    if two in POSTS[one] or one in POSTS[two]:
        return False
    return fields_of(a).isdisjoint(fields_of(b))


def is_title(held: OfficeHeld) -> bool:
    """Whether an office is a mere title of many beside a name: "Captain Ana Duarte", "director Ana Duarte"."""
    titles, described = _TABLE["titles"], held.modifier or held.role.organisation or held.role.fields
    if held.role.office in titles["lower"]:
        return held.noun not in held.office.surface.split()
    return held.role.office in titles["described"] and not described


def is_not_of_today(held: OfficeHeld) -> bool:
    """Whether a person held an office once or will hold it: "a former school principal", "the incoming mayor"."""
    words = held.document.lower[max(0, held.office.start - REACH) : held.office.end].rpartition(",")[2]
    return held.role.former or not OTHER_TIMES.isdisjoint(words.replace("-", " ").split())


def fields_of(held: OfficeHeld) -> frozenset[str]:
    """What an office is for: its fields, the ministry behind or before a minister, or the word before its noun."""
    role, word = held.role, held.modifier.lower()
    if role.fields - LIGHT:
        return role.fields - LIGHT
    if role.office == "minister" and role.organisation and not role.country:
        return frozenset(folded(role.organisation).split()) - LIGHT
    if word in _TABLE["services"]["words"]:
        return frozenset({word})
    return frozenset({word}) if is_plain(held) and word not in LIGHT else frozenset()

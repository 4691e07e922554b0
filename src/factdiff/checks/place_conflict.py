"""PLC601: two places for one event."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story, value_pairs
from factdiff.records import Finding
from factdiff.values.places.place import Place, kilometres
from factdiff.values.relation import Value

WHAT = "Places of one event differ"
SETTLES = "whoever was there settles it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each event that sources put in places of which neither lies in the other."""
    for dispute in story.disputes("place"):
        distance = distance_between(*value_pairs(dispute))
        yield dispute.finding("error", WHAT, SETTLES, why=distance)


def distance_between(a: Value, b: Value) -> str:
    """The distance of two towns in words, to two digits; an empty string for places that are no towns."""
    if not isinstance(a, Place) or not isinstance(b, Place) or {a.feature, b.feature} != {"city"} or a.lat is None:
        return ""
    distance = kilometres(a, b)
    step = 10 ** max(0, len(str(int(distance))) - 2)
    return f"about {round(distance / step) * step:,} km apart"


CHECK = Check(
    code="PLC601",
    name="place-conflict",
    severity="error",
    summary="Sources put one event in places of which neither lies in the other.",
    why="An event happens in one place. A region, a country and a seat of government never contradict what they hold.",
    fires=Example(
        (
            "Police arrested seven men in Rotterdam on Tuesday over the smuggling of cocaine in bananas.",
            "Police arrested seven men in Antwerp on Tuesday over the smuggling of cocaine in bananas.",
        ),
        published="2024-07-03",
    ),
    quiet=Example(
        (
            "Police arrested seven men in Rotterdam on Tuesday over the smuggling of cocaine in bananas.",
            "Police arrested seven men in the Netherlands on Tuesday over the smuggling of cocaine in bananas.",
        ),
        published="2024-07-03",
    ),
    find=find,
)

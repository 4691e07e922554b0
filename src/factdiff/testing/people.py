"""Hypothesis strategies for values about persons: names, offices, quotations and stances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factdiff.errors import MissingExtraError
from factdiff.values.names.name import Name
from factdiff.values.names.quote import Quote
from factdiff.values.names.role import Role
from factdiff.values.names.stance import Stance

try:
    from hypothesis import strategies as st
except ImportError as error:
    raise MissingExtraError("the strategies of factdiff.testing", "hypothesis") from error

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

GIVEN = ("Ana", "A.", "Anna", "José")
FAMILY = ("Duarte", "Duárte", "Zelensky", "Zelenskyy", "Brandvold")
ORGANISATIONS = ("Bank of Scotland", "River Authority")
#: office -> its family
OFFICES = {"minister": "ministry", "president": "state", "chancellor": "state", "head": None}
WORDS = ("we", "will", "defend", "the", "harbour", "harbor", "[our]", "...")
SPOKEN = ("confirm", "deny", "no-comment")
_HOLDERS = st.sampled_from([None, "Ana Duarte"])


def person(given: str | None, family: str) -> Name:
    """The name of a person."""
    full = f"{given} {family}" if given else family
    return Name(category="person", full=full, given=given, family=family)


def names() -> SearchStrategy[Name]:
    """Names of persons, some of them variants of one another, and of organisations."""
    people = st.builds(person, st.sampled_from([None, *GIVEN]), st.sampled_from(FAMILY))
    organisations = st.sampled_from(ORGANISATIONS).map(lambda full: Name(category="organisation", full=full))
    return st.one_of(people, organisations)


def roles() -> SearchStrategy[Role]:
    """Offices with their fields, rank, organisation, country and holder."""
    return st.builds(
        lambda office, fields, rank, former, where, country, holder: Role(
            office=office,
            fields=fields,
            rank=rank,
            former=former,
            organisation=where,
            country=country,
            family=OFFICES[office],
            holder=holder,
        ),
        st.sampled_from(sorted(OFFICES)),
        st.frozensets(st.sampled_from(["defence", "energy"]), max_size=2),
        st.sampled_from([None, "deputy"]),
        st.booleans(),
        st.sampled_from([None, "River Authority", "Museum"]),
        st.sampled_from([None, "FR", "IT"]),
        _HOLDERS,
    )


def quotes() -> SearchStrategy[Quote]:
    """Quotations of a few words, with brackets and gaps, by someone or by nobody who is named."""
    words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
    return st.builds(lambda words, speaker: Quote(words=words, speaker=speaker), words, _HOLDERS)


def stances() -> SearchStrategy[Stance]:
    """Stances of someone, and outcomes that are reported or denied."""
    return st.builds(
        lambda verb, polarity, modality, holder: Stance(
            verb=verb, polarity=polarity, modality=modality, holder=holder, spoken=verb in SPOKEN
        ),
        st.sampled_from([*SPOKEN, "approval", "completion"]),
        st.sampled_from([1, -1]),
        st.sampled_from(["asserted", "planned"]),
        _HOLDERS,
    )

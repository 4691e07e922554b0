"""Names of persons and organisations."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import Any, ClassVar

from attrs import field, frozen

from factdiff.tables import read_table
from factdiff.values.names.given_names import is_short_form
from factdiff.values.names.role import Role
from factdiff.values.relation import Answer, Ladder, Relation
from factdiff.values.tolerances import Tolerances

_TABLE = read_table("factdiff.values.names", "spellings.toml")
_LETTERS, _SOUNDS, _INFLECTIONS = (
    str.maketrans(_TABLE["letters"]),
    tuple(_TABLE["sounds"].items()),
    _TABLE["inflections"],
)
#: the fewest letters of a surname that may be misspelt by one edit, and by two
MIN_LENGTH, TWO_EDITS_LENGTH = 5, 8
#: the most surnames that are compared one by one, without an index
PAIRWISE_LIMIT = 64


@lru_cache(maxsize=1 << 14)
def folded(text: str) -> str:
    """The name in lower case, without diacritics, hyphens and apostrophes.

    >>> folded("Sørlie"), folded("al-Assad"), folded("O'Neill")
    ('sorlie', 'alassad', 'oneill')
    """
    letters = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return "".join(letter for letter in letters if letter.isalnum() or letter == " ")


@lru_cache(maxsize=1 << 14)
def phonetic_key(text: str) -> str:
    """The phonetic key of a name, which is the same for the usual transliterations of one name.

    >>> phonetic_key("Zelenskyy") == phonetic_key("Zelensky") == phonetic_key("Zelenskiy")
    True
    """
    word = folded(text)
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    return "".join(letter for n, letter in enumerate(word) if n == 0 or letter != word[n - 1])


def is_misspelling(one: str, two: str) -> bool:
    """Whether two folded surnames differ by one edit, or by two if they are long, and not as plural or feminine forms.

    >>> is_misspelling("weishaupt", "weisshaupt"), is_misspelling("petrova", "petrov"), is_misspelling("johns", "john")
    (True, False, False)
    """
    short, long = (one, two) if len(one) <= len(two) else (two, one)
    slips = 2 if len(short) >= TWO_EDITS_LENGTH else 1
    if len(short) < MIN_LENGTH or len(long) - len(short) > slips:
        return False
    from rapidfuzz.distance import DamerauLevenshtein

    if DamerauLevenshtein.distance(one, two, score_cutoff=slips) > slips or is_derived(one, two):
        return False
    replaced = short[-1:] in _INFLECTIONS["replaced"] and long[-1:] == _INFLECTIONS["by"]
    return not (replaced and short[:-1] == long[:-1])


def house_style(word: str) -> str:
    """The folded word in the one of its spellings in which it is compared, British or American.

    >>> house_style("organization") == house_style("organisation"), house_style("centre") == house_style("center")
    (True, True)
    """
    for ending, other in _TABLE["house_styles"].items():
        if word.endswith(ending):
            return word.removesuffix(ending) + str(other)
    return word


def is_abbreviation(word: str) -> bool:
    """Whether a folded word has no vowel: "blvd", "cmdr"."""
    return not set(word) & set(_TABLE["vowels"])


def is_derived(one: str, two: str) -> bool:
    """Whether one of two folded words is made of the other by an ending: a plural, a woman's form, an adherent.

    >>> is_derived("democrats", "democratic"), is_derived("farquhar", "farquharson")
    (True, False)
    """
    short, long = sorted((one, two), key=len)
    endings = ("", *_INFLECTIONS["added"], *_INFLECTIONS["derived"])
    stems = {short[: len(short) - len(ending)] for ending in endings if short.endswith(ending)}
    return any(long == stem + ending for stem in stems if len(stem) >= MIN_LENGTH - 1 for ending in endings)


class SpellingIndex:
    """An index of folded surnames in which misspellings are looked up.

    A few surnames are compared one by one. Of many, only those are compared that share a variant with one or two
    letters deleted, as in the symmetric deletion of SymSpell.

    >>> SpellingIndex(["weisshaupt", "duarte"]).misspellings_of("weishaupt")
    ['weisshaupt']
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._known = tuple(known)
        self._by_form: defaultdict[str, list[str]] = defaultdict(list)
        if len(self._known) > PAIRWISE_LIMIT:
            for name in self._known:
                for form in deletion_variants(name):
                    self._by_form[form].append(name)

    def misspellings_of(self, name: str) -> list[str]:
        """The surnames of the index of which ``name`` is a misspelling."""
        candidates: Iterable[str] = self._known
        if len(self._known) > PAIRWISE_LIMIT:
            candidates = dict.fromkeys(
                chain.from_iterable(self._by_form.get(form, ()) for form in deletion_variants(name))
            )
        return [known for known in candidates if is_misspelling(name, known)]


def deletion_variants(name: str) -> set[str]:
    """The name and its variants with one letter deleted, or two where the name is long.

    >>> sorted(deletion_variants("abc"))
    ['ab', 'abc', 'ac', 'bc']
    """
    once = {name[:n] + name[n + 1 :] for n in range(len(name))}
    twice = (
        {form[:n] + form[n + 1 :] for form in once for n in range(len(form))}
        if len(name) >= TWO_EDITS_LENGTH
        else set()
    )
    return {name} | once | twice


@lru_cache(maxsize=1 << 14)
def same_speaker(a: str | None, b: str | None) -> bool | None:
    """Whether two speakers are the same; None where it is not known, as for an office and a name.

    >>> same_speaker("John Kirby", "Kirby"), same_speaker("Ann Lee", "Bo Lee"), same_speaker("spokesperson", "Ann Lee")
    (True, False, None)
    """
    if a is None or b is None:
        return None
    if folded(a) == folded(b) or phonetic_key(a) == phonetic_key(b):
        return True
    if f" {folded(a)}".endswith(f" {folded(b)}") or f" {folded(b)}".endswith(f" {folded(a)}"):
        return True
    if sorted(folded(a).split()) == sorted(folded(b).split()):
        return True  # the family name first, and last
    short, long = sorted((folded(a), folded(b)), key=len)
    if " " in short and long.startswith(f"{short} "):
        return True  # one of two family names: "Rosa Vidal", "Rosa Vidal Choque"
    if not (a[:1].isupper() and b[:1].isupper()):
        return None
    one, two = a.split(), b.split()
    if folded(one[-1]) == folded(two[-1]) or is_misspelling(folded(one[-1]), folded(two[-1])):
        return 1 in (len(one), len(two)) or is_short_form(folded(one[0]), folded(two[0]))
    return False if min(len(one), len(two)) > 1 else None


def other_category(a: Name, b: Name, _: Tolerances) -> Answer | None:
    """Disjoint, where one name is of a person and the other of an organisation."""
    if a.category != b.category:
        return Answer(Relation.DISJOINT, "other category", "{a} is a {a.category}, {b} a {b.category}")
    return None


def same_spelling(a: Name, b: Name, _: Tolerances) -> Answer | None:
    """Equal, where the names differ in case, diacritics or hyphens at most."""
    if folded(a.full) == folded(b.full):
        return Answer(Relation.EQUAL, "same name", "both say {a}")
    return None


def short_form(a: Name, b: Name, _: Tolerances) -> Answer | None:
    """A surname alone contains the full name; names with an initial for the given name overlap."""
    if a.family is None or b.family is None or folded(a.family) != folded(b.family):
        return None
    if a.given is None or b.given is None:
        relation = Relation.EQUAL if a.given == b.given else Relation.INSIDE if a.given else Relation.CONTAINS
        return Answer(relation, "surname", "{a} and {b} share the surname")
    if folded(a.given)[:1] == folded(b.given)[:1] and 1 in (len(folded(a.given)), len(folded(b.given))):
        return Answer(Relation.OVERLAPPING, "initials", "{a} and {b} share the surname and an initial")
    return None


def transliteration(a: Name, b: Name, _: Tolerances) -> Answer | None:
    """Overlapping, where the names have the same phonetic key."""
    if phonetic_key(a.full) == phonetic_key(b.full):
        return Answer(Relation.OVERLAPPING, "transliteration", "{a} and {b} sound alike")
    return None


def other_name(a: Name, b: Name, _: Tolerances) -> Answer:
    """Disjoint."""
    return Answer(Relation.DISJOINT, "other name", "{a} and {b} are two names")


@frozen(kw_only=True)
class Name:
    """A name: ``category`` is person, organisation or other; ``given`` and ``family`` are parts of a person's name.

    ``role`` is the office that the text gives the person beside the name; equality does not depend on it.
    """

    kind: ClassVar[str] = "name"
    ladder: ClassVar[Ladder] = (other_category, same_spelling, short_form, transliteration, other_name)
    category: str
    full: str
    given: str | None = None
    family: str | None = None
    role: Role | None = field(default=None, eq=False)

    def to_dict(self) -> dict[str, Any]:
        """``type`` and the fields of VALUES."""
        return {
            "type": self.kind,
            "category": self.category,
            "full": self.full,
            "given": self.given,
            "family": self.family,
            "role": self.role and self.role.to_dict(),
        }

    def __str__(self) -> str:
        return self.full

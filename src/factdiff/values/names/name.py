"""Names of persons and organisations."""

from __future__ import annotations

import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from itertools import chain
from typing import Any, ClassVar

from attrs import field, frozen

from factdiff.values.names.role import Role
from factdiff.values.relation import Answer, Ladder, Relation
from factdiff.values.tolerances import Tolerances

_TABLE = tomllib.loads(files("factdiff.values.names").joinpath("spellings.toml").read_text(encoding="utf-8"))
_LETTERS, _SOUNDS, _INFLECTIONS = (
    str.maketrans(_TABLE["letters"]),
    tuple(_TABLE["sounds"].items()),
    _TABLE["inflections"],
)
#: how many letters a surname must have for another spelling of it to be seen, and for two slips in it
NEAR, TWICE = 5, 8
#: how many surnames are held against another one by one
FEW = 64


@lru_cache(maxsize=1 << 14)
def folded(text: str) -> str:
    """A name in lower case without marks on its letters, hyphens and apostrophes.

    >>> folded("Sørlie"), folded("al-Assad"), folded("O'Neill")
    ('sorlie', 'alassad', 'oneill')
    """
    letters = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return "".join(letter for letter in letters if letter.isalnum() or letter == " ")


@lru_cache(maxsize=1 << 14)
def sounded(text: str) -> str:
    """A name as it sounds: what the transliterations of one name have in common.

    >>> sounded("Zelenskyy") == sounded("Zelensky") == sounded("Zelenskiy")
    True
    """
    word = folded(text)
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    return "".join(letter for n, letter in enumerate(word) if n == 0 or letter != word[n - 1])


def misspelt(one: str, two: str) -> bool:
    """Whether two folded surnames are a letter apart, or two if they are long; a plural or a woman's form is not.

    >>> misspelt("weishaupt", "weisshaupt"), misspelt("petrova", "petrov"), misspelt("johns", "john")
    (True, False, False)
    """
    if min(len(one), len(two)) < NEAR:
        return False
    short, long = sorted((one, two), key=len)
    if long.startswith(short) and long[len(short) :] in _INFLECTIONS["added"]:
        return False
    if short[-1:] in _INFLECTIONS["replaced"] and long[-1:] == _INFLECTIONS["by"] and short[:-1] == long[:-1]:
        return False
    from rapidfuzz.distance import DamerauLevenshtein

    slips = 2 if len(short) >= TWICE else 1
    return DamerauLevenshtein.distance(one, two, score_cutoff=slips) <= slips


class Spellings:
    """Folded surnames in which others are looked for that are misspelt ones of them.

    Each of a few is held against them; of many only those that have a form in common without a letter or two, as the
    symmetric deletion of SymSpell finds them.

    >>> Spellings(["weisshaupt", "duarte"]).like("weishaupt")
    ['weisshaupt']
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._known = tuple(known)
        self._by_form: defaultdict[str, list[str]] = defaultdict(list)
        if len(self._known) > FEW:
            for name in self._known:
                for form in shortened(name):
                    self._by_form[form].append(name)

    def like(self, name: str) -> list[str]:
        """Those of the surnames of which a name is a misspelt one."""
        able: Iterable[str] = self._known
        if len(self._known) > FEW:
            able = dict.fromkeys(chain.from_iterable(self._by_form.get(form, ()) for form in shortened(name)))
        return [known for known in able if misspelt(name, known)]


def shortened(name: str) -> set[str]:
    """A name, and its forms without a letter, or two of a long one.

    >>> sorted(shortened("abc"))
    ['ab', 'abc', 'ac', 'bc']
    """
    once = {name[:n] + name[n + 1 :] for n in range(len(name))}
    twice = {form[:n] + form[n + 1 :] for form in once for n in range(len(form))} if len(name) >= TWICE else set()
    return {name} | once | twice


@lru_cache(maxsize=1 << 14)
def same_speaker(a: str | None, b: str | None) -> bool | None:
    """Whether two speakers are one: None where it cannot be told, as of an office and a name.

    >>> same_speaker("John Kirby", "Kirby"), same_speaker("Ann Lee", "Bo Lee"), same_speaker("spokesperson", "Ann Lee")
    (True, False, None)
    """
    if a is None or b is None:
        return None
    if folded(a) == folded(b) or sounded(a) == sounded(b):
        return True
    if f" {folded(a)}".endswith(f" {folded(b)}") or f" {folded(b)}".endswith(f" {folded(a)}"):
        return True
    if not (a[:1].isupper() and b[:1].isupper()):
        return None
    one, two = a.split(), b.split()
    if folded(one[-1]) == folded(two[-1]) or misspelt(folded(one[-1]), folded(two[-1])):
        return 1 in (len(one), len(two)) or folded(one[0]) == folded(two[0])
    return False if min(len(one), len(two)) > 1 else None


def other_category(a: Name, b: Name, _: Tolerances) -> Answer | None:
    """A person is no organisation."""
    if a.category != b.category:
        return Answer(Relation.DISJOINT, "other category", "{a} is a {a.category}, {b} a {b.category}")
    return None


def spelling(a: Name, b: Name, _: Tolerances) -> Answer | None:
    """One name, whatever its marks and hyphens."""
    if folded(a.full) == folded(b.full):
        return Answer(Relation.EQUAL, "same name", "both say {a}")
    return None


def shorter(a: Name, b: Name, _: Tolerances) -> Answer | None:
    """A surname, or a given name cut to initials, for the whole."""
    if a.family is None or b.family is None or folded(a.family) != folded(b.family):
        return None
    if a.given is None or b.given is None:
        relation = Relation.EQUAL if a.given == b.given else Relation.INSIDE if a.given else Relation.CONTAINS
        return Answer(relation, "surname", "{a} and {b} share the surname")
    if folded(a.given)[:1] == folded(b.given)[:1] and 1 in (len(folded(a.given)), len(folded(b.given))):
        return Answer(Relation.OVERLAPPING, "initials", "{a} and {b} share the surname and an initial")
    return None


def transliteration(a: Name, b: Name, _: Tolerances) -> Answer | None:
    """Two transliterations of one name."""
    if sounded(a.full) == sounded(b.full):
        return Answer(Relation.OVERLAPPING, "transliteration", "{a} and {b} sound alike")
    return None


def other_name(a: Name, b: Name, _: Tolerances) -> Answer:
    """Two names."""
    return Answer(Relation.DISJOINT, "other name", "{a} and {b} are two names")


@frozen(kw_only=True)
class Name:
    """A name: ``category`` is person, organisation or other; ``given`` and ``family`` are parts of a person's name.

    ``role`` is the office that the text gives the person there; it is no part of whose name it is.
    """

    kind: ClassVar[str] = "name"
    ladder: ClassVar[Ladder] = (other_category, spelling, shorter, transliteration, other_name)
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

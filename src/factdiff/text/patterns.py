"""How the patterns of a language are written, and the tokens that a text is scanned for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, cast

from attrs import frozen


@frozen
class Body:
    """The text and the flags of a pattern, which is compiled when it is first needed: large ones take long."""

    text: str
    flags: int

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern."""
        return re.compile(self.text, self.flags)

    @cached_property
    def match(self) -> Callable[[str, int], re.Match[str] | None]:
        """What the pattern matches at an offset of a text, as a function."""
        return self.compiled.match


@frozen
class StagedBody(Body):
    """A large pattern that few texts need, with two small ones that are tried before it.

    What ``simple`` matches, the large one matches alike. Wherever else the large one matches, ``ahead`` does.
    """

    simple: Body
    ahead: Body

    @cached_property
    def match(self) -> Callable[[str, int], re.Match[str] | None]:
        """The same as of the large pattern alone."""
        simple, ahead = self.simple.match, self.ahead.match

        def match(text: str, start: int) -> re.Match[str] | None:
            return simple(text, start) or (self.compiled.match(text, start) if ahead(text, start) else None)

        return match


class LatePattern:
    """Stands for a compiled pattern with all that it has, and compiles it when any of that is first used."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern, self.flags = text, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = self.__dict__[name] = getattr(re.compile(self.pattern, self.flags), name)
        return found


def late(text: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of ``re.compile``, compiled when it is first used: few of those of a language are, in a short text.

    >>> bool(late("[0-9]{1,3}").match("3"))
    True
    """
    return cast("re.Pattern[str]", LatePattern(text, flags))


def pattern(body: str, *, cased: bool = False, **parts: str) -> re.Pattern[str]:
    """A pattern: ``{name}`` is replaced by a part, and a blank matches blanks or one line break.

    >>> bool(pattern("{n} of {n}", n=r"[0-9]{1,3}").match("3  of 4"))
    True
    """
    found = uncompiled(body, cased=cased, **parts)
    return late(found.text, found.flags)


def uncompiled(body: str, *, cased: bool = False, **parts: str) -> Body:
    """The same for a rule, to be compiled when it is needed."""
    for name, part in parts.items():
        body = body.replace(f"{{{name}}}", part)
    return Body(body.replace(" ", r"(?:[ \t]{1,3}|\n)"), 0 if cased else re.IGNORECASE)


def staged(body: str, *, cased: bool = False, simple: str, ahead: str) -> StagedBody:
    """The same for a large pattern, with the smaller ones that are tried first."""
    whole = uncompiled(body, cased=cased)
    first, second = uncompiled(simple, cased=cased), uncompiled(ahead, cased=cased)
    return StagedBody(whole.text, whole.flags, first, second)


def either(words: Iterable[str]) -> str:
    """A group that matches any of the words, the longest first.

    Words that begin alike share a branch, since each branch is a step wherever the pattern is tried.

    >>> either(["may", "mar", "march", "june"])
    '(?:ma(?:r(?:ch|)|y)|june)'
    """
    return f"(?:{branches(sorted(set(words), key=lambda word: (-len(word), word)))})"


def branches(words: Sequence[str]) -> str:
    """The branches of a pattern for words in their order; those with one first sign in two cases are kept apart."""
    alike: dict[str, list[str]] = {}
    for word in words:
        alike.setdefault(word[:1], []).append(word)
    if len({first.lower() for first in alike}) < len(alike):
        return "|".join(map(literal, words))
    found = []
    for group in alike.values():
        low, high = min(group), max(group)
        size = next((size for size, pair in enumerate(zip(low, high, strict=False)) if len({*pair}) > 1), len(low))
        rest = f"(?:{branches([word[size:] for word in group])})" if len(group) > 1 else ""
        found.append(literal(low[:size]) + rest)
    return "|".join(found)


def literal(words: str) -> str:
    """The pattern of words as they are, but for their blanks."""
    return re.escape(words).replace(r"\ ", " ")

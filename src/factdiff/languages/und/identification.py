"""Language identification, by the script of a text and its most frequent words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from factdiff.tables import read_table

#: the number of characters that are read, and the fewest words that they must have
HEAD, MIN_WORDS = 1500, 25
#: the least share of function words of the language of a text, and its least ratio to the share of another language
MIN_SHARE, MIN_RATIO = 0.22, 2.5
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
#: the code of a language that is not known (ISO 639-2)
UNKNOWN = "und"


@cache
def function_words() -> dict[str, frozenset[str]]:
    """Code of a language -> its most frequent words."""
    table = read_table("factdiff.languages.und", "function_words.toml")
    return {code: frozenset(words.split()) for code, words in table.items()}


def other_language(text: str, lang: str) -> str | None:
    """The language that a text is clearly in instead of ``lang``: ``und`` for a language that is not in Latin script.

    None where the text may be in ``lang``, is short, or where the words of ``lang`` are not known.

    >>> german = "Der Bürgermeister sagte am Montag, dass die Brücke für alle gesperrt wird, die nicht zu Fuß gehen. "
    >>> other_language(german * 2, "en"), other_language(german * 2, "de"), other_language("Nine people died.", "de")
    ('de', None, None)
    >>> other_language("Мэр сказал в понедельник, что мост закроют для всех, кто не идёт пешком. " * 3, "en")
    'und'
    """
    known = function_words()
    words = Counter(map(str.lower, _WORD.findall(text[:HEAD])))
    total = words.total()
    if lang not in known or total < MIN_WORDS:
        return None
    own = known_count(words, known[lang]) / total
    if own >= MIN_SHARE:
        return None
    if sum(count for word, count in words.items() if not _LATIN.match(word)) > total / 2:
        return UNKNOWN
    best = max(known, key=lambda code: known_count(words, known[code]))
    return best if known_count(words, known[best]) / total >= max(MIN_SHARE, MIN_RATIO * own) else None


def known_count(words: Counter[str], known: frozenset[str]) -> int:
    """The number of words of a text that are among the known ones."""
    return sum(words[word] for word in known)

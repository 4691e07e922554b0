"""Names that are often something else in English: words, given names and surnames."""

from __future__ import annotations

import gzip
import json
import pickle
from dataclasses import dataclass

from gazetteer.reading import package_folder

#: surnames and words that are rarer than this guard no place
SURNAMES, WORDS = 30_000, 400
#: words for the type of a division before its name, and what may stand between
BEFORE = frozenset(
    "Amphoe Arrondissement Bashkia Bezirk Canton Comuna Commune Condado Daira Departamento Departement Department "
    "Distrito District Gemeente Gmina Gorodskoy Grad Huyen Kabupaten Kota Landkreis Liwa' Markaz Moughataa Muang "
    "Mueang Municipio Municipiul Nohiyai Nomos Obcina Obshtina Okres Okrug Opcina Opstina Oras Partido Politischer "
    "Powiat Prefecture Probinsia Provincia Province Qada' Quan Rayon Shahrestan-e Srok Thanh Pho Thi Xa City "
    "of de del de la di du d' ti".split()
)
#: the same behind it: in English, and not
ENGLISH = frozenset(
    "Borough Council County Department District Municipality Parish Prefecture Province Raion Region Zone "
    "district".split()
)
BEHIND = ENGLISH | frozenset(
    "Administratsiya Audany Barrio Barrio-Pueblo Ilcesi Jaras Kommun Kommune Municipal Nomos Okrug Rayon Shahri "
    "Shi Sum Tumani Ulus city kommun kommune pagasts rayon".split()
)


@dataclass(frozen=True)
class Words:
    """Lower-case English words, and the given names and surnames of the census of the United States."""

    common: frozenset[str]
    persons: frozenset[str]

    @classmethod
    def read(cls) -> Words:
        """From the packages pyspellchecker (how often), english-words (which words) and names."""
        often = json.loads(gzip.decompress((package_folder("spellchecker") / "resources" / "en.json.gz").read_bytes()))
        listed = pickle.loads((package_folder("english_words") / "data" / "web2.pickle").read_bytes())
        known = {word for word in listed if word.islower()}
        forms = {word + ending for word in known for ending in ("", "s", "es", "ed", "d", "ing")}
        census = package_folder("names")
        persons = {
            line.split()[0].capitalize()
            for file in ("dist.all.last", "dist.female.first", "dist.male.first")
            for line in (census / file).read_text(encoding="ascii").splitlines()[:SURNAMES]
        }
        return cls(frozenset(word for word in forms if often.get(word, 0) >= WORDS), frozenset(persons))

    def guards(self, name: str) -> bool:
        """Whether a name is a word, the name of a person, or made of words alone."""
        return name in self.persons or all(word.lower() in self.common for word in name.split())

    def bare(self, name: str) -> str:
        """The name of a division without the words for its type."""
        words = name.split()
        while len(words) > 1 and words[0] in BEFORE:
            del words[0]
        while len(words) > 1 and words[-1] in BEHIND:
            del words[-1]
        return " ".join(words)

    def english(self, name: str) -> bool:
        """Whether a name of a division ends with an English word for its type, and does not begin with one."""
        first, last = name.split()[0], name.split()[-1]
        return last in ENGLISH and first not in BEFORE

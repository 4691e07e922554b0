"""Time per MB on bad inputs beside that on ordinary news, and peak memory: ``python benchmarks/bad_inputs.py [MB]``."""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

from factdiff import check_consistency, find_mentions

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))
NEWS = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "fixtures").glob("*/*.txt")))


def seconds(function, text):
    """The processor time that a function takes for a text."""
    start = time.process_time()
    function(text)
    return time.process_time() - start


def check(text):
    """The whole check of one source."""
    check_consistency([f"{text}."])


def main(size):
    """Print a line for each bad input, the slowest first."""
    from bad_inputs import PIECES, bad_input, times

    ordinary = times(NEWS, int(size * 1e6))
    for name, function in (("find_mentions", find_mentions), ("check_consistency", check)):
        function(NEWS)
        base = seconds(function, ordinary) / size
        print(f"{name}: ordinary news {base:.2f} s/MB")
        rates = {piece: seconds(function, bad_input(piece, int(size * 1e6))) / size for piece in PIECES}
        for piece, rate in sorted(rates.items(), key=lambda pair: -pair[1])[:8]:
            print(f"  {piece:<24}{rate:8.2f} s/MB {rate / base:6.1f} times")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0)

"""Which modules pytest leaves out: those of extras whose library is not installed."""

from importlib.util import find_spec

#: module or folder -> the libraries that it needs
NEEDS = {
    "src/factdiff/archive/grouping": ("numpy", "scipy"),
    "src/factdiff/cli/lsp.py": ("pygls",),
    "src/factdiff/engines/dask.py": ("distributed",),
    "src/factdiff/finder/spacy_names.py": ("spacy",),
}
collect_ignore = [path for path, libraries in NEEDS.items() if not all(map(find_spec, libraries))]

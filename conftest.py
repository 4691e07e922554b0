"""Which modules pytest leaves out: those of extras whose library is not installed."""

from importlib.util import find_spec

OPTIONAL = {"spacy": "src/factdiff/finder/spacy_names.py", "pygls": "src/factdiff/cli/lsp.py"}
collect_ignore = [path for library, path in OPTIONAL.items() if not find_spec(library)]

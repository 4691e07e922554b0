"""Which modules pytest leaves out: those of extras whose library is not installed."""

from importlib.util import find_spec

collect_ignore = [] if find_spec("spacy") else ["src/factdiff/finder/spacy_names.py"]

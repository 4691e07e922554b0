"""Names by a pipeline of spaCy (extra ``spacy``), which the user installs and names in the configuration."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import spacy

from factdiff.errors import ConfigError
from factdiff.language.rules import Entity

#: parts of a pipeline that names do not need
UNUSED = ("parser", "tagger", "morphologizer", "lemmatizer", "attribute_ruler", "senter")
#: labels of the pipelines of spaCy -> category of a name
LABELS = {"PERSON": "person", "PER": "person", "ORG": "organisation"}
#: how many characters are read at once; a longer paragraph is cut
LONGEST = 100_000


@cache
def pipeline(name: str) -> Any:
    """The pipeline of a name or folder, loaded once; ConfigError where there is none, or where it finds no names."""
    try:
        found = spacy.load(name, exclude=UNUSED)
    except OSError as error:
        how = "check the folder" if Path(name).parent != Path() else f"python -m spacy download {name}"
        raise ConfigError(f"spacy: there is no pipeline {name!r}: {how}") from error
    if not any("doc.ents" in found.get_pipe_meta(part).assigns for part in found.pipe_names):
        raise ConfigError(f"spacy: the pipeline {name!r} finds no names: give one with an 'ner' or an 'entity_ruler'")
    return found


def entities(text: str, name: str) -> Iterator[Entity]:
    """The persons and organisations that a pipeline finds in a text, paragraph by paragraph, in their order."""
    pieces = list(paragraphs(text))
    docs = pipeline(name).pipe(text[start:end] for start, end in pieces)
    for (start, _), doc in zip(pieces, docs, strict=True):
        for entity in doc.ents:
            if entity.label_ in LABELS:
                yield Entity(start + entity.start_char, start + entity.end_char, LABELS[entity.label_])


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the lines of a text that are not blank; long ones are cut."""
    start = 0
    for line in text.splitlines(keepends=True):
        for at in range(start, start + len(line), LONGEST):
            end = min(at + LONGEST, start + len(line))
            if not text[at:end].isspace():
                yield at, end
        start += len(line)

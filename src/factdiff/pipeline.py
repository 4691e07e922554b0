"""Sources -> mentions -> facts -> findings -> report: the whole story on one screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from attrs import evolve

from factdiff.align import alignment_of, group_copies, repeated_mentions, with_copies
from factdiff.check import Story, run
from factdiff.config import Config
from factdiff.documents import all_mentions, publication_and_origin, read_documents
from factdiff.fact_sheet import FAIL_ON
from factdiff.records import Judge, Source
from factdiff.report import Report
from factdiff.report.notes import notes_on
from factdiff.sheet.rows import draft_rows
from factdiff.sheet.statuses import with_findings
from factdiff.sheet.told_alone import rows_told_alone
from factdiff.sources import in_own_languages, to_source, with_ids, within_limits
from factdiff.suspects import judged, suspects_of


def check_consistency(
    sources: Iterable[Source | str | Mapping[str, object] | Path],
    *,
    config: Config | None = None,
    judge: Judge | None = None,
) -> Report:
    """Compare the facts of several texts about one story.

    Each source is a :class:`Source`, a ``str`` (the text itself), a mapping with the fields of a Source, or a
    ``pathlib.Path`` to a file. One source is fine: its own errors are found. ``judge`` is shown each suspect, a
    Finding: where it returns True that becomes a finding, where it returns False it is left out, and where it returns
    None it stays. Raises SourceError for an empty list, a bare string, an unreadable item, two sources of one id or
    more than the limits of ``config``, UnknownNameError for an unknown check, InputError for any other answer of the
    judge, and what the judge raises.

    >>> report = check_consistency(["The missile flew 900km.", "The missile flew 500 miles."])
    >>> [finding.check for finding in report.findings]
    ['quantity-conflict']
    """
    return report_on(with_ids(sources), config or Config(), judge=judge)


def check_draft(
    draft: Source | str | Mapping[str, object] | Path,
    sources: Iterable[Source | str | Mapping[str, object] | Path],
    *,
    config: Config | None = None,
    judge: Judge | None = None,
) -> Report:
    """Hold one text against its sources: what it contradicts, what no source supports, and what only one does.

    ``sheet`` of the report has a row for each of its values, names, offices, quotations and stances: its status, the
    mentions that bear it out, and the nearest of those that do not. A value supports another where both are said of the
    same thing at the same moment.

    The draft is the source of the report with the id ``draft``, unless it brings an id of its own. What the sources
    disagree on among themselves is left out, as long as the draft has no part in it. ``judge`` and errors are
    those of :func:`check_consistency`.

    >>> report = check_draft("The fire hurt nine people and cost €2 million.", ["Nine people were hurt in the fire."])
    >>> [(finding.check, finding.evidence[0].surface) for finding in report.findings]
    [('unsupported', '€2 million')]
    """
    own = to_source(draft, "draft")
    own = evolve(own, id="draft") if own.id is None else own
    return report_on(with_ids([own, *with_ids(sources)]), config or Config(), own.id, judge=judge)


def report_on(
    sources: Sequence[Source],
    config: Config,
    draft: str | None = None,
    *,
    judge: Judge | None = None,
    track: Callable[[Sequence[Source]], Iterable[Source]] = iter,
) -> Report:
    """The report on a story; of a draft, with the findings that it has a part in.

    ``track`` is handed the sources to read, and can show how far it is.
    """
    given = sorted(within_limits(sources, config), key=lambda source: source.id or "")
    story = in_own_languages(given)
    documents = read_documents(story, track(story), config.spacy, draft)
    mentions = {document.source: document.cached(all_mentions) for document in documents}
    copies = group_copies(story, draft=draft)
    originals = [document for document in documents if document.source in copies]
    aligned = alignment_of(originals, config.tolerances, draft)
    rows = draft_rows(originals, draft, aligned)
    told = Story.of(originals, mentions, aligned.facts, config, draft, aligned.suspects, rows)
    found = run(told)
    findings, suspects = judged(told, found, suspects_of(told, found), judge)
    if draft is not None:
        sheet = with_findings(rows, findings, draft)
    else:
        sheet = rows_told_alone(originals, aligned, findings) if told.config.sheet else ()
    every = with_copies(aligned.facts, repeated_mentions(copies, mentions))
    return Report(
        sources=tuple(story),
        published=tuple(publication_and_origin(document, documents) for document in documents),
        mentions=tuple(mention for source in story for mention in mentions[source]),
        facts=every,
        findings=findings,
        suspects=suspects,
        sheet=sheet,
        draft=draft,
        fail_on=FAIL_ON if config.fail_on is None else config.fail_on,
        notes=tuple(notes_on(documents, every, given)),
    )

"""Near copies of a source: they hide no finding, add none, and count as one voice."""

from __future__ import annotations

import pytest
from attrs import evolve

from factdiff import Source, check_consistency
from labelled import stories

LABELLED = list(stories())
CUTS = {
    "a line more": lambda text: f"{text} Read more.",
    "a credit before": lambda text: f"{text}\n\nAdditional reporting by our staff.",
}


def told(report):
    return [
        (f.check, {(e.source, e.start, e.surface) for e in f.evidence})
        for f in report.findings
        if f.severity in ("error", "warning")
    ]


@pytest.mark.parametrize("part", range(8))
def test_a_near_copy_hides_no_finding_and_adds_none(part):
    for id, sources in LABELLED[part::16]:
        before = told(check_consistency(sources))
        for cut in CUTS.values() if before else ():
            copy = evolve(sources[0], id="zz", text=cut(sources[0].text))
            after = told(check_consistency([*sources, copy]))
            for check, spans in before:
                assert any(c == check and len(spans & s) >= min(2, len(spans)) for c, s in after), (id, check)
            own = [s for c, s in after if {source for source, *_ in s} != {"zz"}]
            assert len(own) == len(before), id


WIRE = (
    "The ferry left Oban at 5.15pm with 143 passengers on board. It hit the pier at Ellery in strong winds. {} people "
    "were hurt, the coastguard said. A lifeboat came from Tobermory."
)


def ferry(*counts):
    others = ("", " Read more.", " Subscribe here.")
    texts = [WIRE.format(count) + more for count, more in zip(counts, others, strict=False)]
    return [Source(text, id=id, published="2024-10-18") for id, text in zip("abc", texts, strict=False)]


def test_near_copies_still_contradict_each_other():
    (finding,) = [f for f in check_consistency(ferry("Twenty-three", "Thirty-two")).findings if f.severity != "info"]
    assert {e.surface for e in finding.evidence} == {"Twenty-three", "Thirty-two"}


def test_near_copies_are_one_voice():
    own = "Thirty-two people were hurt when the ferry from Oban hit the pier at Ellery, police said on Friday."
    alone = Source(own, id="d", published="2024-10-18")
    facts = check_consistency([*ferry(23, 23, 23), alone]).facts
    (fact,) = [f for f in facts if f.verdict == "conflicting" and f.kind == "number"]
    assert {m.source for m in fact.mentions} == {"a", "b", "c", "d"}
    assert fact.outliers == ()  # one wire report against one paper

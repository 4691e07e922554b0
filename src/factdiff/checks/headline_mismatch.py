"""HDL961: the headline of a source says another figure, place or grade than its body."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factdiff.align.compared_mentions import bare_values
from factdiff.align.comparison.value_distance import slip
from factdiff.check import Check, Example, Story, evidence, finding
from factdiff.context import Scene
from factdiff.records import Finding, Mention
from factdiff.values.amounts.number import Number
from factdiff.values.consensus import apart, bare
from factdiff.values.places.place import Place
from factdiff.values.relation import Relation, relate
from factdiff.values.terms.term import Term

SETTLES = "whoever wrote the body knows which is right"
#: kinds of values that are compared
KINDS = frozenset({"number", "money", "percent", "quantity", "duration", "place", "term"})
BODY = frozenset({"lead", "body"})
#: the longest headline, and the signs at the end of a line that is none
LINE, ENDS = 140, ".!?:\"')]"
#: how many words near both values must be the same where their kind does not say what they are values of
SHARED = 2


def find(story: Story) -> Iterator[Finding]:
    """A finding for each value of a headline for which the body of its source gives another one."""
    for scene in story.scenes:
        end = headline_end(scene.source.text)
        if end is not None:
            mentions = scene.mentions
            numbers = [n for n, m in enumerate(mentions) if m.start < end and m.kind in KINDS]
            contradicted = [n for n in numbers if is_contradicted(scene, n, end, story)]
            if contradicted:
                yield from mismatches(scene, contradicted, story)


def headline_end(text: str) -> int | None:
    r"""The end of the first line, if it is a headline, else None; lines below it may belong to the headline as well.

    >>> headline_end("Bridge shut\n\nThe bridge was shut."), headline_end("The bridge was shut.\nIt is old.")
    (11, None)
    """
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    line = text[start:end].rstrip()
    return end if end > 0 and len(line) <= LINE and line[-1] not in ENDS else None


def is_contradicted(scene: Scene, number: int, end: int, story: Story) -> bool:
    """Whether a value below the headline contradicts one of it, and none there agrees with it."""
    value, kind, behind = scene.once(bare_values)[number], scene.mentions[number].kind, number + 1
    below = zip(scene.mentions[behind:], scene.once(bare_values)[behind:], strict=True)
    others = [other for mention, other in below if mention.kind == kind and mention.start > end]
    if value in others:
        return False
    relations = {relate(value, other, story.config.tolerances) for other in others}
    return Relation.DISJOINT in relations and relations <= {Relation.DISJOINT, Relation.INCOMPARABLE}


def mismatches(scene: Scene, numbers: Sequence[int], story: Story) -> Iterator[Finding]:
    """The findings in one source for the mentions of its headline with these numbers."""
    sections = [scene.sentence(number).section for number in range(len(scene.mentions))]
    body = [n for n, section in enumerate(sections) if section in BODY]
    for number in numbers:
        head = scene.mentions[number]
        others = [scene.mentions[n] for n in body if contradicts(scene, number, n, story)]
        if sections[number] != "headline" or not others:
            continue
        if not any(apart(bare(others[0].value), bare(other.value), story.config.tolerances) for other in others[1:]):
            spans = (evidence(head, "A"), *(evidence(other, "B") for other in others))
            yield finding("error", message(head, others[0]), spans)


def message(head: Mention, other: Mention) -> str:
    """The message: the words of the headline and of the body."""
    one, two = (" ".join(m.surface.split()) for m in (head, other))
    return f"The headline of {head.source} says “{one}”, its body “{two}”; {SETTLES}"


def contradicts(scene: Scene, number: int, other: int, story: Story) -> bool:
    """Whether a mention of the body gives another value for the same thing as one of the headline."""
    head, body = scene.mentions[number], scene.mentions[other]
    if head.kind != body.kind or not apart(bare(head.value), bare(body.value), story.config.tolerances):
        return False
    if isinstance(head.value, Term) and isinstance(body.value, Term):
        return not body.value.follows(head.value)
    is_slip = slip(head.value, body.value)
    if not is_slip and not events_of(scene, number) & events_of(scene, other):
        return False
    if isinstance(head.value, Number):
        return bool(scene.thing(number)) and scene.thing(number) == scene.thing(other)
    if isinstance(head.value, Place) and not (scene.located(number) and scene.located(other)):
        return False
    shared = scene.context(number).near & scene.context(other).near
    in_lead = (
        scene.sentence(other).section == "lead" and is_only_of_kind(scene, number) and is_only_of_kind(scene, other)
    )
    return in_lead and (is_slip or len(shared) >= SHARED)


def events_of(scene: Scene, number: int) -> frozenset[str]:
    """The fate of the victims that a mention counts, or else the classes of the events of its clause."""
    value = scene.mentions[number].value
    figure = value.figure if isinstance(value, Number) else None
    count = f"{figure.stated:g}" if figure else None
    return scene.once(fates).get((scene.depth(number), count)) or scene.context(number).events


def fates(scene: Scene) -> Mapping[tuple[int, str | None], frozenset[str]]:
    """The fates of victims by the number of the sentence and how many of them it counts."""
    found: defaultdict[tuple[int, str | None], set[str]] = defaultdict(set)
    for number, mention in enumerate(scene.mentions):
        if isinstance(mention.value, Term) and mention.value.of:
            found[scene.depth(number), mention.value.of].add(mention.value.label)
    return {key: frozenset(labels) for key, labels in found.items()}


def is_only_of_kind(scene: Scene, number: int) -> bool:
    """Whether a mention is the only one of its kind in its sentence."""
    return scene.once(kinds_by_sentence)[scene.depth(number), scene.mentions[number].kind] == 1


def kinds_by_sentence(scene: Scene) -> Counter[tuple[int, str]]:
    """How many mentions of each kind each sentence holds, by its number."""
    return Counter((scene.depth(number), mention.kind) for number, mention in enumerate(scene.mentions))


CHECK = Check(
    code="HDL961",
    name="headline-mismatch",
    severity="error",
    summary="The headline of a source says another figure, place or grade than its body.",
    why="Many read no more than the headline; it is written last, often by somebody else, and checked least.",
    fires=Example(
        (
            "Two killed in quarry blast near Lindholm\n\nThree people were killed on Monday when a charge went off too "
            "early in a quarry, the police said.",
        ),
    ),
    quiet=Example(
        (
            "Three killed in quarry blast near Lindholm\n\nThree people were killed and two injured on Monday when a "
            "charge went off too early in a quarry, the police said.",
        ),
    ),
    find=find,
)

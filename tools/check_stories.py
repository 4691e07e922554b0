"""Check folders of stories with planted errors, in the form of ``fixtures/alignment/README.md``.

    python tools/check_stories.py FOLDER...

Prints one line for each fault, and ends with status 1 where there is one.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from factdiff.check import checks

KINDS = frozenset(
    "date weekday time duration count toll age money percent quantity place name role quote speaker term stance "
    "polarity ordinal rank conversion weekday-date sum change headline".split()
)
#: the kinds of planted errors that can contradict their own article alone
WITHIN_ARTICLE = frozenset({"conversion", "weekday-date", "sum", "change", "headline"})
#: the least numbers for one story
LEAST_ARTICLES, LEAST_PLANTS, LEAST_HARMLESS, LEAST_FACTS, LEAST_FACTS_OF_ONE_ARTICLE = 4, 20, 12, 35, 10
#: how many words an article has
WORDS = range(60, 421)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = rf"(?P<weekday>{'|'.join(DAYS)}),?\s+(?:the\s+)?"
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})[a-z]*\.?"
_DATED = (
    re.compile(rf"{_DAY}(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+(?P<year>[0-9]{{4}}))?"),
    re.compile(rf"{_DAY}{_MONTH}\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>[0-9]{{4}}))?"),
)

Story = dict[str, str]


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def faults(folder: Path) -> Iterator[str]:
    """The faults in the folder of an author."""
    stories: dict[str, Story] = {}
    for home in sorted(path for path in folder.iterdir() if path.is_dir()):
        stories[home.name] = {path.stem: path.read_text(encoding="utf-8") for path in sorted(home.glob("*.txt"))}
        yield from article_faults(home, stories[home.name])
    plants, harmless, facts = (rows(folder / f"{name}.jsonl") for name in ("plants", "harmless", "facts"))
    names = {check.name for check in checks()}
    for edit in (*plants, *harmless):
        yield from edit_faults(edit, stories)
    for plant in plants:
        yield from plant_faults(plant, stories, names)
    for fact in facts:
        yield from fact_faults(fact, stories[fact["story"]])
    for id, count in Counter(edit["id"] for edit in (*plants, *harmless)).items():
        if count > 1:
            yield f"{id}: {count} edits have this id"
    for name in stories:
        own = [fact for fact in facts if fact["story"] == name]
        alone = [fact for fact in own if len({mention["file"] for mention in fact["mentions"]}) == 1]
        for what, found, least in (
            ("plants", [plant for plant in plants if plant["story"] == name], LEAST_PLANTS),
            ("harmless edits", [edit for edit in harmless if edit["story"] == name], LEAST_HARMLESS),
            ("facts", own, LEAST_FACTS),
            ("facts of one article", alone, LEAST_FACTS_OF_ONE_ARTICLE),
        ):
            if len(found) < least:
                yield f"{name}: {len(found)} {what}, not {least}"


def article_faults(home: Path, story: Story) -> Iterator[str]:
    """The faults in the articles of a story."""
    known = tomllib.loads((home / "sources.toml").read_text(encoding="utf-8"))
    if set(known) != set(story) or len(story) < LEAST_ARTICLES:
        yield f"{home.name}: articles {sorted(story)}, in sources.toml {sorted(known)}"
        return
    for name, text in story.items():
        if len(text.split()) not in WORDS:
            yield f"{home.name}/{name}: {len(text.split())} words"
        for pattern in _DATED:
            for match in pattern.finditer(text):
                if match["weekday"] not in weekdays(match, known[name]["published"]):
                    yield f"{home.name}/{name}: {match.group()!r} is no {match['weekday']}"


def weekdays(match: re.Match[str], published: date) -> set[str]:
    """The weekdays that a written date can have, in its year or one near that of publication."""
    years = [int(match["year"])] if match["year"] else [published.year + step for step in (-1, 0, 1)]
    month, day = MONTHS.index(match["month"]) + 1, int(match["day"])
    found = set()
    for year in years:
        try:
            found.add(DAYS[date(year, month, day).weekday()])
        except ValueError:
            continue
    return found


def edit_faults(edit: dict[str, Any], stories: dict[str, Story]) -> Iterator[str]:
    """The faults of an edit: its article, and the words that it replaces."""
    text = stories.get(edit["story"], {}).get(edit["file"])
    if text is None:
        yield f"{edit['id']}: there is no article {edit['story']}/{edit['file']}"
    elif text.count(edit["old"]) != 1 or edit["old"] == edit["new"]:
        yield f"{edit['id']}: {edit['old']!r} stands {text.count(edit['old'])} times in {edit['file']}"


def plant_faults(plant: dict[str, Any], stories: dict[str, Story], names: set[str]) -> Iterator[str]:
    """The faults of a planted error: its kind, its checks and its witnesses."""
    if plant["kind"] not in KINDS or not plant["checks"] or not set(plant["checks"]) <= names:
        yield f"{plant['id']}: kind {plant['kind']!r}, checks {plant['checks']}"
    others = set(plant["witness"]) - {plant["file"]}
    if not set(plant["witness"]) <= set(stories[plant["story"]]) or not (others or plant["kind"] in WITHIN_ARTICLE):
        yield f"{plant['id']}: witness {plant['witness']}"


def fact_faults(fact: dict[str, Any], story: Story) -> Iterator[str]:
    """The faults of a row of a fact table."""
    for mention in fact["mentions"]:
        count = story.get(mention["file"], "").count(mention["text"])
        if count < mention.get("nth", 1) or ("nth" not in mention and count > 1):
            yield f"{fact['story']}: {fact['fact']}: {mention['text']!r} stands {count} times in {mention['file']}"
        if mention["text"].count(mention["value"]) != 1:
            yield f"{fact['story']}: {fact['fact']}: {mention['value']!r} is not once in {mention['text']!r}"


def main(folders: list[str]) -> int:
    """Check the folders and return the exit status."""
    found = [message for folder in folders for message in faults(Path(folder))]
    print("\n".join([*found, f"{len(found)} faults in {len(folders)} folders"]))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

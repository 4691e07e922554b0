"""Notes: what could not be read or compared is told."""

from __future__ import annotations

import pytest

from factdiff import Source, check_consistency, check_draft

GERMAN = (
    "Der Bürgermeister sagte am Montag, dass die Brücke für alle gesperrt wird, die nicht zu Fuß gehen. Die Stadt hat "
    "noch nicht gesagt, wie lange das dauern wird, aber es ist wohl mehr als ein Jahr."
)
ENGLISH = (
    "The mayor said on Monday that the bridge will be closed to all who are not on foot. The town has not said how "
    "long this will last, but it is more than a year."
)


def topics(*sources):
    return [(note.topic, note.source) for note in check_consistency(sources).notes]


def test_days_that_hang_on_an_unknown_day_are_told():
    texts = ("Nine people were hurt in Leeds on Tuesday.", "Nine people were hurt in Leeds on January 3.")
    (note,) = check_consistency(texts).notes
    assert (note.topic, note.source) == ("undated", "1")
    assert "“Tuesday”" in note.message
    dated = [Source(text, published="2024-01-04") for text in texts]
    assert check_consistency(dated).notes == ()


@pytest.mark.parametrize("text", ["The firm recently moved to Leeds.", "It opened on 3 May 2024 in Leeds."])
def test_days_that_hang_on_nothing_need_no_note(text):
    assert "undated" not in {note.topic for note in check_consistency([text]).notes}


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (Source("Acht Personen", lang="xx", id="a"), ("language", "a")),
        (Source(GERMAN, id="a"), ("language", "a")),
        (Source(ENGLISH, id="a", lang="de"), ("language", "a")),
        (Source("Мэр сказал в понедельник, что мост закроют для всех. " * 5, id="a"), ("language", "a")),
    ],
)
def test_a_language_that_is_unknown_or_unlike_the_text_is_told(source, told):
    assert told in topics(source)


@pytest.mark.parametrize("source", [Source(GERMAN, lang="de"), Source(ENGLISH), Source("Acht", lang="de")])
def test_a_language_that_fits_is_not(source):
    assert "language" not in [topic for topic, _ in topics(source)]


def test_a_text_in_another_language_is_read_as_that():
    report = check_consistency([Source(ENGLISH, published="2024-01-04"), Source(GERMAN, published="2024-01-04")])
    assert [source.lang for source in report.sources] == ["en", "de"]
    assert report.ok


def test_a_source_that_shares_nothing_is_told():
    story = ("Nine people were hurt in Leeds on 3 May 2024.", "On 3 May 2024 nine people were hurt in Leeds.")
    assert topics(*story) == []
    assert topics(*story, "The opera season in Milan opens with a comedy of errors.") == [("unrelated", "3")]


def test_values_in_page_furniture_are_told():
    text = "Nine people were hurt in Leeds on 3 May 2024.\n\nThe search goes on.\n\nRelated articles\n\nHow to save £50"
    notes = check_consistency([text]).notes
    assert [note.topic for note in notes] == ["set-aside"]
    assert "“£50”" in notes[0].message


def test_a_draft_without_a_date_is_of_the_day_of_its_latest_source():
    sources = [
        Source("Nine people were hurt in the fire in Leeds on Wednesday.", id="a", published="2024-01-04"),
        Source("The fire in Leeds on Wednesday hurt nine people.", id="b", published="2024-01-05"),
    ]
    report = check_draft("Nine people were hurt in the fire in Leeds on Tuesday.", sources)
    assert [f.check for f in report.findings if f.severity == "error"] == ["date-conflict"]
    written = dict(zip([s.id for s in report.sources], report.published, strict=True))["draft"]
    assert (written[0].isoformat(), written[1]) == ("2024-01-05", "story")


def test_notes_go_with_the_report():
    report = check_consistency(["Nine people were hurt on Tuesday."])
    assert report.to_dict()["notes"] == [note.to_dict() for note in report.notes]
    assert type(report).from_dict(report.to_dict()).notes == report.notes

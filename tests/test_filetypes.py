"""What is not plain text is refused by its name with what to do, whether its ending tells or only what is in it."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sqlite3
import wave
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from factdiff import ReadError, check_consistency
from factdiff.reader import from_bytes, left_out, read_folder
from factdiff.reader.file_types import by_ending, filetypes

PROSE = "Nine cars collided on the bridge on Tuesday, and two drivers were hurt.\n"
ROWS = [["day", "town", "hurt"], ["2024-01-02", "Kyiv, Ukraine", "9"], ["2024-01-03", "Oslo", "12"]]
RECORD = {"title": "Crash", "text": "Nine cars collided.", "tags": ["road", "bridge"]}
PAGE = "<html><head><title>Crash</title></head><body><p>Nine&nbsp;cars collided.</p></body></html>"


def archive(*names):
    """The bytes of a ZIP file with some entries."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name in names:
            if name.startswith("application/"):
                file.writestr(zipfile.ZipInfo("mimetype"), name)  # the first entry, stored as it is
            else:
                file.writestr(name, "<x>Nine cars collided.</x>" * 20)
    return data.getvalue()


def table(**form):
    """The rows as a file of values."""
    lines = io.StringIO()
    csv.writer(lines, **form).writerows(ROWS)
    return lines.getvalue()


def sound():
    """The bytes of a sound."""
    data = io.BytesIO()
    with wave.open(data, "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(b"\1\0" * 100)
    return data.getvalue()


def database(folder):
    """The bytes of a database."""
    with closing(sqlite3.connect(folder / "x")) as connection:
        connection.execute("create table article (text)")
        connection.commit()
    return (folder / "x").read_bytes()


#: what a file holds -> what it is called
TOLD = [
    (json.dumps(RECORD), "JSON"),
    (json.dumps([RECORD], indent=2), "JSON"),
    (json.dumps([PROSE]), "JSON"),
    ("\ufeff " + json.dumps(RECORD), "JSON"),
    (f"{json.dumps(RECORD)}\n{json.dumps(RECORD)}\n", "JSON Lines"),
    (table(), "CSV"),
    (table(delimiter=";"), "CSV"),
    (table(delimiter="\t", lineterminator="\n"), "CSV"),
    (table(quoting=csv.QUOTE_ALL), "CSV"),
    (PAGE, "HTML"),
    (PAGE.upper(), "HTML"),
    (f"\n<!-- saved -->\n<!doctype html>\n{PAGE}", "HTML"),
    (f'<?xml version="1.0"?><!DOCTYPE html>{PAGE}', "HTML"),
    ("<p>Nine&nbsp;cars collided.</p>\n<p>Two were hurt.</p>\n", "HTML"),
    ('<div class="story"><h1>Crash</h1>Nine cars collided.</div>', "HTML"),
    ('<?xml version="1.0"?><rss><item>Nine cars collided.</item></rss>', "XML"),
    ("<nitf><body>Nine cars collided.</body></nitf>", "XML"),
    ("WEBVTT\n\n00:01.000 --> 00:04.000\nNine cars collided.\n", "subtitles"),
    ("{\\rtf1\\ansi Nine cars collided.}", "RTF"),
    (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
    (archive("[Content_Types].xml", "word/document.xml"), "a Word document"),
    (archive("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook"),
    (archive("[Content_Types].xml", "ppt/presentation.xml"), "a PowerPoint presentation"),
    (archive("application/vnd.oasis.opendocument.text", "content.xml"), "an OpenDocument file"),
    (archive("application/epub+zip", "chapter.xhtml"), "an e-book"),
    (archive("a.txt"), "an archive"),
    (gzip.compress(PROSE.encode(), mtime=0), "an archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "an old Office document"),
    (b"\x89PNG\r\n\x1a\n" + bytes(20), "a picture"),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a picture"),
    (sound(), "sound or film"),
    (PROSE.encode("utf-16-be"), "a binary file, or text that is not UTF-8"),
    (b"\x00\x01\x02\x03", "a binary file, or text that is not UTF-8"),
]


@pytest.mark.parametrize(("data", "name"), TOLD, ids=[f"{number}-{name}" for number, (_, name) in enumerate(TOLD)])
def test_what_is_in_a_file_tells(data, name):
    data = data if isinstance(data, bytes) else data.encode("utf-8")
    with pytest.raises(ReadError) as caught:
        from_bytes(data, id="a", name="a.txt")
    assert str(caught.value).startswith(f"a.txt is {name}, not plain text: ")
    assert "\n" not in str(caught.value)


def test_a_database_is_told(tmp_path):
    with pytest.raises(ReadError, match="is a database, not plain text: "):
        from_bytes(database(tmp_path), id="a", name="a")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("x.ipynb", "JSON"),
        ("x.geojson", "JSON"),
        ("x.mhtml", "HTML"),
        ("a.b.MHT", "HTML"),
        ("x.yaml", "YAML"),
        ("x.toml", "TOML"),
        ("x.doc", "an old Office document"),
        ("x.xlsx", "an Excel workbook"),
        ("x.odt", "an OpenDocument file"),
        ("x.rtf", "RTF"),
        ("x.epub", "an e-book"),
        ("x.msg", "an e-mail"),
        ("x.srt", "subtitles"),
        ("x.jpeg", "a picture"),
        ("x.mp4", "sound or film"),
        ("x.tar.gz", "an archive"),
        ("x.feather", "a data frame"),
    ],
)
def test_the_ending_of_a_file_tells(name, told, tmp_path):
    (tmp_path / name).write_text(PROSE, encoding="utf-8")
    with pytest.raises(ReadError, match=f"{name} is {told}, not plain text: [a-z]"):
        check_consistency([tmp_path / name])


def test_every_format_says_what_to_do():
    endings = [ending for one in filetypes() for ending in one.endings]
    assert len(endings) == len(set(endings))
    assert all(ending == ending.lower() and ending[0] == "." for ending in endings)
    assert all(one.advice and (one.endings or one.starts or one.holds) for one in filetypes())
    assert by_ending("a.txt") is by_ending("a.md") is by_ending("json") is by_ending(".json") is None


def test_what_does_not_exist_is_told_before_what_it_would_be(tmp_path):
    with pytest.raises(ReadError, match=r"x\.json does not exist"):
        check_consistency([tmp_path / "x.json"])
    (tmp_path / "x.html").mkdir()
    with pytest.raises(ReadError, match=r"x\.html is a folder"):
        check_consistency([tmp_path / "x.html"])
    with pytest.raises(ReadError, match=r"'a\\x00b' is no path \(embedded null byte\): check it"):
        check_consistency([Path("a\0b")])


#: texts that begin, or look in places, like something else
QUIET = [
    PROSE,
    PROSE.upper(),
    "[Reuters] - Nine cars collided.",
    "[1] Nine cars collided.\n[2] Two were hurt.",
    "{Correction: nine cars, not ten.}",
    "{\nNine cars collided.",
    "[]: nothing was found.",
    '"Nine cars collided," she said.',
    "Nine cars, two lorries\nTwo hurt, one badly\n",
    "Dead,\nMissing,\nHurt,\n",
    "Dead: 1,000\nHurt: 2,500\nSaved: 9,100\n",
    "1,000\n2,500\n",
    "Crash,Kyiv\n\nNine cars collided, and two drivers were hurt.\n",
    "Kyiv;Ukraine\n\nNine cars collided; two drivers were hurt.",
    "| town | hurt |\n|---|---|\n| Kyiv | 9 |\n",
    "# Crash\n\n<img alt='x'>\n\nNine cars collided.\n",
    "<!-- for page 2 -->\n# Crash\n\nNine cars collided.\n",
    "<b>Crash</b> Nine cars collided.",
    "<Reuters> Nine cars collided -> two hurt",
    "< 5 % of the cars were hit, > 9 people hurt",
    "<<Nine cars collided>>",
    "%PDF files were leaked, nine of them.",
    "PK Subban scored nine goals.",
    "GIF artists met in nine towns.",
    "BMW sold nine cars.",
    "RIFF and WAVE are nine years old.",
    "PAR1 Nine cars collided.",
    "ID3 and nine other tags.",
    "\ufeffNine cars collided.",
    "Nine cars\tcollided.\n\tTwo were hurt.\n",
    "[" * 5000 + "Nine cars collided.",
    "a" * 300_000 + ",b\n" + "a,b\n",
]


@pytest.mark.parametrize("text", QUIET, ids=range(len(QUIET)))
def test_text_that_looks_like_something_else_is_read(text, tmp_path):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "article").write_text(text, encoding="utf-8")
    report = check_consistency([tmp_path / "a.txt", tmp_path / "article"])
    assert {source.text for source in report.sources} == {text.removeprefix("\ufeff")}


def test_markup_given_as_text_is_the_text():
    assert check_consistency([PAGE, json.dumps(RECORD)]).sources[0].text == PAGE


def test_a_folder_tells_what_is_left_out(tmp_path):
    for name in ("a.txt", "b.md"):
        (tmp_path / name).write_text(PROSE, encoding="utf-8")
    assert left_out(tmp_path) is None
    for name in ("sources.toml", "factdiff.toml", "pyproject.toml", ".hidden.html"):
        (tmp_path / name).write_text("", encoding="utf-8")
    assert left_out(tmp_path) is None
    for name in ("z.rtf", "NOTES", "c.YAML", "d.weird"):
        (tmp_path / name).write_text(PROSE, encoding="utf-8")
    (tmp_path / "more").mkdir()
    assert left_out(tmp_path) == (
        f"{tmp_path}: NOTES, c.YAML (YAML), d.weird, more/ and z.rtf (RTF) are left out: no reader reads such files"
    )
    assert [source.id for source in read_folder(tmp_path)] == ["a", "b"]


def test_a_folder_of_many_other_files_tells_of_some(tmp_path):
    (tmp_path / "a.txt").write_text(PROSE, encoding="utf-8")
    for number in range(50):
        (tmp_path / f"{number:02}.jpg").write_bytes(b"\xff\xd8\xff")
    told = left_out(tmp_path)
    assert told.startswith(f"{tmp_path}: 00.jpg (a picture), 01.jpg (a picture), ")
    assert " and 40 more are left out: " in told
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "x.rtf").write_text(PROSE, encoding="utf-8")
    assert left_out(tmp_path / "one") == (f"{tmp_path / 'one'}: x.rtf (RTF) is left out: no reader reads such files")


def test_a_folder_without_texts_tells_what_it_holds_instead(tmp_path):
    (tmp_path / "x.rtf").write_text(PROSE, encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        read_folder(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path} holds no articles: put *.md or *.txt files there, or others that are read; x.rtf (RTF) is left "
        "out: no reader reads such files"
    )


def test_a_folder_of_folders_tells_how_they_are_read(tmp_path):
    (tmp_path / "one").mkdir()
    advice = "folders in a folder are read with --recursive, or each as a story with --stories"
    assert left_out(tmp_path) == f"{tmp_path}: one/ is left out: {advice}"
    (tmp_path / "x.rtf").write_text(PROSE, encoding="utf-8")
    with pytest.raises(ReadError, match=f"x.rtf .RTF. are left out: no reader reads such files; {advice}"):
        read_folder(tmp_path)

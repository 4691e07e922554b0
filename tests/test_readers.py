"""Files of many formats are read as the same articles, and their words are found again where they stand in the file."""

from __future__ import annotations

import csv
import io
import json
import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import originals
from factdiff import Locator, MissingExtraError, Original, ReadError, Source, check_consistency
from factdiff.reader import from_bytes, read, read_folder
from factdiff.reports._lines import Lines

MISSILES = Path(__file__).parent.parent / "fixtures" / "missiles"
TITLE = "Nine hurt as cars collide on the harbour bridge"
TEXTS = [
    "Nine people were hurt on Tuesday when cars collided on the harbour bridge, the port office said.",
    "The bridge was closed for six hours, and 14 cars were towed away before traffic moved again in the evening.",
    "“We have not seen the like of it,” said Anna Brun, who runs the port office & its 40 boats.",
    "Repairs to the railing are to cost $2 million, and will take until May, according to the town.",
]
WHOLE = "\n\n".join([TITLE, *TEXTS])
#: format -> what has to be installed for it
NEEDED = {"html": "trafilatura", "pdf": "pypdfium2", "parquet": "polars"}


def needs(*modules):
    """Skip the test where an extra, or what writes its files, is not installed."""
    for module in modules:
        pytest.importorskip(module, reason="the extra is not installed")


def one(data, name, **options):
    """The one source in the bytes of a file."""
    (source,) = from_bytes(data, id="a", name=name, **options)
    return source


# five formats


MAKERS = {
    "docx": originals.as_docx,
    "html": originals.as_html,
    "pdf": lambda title, texts: originals.as_pdf(title, texts, header="", page=(420, 500)),
    "json": originals.as_ninjs,
}


def paragraphs(path):
    """The headline and the paragraphs of a text."""
    title, *texts = (" ".join(part.split()) for part in path.read_text(encoding="utf-8").split("\n\n"))
    return title, texts


@pytest.fixture(scope="module")
def five(tmp_path_factory):
    """The folder of a story with one article in each of five formats."""
    needs("trafilatura", "pypdfium2", "docx", "reportlab")
    folder = tmp_path_factory.mktemp("five")
    for path, kind in zip(sorted(MISSILES.glob("*.txt")), ["txt", *MAKERS], strict=True):
        maker = MAKERS.get(kind)
        (folder / f"{path.stem}.{kind}").write_bytes(maker(*paragraphs(path)) if maker else path.read_bytes())
    (folder / "sources.toml").write_bytes((MISSILES / "sources.toml").read_bytes())
    return folder


def words_of_place(path, locator):
    """What a person reads in a file where a locator leads to."""
    if path.suffix == ".html":
        return path.read_text(encoding="utf-8").splitlines()[locator.line - 1]
    if path.suffix == ".docx":
        import docx

        return docx.Document(path).paragraphs[locator.paragraph - 1].text
    if path.suffix == ".pdf":
        import pypdfium2

        return pypdfium2.PdfDocument(path)[locator.page - 1].get_textpage().get_text_bounded()
    return json.loads(path.read_bytes())["body_html"].split("<p>")[locator.paragraph]


def test_a_story_of_five_formats_has_the_findings_of_five_texts(five):
    told, plain = (check_consistency(read_folder(folder)) for folder in (five, MISSILES))
    assert [f.fingerprint for f in told.findings] == [f.fingerprint for f in plain.findings]
    assert [[(e.source, e.surface, e.side) for e in f.evidence] for f in told.findings] == [
        [(e.source, e.surface, e.side) for e in f.evidence] for f in plain.findings
    ]
    assert len(told.findings) > 5
    assert [s.published for s in told.sources] == [s.published for s in plain.sources]


def test_evidence_opens_the_right_place(five):
    report = check_consistency(read_folder(five))
    by_id = {source.id: source for source in report.sources}
    seen = set()
    for evidence in (e for finding in (*report.findings, *report.suspects) for e in finding.evidence):
        source = by_id[evidence.source]
        if source.original is None:
            continue
        locator = source.original.locator(evidence.start)
        path = next(five.glob(f"{source.id}.*"))
        if str(locator) != "headline":
            assert "".join(evidence.surface.split()) in "".join(words_of_place(path, locator).split())
            seen.add(path.suffix)
    assert seen == {".html", ".docx", ".pdf", ".json"}


def test_places_reach_every_format_of_reports(five):
    report = check_consistency(read_folder(five))
    sarif = json.loads(report.as_("sarif"))["runs"][0]
    places = [place for result in sarif["results"] for place in (*result["locations"], *result["relatedLocations"])]
    assert any("line" in p["logicalLocations"][0]["fullyQualifiedName"] for p in places if "logicalLocations" in p)
    assert all(p["physicalLocation"]["artifactLocation"]["uri"].startswith("/") for p in places)
    github = report.as_("github")
    assert f"file={five}/isarblatt.html,line=" in github.replace("%3A", ":")
    for name in ("markdown", "html", "text"):
        assert "page 1, paragraph " in report.as_(name)
    assert type(report).from_dict(json.loads(report.to_json())) == report
    assert pickle.loads(pickle.dumps(report)) == report


# one format each


def formats():
    """Name and bytes of the article in each format that needs no extra."""
    rows = {"text": "\n\n".join(TEXTS), "title": TITLE, "published": "2025-03-06", "id": "a"}
    table = io.StringIO()
    csv.writer(table).writerows([rows.keys(), rows.values()])
    body = "\n\n".join(TEXTS)
    yield "a.txt", WHOLE.encode()
    yield "a.md", f"---\ntitle: '{TITLE}'\ndate: 2025-03-06  # a Thursday\ntags: [a, b]\n---\n{body}".encode()
    yield "toml.md", f'+++\ntitle = "{TITLE}"\ndate = 2025-03-06\n+++\n\n{body}'.encode()
    yield "a.json", originals.as_ninjs(TITLE, TEXTS)
    yield "a.xml", originals.as_newsml(TITLE, TEXTS)
    yield "feed.xml", originals.as_rss((TITLE, TEXTS))
    yield "a.atom", originals.as_atom(TITLE, TEXTS)
    yield "a.eml", originals.as_mail(TITLE, TEXTS)
    yield "page.eml", originals.as_mail(TITLE, TEXTS, html_only=True)
    yield "rows.json", json.dumps([rows]).encode()
    yield "a.jsonl", (json.dumps(rows) + "\n").encode()
    yield "a.csv", table.getvalue().encode()


FORMATS = list(formats())


@pytest.mark.parametrize(("name", "data"), FORMATS, ids=[name for name, _ in FORMATS])
def test_an_article_is_the_same_in_every_format(name, data):
    source = one(data, name)
    assert source.text == WHOLE
    if name != "a.txt":
        assert source.title == TITLE
        assert source.published.isoformat()[:10] == "2025-03-06"


def test_it_is_so_in_word_documents():
    needs("docx")
    source = one(originals.as_docx(TITLE, TEXTS), "a.docx")
    assert source.text == WHOLE
    assert source.published is None
    assert [locator.paragraph for locator in source.original.locators] == [1, 2, 3, 4, 5]


def test_it_is_so_in_pages():
    needs("trafilatura")
    data = originals.as_html(TITLE, TEXTS, "2025-03-06T09:30:00+01:00", "2025-03-09T12:00:00Z")
    source = one(data, "a.html")
    assert source.text == WHOLE
    assert (source.title, source.publisher, source.url) == (TITLE, "The Daily", "https://daily.example/crash")
    assert source.published.isoformat() == "2025-03-06T09:30:00+01:00"
    assert source.original.modified.isoformat() == "2025-03-09T12:00:00+00:00"


def test_it_is_so_in_parquet():
    needs("polars")
    import polars

    frame = polars.DataFrame({"body": ["\n\n".join(TEXTS)], "headline": [TITLE], "day": [date(2025, 3, 6)]})
    columns = {"text": "body", "title": "headline", "published": "day"}
    source = one(originals.saved(frame.write_parquet), "a.parquet", columns=columns)
    assert (source.text, source.published) == (WHOLE, date(2025, 3, 6))


@pytest.mark.parametrize("columns", [1, 2])
def test_it_is_so_in_pdf_without_what_each_page_repeats(columns):
    needs("pypdfium2", "reportlab")
    texts = [f"{letter} {text} {letter}" for letter in "abcdefgh" for text in TEXTS]
    source = one(originals.as_pdf(TITLE, texts, columns=columns, page=(500, 400)), "a.pdf")
    assert " ".join(source.text.split()) == " ".join([TITLE, *texts])
    assert {locator.page for locator in source.original.locators} >= {1, 2, 3}


def test_words_that_a_line_of_a_pdf_parts_are_whole_again():
    needs("pypdfium2", "reportlab")
    from reportlab.pdfgen.canvas import Canvas

    def save(target):
        canvas = Canvas(target, pagesize=(300, 300))
        pages = (
            (
                "Nine minis-",
                "ters left Ulan-",
                "Bator, where short-range weapons were found: short-",
                "range missiles, and",
            ),
            (
                "others of a round-",
                "about kind.",
            ),
        )
        for page in pages:
            for number, text in enumerate(page):
                canvas.drawString(30, 250 - 14 * number, text)
            canvas.showPage()
        canvas.save()

    source = one(originals.saved(save), "a.pdf")
    assert source.text == (
        "Nine ministers left Ulan-Bator, where short-range weapons were found: short-range missiles, and others of a "
        "roundabout kind."
    )
    assert source.original.locator(source.text.index("others")).page == 2


def test_a_feed_holds_several_articles(tmp_path):
    path = tmp_path / "feed.rss"
    path.write_bytes(originals.as_rss((TITLE, TEXTS), ("Another", TEXTS[:2])))
    first, second = read(path)
    assert (first.id, second.id) == ("feed-1", "feed-2")
    assert (first.lang, first.publisher, first.url) == ("en", "The Daily", "https://daily.example/0")
    assert second.text == "\n\n".join(["Another", *TEXTS[:2]])
    assert [source.id for source in check_consistency([path]).sources] == ["feed-1", "feed-2"]


def test_columns_are_named_and_rows_have_their_lines():
    data = f'topic;body;when\r\ncrash;"{TEXTS[0]}\n\n{TEXTS[1]}";2025-03-06\r\ncrash;{TEXTS[2]};\r\n'.encode()
    columns = {"text": "body", "published": "when"}
    first, second = from_bytes(data, id="a", name="a.csv", columns=columns)
    assert first.text == "\n\n".join(TEXTS[:2])
    assert first.original.locators[1] == Locator(len(TEXTS[0]) + 2, paragraph=2, line=2)
    assert second.original.locator(5).line == 5
    assert (first.published, second.published) == (date(2025, 3, 6), None)
    with pytest.raises(
        ReadError, match=r"a\.csv: row 1 has no column 'text', only topic, body, when: name the columns"
    ):
        from_bytes(data, id="a", name="a.csv")


def test_markdown_loses_its_signs_and_the_addresses_of_its_links():
    text = "# Crash\n\nNine **people** were [hurt](https://daily.example/2019/05/04 'x').\n\n- 14 cars\n- two `boats`\n"
    source = one(text.encode(), "a.md")
    assert source.text == "Crash\n\nNine people were hurt.\n\n14 cars\n\ntwo boats"
    assert [locator.line for locator in source.original.locators] == [1, 3, 5, 6]


def test_word_documents_show_what_was_put_in_and_not_what_was_taken_out():
    body = (
        "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>Nine </w:t></w:r><w:del><w:r><w:delText>ten </w:delText></w:r>"
        "</w:del><w:ins><w:r><w:t>people</w:t></w:r></w:ins><w:r><w:tab/><w:t>died.</w:t></w:r></w:p><w:tbl><w:tr><w:tc>"
        "<w:p><w:r><w:t>14</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
    )
    assert one(zipped({"word/document.xml": body}), "a.docx").text == "Nine people died.\n\n14"


def zipped(files):
    """The bytes of a ZIP file."""
    import zipfile

    def save(target):
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in files.items():
                archive.writestr(name, text)

    return originals.saved(save)


# what a file tells of its article


def with_authors():
    """Name, bytes and columns of files of every format that name two writers, and the library that each needs."""
    page = originals.as_html(TITLE, TEXTS)
    linked = page.replace(b'"@type"', b'"author": [{"name": "Anna Brun"}, {"name": "Jon Holm"}], "@type"')
    news = originals.as_newsml(TITLE, TEXTS)
    by = b"<creator literal='Anna Brun'/><creator literal='x:7'><name>Jon Holm</name></creator><headline>"
    atom = originals.as_atom(TITLE, TEXTS)
    writers = (
        b"<author><name>Anna Brun</name><uri>https://a.example</uri></author><author><name>Jon Holm</name></author>"
    )
    feed = originals.as_rss((TITLE, TEXTS))
    creators = b"<author>anna@daily.example (Anna Brun)</author><d:creator xmlns:d='d'>Jon Holm</d:creator><pubDate>"
    body = f"---\n\n{TEXTS[0]}\n"
    yield "linked.html", linked, None, "trafilatura"
    yield "a.xml", news.replace(b"<headline>", by), None, None
    yield "a.atom", atom.replace(b"<published>", writers + b"<published>"), None, None
    yield "a.rss", feed.replace(b"<pubDate>", creators), None, None
    yield (
        "a.json",
        originals.as_ninjs(TITLE, TEXTS).replace(b'"uri"', b'"byline": "Anna Brun; Jon Holm", "uri"'),
        None,
        None,
    )
    yield "a.md", f"---\nauthor: [Anna Brun, 'Jon Holm']\n{body}".encode(), None, None
    yield "list.md", f"---\r\nauthors:\r\n  - Anna Brun\r\n  - Jon Holm\r\n{body}".encode(), None, None
    yield "toml.md", f"+++\nauthors = ['Anna Brun', 'Jon Holm']\n+++\n{TEXTS[0]}".encode(), None, None
    row = {"text": TEXTS[0], "byline": ["Anna Brun", {"name": "Jon Holm"}]}
    yield "a.jsonl", json.dumps(row).encode(), {"authors": "byline"}, None
    yield "a.csv", f'text,authors\n"{TEXTS[0]}",Anna Brun; Jon Holm\n'.encode(), None, None


AUTHORED = list(with_authors())


@pytest.mark.parametrize(("name", "data", "columns", "library"), AUTHORED, ids=[name for name, *_ in AUTHORED])
def test_the_names_of_the_writers_are_kept(name, data, columns, library):
    needs(*filter(None, [library]))
    assert one(data, name, columns=columns).original.authors == ("Anna Brun", "Jon Holm")


def test_the_properties_of_documents_and_the_head_of_mails_name_the_writer():
    needs("docx", "pypdfium2", "reportlab")
    core = "<c:coreProperties xmlns:c='c' xmlns:d='d'><d:creator>Anna Brun; Jon Holm</d:creator></c:coreProperties>"
    body = f"<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>{TEXTS[0]}</w:t></w:r></w:p></w:body></w:document>"
    document = one(zipped({"word/document.xml": body, "docProps/core.xml": core}), "a.docx")
    assert (document.original.authors, document.title) == (("Anna Brun", "Jon Holm"), None)
    assert one(originals.as_mail(TITLE, TEXTS), "a.eml").original.authors == ("Port Office",)
    assert one(originals.as_pdf(TITLE, TEXTS, author="Anna Brun"), "a.pdf").original.authors == ("Anna Brun",)


def test_a_page_names_its_publisher_and_its_own_address():
    needs("trafilatura")
    data = originals.as_html(TITLE, TEXTS)
    published = data.replace(b'"@type"', b'"publisher": {"name": "Daily Press"}, "@type"')
    published = published.replace(b"</head>", b"<meta property='og:url' content='https://m.example/7'></head>")
    source = one(published, "a.html")
    assert (source.publisher, source.url) == ("Daily Press", "https://daily.example/crash")
    assert one(data, "a.html").publisher == "The Daily"  # the site, where no publisher is named
    assert "authors" not in one(data, "a.html").original.to_dict()


def test_reports_keep_the_writers_and_the_address():
    mail = one(originals.as_mail(TITLE, TEXTS), "a.eml")
    report = check_consistency([mail])
    data = json.loads(report.to_json())
    assert data["sources"][0]["original"]["authors"] == ["Port Office"]
    assert type(report).from_dict(data).sources[0].original.authors == ("Port Office",)


# which format


def test_the_content_tells_where_the_ending_does_not():
    for data in (originals.as_ninjs(TITLE, TEXTS), originals.as_newsml(TITLE, TEXTS), originals.as_rss((TITLE, TEXTS))):
        assert one(data, "standard input").text == WHOLE
    with pytest.raises(ReadError, match=r"a\.xml is XML of a kind that is not read: "):
        from_bytes(b"<?xml version='1.0'?><nitf><body>Nine cars.</body></nitf>", id="a", name="a.xml")


def test_a_pdf_is_known_by_its_content():
    needs("pypdfium2", "reportlab")
    assert one(originals.as_pdf(TITLE, TEXTS, header=""), "standard input").text == WHOLE


@pytest.mark.parametrize(
    ("extra", "module", "data"),
    [("html", "trafilatura", b"<p>Nine cars.</p>"), ("pdf", "pypdfium2", b"%PDF-1.7"), ("parquet", "polars", b"PAR1")],
)
def test_without_its_library_a_format_names_its_extra(extra, module, data, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / f"a.{extra}").write_bytes(data)
    with pytest.raises(
        MissingExtraError, match=rf"such as .*a\.{extra}, need .* pip install 'factdiff\[{extra}\]'"
    ) as caught:
        read(tmp_path / f"a.{extra}")
    assert caught.value.extra == extra


def test_no_library_is_loaded_before_its_first_file(tmp_path):
    (tmp_path / "a.txt").write_text(WHOLE, encoding="utf-8")
    heavy = "trafilatura htmldate lxml pypdfium2 polars charset_normalizer markdown_it".split()
    code = (
        "import sys, pathlib, factdiff\nfrom factdiff.reader import read\nread(pathlib.Path(sys.argv[1]))\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path / "a.txt"], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


# dates, addresses, encodings


def test_a_later_change_is_not_what_days_are_counted_from(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(originals.as_ninjs(TITLE, TEXTS, "2025-03-06T10:00:00Z", "2025-03-20T10:00:00Z"))
    report = check_consistency([path])
    assert report.sources[0].original.modified.isoformat() == "2025-03-20T10:00:00+00:00"
    days = [str(m.value) for m in report.mentions if m.surface == "Tuesday"]
    assert days == ["2025-03-04"]
    (tmp_path / "sources.toml").write_text("[a]\npublished = 2025-02-06\n", encoding="utf-8")
    days = [str(m.value) for m in check_consistency(read_folder(tmp_path)).mentions if m.surface == "Tuesday"]
    assert days == ["2025-02-04"]


def test_a_page_of_which_only_the_change_is_known_is_not_dated():
    needs("docx")
    source = one(originals.as_docx(TITLE, TEXTS), "a.docx")
    (note,) = (note for note in check_consistency([source]).notes if note.topic == "undated")
    assert "give the day it was published (that of its last change, " in note.message


def test_addresses_are_refused():
    for address in ("https://daily.example/crash.html", "http://daily.example/", "ftp://daily.example/a.txt"):
        with pytest.raises(ReadError, match="is an address, and nothing is fetched: save the page, and give the file"):
            read(Path(address))


def test_the_commonest_of_several_encodings_that_fit_is_taken():
    text = f"{WHOLE} The café was naïve."
    assert one(text.replace("“", '"').replace("”", '"').encode("cp1252"), "a.txt").text.endswith("The café was naïve.")


ENCODED = [
    ("a.txt", WHOLE.encode("utf-16"), None),
    ("a.txt", WHOLE.encode("utf-8-sig"), None),
    ("a.txt", WHOLE.encode("cp1252"), "its encoding was taken for cp125"),
    ("a.csv", f'text\n"{WHOLE}"'.encode("cp1252"), "its encoding was taken for cp125"),
    ("a.xml", originals.as_newsml(TITLE, TEXTS).decode().replace("UTF-8", "windows-1252").encode("cp1252"), None),
]


@pytest.mark.parametrize(("name", "data", "note"), ENCODED, ids=range(len(ENCODED)))
def test_encodings_are_declared_or_guessed_with_a_note(name, data, note):
    source = one(data, name)
    assert source.text == WHOLE
    notes = [n.message for n in check_consistency([source]).notes if n.topic == "file"]
    assert [note in message for message in notes] == [True] * bool(note)


def test_a_wrong_declaration_is_told():
    needs("trafilatura")
    page = originals.as_html(TITLE, TEXTS).decode()
    latin = one(page.replace("'utf-8'", "'iso-8859-1'").encode("cp1252"), "a.html")
    assert (latin.text, latin.original.notes) == (WHOLE, ())  # as browsers take it
    for declared in ("utf-16", "iso-8859-1"):
        source = one(page.replace("'utf-8'", f"'{declared}'").encode(), "a.html")
        assert source.text == WHOLE
        assert source.original.notes == (f"it is not in {declared}, as it declares, but in UTF-8",)


def test_originals_keep_what_they_say():
    original = Original("pdf", "a.pdf", (Locator(0, page=1), Locator(9, page=2)))
    assert original.locator(8).page == 1
    assert original.locator(9) is original.locators[1]
    assert Original("pdf").locator(3) is None
    source = Source("Nine cars collided.", original=original)
    assert Lines.of(source).place(10) == "page 2"
    with pytest.raises(ValueError, match="original is a str: leave it to the readers of files"):
        Source("Nine cars collided.", original="pdf")

"""Bad files get one clear sentence, in bounded memory; nothing in them is run or fetched."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import originals
from factdiff import FactdiffError, InputError
from factdiff.reader import from_bytes, read

TITLE, TEXTS = "Nine hurt on the bridge", ["Nine cars collided on Tuesday, and two drivers were hurt, the port said."]
#: how much memory, in MB, reading a bad file may take beside that of the libraries
MEMORY = 400


def zipped(files):
    """The bytes of a ZIP file."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return data.getvalue()


def word(body, **others):
    """The bytes of a Word document."""
    return zipped({"word/document.xml": f"<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>", **others})


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "nine cars"}">' for n in range(10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE rss [{ENTITIES}]><rss><channel><item><title>&e9;</title></item></channel></rss>'
FETCHING = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    "<rss><channel><item><title>&x;</title></item></channel></rss>"
)
DEEP = 100_000
#: name of a file -> what it holds, and what is said of it
BAD = {
    "zip.docx": (zipped({"a.txt": "x"}), "it is a ZIP file, but no Word document: give the document that is in it"),
    "text.docx": (b"Nine cars.", "it is no Word document that can be unpacked"),
    "cut.docx": (word("<w:p/>")[:-40], "it is no Word document that can be unpacked"),
    "empty.docx": (word("<w:p/>"), "holds no text of an article"),
    "deep.docx": (word("<w:sdt>" * DEEP + "</w:sdt>" * DEEP), "it is nested more than 200 elements deep"),
    "bomb.docx": (word("<w:p>" + " " * 60_000_000 + "</w:p>"), "its text is larger than 50 MB when it is unpacked"),
    "bomb.xml": (BOMB.encode(), "it declares entities of its own, which are not expanded"),
    "fetching.xml": (FETCHING.encode(), "it declares entities of its own, which are not expanded"),
    "deep.rss": (b"<rss>" + b"<a>" * DEEP, "it is nested more than 200 elements deep"),
    "cut.rss": (originals.as_rss((TITLE, TEXTS))[:-20], "it is not well-formed XML"),
    "none.rss": (b"<rss><channel><title>x</title></channel></rss>", "the feed has no items"),
    "none.newsml": (b"<newsItem><itemMeta/></newsItem>", "no news item in it has a text"),
    "deep.json": (b'{"text":' * DEEP, "it is no JSON that can be read"),
    "cut.json": (originals.as_ninjs(TITLE, TEXTS)[:-3], "it is no JSON that can be read"),
    "numbers.json": (b"[1, 2]", "it holds no list of objects"),
    "cut.jsonl": (b'{"text": "Nine cars."}\n{"text": "Ni', "line 2 is no JSON that can be read"),
    "list.jsonl": (b'["Nine cars."]\n', "line 1 is no object"),
    "ragged.csv": (b"text,day\nNine cars,2024-01-02,3\n", "line 2 has 3 values for 2 columns: correct it"),
    "quoted.csv": (b'text\n"Nine cars\n', "cannot be read"),
    "empty.csv": (b"", "holds no article"),
    "empty.json": (b"", "it is no JSON that can be read"),
    "empty.md": (b"---\ntitle: x\n---\n", "holds a headline and no text"),
    "empty.eml": (b"Subject: x\n\n", "holds a headline and no text"),
    "text.eml": (b"", "it has no head of an e-mail"),
    "attached.eml": (
        b"Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nJVBERg==\n", "the e-mail has no text"
    ),
    "front.md": (b"+++\na = \n+++\nNine cars.\n", "the front matter is not valid TOML"),
}  # fmt: skip
PAGES = {
    "empty.html": (b"", "the page has no text: save the page again once it is shown, or give its text"),
    "script.html": (b"<html><body><script>document.write('Nine cars')</script></body></html>", "the page has no text"),
    "deep.html": (b"<div>" * DEEP + b"Nine cars collided." + b"</div>" * DEEP, None),
    "binary.html": (bytes(range(256)) * 40, None),
    "graph.html": (
        originals.as_html(TITLE, TEXTS * 8).replace(
            b"<head>",
            b"""<head><script type='application/ld+json'>
        {"@graph": null}</script>""",
        ),
        None,
    ),
}


def said(name, data):
    """What is said of a file that is refused, in one sentence."""
    with pytest.raises(InputError) as caught:
        from_bytes(data, id="a", name=name)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(name)
    assert len(str(caught.value)) < 300
    return str(caught.value)


@pytest.mark.parametrize("name", [name for name, (_, words) in BAD.items() if words])
def test_bad_files_are_told_in_a_sentence(name):
    data, words = BAD[name]
    assert words in said(name, data)


@pytest.mark.parametrize("name", [name for name, (_, words) in PAGES.items() if words])
def test_so_are_pages(name):
    pytest.importorskip("trafilatura", reason="the extra is not installed")
    data, words = PAGES[name]
    assert words in said(name, data)


@pytest.mark.parametrize("name", [*BAD, *PAGES])
def test_no_bad_file_is_a_fault(name):
    data, _ = {**BAD, **PAGES}[name]
    try:
        from_bytes(data, id="a", name=name)
    except FactdiffError as error:
        assert str(error)  # noqa: PT017  that it is one of the project's is what is tested


def test_a_page_with_a_strange_description_is_read():
    pytest.importorskip("trafilatura", reason="the extra is not installed")
    (source,) = from_bytes(PAGES["graph.html"][0], id="a", name="a.html")
    assert TEXTS[0] in source.text


def test_bad_pdfs_are_told_in_a_sentence():
    pytest.importorskip("pypdfium2", reason="the extra is not installed")
    pytest.importorskip("reportlab", reason="the extra is not installed")
    from reportlab.lib.pdfencrypt import StandardEncryption

    encrypted = originals.as_pdf(TITLE, TEXTS, encrypt=StandardEncryption("secret"))
    assert "it is encrypted: save it without a password" in said("a.pdf", encrypted)
    assert "it has no text, only pictures of it: recognise its text" in said("a.pdf", scanned())
    whole = originals.as_pdf(TITLE, TEXTS)
    assert "it is no PDF that can be read" in said("a.pdf", whole[: len(whole) // 3])
    assert "it is no PDF that can be read" in said("a.pdf", b"")


def scanned():
    """The bytes of a PDF of two pages with pictures alone."""
    from reportlab.pdfgen.canvas import Canvas

    def save(target):
        canvas = Canvas(target)
        for _ in range(2):
            canvas.rect(50, 50, 300, 300, fill=1)
            canvas.showPage()
        canvas.save()

    return originals.saved(save)


def test_macros_are_not_run_and_told():
    (source,) = from_bytes(word("<w:p><w:r><w:t>Nine cars.</w:t></w:r></w:p>", **{"word/vbaProject.bin": "x"}), id="a",
                           name="a.docm")  # fmt: skip
    assert source.original.notes == ("it has macros, which were not run or read",)


def test_attachments_are_not_opened_and_told():
    (source,) = from_bytes(originals.as_mail(TITLE, TEXTS, attached=("a.exe", "b.pdf")), id="a", name="a.eml")
    assert source.original.notes == ("what is attached to it was not read: a.exe, b.pdf",)


#: reads a file and prints what was said, and the most memory that it took, in kilobytes: that of the process itself,
#: since the usage that the system counts begins with that of the process which started it
PROGRAM = """
import resource, sys
from pathlib import Path
from factdiff.reader import read
resource.setrlimit(resource.RLIMIT_AS, ({limit}, {limit}))
try:
    read(Path(sys.argv[1]))
except Exception as error:
    print(type(error).__name__, error)
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def peak(path):
    """What is said of a file that another process reads, and how much memory that takes, in MB."""
    code = PROGRAM.format(limit=3 << 30)
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True, timeout=60)
    *words, kilobytes = done.stdout.splitlines()
    return " ".join(words), int(kilobytes) // 1024


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell of memory")
@pytest.mark.parametrize("ending", ["html", "pdf", "docx", "csv", "json", "eml", "xml", "md"])
def test_large_files_are_refused_unread(ending, tmp_path):
    path = tmp_path / f"large.{ending}"
    with path.open("wb") as file:
        file.write(b"<html><body><p>Nine cars.</p>")
        file.truncate(210_000_000)
    if ending not in ("html", "csv"):
        with pytest.raises(FactdiffError, match=r"large\.\w+ has 210 MB, more than the \d+ MB that are read"):
            read(path)
        return
    words, memory = peak(path)
    assert words.startswith("ReadError")
    assert "has 210 MB, more than the" in words
    assert memory < MEMORY


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell of memory")
@pytest.mark.parametrize("name", ["bomb.docx", "bomb.xml", "deep.json", "deep.html"])
def test_bombs_take_bounded_memory(name, tmp_path):
    if name.endswith(".html"):
        pytest.importorskip("trafilatura", reason="the extra is not installed")
    (tmp_path / name).write_bytes({**BAD, **PAGES}[name][0])
    _, memory = peak(tmp_path / name)
    assert memory < MEMORY


def test_nothing_is_fetched(tmp_path):
    pytest.importorskip("trafilatura", reason="the extra is not installed")
    page = (
        originals.as_html(TITLE, TEXTS * 8)
        .replace(
            b"<head>", b"<head><link rel='stylesheet' href='http://127.0.0.1:9/x.css'><base href='http://127.0.0.1:9/'>"
        )
        .replace(
            b"<article>", b"<article><img src='http://127.0.0.1:9/x.png'><iframe src='http://127.0.0.1:9/'></iframe>"
        )
    )
    (tmp_path / "a.html").write_bytes(page)
    (tmp_path / "a.xml").write_text(FETCHING, encoding="utf-8")
    code = (
        "import socket, sys, pathlib, json\nfrom factdiff.reader import read\n"
        "def refuse(*args, **kwargs): raise SystemExit('a connection was asked for')\n"
        "socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse\n"
        "print(json.dumps(len(read(pathlib.Path(sys.argv[1])))))\n"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path / "a.html"], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == 1

"""The pages of the documentation, as a site: they load without an error, and ask no other host for anything."""

from __future__ import annotations

import doctest
import functools
import http.server
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import threading
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path

import pytest

import factdiff

ROOT = Path(__file__).parent.parent
LIBRARIES = ("mkdocs", "material", "mkdocstrings", "mkdocstrings_handlers")
pytestmark = pytest.mark.skipif(not all(map(find_spec, LIBRARIES)), reason="what builds the site is not installed")

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync".split()
)
#: elements and attributes by which a page asks for something of itself, without a click
FETCHING = {("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("link", "href")}
#: relations of a page to another, which is not fetched
RELATIONS = {"canonical", "prev", "next", "alternate"}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The folder of the site, built as strictly as the session of the documentation builds it."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def names(folder):
    """The pages of a site, as paths from its root."""
    found = (path.parent.relative_to(folder).as_posix() for path in folder.rglob("index.html"))
    return sorted("" if name == "." else f"{name}/" for name in found)


class Fetched(HTMLParser):
    """The addresses that a page fetches by itself."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "link" and given.get("rel") in RELATIONS:
            return
        self.found += [value for name, value in attrs if (tag, name) in FETCHING and value]


def test_docstrings_are_written_in_markdown():
    path = ROOT / "tools" / "site" / "docstrings.py"
    spec = importlib.util.spec_from_file_location("docstrings", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert doctest.testmod(module) == (0, 1)


def test_every_page_is_there(site):
    pages = {path.stem for path in (ROOT / "docs").glob("*.md")} - {"index"}
    assert names(site) == sorted(["", *(f"{page}/" for page in pages | {"notebook"})])


def test_pages_fetch_nothing_from_elsewhere(site):
    for path in [*site.rglob("*.html")]:
        text = path.read_text(encoding="utf-8")
        fetched = Fetched(text).found
        assert fetched
        assert [one for one in fetched if re.match(r"(?:https?:)?//", one)] == [], path
        assert not re.search(r"@import|fonts\.g|cdn", text), path
    for path in site.rglob("*.css"):
        assert not re.search(r"@import|url\(\s*[\"']?(?:https?:)?//", path.read_text(encoding="utf-8")), path


def test_the_reference_has_every_public_name(site):
    text = (site / "api" / "index.html").read_text(encoding="utf-8")
    missing = [name for name in factdiff.__all__ if f'id="factdiff.{name}"' not in text]
    assert missing == ["__version__"]
    assert not re.search(r":(?:class|func|meth):|&gt;&gt;&gt;</p>", text)


def test_the_notebook_is_shown_with_its_outputs(site):
    text = (site / "notebook" / "index.html").read_text(encoding="utf-8")
    assert "OUTPUTS-OF-CELL" not in text
    assert text.count('<div class="output">') > 4
    assert "<table" in text


@pytest.fixture(scope="module")
def served(site):
    """The address at which the site is served."""
    handler = functools.partial(QuietHandler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files, and tells nothing of it."""

    def log_message(self, format, *args):
        pass


@pytest.fixture(scope="module")
def browser():
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM:
        pytest.skip("there is no Chromium")
    with playwright.sync_playwright() as running:
        chromium = running.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser, served):
    """Opens a page of the site; in the end no error may have been told, and no other host asked."""
    told, asked, context = [], [], browser.new_context(viewport={"width": 1280, "height": 900})

    def open_page(name, until="networkidle"):
        page = context.new_page()
        page.on("console", lambda message: told.append((name, message.type, message.text)))
        page.on("pageerror", lambda error: told.append((name, "error", str(error))))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(served + name, wait_until=until)
        return page

    yield open_page
    context.close()
    assert [one for one in told if one[1] in ("error", "warning")] == []
    assert [url for url in asked if not url.startswith((served, "data:", "blob:"))] == []


def test_every_page_loads_without_an_error_and_fits_a_telephone(site, visit):
    pages = {name: visit(name, "commit") for name in names(site)}  # which all load while the first ones are looked at
    for name, page in pages.items():
        page.wait_for_load_state("networkidle")
        assert page.locator("article h1").count() == 1, name
        page.set_viewport_size({"width": 390, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, name


def test_the_search_finds_a_page(visit):
    page = visit("")
    box = page.locator("input[name=query]")
    box.focus()
    page.get_by_text("Type to start searching").wait_for(state="attached")  # the index is read
    box.press_sequentially("Fellegi Sunter")  # the search looks at the keys
    page.locator(".md-search-result__link[href*='alignment/']").first.wait_for()

"""The page in a real browser: Chromium, driven by Playwright; skipped where either is missing."""

from __future__ import annotations

import json
import os
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest
from attrs import evolve

from factdiff import Config, Source, check_consistency, check_draft
from factdiff.check import checks
from factdiff.reader import read_folder

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium")

ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
(SUSPECT,) = (check for check in checks() if check.name == "suspect")
FIXTURES = Path(__file__).parent.parent / "fixtures"
MISSILES = FIXTURES / "missiles"
HOSTILE = """</script><script>window.hurt=1</script><img src=x onerror='window.hurt=1'>
It flew 900km (500 miles) on Tuesday.
{{ 7 * 7 }} <svg onload='window.hurt=1'></svg> " onmouseover="window.hurt=1" javascript:alert(1) </title></style>"""

#: amounts whose axes need long labels, and days that stand close together
AMOUNTS = tuple(
    f"The tunnel under the strait is {length} long, the builder said.\n\n"
    f"The repair of the harbour wall in Cork cost {cost}, the council said.\n\n"
    f"The flood in the valley destroyed {books} books, the library said.\n\n"
    f"The siege of the bank in Cork lasted for {hours}, police said.\n\n"
    f"The pilot, Ines Falk, {age}, was hurt in the crash on May {day}, 2024. It was built in 2019.\n\n"
    f"Unemployment in Slovenia fell to {share} percent in October. Stocks were {stocks} tonnes of wheat."
    for length, cost, books, hours, age, day, share, stocks in (
        ("40km", "39.75 million euros", "1,250,000", "three hours", "34", "1", "4", "123,456,789"),
        ("31 miles", "€40.25 million", "3,400", "500 minutes", "43", "2", "4.01", "123,456,789"),
    )
)


def as_info(finding):
    return evolve(finding, severity="info")


def as_suspect(finding):
    return evolve(finding, severity="info", check="suspect", why=("same head noun: gash", "both lengths"))


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as running:
        chromium = running.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    missiles = check_consistency(read_folder(MISSILES))
    *_, known, accepted = (finding.fingerprint for finding in missiles.findings)
    hostile = [Source(HOSTILE, id=HOSTILE, title=HOSTILE, publisher=HOSTILE, published="2024-01-04")]
    html = {
        "missiles": missiles.marked(known={known}, accepted={accepted: "It was asked."}).to_html(),
        "schools": check_consistency(SUSPECT.fires.sources()).to_html(),
        "hostile": check_consistency([*hostile, Source("It flew 900km on Tuesday.", published="2024-01-04")]).to_html(),
        "mixed": evolve(missiles, findings=(*missiles.findings[:2], as_info(missiles.findings[2]))).to_html(),
        "amounts": check_consistency(
            Source(text, id=id, published="2024-05-07") for id, text in zip(("north-wire", "b"), AMOUNTS, strict=True)
        ).to_html(),
        "suspects": evolve(missiles, suspects=tuple(as_suspect(finding) for finding in missiles.findings)).to_html(),
        "draft": check_draft(
            Source((FIXTURES / "ferry-draft.txt").read_text(encoding="utf-8"), id="draft", published="2025-09-16"),
            read_folder(FIXTURES / "ferry"),
        ).to_html(),
        "alone": check_consistency(read_folder(FIXTURES / "ferry"), config=Config(sheet=True)).to_html(),
        "notebook": f"<!doctype html><html lang=en><title>x</title><main><h1>x</h1>{missiles._repr_html_()}</main>",
    }
    for name, text in html.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in html}


@pytest.fixture
def visit(browser, pages):
    """Opens a page; in the end no error may have been told, and nothing asked for but the page."""
    told, asked, contexts = [], [], []

    def open_page(name, **options):
        contexts.append(browser.new_context(viewport={"width": 1280, "height": 900}, **options))
        page = contexts[-1].new_page()
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("request", lambda request: asked.append(request.url.partition("#")[0]))
        page.goto(pages[name])
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert told == []
    assert set(asked) <= set(pages.values())


def in_view(page, selector):
    return page.evaluate(
        "selector => { const box = document.querySelector(selector).getBoundingClientRect();"
        " return box.top >= 0 && box.bottom <= innerHeight }",
        selector,
    )


def shown(page, selector):
    return page.locator(selector).locator("visible=true").count()


@pytest.mark.parametrize("with_script", [True, False])
def test_a_finding_leads_to_its_evidence_and_back(visit, with_script):
    page = visit("missiles", java_script_enabled=with_script)
    link = page.locator(".card a.to").first
    target = link.get_attribute("href")
    link.click()
    assert page.url.endswith(target)
    if with_script:
        assert in_view(page, target)
    page.locator(f"{target} a").first.click()
    assert page.url.endswith("#finding-1")
    if with_script:
        assert in_view(page, "#finding-1 h3")


def test_what_is_worth_a_look_stands_apart(visit):
    page = visit("suspects")
    assert page.locator("#suspects h2").text_content() == "Worth a look"
    cards = page.locator("#suspects article")
    assert cards.count() == shown(page, "#suspects article.suspect") > 5
    assert page.locator("#findings .suspect").count() == 0
    assert page.locator("#suspects .card").count() == cards.count()
    assert all("Why: same head noun: gash; both lengths." in text for text in cards.all_text_contents())
    borders = [
        page.locator(one).first.evaluate("card => getComputedStyle(card).borderTopStyle")
        for one in ("#findings .card", "#suspects .card")
    ]
    assert borders == ["solid", "dashed"]
    page.locator("nav a[href='#suspects']").click()
    assert in_view(page, "#suspects h2")
    page.locator("input[value=error]").uncheck()
    assert shown(page, ".suspect") == cards.count()


def test_a_suspect_leads_to_its_evidence_and_back(visit):
    texts = [source.text for source in SUSPECT.fires.sources()]
    page = visit("schools")
    assert page.locator("#findings .card").count() == 0
    for number, words in enumerate(("340", "some 210")):
        link = page.locator("#suspect-1 a.to").nth(number)
        link.click()
        target = link.get_attribute("href")
        assert page.locator(target).text_content() == words
        assert words in texts[number]
        page.locator(target).click()
        assert page.url.endswith("#suspect-1")
        assert in_view(page, "#suspect-1 h3")


def test_without_script_all_is_there_but_the_filters(visit):
    page = visit("missiles", java_script_enabled=False)
    assert shown(page, "#findings .card") == page.locator("#findings .card").count() > 3
    assert shown(page, "table.facts tbody tr") > 10
    assert shown(page, "form.filter") == 0
    assert page.locator("thead button").count() == 0


def test_findings_are_filtered(visit):
    page = visit("missiles")
    every = shown(page, "#findings .card")
    page.locator("input[value=error]").uncheck()
    assert shown(page, "#findings .card") == shown(page, "#findings .card:not(.error)") < every
    page.locator("input[value=error]").check()
    page.locator("input[value=open]").check()
    assert shown(page, "#findings .card") == every - 2
    page.locator("input[value=open]").uncheck()
    page.locator("form[data-filters=findings] [name=words]").fill("380 MILES")
    assert shown(page, "#findings .card") == 1
    assert page.locator("form[data-filters=findings] output").text_content() == f"1 of {every} shown"


def test_a_card_is_shown_as_long_as_one_of_its_findings_is_asked_for(visit):
    page = visit("mixed")
    assert shown(page, "#findings .card") == 1
    assert page.locator(".card > .also > li").count() == 2
    page.locator("input[value=error]").uncheck()
    assert shown(page, "#findings .card") == 1
    page.locator("input[value=info]").uncheck()
    assert shown(page, "#findings .card") == 0


def test_a_link_to_a_hidden_finding_shows_it(visit):
    page = visit("missiles")
    page.locator("input[value=error]").uncheck()
    page.evaluate("location.hash = 'finding-1'")
    page.wait_for_selector("#finding-1", state="visible")


def test_facts_are_filtered_and_sorted(visit):
    page = visit("missiles")
    every = shown(page, "table.facts tbody tr")
    page.locator("select[name=verdict]").select_option("conflicting")
    assert 0 < shown(page, "table.facts tbody tr") == shown(page, "tr.v-conflicting") < every
    page.locator("select[name=verdict]").select_option("")
    page.locator("form[data-filters=facts] [name=words]").fill("yesterday")
    assert shown(page, "table.facts tbody tr") == 1
    page.locator("form[data-filters=facts] [name=words]").fill("")
    head = page.locator("table.facts thead th").nth(1)
    for order in ("ascending", "descending"):
        head.locator("button").press("Enter")
        assert head.get_attribute("aria-sort") == order
        kinds = page.locator("table.facts tbody td:nth-child(2)").all_text_contents()
        assert kinds == sorted(kinds, reverse=order == "descending")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["missiles", "hostile", "notebook", "amounts", "suspects", "alone"])
def test_nothing_is_wider_than_the_page(visit, name, width):
    page = visit(name)
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    cut = page.evaluate("""() => [...document.querySelectorAll("svg text")].filter((text) => {
        const [inner, outer] = [text, text.ownerSVGElement].map((e) => e.getBoundingClientRect());
        return outer.width && (inner.left < outer.left - 1 || inner.right > outer.right + 1);
    }).map((text) => text.textContent)""")
    assert cut == []


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["missiles", "hostile", "notebook", "amounts", "suspects", "alone"])
def test_labels_of_charts_do_not_overlap(visit, name, width):
    page = visit(name)
    page.set_viewport_size({"width": width, "height": 900})
    for details in page.locator("details").all():
        details.evaluate("element => element.open = true")
    labels, overlapping = page.evaluate("""() => {
        const labels = [...document.querySelectorAll("figure, .timeline")].map((chart) =>
            [...chart.querySelectorAll("svg text, figcaption, .bar-label, .unit, .lane-label")].map((label) =>
                [label.textContent, label.getBoundingClientRect()]).filter(([, box]) => box.width));
        const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        return [labels.flat().length, labels.flatMap((some) => some.flatMap(([one, a], n) =>
            some.slice(n + 1).filter(([, b]) => meet(a, b)).map(([two]) => [one, two])))];
    }""")
    assert labels > 5
    assert overlapping == []


def test_amounts_have_their_unit(visit):
    units = set(visit("amounts").locator("figure .unit").all_text_contents())
    assert {"miles", "million euros", "books", "minutes", "years", "percent", "million tonnes"} <= units


def test_words_of_sources_do_nothing(visit):
    page = visit("hostile")
    page.mouse.move(300, 300)
    assert page.evaluate("window.hurt") is None
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 1
    assert "{{ 7 * 7 }}" in page.locator(".text").last.text_content() + page.locator(".text").first.text_content()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["missiles", "hostile", "notebook", "amounts", "suspects", "draft", "alone"])
def test_page_is_accessible(visit, name, scheme):
    if not find_spec("axe_playwright_python"):
        pytest.skip("axe-playwright-python, which brings axe-core, is not installed")
    axe = Path(find_spec("axe_playwright_python").origin).with_name("axe.min.js").read_text(encoding="utf-8")
    page = visit(name, color_scheme=scheme, bypass_csp=True)
    for details in page.locator("details").all():
        details.evaluate("element => element.open = true")
    page.evaluate(axe)
    found = page.evaluate("axe.run({ resultTypes: ['violations'] })")
    grave = [
        (violation["id"], violation["nodes"][0]["html"])
        for violation in found["violations"]
        if violation["impact"] in ("serious", "critical")
    ]
    assert grave == []
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") == (scheme == "dark")


def test_page_prints_what_it_shows(visit):
    page = visit("missiles")
    page.emulate_media(media="print")
    assert shown(page, "#findings .card") > 3
    assert shown(page, "form.filter") == shown(page, "nav") == 0
    assert page.pdf()[:5] == b"%PDF-"


@pytest.mark.parametrize("with_script", [True, False])
def test_a_value_of_the_draft_leads_to_its_row_and_that_to_its_sources(visit, with_script):
    page = visit("draft", java_script_enabled=with_script)
    value = page.locator(".draft .checked").first
    target = value.get_attribute("href")
    value.click()
    assert page.url.endswith(target)
    row = page.locator(target)
    assert value.get_attribute("class").split()[1] in row.get_attribute("class").split()
    page.locator(".row.st-supported a.to").first.click()
    assert page.locator(page.url[page.url.index("#") :]).count() == 1


def test_every_status_has_a_sign_and_a_line_of_its_own(visit):
    page = visit("draft")
    styles = {}
    for value in page.locator(".draft .checked").all():
        status = value.get_attribute("class").split()[1]
        style = value.evaluate("one => getComputedStyle(one).textDecorationStyle")
        styles[status] = (value.locator("sup").first.text_content()[0], style)
    assert len(styles) >= 3
    assert len({sign for sign, _ in styles.values()}) == len(styles)


def test_rows_of_the_sheet_are_filtered_with_their_values(visit):
    page = visit("draft")
    every = shown(page, ".desk .row")
    form = page.locator("form[data-filters=sheet]")
    form.locator("input[value=supported]").uncheck()
    assert shown(page, ".desk .row") == shown(page, ".desk .row:not(.st-supported)") < every
    assert page.locator(".draft .checked.off").count() == page.locator(".draft .checked.st-supported").count() > 0
    form.locator("input[value=supported]").check()
    form.locator("[name=kind]").select_option("date")
    assert 0 < shown(page, ".desk .row") == shown(page, ".desk .row[data-kind=date]") < every
    assert form.locator("output").text_content().endswith(f" of {every} shown")


def test_ticks_are_set_by_key_kept_and_exported(visit):
    page = visit("draft")
    every = shown(page, ".desk .row")
    for key in "jjxjx":
        page.keyboard.press(key)
    assert page.locator(".row.done").count() == 2
    assert page.locator(".ticked").text_content() == f"2 of {every} ticked"
    page.keyboard.press("k")
    page.keyboard.press("x")
    assert page.locator("#row-2.done").count() == 0
    assert page.evaluate("document.activeElement.id") == "row-2"
    page.reload()
    assert [box.is_checked() for box in page.locator("[name=tick]").all()[:3]] == [False, False, True]
    page.locator("input[name=unticked]").check()
    assert shown(page, ".desk .row") == every - 1
    with page.expect_download() as waiting:
        page.locator("button[name=export]").click()
    told = json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))
    assert [one["ticked"] for one in told] == [n == 2 for n in range(every)]
    assert set(told[0]) == {"value", "kind", "status", "ticked"}


def test_without_script_the_sheet_is_whole(visit):
    page = visit("draft", java_script_enabled=False)
    assert shown(page, ".desk .row") == page.locator(".desk .row").count() > 5
    assert shown(page, "form.filter") == shown(page, ".tick") == 0
    assert page.locator(".progress").text_content().split(" values supported")[0].split(" of ")[1].isdigit()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_sheet_fits_the_window(visit, width):
    page = visit("draft")
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    beside = page.evaluate(
        "() => document.querySelector('.rows').getBoundingClientRect().left"
        " > document.querySelector('.draft').getBoundingClientRect().left"
    )
    assert beside == (width > 1000)


def test_what_one_source_alone_tells_leads_to_its_article_and_is_filtered_and_ticked(visit):
    page = visit("alone")
    every = page.locator(".row").count()
    assert every == shown(page, ".row.card") > 10
    assert page.locator(".draft").count() == page.locator(".desk").count() == 0
    link = page.locator(".row h3 a").first
    words = link.text_content()
    link.click()
    target = page.url[page.url.index("#") :]
    assert page.locator(target).text_content() == words
    assert in_view(page, target)
    page.keyboard.press("j")
    page.keyboard.press("x")
    assert page.locator(".ticked").text_content() == f"1 of {every} ticked"
    page.locator("form[data-filters=sheet] [name=kind]").select_option("date")
    assert 0 < shown(page, ".row") == shown(page, ".row[data-kind=date]") < every

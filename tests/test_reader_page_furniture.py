"""What stands around the article of a page is left out, and nothing of the article with it."""

from __future__ import annotations

import pytest

from factdiff.reader import from_bytes
from factdiff.reader.pages import page_boxes
from factdiff.reader.pages.page_boxes import letters_of
from factdiff.reader.pages.page_furniture import is_link, unwrap

pytest.importorskip("trafilatura", reason="the extra is not installed")

TITLE = "Nine hurt as cars collide on the harbour bridge"
TEXTS = [
    "Nine people were hurt on Tuesday when cars collided on the harbour bridge, the port office said.",
    "The bridge was closed for six hours, and 14 cars were towed away before traffic moved again in the evening.",
    "“We have not seen the like of it,” said Anna Brun, who runs the port office and its 40 boats.",
    "Repairs to the railing are to cost $2 million, and will take until May, according to the town.",
    "A ferry took 300 people across while the bridge was closed, at no cost to those who had a ticket for the bus.",
]
OTHER = "Seven boats sank off the northern pier in May"


def page(*inside, head="", around="{}"):
    """A page with its paragraphs, and with something in the midst of them."""
    body = [f"<p>{text}</p>" for text in TEXTS]
    article = "\n".join([*body[:3], *inside, *body[3:]])
    return (
        f"<html><head><title>{TITLE}</title>{head}</head><body><h1>{TITLE}</h1>"
        f"{around.format(f'<div>{article}</div>')}</body></html>"
    ).encode()


def read(data):
    """The paragraphs of the article in a page, without its headline."""
    (source,) = from_bytes(data, id="a", name="a.html")
    return [text for text in source.text.split("\n\n") if text != TITLE]


@pytest.mark.parametrize(
    "inside",
    [
        "<section class='article-sns'><h2>Tell your friends of this article on the bridge</h2></section>",
        "<div class='cookiewall'><p>We keep 40 biscuits on your machine, and ask you to like them.</p></div>",
        "<div id='shareBar'><p>Share this article with the people you know</p></div>",
        f"<div class='inline-recirc'><h2>More of ours</h2><ul><li>{OTHER}</li></ul></div>",
        "<div class='sf_comment'><p>I was there on Tuesday, and I saw 20 people who were hurt.</p></div>",
        "<form class='subscribe'><p>Give us your address, and we write to you on 7 days a week.</p></form>",
        f"<p><a href='/boats'>{OTHER}</a></p>",
        f"<p>Read more: <a href='/boats'>{OTHER}</a></p>",
        f"<ul><li><a href='/boats'>{OTHER}</a></li><li><a href='/pier'>The pier of 1902</a></li></ul>",
        f"<h3>More of ours</h3><ul><li><a href='/boats'>{OTHER}</a></li></ul>",
        f"<p>More of ours:</p><p><a href='/boats'>{OTHER}</a></p>",
        f"<div class='x'><h4>Opinion <a href='/boats'>{OTHER}</a></h4><p>It took 12 men to bring them up.</p></div>",
    ],
)
def test_what_stands_around_an_article_is_left_out(inside):
    assert read(page(inside)) == TEXTS


MENU = "".join(f"<a href='/{n}'>Boats of the year {n}</a> | " for n in range(1901, 1907))
CARD = f"<div><a href='/b'><img src='b.jpg'></a><a href='/b'>{OTHER}</a><p>It took 12 men to bring them up.</p></div>"


@pytest.mark.parametrize(
    "inside",
    [
        "<div style='color: red; display:none'><p>It took 12 men to bring them up, as you may know by now.</p></div>",
        "<section hidden><p>It took 12 men to bring them up, as you may know by now.</p></section>",
        f"<div>{MENU}</div>",
        f"<table><tr><td>{MENU}</td></tr></table>",
        CARD,
        f"<p><b>Of the pier</b><br><a href='/b'>{OTHER}</a><br><a href='/p'>The pier of 1902</a></p>",
        "<p><a href='/boats'>Where did seven boats sink in May?</a></p>",
        f"<table><tr><td><b>To the point:</b> <a href='/b'>{OTHER}</a></td></tr></table>",
    ],
)
def test_what_is_hidden_or_leads_elsewhere_is_left_out(inside):
    assert read(page(inside)) == TEXTS


LONG = " ".join(f"On day {n} of the works, {n} boats passed the bridge." for n in range(20))
NAMED = (
    "Of <a href='/a'>Anna Brun</a>, her brother and 14 others nothing was heard for six hours, the port office said."
)
PHOTO = (
    "<a href='/a'><img src='a.jpg'></a><p>Those who opened the <a href='/b'>bridge</a> in 1902 knew 9 kinds of it.</p>"
)


@pytest.mark.parametrize(
    "inside", [f"<div hidden><p>{LONG}</p></div>", f"<div><p>{NAMED}</p></div>", f"<div>{PHOTO}</div>"]
)
def test_what_may_be_of_the_article_stays(inside):
    assert len(read(page(inside))) > len(TEXTS)


ASKED = "<div><p>You have read 3 of 5 articles for nothing. Sign in, and read on.</p><div>{}</div></div>"
BUTTONS = [
    "<button>In</button>",
    "<a href='javascript:void(0)'>In</a>",
    "<input type='submit'>",
    "<i role='button'>In</i>",
]


@pytest.mark.parametrize("button", BUTTONS)
def test_a_box_with_a_button_behind_the_article_is_left_out(button):
    behind = ASKED.format(button)
    assert read(page(around=f"{{}}{behind}<div><p>{TEXTS[0].replace('Nine', 'Six')}</p></div>"))[:5] == TEXTS
    assert not any("for nothing" in text for text in read(page(around=f"{{}}{behind}")))
    assert any("for nothing" in text for text in read(page(around=f"{{}}{ASKED.format('')}")))


def test_short_posts_with_buttons_stay():
    posts = "".join(
        f"<div class='post'><p>At {n} o'clock, {n} boats were out.</p><button>+</button></div>" for n in "345"
    )
    assert sum("boats were out" in text for text in read(page(around=f"<div>{{}}{posts}</div>"))) == 3
    assert sum("boats were out" in text for text in read(page(posts))) == 3


def test_an_article_in_sections_keeps_those_with_buttons():
    sections = "".join(
        f"<section id='s{n}'><div class='inner'><h2>Part {n}</h2><p>{text}</p><button>Next</button></div></section>"
        for n, text in enumerate(TEXTS)
    )
    data = f"<html><body><h1>{TITLE}</h1><div>{sections}</div></body></html>".encode()
    assert [text for text in read(data) if text in TEXTS] == TEXTS


def test_few_elements_are_looked_at_for_each_button(monkeypatch):
    html = pytest.importorskip("lxml.html")
    seen = []
    monkeypatch.setattr(page_boxes, "letters_of", lambda element: seen.append(element) or letters_of(element))
    bare = "".join(f"<i>Word {n}</i><button>In</button>" for n in range(500))
    boxed = "".join(f"<div class='c{n}'>Word {n}<button>In</button></div>" for n in range(500))
    tree = html.fromstring(f"<html><body><div><p>{TEXTS[1]}</p></div><div>{bare}</div><div>{boxed}</div></body></html>")
    assert len([*page_boxes.boxes(tree)]) == 500
    assert sum(len([*element.iter()]) for element in seen) < 5 * 1000


@pytest.mark.parametrize(
    "inside",
    [
        "Of the nine, <a href='/hospital'>four were taken to the hospital</a> of the town.",
        "<a href='/hospital'>Four of the nine were taken to the hospital of the town, which has 80 beds.</a>",
        "Photograph: <a href='/anna'>Anna Brun</a>",
    ],
)
def test_links_in_the_words_of_an_article_stay(inside):
    found = read(page(f"<p>{inside}</p>"))
    assert len(found) == len(TEXTS) + 1
    assert [text for text in found if text in TEXTS] == TEXTS


@pytest.mark.parametrize("name", ["story social-affairs", "with-comments", "teaser-and-text"])
def test_an_article_in_an_element_of_such_a_name_stays(name):
    assert read(page(around=f"<div class='{name}'>{{}}</div>")) == TEXTS
    assert read(page(around=f"<div class='{name}'><article>{{}}</article></div>")) == TEXTS


def test_a_heading_that_is_linked_to_itself_is_none_of_another_article():
    html = pytest.importorskip("lxml.html")
    own, other = (html.fromstring(f"<h3><a href='{to}'>The office</a></h3>") for to in ("#office", "/office"))
    assert (is_link(own), is_link(other)) == (False, True)


def test_lines_of_a_paragraph_are_one():
    html = pytest.importorskip("lxml.html")
    tree = html.fromstring("<div><p>Nine\npeople <b>were\nhurt</b>\non Tuesday.</p><pre>a\nb<i>c</i>\nd</pre></div>")
    unwrap(tree)
    assert [one.text_content() for one in tree] == ["Nine people were hurt on Tuesday.", "a\nbc\nd"]


def test_days_are_read_in_what_is_left_out():
    stamped = page("<div class='social'><time datetime='2025-03-06'>6 March 2025</time></div>")
    (source,) = from_bytes(stamped, id="a", name="a.html")
    assert str(source.published) == "2025-03-06"

"""Articles written as files of many formats, each as its own libraries write it."""

from __future__ import annotations

import html
import io
import json
from email.message import EmailMessage
from xml.sax.saxutils import escape

#: what stands around the article of a page, and is no part of it
AROUND = (
    "<nav><ul><li><a href='/a'>Home</a></li><li><a href='/b'>Sport</a></li></ul></nav>",
    "<div class='share'><button>Share on Facebook</button></div>"
    "<aside class='related'><h2>Related</h2><a href='/c'>Seven boats sank in May</a></aside>"
    "<footer>Copyright 2019 The Daily. All rights reserved.</footer><script>var hurt = 99;</script>",
)


def as_html(title, paragraphs, published=None, modified=None, url="https://daily.example/crash"):
    """The bytes of a page."""
    data = {"@type": "NewsArticle", "headline": title, "datePublished": published, "dateModified": modified}
    body = "\n".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
    return (
        "<!DOCTYPE html>\n<html lang='en'>\n<head><meta charset='utf-8'>\n"
        f"<title>{html.escape(title)} | The Daily</title>\n"
        f"<meta property='og:title' content='{html.escape(title, quote=True)}'>\n"
        f"<meta property='og:site_name' content='The Daily'>\n<link rel='canonical' href='{url}'>\n"
        f"<script type='application/ld+json'>{json.dumps(data)}</script></head>\n"
        f"<body>{AROUND[0]}<article><h1>{html.escape(title)}</h1>\n{body}\n</article>{AROUND[1]}</body></html>\n"
    ).encode()


def as_docx(title, paragraphs):
    """The bytes of a Word document."""
    import docx

    document = docx.Document()
    document.add_heading(title, 0)
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(document.save)


def saved(save):
    """The bytes that a function writes into a file."""
    target = io.BytesIO()
    save(target)
    return target.getvalue()


def as_pdf(title, paragraphs, *, encrypt=None, page=None, columns=1, header="The Daily, page", author=None):
    """The bytes of a PDF with a header and a number on each page, in columns if asked for."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    def furniture(canvas, document):
        canvas.drawString(50, height - 30, header)
        canvas.drawString(290, 20, str(document.page))

    target, (width, height) = io.BytesIO(), page or A4
    each = (width - 80) / columns
    frames = [Frame(40 + n * each, 40, each, height - 100) for n in range(columns)]
    document = BaseDocTemplate(target, pagesize=(width, height), encrypt=encrypt, author=author)
    document.addPageTemplates([PageTemplate(frames=frames, onPage=furniture)])
    styles = getSampleStyleSheet()
    story = [Paragraph(escape(title), styles["Heading1"])]
    story += [Paragraph(escape(text), styles["BodyText"]) for text in paragraphs]
    document.build(story)
    return target.getvalue()


def as_ninjs(title, paragraphs, first="2025-03-06T10:00:00Z", version="2025-03-06T10:00:00Z"):
    """The bytes of a news item in ninjs."""
    item = {
        "uri": "urn:daily:1", "type": "text", "language": "en", "headline": title, "firstcreated": first,
        "versioncreated": version, "body_html": "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs),
    }  # fmt: skip
    return json.dumps(item).encode()


def as_newsml(title, paragraphs):
    """The bytes of a news item in NewsML-G2."""
    body = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1">'
        "<itemMeta><provider literal='The Wire'/><versionCreated>2025-03-07T08:00:00Z</versionCreated>"
        "<firstCreated>2025-03-06T10:00:00Z</firstCreated></itemMeta>"
        f"<contentMeta><headline>{escape(title)}</headline><language tag='en'/></contentMeta><contentSet>"
        f'<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x'
        f"</title></head><body>{body}</body></html></inlineXML></contentSet></newsItem>"
    ).encode()


def as_rss(*articles):
    """The bytes of a feed with some articles: title and paragraphs each."""
    items = "".join(
        f"<item><title>{escape(title)}</title><link>https://daily.example/{number}</link>"
        f"<pubDate>Thu, 06 Mar 2025 10:00:00 GMT</pubDate>"
        f"<description>{escape(f'<p>{html.escape(paragraphs[0])}</p>')}</description>"
        f"<content:encoded>{escape(''.join(f'<p>{html.escape(text)}</p>' for text in paragraphs))}</content:encoded>"
        "</item>"
        for number, (title, paragraphs) in enumerate(articles)
    )
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>The Daily</title><language>en-gb</language>{items}</channel></rss>"
    ).encode()


def as_atom(title, paragraphs):
    """The bytes of a feed in Atom with one entry in XHTML."""
    body = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Daily</title><entry>'
        f"<title>{escape(title)}</title><link href='https://daily.example/1'/><published>2025-03-06T10:00:00Z"
        "</published><updated>2025-03-07T10:00:00Z</updated>"
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{body}</div></content></entry></feed>'
    ).encode()


def as_mail(title, paragraphs, *, html_only=False, attached=()):
    """The bytes of an e-mail."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Port Office <press@port.example>", "desk@daily.example", title
    message["Date"] = "Thu, 06 Mar 2025 10:00:00 +0000"
    if html_only:
        message.set_content("".join(f"<p>{html.escape(text)}</p>" for text in paragraphs), subtype="html")
    else:
        message.set_content("\n\n".join(paragraphs))
    for name in attached:
        message.add_attachment(b"x", maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()

"""E-mails with press releases: their subject and their words; attachments are not opened."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage

from factdiff.errors import ReadError
from factdiff.reader.articles import Article, numbered
from factdiff.reader.encodings import decoded
from factdiff.reader.markup import paragraphs

ENDINGS = (".eml",)
LARGEST = 50_000_000


def read(data: bytes) -> Iterator[Article]:
    """The article of an e-mail: its plain text, or else that of its HTML."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        body = message.get_body(("plain", "html"))
    except (RecursionError, ValueError, KeyError, AttributeError) as error:
        raise ReadError(f"it is no e-mail that can be taken apart ({error}): save its text as a .txt file") from error
    if not message.keys():
        raise ReadError("it has no head of an e-mail: save its text as a .txt file")
    if not isinstance(body, EmailMessage):
        raise ReadError("the e-mail has no text: give what is attached to it as a file")
    payload = body.get_payload(decode=True)
    text, notes = decoded(payload if isinstance(payload, bytes) else b"", body.get_content_charset())
    attached = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    if attached:
        notes = (*notes, f"what is attached to it was not read: {', '.join(attached[:5])}")
    yield Article(
        paragraphs=numbered(paragraphs(text)),
        title=header(message, "subject"),
        published=header(message, "date"),
        publisher=sender(message),
        authors=sender(message),
        notes=notes,
    )


def header(message: EmailMessage, name: str) -> str | None:
    """A line of the head of an e-mail, or None."""
    return " ".join(str(message.get(name) or "").split()) or None


def sender(message: EmailMessage) -> str | None:
    """The name of the first sender of an e-mail, or None."""
    addresses = getattr(message.get("from"), "addresses", ())
    return next((address.display_name for address in addresses if address.display_name), None)

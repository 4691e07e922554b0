"""The text of bytes: by a byte order mark, by what is declared, as UTF-8, or else by a detector, with a note."""

from __future__ import annotations

import codecs
import re

#: how many bytes a detector needs to tell anything
LEAST = 64
#: how many bytes of a file a detector is shown
SHOWN = 200_000
#: byte order mark -> encoding; that of UTF-32 begins with that of UTF-16
MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
#: the encodings that a detector chooses from, those of the west first
CANDIDATES = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "mac_roman", "shift_jis",
    "euc_jp", "euc_kr", "gb18030", "big5",
)  # fmt: skip
#: encodings that are declared where the wider one of the same signs is meant, as browsers take them
WIDER = {"ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932"}
_HTML = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:-]{2,40})", re.I)
_XML = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:-]{2,40})", re.I)


def by_mark(data: bytes) -> str | None:
    """The encoding that a byte order mark shows, or None."""
    return next((name for mark, name in MARKS.items() if data.startswith(mark)), None)


def declared(data: bytes) -> str | None:
    """The encoding that a page or an XML file declares for itself, or None.

    >>> declared(b'<?xml version="1.0" encoding="windows-1251"?>'), declared(b"<meta charset=utf-8>")
    ('windows-1251', 'utf-8')
    """
    match = _XML.match(data.lstrip()[:200]) or _HTML.search(data[:4096])
    return match[1].decode("ascii", "replace") if match else None


def codec(name: str | None) -> str | None:
    """The name of the codec of an encoding, or None where Python has no such codec of texts."""
    try:
        found = codecs.lookup(name or "")
    except (LookupError, ValueError):
        return None
    return WIDER.get(found.name, found.name) if found._is_text_encoding else None


def decoded(data: bytes, declaration: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of some bytes, and the notes on what was guessed; UnicodeDecodeError where nothing fits.

    A byte order mark comes first, then UTF-8 where signs outside ASCII show it, whatever is declared, then what is
    declared, and last what a detector makes of the bytes.
    """
    mark, name = by_mark(data), codec(declaration)
    if mark:
        text = data.decode(mark, "replace").removeprefix("\ufeff")
        if text.strip() or mark == "utf-8":
            return data.decode(mark).removeprefix("\ufeff"), ()
    wrong = f"it is not in {declaration}, as it declares" if declaration else ""
    if is_utf8(data):
        return data.decode("utf-8"), (f"{wrong}, but in UTF-8",) if wrong and name not in ("utf-8", None) else ()
    if name:
        try:
            return data.decode(name), ()
        except UnicodeDecodeError:
            pass
    found = None if data.isascii() else detected(data)
    if found is None:
        return data.decode("utf-8"), ()
    said = f"its encoding was taken for {found}: check its signs, or save it as UTF-8"
    return data.decode(found, "replace"), (f"{wrong}; {said}" if wrong else said,)


def is_utf8(data: bytes) -> bool:
    """Whether signs outside ASCII show that some bytes are UTF-8."""
    if data.isascii() or b"\0" in data:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def detected(data: bytes) -> str | None:
    """The encoding that a detector takes some bytes to be in, or None where it cannot tell.

    Of several that fit alike it is the first of ``CANDIDATES``.
    """
    if len(data) < LEAST or b"\0" in data:
        return None
    from charset_normalizer import from_bytes

    found = from_bytes(data[:SHOWN], cp_isolation=list(CANDIDATES))
    best = found.best()
    alike = {one.encoding for one in found if best and (one.chaos, one.coherence) == (best.chaos, best.coherence)}
    return next((name for name in CANDIDATES if name in alike), None)

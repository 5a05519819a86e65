"""Turns parts that are text (CSV, plain text, HTML) into documents, and says why others are not read."""

from typing import assert_never

from agent.extract.files.body import body_document, text_blocks
from agent.extract.files.charset import text_of
from agent.extract.files.delimited import is_delimited, read_delimited
from agent.extract.files.sniff import Format
from agent.extract.files.unreadable import named
from agent.facts.documents import Document, Fault, Source, Unread
from agent.facts.mail import Part
from agent.markup import blocks

MAX_BYTES = 5_000_000  # of a text


def read_plain(part: Part, format: Format) -> Document | Unread | None:
    """The rows of a part of one of the text formats; None for what is not for reading."""
    match format:
        case Format.IGNORED | Format.GRAPHIC:
            return None
        case Format.PICTURE:
            return Unread(part=part.name, fault=Fault.NO_TEXT, detail="it is a picture")
        case Format.DELIMITED | Format.TEXT | Format.HTML:
            return _read_text(part, format)
        case (
            Format.STRUCTURED | Format.MESSAGE | Format.UNKNOWN
            | Format.PDF | Format.SHEET | Format.DOCX | Format.ODT | Format.OFD
        ):  # fmt: skip
            detail = f"it is {named(part)}"
            return Unread(part=part.name, fault=Fault.UNKNOWN_FORMAT, detail=detail)
        case _:
            assert_never(format)


def _read_text(part: Part, format: Format) -> Document | Unread:
    if len(part.content) > MAX_BYTES:
        detail = f"{len(part.content)} bytes of text; {MAX_BYTES} are read"
        return Unread(part=part.name, fault=Fault.TOO_LARGE, detail=detail)
    text = text_of(part.content, is_html=format is Format.HTML)
    if not text.strip():
        return Unread(part=part.name, fault=Fault.BROKEN, detail="it is empty")
    if format is Format.DELIMITED or (format is Format.TEXT and is_delimited(text)):
        return read_delimited(part.name, text)
    found = blocks(text) if format is Format.HTML else text_blocks(text)
    document = body_document(found, part=part.name, source=Source.TEXT)
    if not document.rows:
        return Unread(part=part.name, fault=Fault.NO_TEXT, detail="it holds no words")
    return document

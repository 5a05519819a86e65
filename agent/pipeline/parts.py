"""A part of a mail to what it says: data in its own format first, also where a PDF holds it; then pages and text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from agent.extract.pages import DocumentReader
from agent.extract.structured import read_structured
from agent.extract.structured.mt103 import is_mt103, read_mt103
from agent.facts.documents import Document, Fault, Span, Unread
from agent.facts.mail import Block, Line, Part
from agent.facts.readings import StructuredRead

MOST_SCANS = 5  # of one mail
_NUMBER = re.compile(r"\d[\d.,'\u2019]*(?:[ \u00a0\u202f]\d{3}(?!\d)[.,\d]*)*")
_DECIMALS = re.compile(r"(.*\d)[.,](\d{1,2})\Z")
_NO_DIGIT = re.compile(r"\D")
Read = Document | Unread | StructuredRead


def read_parts(parts: Iterable[Part], documents: DocumentReader) -> Iterator[tuple[Part, Read]]:
    """What the parts of a mail say, one that is there twice once; of its pictures the first few are recognised.

    Each of these may take two minutes.
    """
    scans, contents = 0, set[bytes]()
    for part in parts:
        if part.content in contents:
            continue
        contents.add(part.content)
        found = read_part(part, documents, may_recognise=scans < MOST_SCANS)
        yield from ((part, read) for read in found)
        scans += any(isinstance(read, Unread) or _is_recognised(read) for read in found)


def _is_recognised(read: Read) -> bool:
    return isinstance(read, Document) and bool(read.recognised)


def read_part(part: Part, documents: DocumentReader, *, may_recognise: bool = True) -> tuple[Read, ...]:
    """What a part says; nothing for what is not for reading."""
    structured = read_structured(part)
    if structured is not None:
        return (structured,)
    read = documents.read(part, may_recognise=may_recognise)
    if read is None:
        return ()
    is_text = (
        isinstance(read, Document) and not read.recognised
    )  # a picture must be proved: agent/extract/reading/proof.py
    order = printed_order(read) if isinstance(read, Document) and is_text else None
    return (order, *_with_data(read)) if order else _with_data(read)


def pasted_order(own: tuple[Block, ...]) -> StructuredRead | Unread | None:
    """A SWIFT payment order pasted into the mail's own text; lines are those of the body."""
    pieces = ([block.text] if isinstance(block, Line) else [""] * len(block.rows) for block in own)
    text = "\n".join(line.strip() for piece in pieces for line in piece).encode()
    return read_mt103(Part(name="body", content_type="text/plain", content=text)) if is_mt103(text) else None


def printed_order(document: Document) -> StructuredRead | None:
    """A SWIFT payment order on a page or in a letter, as banks print it for the payer; spans show its rows."""
    text = "\n".join(row.text.strip() for row in document.rows)
    found = (
        read_mt103(Part(name=document.part, content_type="", content=text.encode()))
        if is_mt103(text.encode())
        else None
    )
    if not isinstance(found, StructuredRead):
        return None
    payments = (
        replace(payment, evidence=tuple(_on_page(span, document) for span in payment.evidence))
        for payment in found.payments
    )
    return replace(found, payments=tuple(payments))


def _on_page(span: Span, document: Document) -> Span:
    row = document.rows[int(span.box[1]) - 1]
    lefts, tops, rights, bottoms = zip(*(cell.box for cell in row.cells), strict=True)
    return replace(span, page=row.page, box=(min(lefts), min(tops), max(rights), max(bottoms)))


def _with_data(read: Document | Unread) -> tuple[Read, ...]:
    """A PDF's data beside its pages; of an invoice neither counts, and of data that the pages do not show nothing."""
    plain = replace(read, embedded=())
    told = [
        read_structured(Part(name=f"{read.part}/{file.name}", content_type="", content=file.content))
        for file in read.embedded
    ]
    paying = [one for one in told if isinstance(one, StructuredRead) and one.payments]
    copies = [one for one in told if isinstance(one, StructuredRead) and one.is_copy]
    damaged = [one for one in told if isinstance(one, Unread)]
    if isinstance(plain, Document) and paying:
        amounts = [payment.amount for one in paying for payment in one.payments if payment.amount is not None]
        hidden = [amount for amount in amounts if not _shows(plain, amount)]
        if not hidden:
            return (*paying, plain)
        detail = f"its data tells of {hidden[0]}, which its pages do not show"
        return (Unread(part=read.part, fault=Fault.BROKEN, detail=detail),)
    if copies and not paying:
        return tuple(copies)
    if isinstance(plain, Document) and damaged:
        said = (f"{one.part}: {one.detail}" for one in damaged)
        return (replace(plain, warnings=(*plain.warnings, *said)),)
    return (plain,)


def _shows(document: Document, amount: Decimal) -> bool:
    """True where some cell has an amount, whatever parts its thousands; a round one may lack decimals."""
    cells = (cell.text for row in document.rows for cell in row.cells)
    return any(_value(number) == amount for text in cells for number in _NUMBER.findall(text))


def _value(number: str) -> Decimal:
    """A number as people write it: one or two digits after the last point or comma are its decimals."""
    whole, decimals = found.groups() if (found := _DECIMALS.match(number)) else (number, "")
    return Decimal(f"{re.sub(_NO_DIGIT, '', whole)}.{decimals or '0'}")

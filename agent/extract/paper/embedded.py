"""Takes the files out of a PDF that a program can read: XML of e-vouchers and invoices. Runs in the reader process alone."""

from dataclasses import replace
from typing import Any

import pypdfium2

from agent.facts.documents import Document, Embedded, Unread

MOST_FILES = 20
MOST_BYTES = 5_000_000  # of all of them
_LONGEST_NAME = 120
_STARTS = (b"<", b"UNA", b"UNB", b"ISA")


def with_embedded(read: Document | Unread, pdf: Any) -> Document | Unread:
    """The same with the data files in it (ISO 32000-1, 7.11.4); other files in it are named in a warning."""
    found, others = [], []
    room = MOST_BYTES
    for index in range(min(pdf.count_attachments(), MOST_FILES)):
        try:
            attachment = pdf.get_attachment(index)
            name, content = attachment.get_name(), bytes(attachment.get_data())
        except pypdfium2.PdfiumError:
            others.append(f"file {index + 1}")
            continue
        name = "".join(one for one in name if one.isprintable())[-_LONGEST_NAME:] or f"file {index + 1}"
        start = content[:200].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")
        if start.startswith(_STARTS) and len(content) <= room:
            room -= len(content)
            found.append(Embedded(name=name, content=content))
        elif content:
            others.append(name)
    if pdf.count_attachments() > MOST_FILES:
        others.append(f"{pdf.count_attachments() - MOST_FILES} more")
    said = f"it holds files that were not read: {', '.join(others)}" if others else ""
    match read:
        case Document():
            warnings = (*read.warnings, said) if said else read.warnings
            return replace(read, embedded=tuple(found), warnings=warnings)
        case Unread():
            detail = f"{read.detail}; {said}" if said else read.detail
            return replace(read, embedded=tuple(found), detail=detail)

"""Turns what the text and what the pictures of one part say into one document, with a warning for each page unread."""

from dataclasses import replace

from agent.facts.documents import Document, Fault, Unread


def pages_to_recognise(read: Document | Unread) -> tuple[int, ...] | None:
    """The pages of a PDF that are pictures, () for all of them; None where there are none."""
    if isinstance(read, Unread):
        return () if read.fault is Fault.NO_TEXT else None
    return tuple(sorted((*read.unseen, *read.recognised))) or None


def joined(read: Document | Unread, scan: Document | Unread) -> Document | Unread:
    """A PDF's text with what was recognised in its pictures, in the order of the pages.

    A page that was recognised shows all its words: what was taken from it otherwise goes.
    """
    if isinstance(read, Unread):
        return replace(scan, embedded=read.embedded)
    if isinstance(scan, Unread):
        return read
    texts = (row for row in read.rows if row.page not in scan.recognised)
    return replace(
        read,
        rows=tuple(sorted((*texts, *scan.rows), key=lambda row: row.page)),
        unseen=tuple(page for page in read.unseen if page not in scan.recognised),
        recognised=tuple(sorted({*read.recognised, *scan.recognised})),
    )


def warned(read: Document | Unread) -> Document | Unread:
    """With a warning for each page that was not read."""
    if isinstance(read, Unread) or not read.unseen:
        return read
    unread = (f"page {page} is a picture and was not read" for page in read.unseen)
    return replace(read, warnings=(*read.warnings, *unread))

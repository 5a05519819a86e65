"""One geometry for every document: rows of cells on pages, each with the box that it came from."""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom. PDF: points from the page's top left corner. Text: columns and lines (East Asian wide = 2).
Sheets and CSV: column and row, counted from 1, x1 = x0 + 1. HTML tables: likewise."""


class Word(Struct, frozen=True, kw_only=True, gc=False):
    """A run of characters without white space on a PDF page, or in a picture of one."""

    text: str
    box: Box
    confidence: float | None = (
        None  # of the unlikeliest character, 0 to 1; None: it is text, not a picture of it
    )


class Cell(Struct, frozen=True, kw_only=True, gc=False):
    """A piece of a row that stands by itself: a table's cell, or words apart from others by a wide gap."""

    text: str
    box: Box
    confidence: float | None = None  # of its unlikeliest word; None: it is text


class Row(Struct, frozen=True, kw_only=True, gc=False):
    """Cells on one line, left to right. Rows of one format table (HTML, sheet, CSV, ruled PDF) share `table`."""

    cells: tuple[Cell, ...]
    page: int  # from 1; of a workbook the number of the sheet
    table: (
        int | None
    )  # None: columns are known by their boxes alone; else cells stand in their columns, "" for empty

    @property
    def text(self) -> str:
        """The row as one line."""
        return "  ".join(cell.text for cell in self.cells if cell.text)


class Source(StrEnum):
    """What a document was."""

    BODY = "body"
    PDF = "pdf"
    PICTURE = "picture"  # a scan or a photograph; its boxes are points of a page
    SHEET = "sheet"
    CSV = "csv"
    TEXT = "text"


class Fault(StrEnum):
    """Why a part could not be read; for people it is `unreadable_attachment`."""

    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    NO_TEXT = "no_text"  # a picture of a page, or an image
    TOO_LARGE = "too_large"
    TIMED_OUT = "timed_out"
    UNKNOWN_FORMAT = "unknown_format"


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """A file in a PDF that a program can read: XML or EDI."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A part of a mail that was read: `part` names it in every span."""

    part: str  # "body" or the attachment's name
    source: Source
    rows: tuple[Row, ...]
    warnings: tuple[str, ...] = ()  # what of the part could not be read, in words: a person must look there
    embedded: tuple[Embedded, ...] = ()
    unseen: tuple[int, ...] = ()  # pages that are pictures, and were not read
    recognised: tuple[int, ...] = ()  # pages that were read from their pictures: no value of theirs is sure
    may_be_logo: bool = False  # where it tells of no payment, it is nothing to miss


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A part that could not be read, and why."""

    part: str
    fault: Fault
    detail: str
    embedded: tuple[Embedded, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Where a fact stands: the proof of a value. A value without a span is not a value."""

    field: str  # "amount", "currency", "date", "reference", "payer", "method", "invoice", "line.amount" ...
    part: str
    page: int
    box: Box
    text: str  # as it stands there
    confidence: float | None = None  # that a picture says so, 0 to 1; None: it is text


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePicture:
    """A page as it is shown, for a person who looks where a value stands; boxes of spans lie on it."""

    page: int
    width: float  # in the points of the boxes
    height: float
    png: bytes

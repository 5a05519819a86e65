"""Turns one file and what was read of it into a page (HTML) that shows where each value stands, and which checks held."""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, Final

from jinja2 import Environment, Template
from markupsafe import Markup, escape

from agent.cli.explained_values import claims, payment_values
from agent.cli.marks import Line, Mark, Marks, Shown, cell_line, cut, marks_of, shown_rows, text_line
from agent.extract.files.body import body_document
from agent.extract.structured.values import decoded
from agent.facts.documents import Box, Document, PagePicture, Row, Source
from agent.facts.mail import Mail
from agent.facts.readings import Reading

MARKER: Final = "<!-- remitd extract --explain -->"
SHORT: Final = 22  # characters of a cell that is not broken
LETTER: Final = 3.6  # points of a label's letter
MOST_LINES: Final = 400  # of a structured file
LONGEST_LINE: Final = 400  # characters of one
_AROUND: Final = 3  # lines around each that holds a value
# What changes how text looks without being seen: C0 and C1 controls, zero widths, directions (UAX 9), separators.
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A page of a PDF with the marks on it; without a picture its words stand where they were read."""

    number: int
    width: float
    height: float
    picture: str  # a data: URL, "" where it could not be drawn
    rows: tuple[Row, ...]
    marks: tuple[tuple[Mark, float, float], ...]  # with the place of its label


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A part as it is shown: pages, or blocks of lines and tables."""

    name: str
    kind: str
    pages: tuple[Drawn, ...] = ()
    blocks: tuple["Block", ...] = ()
    left_out: int = 0  # pages that hold no value and are not drawn
    warnings: tuple[str, ...] = ()

    @property
    def marks(self) -> Iterator[Mark]:
        """The marks that a person sees in it."""
        yield from (mark for page in self.pages for mark, _, _ in page.marks)
        lines = (line for block in self.blocks for line in block.lines)
        cells = (line for block in self.blocks for _, row in block.table for line in row)
        yield from (mark for line in (*lines, *cells) for piece in line for mark in piece.marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines of text, or the rows of one table; `left_out` rows come before it."""

    lines: tuple[Line, ...] = ()
    table: tuple[tuple[str, tuple[Line, ...]], ...] = ()  # rows: their number, and their cells
    headings: tuple[str, ...] = ()  # of a sheet: A, B, C
    left_out: int = 0


def wanted_pages(document: Document, reading: Reading, most: int) -> list[int]:
    """The pages of a PDF to draw: the first, and those that hold a value."""
    held = {mark.span.page for mark in marks_of(reading) if mark.span.part == document.part}
    return sorted({1, *held})[:most]


def explained(
    line: Mapping[str, Any],
    mail: Mail,
    reading: Reading,
    documents: Sequence[Document],
    structured: Mapping[str, bytes],
    pictures: Mapping[str, Sequence[PagePicture]],
) -> str:
    """The whole page; it needs nothing from elsewhere and runs no scripts.

    `line` is what the file says in the fields of the contract; `structured` are the bytes of files in structured
    formats, and `pictures` those of a PDF's pages, by part.
    """
    marks = marks_of(reading)
    views = [*_views(mail, documents, structured, marks, pictures), *_unread(reading, pictures)]
    return _template().render(
        file=line["file"], customer_id=line["customer_id"], warnings=line["warnings"], mail=mail, reading=reading,
        payments=[payment_values(payment, marks) for payment in reading.payments],
        claims=list(claims(reading, marks)),
        views=views, seen={mark.key for view in views for mark in view.marks},
    )  # fmt: skip


def _views(
    mail: Mail, documents: Sequence[Document], structured: Mapping[str, bytes], marks: Sequence[Mark],
    pictures: Mapping[str, Sequence[PagePicture]],
) -> Iterator[View]:  # fmt: skip
    def of(part: str) -> Marks:
        return Marks(mark for mark in marks if mark.span.part == part)

    subject, body = of("subject"), body_document(mail.body.own)
    if subject.all:
        line = cut(
            mail.subject, [(mark, mark.span.box[0] / max(len(mail.subject), 1)) for mark in subject.all]
        )
        yield View(name="subject", kind="subject", blocks=(Block(lines=(line,)),))
    if body.rows:
        yield View(name="body", kind="text of the mail", blocks=tuple(_blocks(body, of("body"))))
    for document in documents:
        own = of(document.part)
        if document.source is Source.PDF:
            drawn = tuple(_pages(document, own, pictures.get(document.part, ())))
            left_out = len({row.page for row in document.rows} - {page.number for page in drawn})
            kind = "OFD" if document.part.lower().endswith(".ofd") else "PDF"
            yield View(
                name=document.part, kind=kind, pages=drawn, left_out=left_out, warnings=document.warnings
            )
        else:
            blocks = tuple(_blocks(document, own))
            yield View(
                name=document.part, kind=document.source.value, blocks=blocks, warnings=document.warnings
            )
    for name, content in structured.items():
        yield View(name=name, kind="structured file", blocks=tuple(_source(content, of(name))))


def _unread(reading: Reading, pictures: Mapping[str, Sequence[PagePicture]]) -> Iterator[View]:
    """Parts that could not be read, as a person may read them."""
    for unread in reading.unread:
        nothing = Document(part=unread.part, source=Source.PDF, rows=())
        drawn = tuple(_pages(nothing, Marks(()), pictures.get(unread.part, ())))
        yield View(name=unread.part, kind=f"not read: {unread.detail}", pages=drawn)


def _pages(document: Document, marks: Marks, pictures: Sequence[PagePicture]) -> Iterator[Drawn]:
    """The pages that were drawn, and those that hold a mark and could not be."""
    drawn = {picture.page: picture for picture in pictures}
    for number in sorted({*drawn, *(mark.span.page for mark in marks.all)}):
        rows = tuple(row for row in document.rows if row.page == number)
        picture = drawn.get(number)
        boxes = [cell.box for row in rows for cell in row.cells]
        yield Drawn(
            number=number,
            width=picture.width if picture else max((box[2] for box in boxes), default=0.0) + 40.0,
            height=picture.height if picture else max((box[3] for box in boxes), default=0.0) + 40.0,
            picture=f"data:image/png;base64,{b64encode(picture.png).decode()}" if picture else "",
            rows=() if picture else rows,
            marks=tuple((mark, *_label_at(mark, boxes)) for mark in marks.all if mark.span.page == number),
        )


def _label_at(mark: Mark, boxes: Sequence[Box]) -> tuple[float, float]:
    """Where a mark's label stands: to its right where nothing does, else above it."""
    left, top, right, bottom = mark.span.box
    start, end = right + 3.0, right + 5.0 + LETTER * len(mark.label)
    beside = (box for box in boxes if box[1] < bottom and top < box[3])
    if any(box[0] < end and start < box[2] for box in beside):
        return left - 1.0, max(top - 1.6, 6.0)
    return start, bottom - 0.28 * (bottom - top)


def _blocks(document: Document, marks: Marks) -> Iterator[Block]:
    """The rows of a text or of a workbook, those of one table together."""
    together: list[Shown] = []
    for shown in shown_rows(document.rows, marks):
        if together and (shown.row is None or _place(shown) != _place(together[-1])):
            yield _block(together)
            together = []
        if shown.row is None:
            yield Block(left_out=shown.left_out)
        else:
            together.append(shown)
    if together:
        yield _block(together)


def _place(shown: Shown) -> tuple[int, int | None]:
    return (shown.row.page, shown.row.table) if shown.row else (0, None)


def _block(shown: Sequence[Shown]) -> Block:
    rows = [(one.row, one.marks) for one in shown if one.row]
    if rows[0][0].table is None:
        return Block(lines=tuple(_spaced(rows)))
    width = max(int(cell.box[0]) for row, _ in rows for cell in row.cells)
    table = []
    for row, marks in rows:
        cells: list[Line] = [()] * width
        for cell in row.cells:
            cells[int(cell.box[0]) - 1] = cell_line(cell, marks)
        table.append((str(int(row.cells[0].box[1])), tuple(cells)))
    return Block(table=tuple(table), headings=tuple(map(_letters, range(1, width + 1))))


def _spaced(rows: Sequence[tuple[Row, Sequence[Mark]]]) -> Iterator[Line]:
    """Lines of text, with an empty one where the text has some."""
    below = rows[0][0].cells[0].box[3]
    for row, marks in rows:
        if row.cells[0].box[1] > below + 0.5:
            yield ()
        below = row.cells[0].box[3]
        yield text_line(row, marks)


def _letters(column: int) -> str:
    """The name of a sheet's column."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _source(content: bytes, marks: Marks) -> Iterator[Block]:
    """The lines of a structured file around its values; of X12 its segments."""
    text = decoded(content).lstrip()
    end = text[105:106] if text.startswith("ISA") else ""
    lines = [
        line.strip("\r\n") for line in (text.split(end) if end and not end.isalnum() else text.split("\n"))
    ]
    held: dict[int, list[Mark]] = {}
    for mark in marks.all:
        held.setdefault(int(mark.span.box[1]) - 1, []).append(mark)
    kept = sorted(
        {near for at in held for near in range(at - _AROUND, at + _AROUND + 1)} | set(range(_AROUND))
    )
    before, together = -1, list[Line]()
    for index in [index for index in kept if 0 <= index < len(lines)][:MOST_LINES]:
        if index > before + 1:
            yield Block(lines=tuple(together))
            yield Block(left_out=index - before - 1)
            together = []
        together.append(_shortened(cut(lines[index], [(mark, 0.0) for mark in held.get(index, ())])))
        before = index
    yield Block(lines=tuple(together))
    if before < len(lines) - 1:
        yield Block(left_out=len(lines) - 1 - before)


def _shortened(line: Line) -> Line:
    """A long line with what stands between its marks left out."""
    most = LONGEST_LINE // 2
    return tuple(
        piece if piece.marks or len(piece.text) <= 2 * most
        else replace(piece, text=f"{piece.text[:most]} … {piece.text[-most:]}")
        for piece in line
    )  # fmt: skip


def is_running(line: Line) -> bool:
    """True for a line of text that may be broken: it has no columns."""
    return not any(piece.text.isspace() for piece in line)


def is_short(line: Line) -> bool:
    """True for a cell whose number or word stays whole."""
    return sum(len(piece.text) for piece in line) <= SHORT


def visible(text: object) -> Markup:
    """Text as HTML, with a sign for each character that is not seen."""
    return Markup(_UNSEEN.sub(lambda found: f'<i class="unseen">{_name(found)}</i>', str(escape(text))))  # noqa: S704  escaped


def plain(text: object) -> str:
    """The same for places that hold no elements."""
    return _UNSEEN.sub(lambda found: f"[{_name(found)}]", str(text))


def _name(found: re.Match[str]) -> str:
    return f"U+{ord(found[0]):04X}"


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(visible=visible, plain=plain)
    environment.tests.update(running=is_running, short=is_short)
    environment.globals["marker"] = Markup(MARKER)  # noqa: S704  our own words
    return environment.from_string(files("agent.cli").joinpath("explained.html").read_text(encoding="utf-8"))

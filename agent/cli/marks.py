"""Turns the evidence of a reading into marks, and the rows of a document into text with those marks in it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Final

from agent.extract.text.setting import folded_text
from agent.facts.documents import Cell, Row, Span
from agent.facts.readings import Reading

KINDS: Final = {
    "amount": "amount", "line.amount": "paid", "line.gross": "gross", "line.invoice": "invoice", "invoice": "invoice",
    "line.discount": "discount", "line.deduction": "deduction", "reason": "deduction", "date": "date", "due_date": "date",
    "reference": "reference", "payer": "payer", "payer_account": "payer", "payee": "payer", "method": "method",
    "currency": "currency",
}  # fmt: skip
MOST_ROWS: Final = 400  # of a part that are shown
_FIRST, _AROUND = 30, 2  # rows shown from the top, and around each that holds a mark
_NEAR = 0.06  # in the units of a box: spans are rounded


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A place that proves one value or several."""

    key: str
    spans: tuple[Span, ...]  # of one place; each has its field

    @property
    def span(self) -> Span:
        """The place."""
        return self.spans[0]

    @property
    def fields(self) -> tuple[str, ...]:
        """What it proves."""
        return tuple(dict.fromkeys(span.field for span in self.spans))

    @property
    def kind(self) -> str:
        """What gives it its colour."""
        return KINDS.get(self.fields[0], "other")

    @property
    def label(self) -> str:
        """What it proves; lines of a list are known by their colours alone."""
        return ", ".join(name for name in self.fields if "." not in name and name != "invoice")

    @property
    def title(self) -> str:
        """What it proves, and what stands there."""
        return f"{', '.join(self.fields)}: {self.span.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text, and what it proves."""

    text: str
    marks: tuple[Mark, ...] = ()


Line = tuple[Piece, ...]


def marks_of(reading: Reading) -> list[Mark]:
    """Every place that proves something, once, in the order in which the reading tells of it."""
    evidence = [payment.evidence for payment in reading.payments]
    evidence += [dispute.evidence for dispute in reading.disputes]
    evidence += [promise.evidence for promise in reading.promises]
    places: dict[Span, dict[Span, None]] = {}
    for span in (span for spans in evidence for span in spans):
        places.setdefault(replace(span, field=""), {})[span] = None
    return [
        Mark(key=f"m{number}", spans=tuple(spans)) for number, spans in enumerate(places.values(), start=1)
    ]


class Marks:
    """The marks of one part, found by the row that they stand in."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self.all = tuple(marks)
        self._by_line: defaultdict[tuple[int, int], list[Mark]] = defaultdict(list)
        for mark in self.all:
            self._by_line[mark.span.page, round(mark.span.box[1])].append(mark)

    def on(self, row: Row) -> list[Mark]:
        """Those in the cells of a row."""
        lines = sorted({round(cell.box[1]) + off for cell in row.cells for off in (-1, 0, 1)})
        near = (mark for line in lines for mark in self._by_line.get((row.page, line), ()))
        return [mark for mark in near if any(holds(cell, mark) for cell in row.cells)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A row that is shown, or how many are left out."""

    row: Row | None
    marks: tuple[Mark, ...] = ()
    left_out: int = 0


def shown_rows(rows: Sequence[Row], marks: Marks) -> list[Shown]:
    """The first rows of a part, the last one, and those around each mark."""
    held = {index: found for index, row in enumerate(rows) if (found := marks.on(row))}
    wanted = {near for index in held for near in range(index - _AROUND, index + _AROUND + 1)}
    wanted |= {*range(_FIRST), len(rows) - 1}
    kept = [index for index in sorted(wanted) if 0 <= index < len(rows)][:MOST_ROWS]
    shown: list[Shown] = []
    for before, index in zip([-1, *kept], [*kept, len(rows)], strict=True):
        if index > before + 1:
            shown.append(Shown(row=None, left_out=index - before - 1))
        if index < len(rows):
            shown.append(Shown(row=rows[index], marks=tuple(held.get(index, ()))))
    return shown


def holds(cell: Cell, mark: Mark) -> bool:
    """Whether a mark stands in a cell."""
    (left, top, right, bottom), box = mark.span.box, cell.box
    if top == bottom:  # a line is all that is known
        return abs(top - box[1]) < _NEAR and "".join(mark.span.text.split()) in "".join(cell.text.split())
    is_level = abs(top - box[1]) < _NEAR and abs(bottom - box[3]) < _NEAR
    return is_level and box[0] - _NEAR <= left and right <= box[2] + 1.0 and left < box[2]


def cell_line(cell: Cell, marks: Iterable[Mark]) -> Line:
    """The text of a cell, with the marks that stand in it."""
    own = [mark for mark in marks if holds(cell, mark)]
    return cut(cell.text, [(mark, _share(cell, mark)) for mark in own])


def text_line(row: Row, marks: Iterable[Mark]) -> Line:
    """A row of running text, its cells in their columns."""
    pieces: list[Piece] = []
    column = 1.0
    for cell in row.cells:
        gap = max(round(cell.box[0] - column), 1 if pieces else 0)
        pieces += [Piece(text=" " * min(gap, 80))] if gap else []
        pieces += cell_line(cell, marks)
        column = cell.box[2]
    return tuple(pieces)


def _share(cell: Cell, mark: Mark) -> float:
    width = max(cell.box[2] - cell.box[0], 0.01)
    return (mark.span.box[0] - cell.box[0]) / width


def cut(text: str, marks: Sequence[tuple[Mark, float]]) -> Line:
    """A text in pieces. Each mark is where its words stand nearest to its share of the way, or on all of the text."""
    places = sorted(
        ((*_place(text, mark.span.text, share), mark) for mark, share in marks), key=itemgetter(0, 1)
    )
    joined: list[tuple[int, int, list[Mark]]] = []
    for start, end, mark in places:
        if joined and start < joined[-1][1]:
            first, last, together = joined[-1]
            joined[-1] = (first, max(last, end), [*together, mark])
        else:
            joined.append((start, end, [mark]))
    return tuple(_pieces(text, joined))


def _pieces(text: str, places: Sequence[tuple[int, int, list[Mark]]]) -> Iterator[Piece]:
    at = 0
    for start, end, marks in places:
        if start > at:
            yield Piece(text=text[at:start])
        yield Piece(text=text[start:end], marks=tuple(marks))
        at = end
    if at < len(text):
        yield Piece(text=text[at:])


def _place(text: str, wanted: str, share: float) -> tuple[int, int]:
    words = r"\s+".join(map(re.escape, wanted.split()))
    found = [match.span() for match in re.finditer(words, text)] if words else []
    if not found and words and folded_text(wanted) == wanted:
        found = [match.span() for match in re.finditer(words, text.translate(_WIDE))]
    if not found:
        return 0, len(text)
    return min(found, key=lambda span: abs(span[0] - share * len(text)))


_WIDE: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0xA0: " ", 0xFFE5: "¥"}

"""Turns words and drawn lines of a page into rows, with ruled cells whole where the words alone mislead."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from agent.extract.paper import geometry
from agent.extract.paper.boxes import united
from agent.extract.paper.grids import NEAR, tables_of
from agent.extract.paper.rulings import Edge
from agent.facts.documents import Box, Cell, Row, Word

LEAST_COLUMNS = 3  # fewer are a form: labels and values
MOST_LINES = 12  # in one cell; more is a frame around a page
LONGEST_LABEL = 24  # characters of a label beside the rows that it spans

SLACK = 1.5  # letters by which a measured room may be wrong

_HANZI = re.compile("[\u3000-\u9fff\uf900-\uffef]")
_PIECE = re.compile("[\u3000-\u9fff\uf900-\uffef][，。、；：）】]*|[^\\s\u3000-\u9fff\uf900-\uffef]+")


class _Held(Struct, frozen=True, kw_only=True, gc=False):
    """A ruled cell and the lines of words in it."""

    frame: Box
    words: tuple[Word, ...]
    lines: tuple[Row, ...]

    @property
    def is_paragraph(self) -> bool:
        """Its lines stand under each other; a stamp over a cell does not."""
        if len(self.lines) < 2:
            return True
        lefts = [line.cells[0].box[0] for line in self.lines]
        rights = [line.cells[-1].box[2] for line in self.lines]
        return max(lefts) < min(rights)

    @property
    def is_list(self) -> bool:
        """Digits stand in more than one of its lines."""
        return sum(any(map(str.isdigit, line.text)) for line in self.lines) > 1

    @property
    def is_flow(self) -> bool:
        """Each line but the last ends for want of room: they are one text."""
        if len(self.lines) > MOST_LINES or not self.lines:
            return False
        boxes = [united(cell.box for cell in line.cells) for line in self.lines]
        padding = max(min(box[0] - self.frame[0] for box in boxes), 0.0)
        room = self.frame[2] - self.frame[0] - 2 * padding
        return all(
            room - (box[2] - box[0]) < _first_piece(below)
            for box, below in zip(boxes, self.lines[1:], strict=False)
        )

    @property
    def cell(self) -> Cell:
        return _whole(self.lines, self.frame)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Band:
    """What stands between two level lines of a table."""

    own: tuple[_Held, ...]  # cells that begin and end here
    labels: tuple[_Held, ...]  # labels that span this band and others

    @property
    def is_wrapped(self) -> bool:
        """Some cell holds several lines of one record.

        Of several records between two rules every cell has several lines, some with digits in each; a wrapped
        record has a cell of one line (its number, its amount), and a wrapped heading has no digits.
        """
        full = [held for held in self.own if held.lines]
        counts = [len(held.lines) for held in full]
        if len(full) < 2 or not 1 < max(counts) <= MOST_LINES:
            return False
        if not all([held.is_paragraph for held in full if len(held.lines) > 1]):
            return False
        return min(counts) == 1 or not any(held.is_list for held in full)

    @property
    def is_field(self) -> bool:
        """Of a form: some text of it goes on in a second line of its cell, and none is a list."""
        full = [held for held in self.own if held.lines]
        wraps = any(len(held.lines) > 1 for held in full)
        return wraps and all(len(held.lines) == 1 or (held.is_flow and held.is_paragraph) for held in full)

    @property
    def is_record(self) -> bool:
        most = max([len(held.lines) for held in self.own], default=0)
        return most == 1 or (most > 1 and self.is_wrapped)


def page_rows(words: Sequence[Word], edges: Sequence[Edge], page: int, last_table: int) -> list[Row]:
    """The rows of a page: no cell crosses an upright line, and ruled cells decide where words mislead.

    They do where a cell of a table of three or more columns wraps: its rows get a `table` number after
    `last_table`; where a text of a form goes on in the next line; and where a label spans several rows: it is
    repeated on each. No word is lost.
    """
    walls = tuple(sorted((edge.at, edge.start, edge.end) for edge in edges if not edge.level))
    levels = _levels(words)
    if not _may_matter(levels, edges):
        return list(geometry.rows(words, page, walls))
    made: list[Row] = []
    fields: list[Row] = []
    labels: list[_Held] = []
    taken: list[_Held] = []
    for frames in tables_of(edges):
        cells = _filled(frames, levels)
        bands = _bands(cells)
        beside = list(dict.fromkeys(label for band in bands for label in band.labels))
        if _is_list(frames, bands):
            last_table += 1
            lefts = sorted({frame[0] for frame in frames})
            for band in filter(lambda band: band.is_record, bands):
                made.append(_record(band, lefts, page, last_table))
                taken += (*band.own, *band.labels)
        else:
            labels += beside
            taken += beside
            for band in filter(lambda band: band.is_field, bands):
                fields.append(_field(band, page))
                taken += band.own
    placed = {id(word) for held in taken for word in held.words}
    rest = geometry.rows([word for word in words if id(word) not in placed], page, walls)
    return sorted([*made, *_labelled([*rest, *fields], labels, page)], key=_row_middle)


def _levels(words: Sequence[Word]) -> dict[float, list[Word]]:
    """The words by the height of their middle, from the top."""
    levels: defaultdict[float, list[Word]] = defaultdict(list)
    for word in words:
        _, top, _, bottom = word.box
        levels[(top + bottom) / 2].append(word)
    return dict(sorted(levels.items()))


def _may_matter(levels: Mapping[float, Sequence[Word]], edges: Sequence[Edge]) -> bool:
    """Whether two lines of words stand between two level edges, or a level edge ends inside a table."""
    rules = [edge for edge in edges if edge.level]
    if len(rules) < 2 or len(rules) == len(edges):
        return False
    if len({(edge.start // NEAR, edge.end // NEAR) for edge in rules}) > 1:
        return True
    tops = sorted({round(edge.at, 1) for edge in rules})
    heights = [(middle, on[-1].box[3] - on[-1].box[1]) for middle, on in levels.items()]
    return any(
        bisect_right(tops, one) == bisect_right(tops, other) and 2 * (other - one) > min(height, lower)
        for (one, height), (other, lower) in pairwise(heights)
        if tops[0] < one and other < tops[-1]
    )


def _filled(frames: Sequence[Box], levels: Mapping[float, Sequence[Word]]) -> list[_Held]:
    """The cells with the words whose middle is in them; no two cells of a table overlap."""
    inside: list[list[Word]] = [[] for _ in frames]
    bands: defaultdict[tuple[float, float], list[tuple[float, float, list[Word]]]] = defaultdict(list)
    for (left, top, right, bottom), held in zip(frames, inside, strict=True):
        bands[top, bottom].append((left, right, held))
    middles = list(levels)
    for (top, bottom), cells in bands.items():
        cells.sort(key=itemgetter(0))
        lefts = [left for left, _, _ in cells]
        for middle in middles[bisect_left(middles, top) : bisect_left(middles, bottom)]:
            for word in levels[middle]:
                across = (word.box[0] + word.box[2]) / 2
                at = bisect_right(lefts, across) - 1
                if at >= 0 and across < cells[at][1]:
                    cells[at][2].append(word)
    return [
        _Held(frame=frame, words=tuple(held), lines=_lines_in(held))
        for frame, held in zip(frames, inside, strict=True)
    ]


def _lines_in(words: Sequence[Word]) -> tuple[Row, ...]:
    """The lines of a cell; of several, each is one text."""
    lines = geometry.lines(words) if len(words) > 1 else []
    if len(lines) < 2 or 1 in [len(word.text) for word in words]:
        return geometry.rows(words, 1)
    return tuple([geometry.whole_row(line, 1) for line in lines])


def _bands(cells: Sequence[_Held]) -> list[_Band]:
    tops = sorted({held.frame[1] for held in cells})
    ends = [*tops[1:], max(held.frame[3] for held in cells)]
    own: list[list[_Held]] = [[] for _ in tops]
    beyond: list[list[_Held]] = [[] for _ in tops]  # labels that go on below
    last: list[list[_Held]] = [[] for _ in tops]  # labels that end here
    for held in cells:
        _, top, _, bottom = held.frame
        first = bisect_left(tops, top)
        if bottom <= ends[first]:
            own[first].append(held)
        elif _is_label(held):
            for at in range(first, bisect_left(tops, bottom)):
                if bottom > ends[at]:
                    beyond[at].append(held)
                elif bottom == ends[at]:
                    last[at].append(held)
    spans = map(list.__add__, beyond, last)
    return [_Band(own=tuple(a), labels=tuple(b)) for a, b in zip(own, spans, strict=True)]


def _is_label(held: _Held) -> bool:
    text = held.cell.text
    return 0 < len(text) <= LONGEST_LABEL and not any(map(str.isdigit, text)) and held.is_paragraph


def _is_list(frames: Sequence[Box], bands: Sequence[_Band]) -> bool:
    """A table of records: most bands have a cell of their own in each column, and some record wraps."""
    columns = len({frame[0] for frame in frames})
    whole = sum(len(band.own) + len(band.labels) == columns for band in bands)
    return columns >= LEAST_COLUMNS and 2 * whole >= len(bands) > 1 and any(band.is_wrapped for band in bands)


def _record(band: _Band, lefts: Sequence[float], page: int, table: int) -> Row:
    by_left = {held.frame[0]: held for held in (*band.labels, *band.own)}
    top, bottom = band.own[0].frame[1], band.own[0].frame[3]
    cells = [
        by_left[left].cell if left in by_left else Cell(text="", box=(left, top, left, bottom))
        for left in lefts
    ]
    return Row(cells=tuple(cells), page=page, table=table)


def _field(band: _Band, page: int) -> Row:
    """A row of a form: what goes on in a second line is one cell."""
    cells = [
        cell
        for held in band.own
        for cell in ((held.cell,) if len(held.lines) > 1 else (held.lines[0].cells if held.lines else ()))
    ]
    return Row(cells=tuple(sorted(cells, key=lambda cell: cell.box[0])), page=page, table=None)


def _first_piece(line: Row) -> float:
    """How wide the first piece of a line is that can't be parted: a word, or one hanzi."""
    text, box = line.cells[0].text, line.cells[0].box
    found = _PIECE.match(text)
    letters = sum(2 if _HANZI.match(one) else 1 for one in text)
    first = found[0] if found else text
    width = (box[2] - box[0]) / max(letters, 1)
    return width * (sum(2 if _HANZI.match(one) else 1 for one in first) + SLACK)


def _labelled(rows: Sequence[Row], labels: Sequence[_Held], page: int) -> list[Row]:
    """Rows with the labels that span them; a label beside no row is a row of its own."""
    rows = list(rows)
    for label in labels:
        spanned = [at for at, row in enumerate(rows) if label.frame[1] <= _row_middle(row) < label.frame[3]]
        for at in spanned:
            cells = sorted([*rows[at].cells, label.cell], key=lambda cell: cell.box[0])
            rows[at] = replace(rows[at], cells=tuple(cells))
        if not spanned:
            rows.append(Row(cells=(label.cell,), page=page, table=None))
    return rows


def _whole(lines: Sequence[Row], frame: Box) -> Cell:
    """The lines of a ruled cell as one cell."""
    if not lines:
        return Cell(text="", box=frame)
    if len(lines) == len(lines[0].cells) == 1:
        return lines[0].cells[0]
    texts = [" ".join([cell.text for cell in line.cells]) for line in lines]
    boxes = [united([cell.box for cell in line.cells]) for line in lines]
    whole = texts[0]
    for above, below, box in zip(texts, texts[1:], boxes, strict=False):
        whole += ("" if _breaks_inside(above, below, box, frame) else " ") + below
    return Cell(text=whole, box=united(boxes))


def _breaks_inside(above: str, below: str, box: Box, frame: Box) -> bool:
    """Whether a line ends inside a word: at a hyphen, a slash or a hanzi, or in a number for want of room."""
    if above[-1] in "-/" or (_HANZI.match(above[-1]) and _HANZI.match(below[0])):
        return True
    has_digits = any(map(str.isdigit, above)) and any(map(str.isdigit, below))
    if not has_digits or " " in above or " " in below:
        return False
    letter = (box[2] - box[0]) / len(above)
    padding = max(box[0] - frame[0], 0.0)
    return frame[2] - box[2] < 1.2 * letter + 1.5 * padding


def _row_middle(row: Row) -> float:
    boxes = [cell.box for cell in row.cells if cell.text]
    return (min([top for _, top, _, _ in boxes]) + max([bottom for _, _, _, bottom in boxes])) / 2

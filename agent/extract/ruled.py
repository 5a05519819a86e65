"""Turns words and drawn lines of a page into rows, with ruled cells whole where the words alone mislead."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from agent.extract import geometry
from agent.extract.rulings import Edge, Point
from agent.facts.documents import Box, Cell, Row, Word

NEAR = 3.0  # points that edges may miss each other by
LEAST_COLUMNS = 3  # fewer are a form: labels and values
MOST_CELLS = 3_000  # pdfplumber takes 0.1 s for 1,200 cells, 1.3 s for 5,000, 19 s for 20,000
MOST_LINES = 12  # in one cell; more is a frame around a page
LONGEST_LABEL = 24  # characters of a label beside the rows that it spans

SLACK = 1.5  # letters by which a measured room may be wrong

_HANZI = re.compile("[\u3000-\u9fff\uf900-\uffef]")
_PIECE = re.compile("[\u3000-\u9fff\uf900-\uffef][，。、；：）】]*|[^\\s\u3000-\u9fff\uf900-\uffef]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """A ruled cell and the lines of words in it."""

    frame: Box
    words: tuple[Word, ...]
    lines: tuple[Row, ...]

    @property
    def is_paragraph(self) -> bool:
        """Its lines stand under each other; a stamp over a cell does not."""
        spans = [(line.cells[0].box[0], line.cells[-1].box[2]) for line in self.lines]
        return not spans or max(left for left, _ in spans) < min(right for _, right in spans)

    @property
    def is_list(self) -> bool:
        """Digits stand in more than one of its lines."""
        return sum(any(map(str.isdigit, line.text)) for line in self.lines) > 1

    @property
    def is_flow(self) -> bool:
        """Each line but the last ends for want of room: they are one text."""
        if len(self.lines) > MOST_LINES or not self.lines:
            return False
        boxes = [geometry.united(cell.box for cell in line.cells) for line in self.lines]
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
        if len(full) < 2 or not 1 < max(counts) <= MOST_LINES or not all(held.is_paragraph for held in full):
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
        return any(held.lines for held in self.own) and (
            self.is_wrapped or all(len(held.lines) < 2 for held in self.own)
        )


def page_rows(words: Sequence[Word], edges: Sequence[Edge], page: int, last_table: int) -> list[Row]:
    """The rows of a page: no cell crosses an upright line, and ruled cells decide where words mislead.

    They do where a cell of a table of three or more columns wraps: its rows get a `table` number after
    `last_table`; where a text of a form goes on in the next line; and where a label spans several rows: it is
    repeated on each. No word is lost.
    """
    uprights = [(edge.at, edge.start, edge.end) for edge in edges if not edge.level]
    walls = tuple(sorted(uprights))
    lines = geometry.lines(words)
    if not _may_matter(lines, edges):
        return list(geometry.rows_of(lines, page, walls))
    made: list[Row] = []
    fields: list[Row] = []
    labels: list[_Held] = []
    taken: set[int] = set()
    for frames in _tables(edges):
        cells = _filled(frames, words, walls)
        bands = _bands(cells)
        beside = list(dict.fromkeys(label for band in bands for label in band.labels))
        if _is_list(frames, bands):
            last_table += 1
            lefts = sorted({frame[0] for frame in frames})
            for band in filter(lambda band: band.is_record, bands):
                made.append(_record(band, lefts, page, last_table))
                taken |= {id(word) for held in (*band.own, *band.labels) for word in held.words}
        else:
            labels += beside
            taken |= {id(word) for label in beside for word in label.words}
            for band in filter(lambda band: band.is_field, bands):
                fields.append(_field(band, page))
                taken |= {id(word) for held in band.own for word in held.words}
    if not taken:
        return list(geometry.rows_of(lines, page, walls))
    rest = geometry.rows([word for word in words if id(word) not in taken], page, walls)
    return sorted([*made, *_labelled([*rest, *fields], labels, page)], key=_row_middle)


def _may_matter(lines: Sequence[Sequence[Word]], edges: Sequence[Edge]) -> bool:
    """Whether two lines of words stand between two level edges, or a level edge ends inside a table."""
    levels = [edge for edge in edges if edge.level]
    if len(levels) < 2 or len(levels) == len(edges):
        return False
    if len({(edge.start // NEAR, edge.end // NEAR) for edge in levels}) > 1:
        return True
    at = sorted({round(edge.at, 1) for edge in levels})
    middles = sorted(_middle([word.box for word in line]) for line in lines)
    return any(
        bisect_left(middles, below) - bisect_right(middles, above) > 1 for above, below in pairwise(at)
    )


def _tables(edges: Sequence[Edge]) -> Iterator[list[Box]]:
    """The cells of each ruled table: what pdfplumber finds between edges that cross."""
    from pdfplumber import table  # 0.4 s that pages without tables do not pay

    merged = table.merge_edges([_as_drawn(edge) for edge in edges], NEAR, NEAR, NEAR, NEAR)
    levels = sum(edge["orientation"] == "h" for edge in merged)
    if levels * (len(merged) - levels) > MOST_CELLS:
        return
    cells = _between_crossings(table.edges_to_intersections(merged, NEAR, NEAR))
    for found in table.cells_to_tables(cells):
        found = _innermost(found)
        if len({cell[0] for cell in found}) > 1 and len({cell[1] for cell in found}) > 1:
            yield found


def _between_crossings(crossings: Mapping[Point, Mapping[str, Sequence[object]]]) -> list[Box]:
    """The smallest cell below and to the right of each crossing, as pdfplumber's `intersections_to_cells`.

    That one takes 2 to 5 ms for a page's table, as it looks through all crossings for each.
    """
    edges = {at: frozenset(map(id, (*found["v"], *found["h"]))) for at, found in crossings.items()}
    below: defaultdict[float, list[Point]] = defaultdict(list)
    beside: defaultdict[float, list[Point]] = defaultdict(list)
    places: dict[Point, tuple[int, int]] = {}
    for x, y in sorted(crossings):
        places[x, y] = len(below[x]), len(beside[y])
        below[x].append((x, y))
        beside[y].append((x, y))

    def corner_of(at: Point) -> Point | None:
        own, (down_at, right_at) = edges[at], places[at]
        for down in below[at[0]][down_at + 1 :]:
            if own.isdisjoint(edges[down]):
                continue
            for right in beside[at[1]][right_at + 1 :]:
                drawn = edges.get(corner := (right[0], down[1]))
                if not drawn or own.isdisjoint(edges[right]):
                    continue
                if not drawn.isdisjoint(edges[right]) and not drawn.isdisjoint(edges[down]):
                    return corner
        return None

    return [(*at, *corner) for at in places if (corner := corner_of(at))]


def _innermost(cells: Sequence[Box]) -> list[Box]:
    """Cells without those that others lie in: such a figure comes from lines that stop short."""
    centers = sorted(((cell[1] + cell[3]) / 2, (cell[0] + cell[2]) / 2) for cell in cells)

    def inside(cell: Box) -> int:
        level = centers[bisect_right(centers, (cell[1],)) : bisect_left(centers, (cell[3],))]
        return sum(cell[0] < x < cell[2] for _, x in level)

    return [cell for cell in cells if inside(cell) == 1]


def _as_drawn(edge: Edge) -> dict[str, float | str]:
    if edge.level:
        x0, x1, top, bottom, way = edge.start, edge.end, edge.at, edge.at, "h"
    else:
        x0, x1, top, bottom, way = edge.at, edge.at, edge.start, edge.end, "v"
    size = {"width": x1 - x0, "height": bottom - top}
    return {"x0": x0, "x1": x1, "top": top, "bottom": bottom, "orientation": way, **size}


def _filled(frames: Sequence[Box], words: Sequence[Word], walls: geometry.Walls) -> list[_Held]:
    placed = sorted(((word.box[1] + word.box[3]) / 2, at) for at, word in enumerate(words))
    cells = []
    for frame in frames:
        near = placed[bisect_left(placed, (frame[1], 0)) : bisect_left(placed, (frame[3], 0))]
        held = tuple(word for at in sorted(at for _, at in near) if _holds(frame, (word := words[at]).box))
        cells.append(_Held(frame=frame, words=held, lines=geometry.rows(held, 1, walls)))
    return cells


def _holds(frame: Box, box: Box) -> bool:
    return frame[0] <= (box[0] + box[2]) / 2 < frame[2]


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
    cells = (
        by_left[left].cell if left in by_left else Cell(text="", box=(left, top, left, bottom))
        for left in lefts
    )
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
    texts = [" ".join(cell.text for cell in line.cells) for line in lines]
    boxes = [geometry.united(cell.box for cell in line.cells) for line in lines]
    whole = texts[0]
    for above, below, box in zip(texts, texts[1:], boxes, strict=False):
        whole += ("" if _breaks_inside(above, below, box, frame) else " ") + below
    return Cell(text=whole, box=geometry.united(boxes))


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
    return _middle([cell.box for cell in row.cells if cell.text])


def _middle(boxes: Sequence[Box]) -> float:
    return (min([box[1] for box in boxes]) + max([box[3] for box in boxes])) / 2

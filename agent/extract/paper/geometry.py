"""Turns words with boxes on a page into rows of cells: lines by vertical overlap, cells by wide gaps."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter, eq
from statistics import median
from typing import TypeVar

from msgspec.structs import replace

from agent.facts.documents import Box, Cell, Row, Word

# All in heights of a line, which with PDFium's boxes is about 1.2 times the font's size.
SAME_LINE = 0.5  # of the smaller height must overlap
SPACE = 0.24  # between words, where a page shows no spaces to measure
CELL_GAP = 1.7  # times the page's space: what parts cells
LEAST_CELL_GAP, MOST_CELL_GAP = 0.45, 0.95  # Helvetica's two spaces; Courier's two spaces
SPACED_GAP = 1.2  # at most between letters of a spaced word
SPACED_HANZI_GAP = 2.0  # as in labels that are stretched to one width
TOUCH = 1.5  # points that a word may overlap a wall
SPACED_RUN = 4  # letters at least that make a spaced word
LEAST_STACK, MOST_STACK = 3, 6  # hanzi of a label that is written downwards
STACKED_GAP = 3.0  # at most between them
STACKED_OFF = 0.4  # at most beside each other
UNEVEN = 1.7  # times the median gap: where one spaced word ends

_HANZI = "\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff"  # and kana
_BOX = attrgetter("box")  # left, top, right, bottom
_STRETCHED = re.compile(rf"[{_HANZI}](?:$|[:：])")

Piece = TypeVar("Piece", Word, Cell)
Edges = tuple[float, float]
"""Top and bottom."""

Walls = Sequence[tuple[float, float, float]]
"""Upright lines on a page: x, top, bottom; sorted."""


def rows(words: Sequence[Word], page: int, walls: Walls = ()) -> tuple[Row, ...]:
    """The rows of a page from top to bottom, their cells from left to right; columns side by side share rows.

    Words with a wall between them are never one cell.
    """
    return rows_of(lines(words), page, walls)


def lines(words: Sequence[Word]) -> list[list[Word]]:
    """The words of a page on their lines, from the top and from left to right."""
    if len(words) < 2:  # as in most cells of a table
        return [list(words)] if words else []
    return [_without_shadows(sorted(line, key=_BOX)) for line in _lines(words)]


def rows_of(lines: Sequence[list[Word]], page: int, walls: Walls = ()) -> tuple[Row, ...]:
    """The rows that these lines are."""
    if len(lines) == 1 and len(lines[0]) == 1:
        (word,) = lines[0]
        return (
            Row(
                cells=(Cell(text=word.text, box=word.box, confidence=word.confidence),), page=page, table=None
            ),
        )
    gaps = [list(map(_gap, line, line[1:])) for line in lines]
    widest = _cell_gap(lines, gaps)
    found = []
    for line, line_gaps in zip(lines, gaps, strict=True):
        cells: list[Cell] = []
        if 1 not in [len(word.text) for word in line]:
            _add_cells(cells, line, line_gaps, widest, walls)
        else:
            for piece in map(_join_letters, _apart(line, walls)):
                _add_cells(cells, piece, list(map(_gap, piece, piece[1:])), widest)
        found.append(Row(cells=tuple(cells), page=page, table=None))
    return tuple(_with_upright_labels(found))


def join_spaced(pieces: Sequence[Piece], em: float) -> list[Piece]:
    """Pieces of a line of which stretched labels (户　名： for 户名：) are one piece again."""
    joined: list[Piece] = []
    open_label = False
    stretch = SPACED_HANZI_GAP * em
    for piece in pieces:
        if open_label and _STRETCHED.match(piece.text) and _between(joined[-1], piece) <= stretch:
            last = joined[-1]
            joined[-1] = replace(
                last,
                text=last.text + piece.text,
                box=united((last.box, piece.box)),
                confidence=least((last.confidence, piece.confidence)),
            )
            open_label = _is_hanzi(piece.text)
            continue
        joined.append(piece)
        open_label = _is_hanzi(piece.text)
    return joined


def united(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of them."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def least(confidences: Iterable[float | None]) -> float | None:
    """The lowest confidence, or None where all of it is text."""
    return min((one for one in confidences if one is not None), default=None)


@dataclass(slots=True, eq=False)
class _Band:
    """A line of words while it grows."""

    top: float
    bottom: float
    words: list[Word] = field(default_factory=list)


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    """Words on one line, lines from the top."""
    alike: defaultdict[Edges, list[Word]] = defaultdict(list)  # one font on one line
    for word in words:
        _, top, _, bottom = word.box
        alike[top, bottom].append(word)
    bands: list[_Band] = []
    for near in _overlapping(sorted(alike)):
        bands += _bands(near, alike) if len(near) > 1 else [_Band(*near[0], alike[near[0]])]
    return [band.words for band in sorted(bands, key=lambda band: (band.top + band.bottom, band.top))]


def _bands(edges: Sequence[Edges], alike: Mapping[Edges, list[Word]]) -> Iterable[_Band]:
    """The lines of what overlaps: small words first, so that a tall word beside two small lines does not glue both.

    Bands are looked up by the places that they cross, so that the cost grows as the number of words.
    """
    step = max(median([bottom - top for top, bottom in edges]), 2.0)
    places: defaultdict[int, dict[_Band, None]] = defaultdict(dict)
    bands: dict[_Band, None] = {}
    for top, bottom in sorted(edges, key=lambda edges: (round(edges[1] - edges[0], 1), edges)):
        crossed = range(int(top // step), int(bottom // step) + 1)
        near = {band: None for place in crossed for band in places[place]}
        band = _best_band(near, top, bottom) or _Band(top, bottom)
        band.top, band.bottom = min(band.top, top), max(band.bottom, bottom)
        band.words += alike[top, bottom]
        bands[band] = None
        for place in crossed:
            places[place][band] = None
    return bands


def _overlapping(edges: Sequence[Edges]) -> list[list[Edges]]:
    """These, sorted, in groups of which none can share a line with another's.

    What overlaps too little with all of a group does so with a line made of several of them, which is higher.
    """
    groups: list[list[Edges]] = []
    low = least = 0.0  # of the last group: its lowest bottom, its smallest height
    for top, bottom in edges:
        height = max(bottom - top, 0.01)
        if groups and low - top >= SAME_LINE * min(height, least):
            groups[-1].append((top, bottom))
            low, least = max(low, bottom), min(least, height)
        else:
            groups.append([(top, bottom)])
            low, least = bottom, height
    return groups


def _best_band(bands: Iterable[_Band], top: float, bottom: float) -> _Band | None:
    best, best_rank = None, (SAME_LINE, float("-inf"))
    for band in bands:
        height = max(min(bottom - top, band.bottom - band.top), 0.01)
        share = (min(bottom, band.bottom) - max(top, band.top)) / height
        rank = (min(share, 1.0), -abs(band.bottom - bottom))  # of two lines the one with its baseline
        if rank >= best_rank:
            best, best_rank = band, rank
    return best


def _without_shadows(line: list[Word]) -> list[Word]:
    """A line without the second of two equal words at one place, as bold and shadows are drawn."""
    texts = [word.text for word in line]
    if not any(map(eq, texts, texts[1:])) and not any(map(eq, texts, texts[2:])):
        return line
    kept: list[Word] = []
    for word in line:
        for other in kept[-2:]:
            if other.text == word.text and _shadows(other, word):
                break
        else:
            kept.append(word)
    return kept


def _shadows(one: Word, other: Word) -> bool:
    near = 0.25 * _height(other)
    return all(abs(a - b) <= near for a, b in zip(one.box, other.box, strict=True))


def _apart(line: list[Word], walls: Walls) -> list[list[Word]]:
    """The pieces of a line between walls."""
    pieces = [line[:1]]
    for left, right in pairwise(line):
        if _is_wall_between(left.box, right.box, walls):
            pieces.append([])
        pieces[-1].append(right)
    return pieces


def _is_wall_between(left: Box, right: Box, walls: Walls) -> bool:
    first = bisect_left(walls, (left[2] - TOUCH,))
    last = bisect_left(walls, (right[0] + TOUCH,))
    middle = (right[1] + right[3]) / 2
    return any(top <= middle <= bottom for _, top, bottom in walls[first:last])


def _cell_gap(lines: Sequence[Sequence[Word]], gaps: Sequence[Sequence[float]]) -> float:
    """The gap that parts cells on this page, in heights: a multiple of the spaces between its words."""
    spaces = [
        gap
        for line, line_gaps in zip(lines, gaps, strict=True)
        for at, gap in enumerate(line_gaps)
        if 0.08 < gap < 0.62 and len(line[at].text) + len(line[at + 1].text) > 3
    ]
    space = median(spaces) if len(spaces) > 2 else SPACE
    return min(max(CELL_GAP * space, LEAST_CELL_GAP), MOST_CELL_GAP)


def _between(left: Piece, right: Piece) -> float:
    return right.box[0] - left.box[2]


def _gap(left: Word, right: Word) -> float:
    """White space between two words, in heights of the smaller."""
    _, top, start, bottom = left.box
    end, other_top, _, other_bottom = right.box
    height = min(bottom - top, other_bottom - other_top)
    return (end - start) / (height if height > 0.01 else 0.01)


def _join_letters(line: list[Word]) -> list[Word]:
    """A line in which letters that were drawn one by one, or spaced apart, are words again."""
    if len(line) < 2:
        return line
    line = join_spaced(line, em=median(map(_height, line)))
    joined: list[Word] = []
    start = 0
    while start < len(line):
        end = start + 1
        while end < len(line) and _are_letters(line[end - 1], line[end]):
            end += 1
        run = line[start:end]
        joined += _spaced_words(run) if len(run) >= SPACED_RUN else run
        start = end
    return joined


def _are_letters(left: Word, right: Word) -> bool:
    return len(left.text) == len(right.text) == 1 and _gap(left, right) <= SPACED_GAP


def _spaced_words(run: list[Word]) -> list[Word]:
    """The words of a run of single letters: a new one begins where a gap is wider than most."""
    gaps = [_gap(left, right) for left, right in pairwise(run)]
    widest = UNEVEN * max(median(gaps), 0.1)
    words = [[run[0]]]
    for gap, letter in zip(gaps, run[1:], strict=True):
        if gap > widest:
            words.append([])
        words[-1].append(letter)
    return [
        Word(
            text="".join(letter.text for letter in word),
            box=united(letter.box for letter in word),
            confidence=least(letter.confidence for letter in word),
        )
        for word in words
    ]


def _with_upright_labels(rows: list[Row]) -> list[Row]:
    """Rows with labels that are written downwards, a hanzi a row, whole on each row beside them."""
    hanzi = [cell for row in rows for cell in row.cells if len(cell.text) == 1 and _is_hanzi(cell.text)]
    if not hanzi:
        return rows
    hanzi.sort(key=_center)
    column: list[Cell] = []
    for cell in hanzi:
        if column and _center(cell) - _center(column[-1]) > STACKED_OFF * (cell.box[3] - cell.box[1]):
            rows = _with_stacks(rows, column)
            column = []
        column.append(cell)
    return _with_stacks(rows, column)


def _center(cell: Cell) -> float:
    return (cell.box[0] + cell.box[2]) / 2


def _with_stacks(rows: list[Row], column: list[Cell]) -> list[Row]:
    """Rows with the labels of one column: other hanzi under each other (借, 贷) repeat."""
    column = sorted(column, key=lambda cell: cell.box[1])
    stacks = [column[:1]]
    for above, below in pairwise(column):
        if below.box[1] - above.box[3] > STACKED_GAP * (below.box[3] - below.box[1]):
            stacks.append([])
        stacks[-1].append(below)
    for stack in stacks:
        if LEAST_STACK <= len(stack) == len({cell.text for cell in stack}) <= MOST_STACK:
            rows = _labelled(rows, stack)
    return rows


def _labelled(rows: list[Row], stack: list[Cell]) -> list[Row]:
    box = united(cell.box for cell in stack)
    label = Cell(
        text="".join(cell.text for cell in stack),
        box=box,
        confidence=least(cell.confidence for cell in stack),
    )
    reach = 0.5 * (box[3] - box[1]) / len(stack)
    labelled: list[Row] = []
    placed = False
    for row in rows:
        cells = [cell for cell in row.cells if cell not in stack]
        _, top, _, bottom = united(cell.box for cell in row.cells)
        if box[1] - reach <= (top + bottom) / 2 <= box[3] + reach and cells:
            cells = sorted([*cells, label], key=lambda cell: cell.box[0])
            placed = True
        if cells:
            labelled.append(replace(row, cells=tuple(cells)))
    if not placed:
        at = next((at for at, row in enumerate(labelled) if row.cells[0].box[1] > box[3]), len(labelled))
        labelled.insert(at, Row(cells=(label,), page=rows[0].page, table=None))
    return labelled


def _add_cells(
    cells: list[Cell], line: Sequence[Word], gaps: Sequence[float], widest: float, walls: Walls = ()
) -> None:
    """The cells of a line: a gap wider than `widest` parts them, or a wall."""
    start = 0
    for at, word in enumerate(line, start=1):
        is_end = (
            at == len(line)
            or gaps[at - 1] > widest
            or (walls and _is_wall_between(word.box, line[at].box, walls))
        )
        if not is_end:
            continue
        if at - start == 1:
            cells.append(Cell(text=word.text, box=word.box, confidence=word.confidence))
        else:
            piece = line[start:at]
            text = " ".join([one.text for one in piece])
            sure = None if word.confidence is None else least(one.confidence for one in piece)
            cells.append(Cell(text=text, box=united([one.box for one in piece]), confidence=sure))
        start = at


def _is_hanzi(text: str) -> bool:
    return len(text) == 1 and _STRETCHED.match(text) is not None


def _height(word: Word) -> float:
    _, top, _, bottom = word.box
    return bottom - top

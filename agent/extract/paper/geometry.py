"""Turns words with boxes on a page into rows of cells: lines by vertical overlap, cells by wide gaps."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter, itemgetter
from statistics import median

from agent.extract.paper.boxes import Walls, is_wall_between, least, united
from agent.extract.paper.spaced import gap_between, join_letters, without_shadows
from agent.extract.paper.upright import add_cells, with_upright_labels
from agent.facts.documents import Cell, Row, Word

# All in heights of a line, which with PDFium's boxes is about 1.2 times the font's size.
SAME_LINE = 0.5  # of the smaller height must overlap
SPACE = 0.24  # between words, where a page shows no spaces to measure
CELL_GAP = 1.7  # times the page's space: what parts cells
LEAST_CELL_GAP = 0.45  # Helvetica's two spaces
MOST_CELL_GAP = 0.95  # Courier's two spaces
LEAST_JUSTIFIED = 6  # gaps in a line that is stretched from margin to margin
MOST_JUSTIFIED = 1.2
EVEN = 1.15  # times the least of its gaps is the widest
_BOX = attrgetter("box")  # left, top, right, bottom
Edges = tuple[float, float]
"""Top and bottom."""


def rows(words: Sequence[Word], page: int, walls: Walls = ()) -> tuple[Row, ...]:
    """The rows of a page from top to bottom, their cells from left to right; columns side by side share rows.

    Words with a wall between them are never one cell.
    """
    if len(words) == 1:  # as in most cells of a table
        return (_row_of(words[0], page),)
    return rows_of(lines(words), page, walls) if words else ()


def lines(words: Sequence[Word]) -> list[list[Word]]:
    """The words of a page on their lines, from the top and from left to right."""
    return [without_shadows(sorted(line, key=_BOX)) for line in _lines(words)]


def rows_of(lines: Sequence[list[Word]], page: int, walls: Walls = ()) -> tuple[Row, ...]:
    """The rows that these lines are."""
    if len(lines) == 1 and len(lines[0]) == 1:
        return (_row_of(lines[0][0], page),)
    gaps = [list(map(gap_between, line, line[1:])) for line in lines]
    widest = _cell_gap(lines, gaps)
    found = []
    for line, line_gaps in zip(lines, gaps, strict=True):
        cells: list[Cell] = []
        if _is_justified(line_gaps):
            add_cells(cells, line, line_gaps, MOST_JUSTIFIED, walls)
        elif 1 not in [len(word.text) for word in line]:
            add_cells(cells, line, line_gaps, widest, walls)
        else:
            for piece in map(join_letters, _apart(line, walls)):
                add_cells(cells, piece, list(map(gap_between, piece, piece[1:])), widest)
        found.append(Row(cells=tuple(cells), page=page, table=None))
    return tuple(with_upright_labels(found))


def whole_row(line: Sequence[Word], page: int) -> Row:
    """A line that is one cell, however wide its gaps."""
    text = " ".join([word.text for word in line])
    sure = None if line[0].confidence is None else least([word.confidence for word in line])
    cell = Cell(text=text, box=united([word.box for word in line]), confidence=sure)
    return Row(cells=(cell,), page=page, table=None)


def _row_of(word: Word, page: int) -> Row:
    cell = Cell(text=word.text, box=word.box, confidence=word.confidence)
    return Row(cells=(cell,), page=page, table=None)


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
    placed: list[tuple[float, float, list[Word]]] = []  # twice the middle, top
    for near in _overlapping(sorted(alike)):
        if len(near) == 1:
            top, bottom = near[0]
            placed.append((top + bottom, top, alike[near[0]]))
        else:
            placed += [(band.top + band.bottom, band.top, band.words) for band in _bands(near, alike)]
    return [line for _, _, line in sorted(placed, key=itemgetter(0, 1))]


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


def _apart(line: list[Word], walls: Walls) -> list[list[Word]]:
    """The pieces of a line between walls."""
    pieces = [line[:1]]
    for left, right in pairwise(line):
        if is_wall_between(left.box, right.box, walls):
            pieces.append([])
        pieces[-1].append(right)
    return pieces


def _is_justified(gaps: Sequence[float]) -> bool:
    """True for a line of many words with gaps that are all alike: running text, stretched to the margin."""
    if len(gaps) < LEAST_JUSTIFIED:
        return False
    least, most = min(gaps), max(gaps)
    return least > 0 and most <= EVEN * least and most < MOST_JUSTIFIED


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

"""Turns the drawn lines of a PDF page into the cells of its ruled tables. Runs in the reader process alone."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter

from agent.extract.paper.rulings import Edge, Point
from agent.facts.documents import Box

NEAR = 3.0  # points that edges may miss each other by
MOST_CELLS = 3_000  # pdfplumber takes 0.1 s for 1,200 cells, 1.3 s for 5,000, 19 s for 20,000

Line = tuple[float, float, float]
"""At, start, end."""


def tables_of(edges: Sequence[Edge]) -> list[list[Box]]:
    """The cells of each ruled table of two or more columns and rows; none where there are too many to look for."""
    levels, uprights = lines_of(edges)
    if len(levels) * len(uprights) > MOST_CELLS:
        return []
    grids = plain_grids(levels, uprights)
    return spanned_tables(edges) if grids is None else grids


def lines_of(edges: Sequence[Edge]) -> tuple[list[Line], list[Line]]:
    """The level and the upright lines that these edges make."""
    return (
        _joined((edge.at, edge.start, edge.end) for edge in edges if edge.level),
        _joined((edge.at, edge.start, edge.end) for edge in edges if not edge.level),
    )


def plain_grids(levels: Sequence[Line], uprights: Sequence[Line]) -> list[list[Box]] | None:
    """The cells of tables in which each line goes from end to end; None where some cell spans others.

    What `spanned_tables` finds in them: most tables are such, and that search takes longer than reading the page.
    """
    lefts_by_levels: defaultdict[tuple[int, ...], list[float]] = defaultdict(list)
    for x, top, bottom in uprights:
        crossed = tuple(
            at
            for at, (y, left, right) in enumerate(levels)
            if top - NEAR <= y <= bottom + NEAR and left - NEAR <= x <= right + NEAR
        )
        lefts_by_levels[crossed].append(x)
    found = []
    seen: set[int] = set()
    for crossed, lefts in lefts_by_levels.items():
        tops = list(dict.fromkeys(levels[at][0] for at in crossed))
        if not seen.isdisjoint(crossed) or len(tops) < len(crossed):
            return None
        seen.update(crossed)
        if len(tops) > 2 and len(lefts) > 2:
            found.append([(x0, y0, x1, y1) for x0, x1 in pairwise(lefts) for y0, y1 in pairwise(tops)])
    return found


def _joined(lines: Iterable[Line]) -> list[Line]:
    """Lines beside each other on one place, and those that go on in each other as one: pdfplumber's `merge_edges`."""
    near: list[list[Line]] = []
    last = float("-inf")
    for line in sorted(lines):
        if line[0] - last > NEAR:
            near.append([])
        near[-1].append(line)
        last = line[0]
    joined: list[Line] = []
    for alike in near:
        place = sum(at for at, _, _ in alike) / len(alike)
        first = len(joined)
        for _, start, end in sorted(alike, key=itemgetter(1)):
            if len(joined) > first and start <= joined[-1][2] + NEAR:
                joined[-1] = (place, joined[-1][1], max(joined[-1][2], end))
            else:
                joined.append((place, start, end))
    return joined


def spanned_tables(edges: Sequence[Edge]) -> list[list[Box]]:
    """The same for any table: what pdfplumber finds between edges that cross."""
    from pdfplumber import table  # 0.4 s that pages without such tables do not pay

    merged = table.merge_edges([_as_drawn(edge) for edge in edges], NEAR, NEAR, NEAR, NEAR)
    cells = _between_crossings(table.edges_to_intersections(merged, NEAR, NEAR))
    found = [_innermost(cells) for cells in table.cells_to_tables(cells)]
    return [
        cells
        for cells in found
        if len({cell[0] for cell in cells}) > 1 and len({cell[1] for cell in cells}) > 1
    ]


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

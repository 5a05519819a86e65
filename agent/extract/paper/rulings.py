"""Turns the drawn lines of a PDF page into edges on the shown page. Runs in the reader process alone."""

import ctypes
from collections.abc import Iterator

import pypdfium2.raw as pdfium
from msgspec import Struct

from agent.extract.paper.page_objects import Objects, bounds_of
from agent.extract.paper.unchecked import INT, POINTER, unchecked
from agent.extract.paper.words import Place
from agent.facts.documents import Box

MOST_PATHS = 2_000  # more are a drawing
MOST_EDGES = 2_000  # the search for cells grows faster than their number: 1,200 cells 0.1 s, 20,000 19 s
STRAIGHT = 1.0  # points off the level that a straight line may be
THIN = 3.0  # points: a filled rectangle as thin as this is a line
SHORT = 4.0  # points: what is shorter is a dot or a dash

_draw_mode = unchecked(pdfium.FPDFPath_GetDrawMode, INT, POINTER, POINTER, POINTER)
_matrix = unchecked(pdfium.FPDFPageObj_GetMatrix, INT, POINTER, POINTER)
_count_segments = unchecked(pdfium.FPDFPath_CountSegments, INT, POINTER)
_segment = unchecked(pdfium.FPDFPath_GetPathSegment, POINTER, POINTER, INT)
_point = unchecked(pdfium.FPDFPathSegment_GetPoint, INT, POINTER, POINTER, POINTER)
_segment_kind = unchecked(pdfium.FPDFPathSegment_GetType, INT, POINTER)
_is_closed = unchecked(pdfium.FPDFPathSegment_GetClose, INT, POINTER)

Point = tuple[float, float]


class Edge(Struct, frozen=True, kw_only=True, gc=False):
    """A straight line, level or upright, at `at` from `start` to `end`."""

    level: bool
    at: float
    start: float
    end: float


def page_edges(drawn: Objects, place: Place) -> list[Edge]:
    """The level and upright lines of a page; none where there are too many."""
    paths = [held for kind, held in drawn if kind == pdfium.FPDF_PAGEOBJ_PATH]
    if len(paths) > MOST_PATHS:
        return []
    edges: list[Edge] = []
    for path, bounds in zip(paths, bounds_of(paths), strict=True):
        for box in _strokes(path, bounds):
            edges += edges_of(place(box))
        if len(edges) > MOST_EDGES:
            return []
    return edges


def _strokes(path: int, bounds: Box | None) -> Iterator[Box]:
    """The boxes of a path's straight pieces, in the PDF's own coordinates; a thin rectangle is one piece."""
    modes = (ctypes.c_int * 2)()  # fill, stroke
    at = ctypes.addressof(modes)
    _draw_mode(path, at, at + 4)
    if not bounds or modes[:] == [0, 0]:
        return
    left, bottom, right, top = bounds
    if right - left <= THIN or top - bottom <= THIN:
        yield bounds
        return
    last: Point | None = None
    for to, moved in _points(path):
        if last is not None and not moved:
            yield min(last[0], to[0]), min(last[1], to[1]), max(last[0], to[0]), max(last[1], to[1])
        last = to


def _points(path: int) -> Iterator[tuple[Point, bool]]:
    """The points of a path, and whether the pen went there without a line; a closed figure returns."""
    matrix = (ctypes.c_float * 6)()
    _matrix(path, ctypes.addressof(matrix))
    a, b, c, d, e, f = matrix
    place = (ctypes.c_float * 2)()
    at = ctypes.addressof(place)
    start: Point = (0.0, 0.0)
    for index in range(min(_count_segments(path), 2 * MOST_EDGES)):
        segment = _segment(path, index)
        _point(segment, at, at + 4)
        x, y = place
        point = (a * x + c * y + e, b * x + d * y + f)
        kind = _segment_kind(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        yield point, kind != pdfium.FPDF_SEGMENT_LINETO  # a curve rules no table
        if _is_closed(segment):
            yield start, False


def edges_of(box: Box) -> Iterator[Edge]:
    """What a straight piece of a path is: a level or an upright line, or none."""
    left, top, right, bottom = box
    wide, high = right - left, bottom - top
    limit = THIN if min(wide, high) > STRAIGHT else STRAIGHT
    if high <= limit and wide >= SHORT and wide > high:
        yield Edge(level=True, at=(top + bottom) / 2, start=left, end=right)
    elif wide <= limit and high >= SHORT:
        yield Edge(level=False, at=(left + right) / 2, start=top, end=bottom)

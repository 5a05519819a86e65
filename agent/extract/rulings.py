"""Turns the drawn lines of a PDF page into edges on the shown page. Runs in the reader process alone."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from agent.extract.words import Place
from agent.facts.documents import Box

LEAST_PATHS, MOST_PATHS = 4, 2_000  # fewer rule no table; more are a drawing
MOST_EDGES = 2_000  # the search for cells grows faster than their number: 1,200 cells 0.1 s, 20,000 19 s
STRAIGHT = 1.0  # points off the level that a straight line may be
THIN = 3.0  # points: a filled rectangle as thin as this is a line
SHORT = 4.0  # points: what is shorter is a dot or a dash

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A straight line, level or upright, at `at` from `start` to `end`."""

    level: bool
    at: float
    start: float
    end: float


def page_edges(page: Any, place: Place) -> list[Edge]:
    """The level and upright lines of a page; none where there are too few for a table, or too many."""
    count = pdfium.FPDFPage_CountObjects(page)
    paths = []
    for index in range(count):
        item = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_PATH:
            paths.append(item)
            if len(paths) > MOST_PATHS:
                return []
    edges: list[Edge] = []
    for path in paths:
        for box in _strokes(path):
            edges += _edges(place(box))
        if len(edges) > MOST_EDGES:
            return []
    return edges if len(edges) >= LEAST_PATHS else []


def _strokes(path: Any) -> Iterator[Box]:
    """The boxes of a path's straight pieces, in the PDF's own coordinates; a thin rectangle is one piece."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if not fill.value and not stroke.value:
        return
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(path, left, bottom, right, top)
    if min(right.value - left.value, top.value - bottom.value) <= THIN:
        yield left.value, bottom.value, right.value, top.value
        return
    at: Point | None = None
    for to, moved in _points(path):
        if at is not None and not moved:
            yield min(at[0], to[0]), min(at[1], to[1]), max(at[0], to[0]), max(at[1], to[1])
        at = to


def _points(path: Any) -> Iterator[tuple[Point, bool]]:
    """The points of a path, and whether the pen went there without a line; a closed figure returns."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    start: Point = (0.0, 0.0)
    for index in range(min(pdfium.FPDFPath_CountSegments(path), 2 * MOST_EDGES)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        yield point, kind != pdfium.FPDF_SEGMENT_LINETO  # a curve rules no table
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield start, False


def _edges(box: Box) -> Iterator[Edge]:
    left, top, right, bottom = box
    wide, high = right - left, bottom - top
    limit = THIN if min(wide, high) > STRAIGHT else STRAIGHT
    if high <= limit and wide >= SHORT and wide > high:
        yield Edge(level=True, at=(top + bottom) / 2, start=left, end=right)
    elif wide <= limit and high >= SHORT:
        yield Edge(level=False, at=(left + right) / 2, start=top, end=bottom)

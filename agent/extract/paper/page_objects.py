"""Lists what is drawn on a PDF page: kinds and addresses, asked of PDFium once. Runs in the reader process alone."""

import ctypes
from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import Any, Final

import pypdfium2.raw as pdfium

from agent.extract.paper.unchecked import INT, POINTER, address, unchecked
from agent.facts.documents import Box

DEEPEST: Final = 2  # forms within forms
_FLOAT: Final = ctypes.sizeof(ctypes.c_float)

_of_page = unchecked(pdfium.FPDFPage_GetObject, POINTER, POINTER, INT)
_of_form = unchecked(pdfium.FPDFFormObj_GetObject, POINTER, POINTER, INT)
_count_of_form = unchecked(pdfium.FPDFFormObj_CountObjects, INT, POINTER)
_kind = unchecked(pdfium.FPDFPageObj_GetType, INT, POINTER)
_bounds = unchecked(pdfium.FPDFPageObj_GetBounds, INT, POINTER, POINTER, POINTER, POINTER, POINTER)

Objects = Sequence[tuple[int, int]]
"""(one of FPDF_PAGEOBJ_*, where the object lies in PDFium's memory while the page is open)"""


def objects_of(page: Any) -> Objects:
    """What lies on the page itself, in the order in which it is drawn."""
    held = list(map(_of_page, repeat(address(page.raw)), range(pdfium.FPDFPage_CountObjects(page))))
    return list(zip(map(_kind, held), held, strict=True))


def with_forms(objects: Objects, depth: int = DEEPEST) -> Iterator[tuple[int, int]]:
    """The same, with what a form holds in the form's place."""
    for kind, held in objects:
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
            inner = list(map(_of_form, repeat(held), range(_count_of_form(held))))
            yield from with_forms(list(zip(map(_kind, inner), inner, strict=True)), depth - 1)
        else:
            yield kind, held


def bounds_of(held: Sequence[int]) -> list[Box | None]:
    """Left, bottom, right, top of each in the PDF's own coordinates; None where PDFium knows them not."""
    if not held:
        return []
    sides = (ctypes.c_float * (4 * len(held)))()
    first = ctypes.addressof(sides)
    places = (range(first + _FLOAT * nth, first + ctypes.sizeof(sides), 4 * _FLOAT) for nth in range(4))
    known = list(map(_bounds, held, *places))
    edges = memoryview(sides).cast("B").cast("f").tolist()
    boxes = zip(edges[::4], edges[1::4], edges[2::4], edges[3::4], strict=True)
    return [box if is_known else None for box, is_known in zip(boxes, known, strict=True)]

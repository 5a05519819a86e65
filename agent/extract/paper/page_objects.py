"""Lists what is drawn on a PDF page: kinds and addresses, asked of PDFium once. Runs in the reader process alone."""

from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import Any, Final

import pypdfium2.raw as pdfium

from agent.extract.paper.unchecked import INT, POINTER, address, unchecked

DEEPEST: Final = 2  # forms within forms

_of_page = unchecked(pdfium.FPDFPage_GetObject, POINTER, POINTER, INT)
_of_form = unchecked(pdfium.FPDFFormObj_GetObject, POINTER, POINTER, INT)
_count_of_form = unchecked(pdfium.FPDFFormObj_CountObjects, INT, POINTER)
_kind = unchecked(pdfium.FPDFPageObj_GetType, INT, POINTER)

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

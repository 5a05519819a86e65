"""Says of a PDF page whether what a person sees is a picture, and whether its words are a scanner's guess at it.

Runs in the reader process alone.
"""

import ctypes
from collections.abc import Iterator
from enum import Enum, auto
from itertools import islice
from typing import Any, Final

import pypdfium2.raw as pdfium

from agent.extract.words import PageWords

MOST_OBJECTS: Final = 2_000  # of a page that are looked at
FEW_CHARACTERS: Final = 100  # of text on a picture: a scanner's footer, a page number
COVERED: Final = 0.5  # of the page, by pictures
DEEPEST: Final = 2  # forms within forms


class Looks(Enum):
    """What a page is to a person."""

    TEXT = auto()
    PICTURE = auto()  # with a few words on it at most
    LAYERED = auto()  # a picture, with invisible words behind it: what a scanner's program recognised


def looks_of(page: Any, words: PageWords) -> Looks:
    """What a page is; one without pictures is text."""
    objects = list(
        islice(_objects(page.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject), MOST_OBJECTS)
    )
    width, height = page.get_size()
    pictured = sum(_area(held) for kind, held in objects if kind == pdfium.FPDF_PAGEOBJ_IMAGE)
    if pictured < COVERED * width * height:
        return Looks.TEXT
    modes = [
        pdfium.FPDFTextObj_GetTextRenderMode(held)
        for kind, held in objects
        if kind == pdfium.FPDF_PAGEOBJ_TEXT
    ]
    if 2 * modes.count(pdfium.FPDF_TEXTRENDERMODE_INVISIBLE) > len(modes):
        return Looks.LAYERED
    characters = sum(len(word.text) for word in (*words.words, *words.aside))
    return Looks.PICTURE if characters < FEW_CHARACTERS else Looks.TEXT


def _objects(holder: Any, count: Any, get: Any, depth: int = DEEPEST) -> Iterator[tuple[int, Any]]:
    for index in range(min(count(holder), MOST_OBJECTS)):
        held = get(holder, index)
        kind = pdfium.FPDFPageObj_GetType(held)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
            yield from _objects(
                held, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, depth - 1
            )
        else:
            yield kind, held


def _area(held: Any) -> float:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(held, left, bottom, right, top):
        return 0.0
    return max(0.0, right.value - left.value) * max(0.0, top.value - bottom.value)

"""Says of a PDF page whether what a person sees is a picture, and whether its words are a scanner's guess at it.

Runs in the reader process alone.
"""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum, auto
from itertools import islice
from typing import Any, Final

import pypdfium2.raw as pdfium

from agent.extract.words import PageWords
from agent.facts.documents import Box, Word

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


def unseen_boxes(page: Any) -> list[Box]:
    """Where a page has text that is drawn in no colour at all, in the PDF's own coordinates.

    Render mode 3 (ISO 32000-1, table 106), or a fill that is wholly transparent: nobody who looks can check it.
    Forms within the page are left out, for their bounds are in coordinates of their own.
    """
    found = []
    objects = _objects(page.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, depth=0)
    for kind, held in islice(objects, MOST_OBJECTS):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT and _is_unseen(held) and (box := _bounds(held)):
            found.append(box)
    return found


def without_unseen(page: Any, words: PageWords) -> tuple[PageWords, int]:
    """The words without those in such boxes, and how many these are."""
    boxes = [words.place(box) for box in unseen_boxes(page)]
    kept = tuple(word for word in words.words if not _is_within(word, boxes))
    aside = tuple(word for word in words.aside if not _is_within(word, boxes))
    count = len(words.words) + len(words.aside) - len(kept) - len(aside)
    return (replace(words, words=kept, aside=aside), count) if count else (words, 0)


def _is_within(word: Word, boxes: Sequence[Box]) -> bool:
    across, down = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
    return any(
        left <= across <= right and top - 1 <= down <= bottom + 1 for left, top, right, bottom in boxes
    )


def _is_unseen(held: Any) -> bool:
    if pdfium.FPDFTextObj_GetTextRenderMode(held) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
        return True
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    return bool(pdfium.FPDFPageObj_GetFillColor(held, red, green, blue, alpha)) and alpha.value == 0


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
    left, bottom, right, top = _bounds(held) or (0.0, 0.0, 0.0, 0.0)
    return max(0.0, right - left) * max(0.0, top - bottom)


def _bounds(held: Any) -> Box | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(held, left, bottom, right, top):
        return None
    return left.value, bottom.value, right.value, top.value

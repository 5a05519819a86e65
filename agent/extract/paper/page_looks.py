"""Says of a PDF page whether what a person sees is a picture, and whether its words are a scanner's guess at it.

Runs in the reader process alone.
"""

import ctypes
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum, auto
from itertools import islice
from typing import Any, Final

import pypdfium2.raw as pdfium

from agent.extract.paper.page_objects import Objects, bounds_of, with_forms
from agent.extract.paper.unchecked import INT, POINTER, unchecked
from agent.extract.paper.words import PageWords
from agent.facts.documents import Box, Word

MOST_OBJECTS: Final = 2_000  # of a page that are looked at
FEW_CHARACTERS: Final = 100  # of text on a picture: a scanner's footer, a page number
COVERED: Final = 0.5  # of the page, by pictures
WHITE: Final = 250  # of 255, of red, green and blue
OPAQUE: Final = 255
LEAST_COVER: Final = 5.0  # points, of a box that hides text
SLACK: Final = 1.0  # points

_render_mode = unchecked(pdfium.FPDFTextObj_GetTextRenderMode, INT, POINTER)
_fill = unchecked(pdfium.FPDFPageObj_GetFillColor, INT, POINTER, POINTER, POINTER, POINTER, POINTER)
_draw_mode = unchecked(pdfium.FPDFPath_GetDrawMode, INT, POINTER, POINTER, POINTER)
_is_transparent = unchecked(pdfium.FPDFPageObj_HasTransparency, INT, POINTER)


class Looks(Enum):
    """What a page is to a person."""

    TEXT = auto()
    PICTURE = auto()  # with a few words on it at most
    LAYERED = auto()  # a picture, with invisible words behind it: what a scanner's program recognised


def looks_of(page: Any, drawn: Objects, words: PageWords) -> Looks:
    """What a page is; one without pictures is text."""
    objects = list(islice(with_forms(drawn), MOST_OBJECTS))
    width, height = page.get_size()
    pictures = bounds_of([held for kind, held in objects if kind == pdfium.FPDF_PAGEOBJ_IMAGE])
    pictured = sum(_area(box) for box in pictures if box)
    if pictured < COVERED * width * height:
        return Looks.TEXT
    modes = [_render_mode(held) for kind, held in objects if kind == pdfium.FPDF_PAGEOBJ_TEXT]
    if 2 * modes.count(pdfium.FPDF_TEXTRENDERMODE_INVISIBLE) > len(modes):
        return Looks.LAYERED
    characters = sum(len(word.text) for word in (*words.words, *words.aside))
    return Looks.PICTURE if characters < FEW_CHARACTERS else Looks.TEXT


def unseen_boxes(drawn: Objects) -> list[Box]:
    """Where a page has text that leaves no mark on it, in the PDF's own coordinates.

    Render mode 3 (ISO 32000-1, table 106), a fill that is wholly transparent, white on the bare page, or what a filled
    box was drawn over: nobody who looks can check it. Forms within the page are left out, for their bounds are in coordinates of their own.
    """
    texts = [held for kind, held in drawn[:MOST_OBJECTS] if kind == pdfium.FPDF_PAGEOBJ_TEXT]
    colour = (ctypes.c_uint * 4)()  # red, green, blue, alpha
    red = ctypes.addressof(colour)
    places = (red, red + 4, red + 8, red + 12)
    unseen, white = [], []
    for held, mode in zip(texts, map(_render_mode, texts), strict=True):
        if mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
            unseen.append(held)
        elif _fill(held, *places):
            if not colour[3]:
                unseen.append(held)
            elif colour[0] >= WHITE and mode == pdfium.FPDF_TEXTRENDERMODE_FILL and min(colour[:3]) >= WHITE:
                white.append(held)
    boxes = [box for box in bounds_of(unseen) if box]
    if white:
        grounds = _grounds(drawn)
        boxes += [
            box for box in bounds_of(white) if box and not any(_touch(box, ground) for ground in grounds)
        ]
    return [*boxes, *_covered(drawn[:MOST_OBJECTS])]


def _covered(drawn: Objects) -> list[Box]:
    """Texts over which an opaque box was drawn later, and no other text after it: taken out by hand.

    Not where a box covers most of the texts: then it is cut to less than its bounds say, or no page to be read.
    """
    boxes = list(_later_boxes(drawn))
    if not boxes:
        return []
    held = {at: one for at, (kind, one) in enumerate(drawn) if kind == pdfium.FPDF_PAGEOBJ_TEXT}
    texts = [(at, box) for at, box in zip(held, bounds_of(list(held.values())), strict=True) if box]
    texts.sort(key=lambda text: text[1][1])
    bottoms = [box[1] for _, box in texts]
    found: dict[int, Box] = {}
    for at, box in boxes:
        inside = [
            (number, text)
            for number, text in texts[bisect_left(bottoms, box[1] - SLACK) : bisect_right(bottoms, box[3])]
            if _is_inside(text, box)
        ]
        under = [(number, text) for number, text in inside if number < at]
        if len(under) < len(inside) or 2 * len(under) > len(texts):
            continue
        found.update(under)
    return list(found.values())


def _later_boxes(drawn: Objects) -> Iterator[tuple[int, Box]]:
    """Opaque filled boxes, high enough to hide a line of text, that come after some text."""
    first = next((at for at, (kind, _) in enumerate(drawn) if kind == pdfium.FPDF_PAGEOBJ_TEXT), len(drawn))
    filled = [
        (at, held)
        for at, (kind, held) in enumerate(drawn[first:], start=first)
        if kind == pdfium.FPDF_PAGEOBJ_PATH and _is_filled(held)
    ]
    colour = (ctypes.c_uint * 4)()
    red = ctypes.addressof(colour)
    for (at, held), box in zip(filled, bounds_of([held for _, held in filled]), strict=True):
        if box is None or box[3] - box[1] < LEAST_COVER or box[2] - box[0] < LEAST_COVER:
            continue
        is_opaque = _fill(held, red, red + 4, red + 8, red + 12) and colour[3] == OPAQUE
        if is_opaque and not _is_transparent(held):  # a marker multiplies: what it is drawn over stays
            yield at, box


def _is_filled(path: int) -> bool:
    modes = (ctypes.c_int * 2)()  # fill, stroke
    fill = ctypes.addressof(modes)
    return bool(_draw_mode(path, fill, fill + 4) and modes[0])


def _is_inside(text: Box, box: Box) -> bool:
    left, bottom, right, top = box
    return (
        left - SLACK <= text[0]
        and text[2] <= right + SLACK
        and bottom - SLACK <= text[1]
        and text[3] <= top + SLACK
    )


def _grounds(drawn: Objects) -> list[Box]:
    """What white text may stand out from: pictures, shades, forms, and paths that are filled, but not with white."""
    colour = (ctypes.c_uint * 4)()
    red = ctypes.addressof(colour)
    grounds: list[int] = []
    for kind, held in drawn[:MOST_OBJECTS]:
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            is_known = _is_filled(held) and _fill(held, red, red + 4, red + 8, red + 12)
            if not is_known or not colour[3] or min(colour[:3]) >= WHITE:
                continue
        grounds.append(held)
    return [box for box in bounds_of(grounds) if box]


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def without_unseen(drawn: Objects, words: PageWords) -> tuple[PageWords, int]:
    """The words without those in such boxes, and how many these are."""
    boxes = [words.place(box) for box in unseen_boxes(drawn)]
    if not boxes:
        return words, 0
    kept = tuple(word for word in words.words if not _is_within(word, boxes))
    aside = tuple(word for word in words.aside if not _is_within(word, boxes))
    count = len(words.words) + len(words.aside) - len(kept) - len(aside)
    return (replace(words, words=kept, aside=aside), count) if count else (words, 0)


def _is_within(word: Word, boxes: Sequence[Box]) -> bool:
    across, down = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
    return any(
        left <= across <= right and top - 1 <= down <= bottom + 1 for left, top, right, bottom in boxes
    )


def _area(box: Box) -> float:
    left, bottom, right, top = box
    return max(0.0, right - left) * max(0.0, top - bottom)

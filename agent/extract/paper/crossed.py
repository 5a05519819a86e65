"""Takes from a page's words those that a drawn line, or a reader's program, crosses out. In the reader process alone."""

import ctypes
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

import pypdfium2.raw as pdfium

from agent.extract.paper.rulings import Edge
from agent.extract.paper.words import PageWords, Place
from agent.facts.documents import Box, Word

MIDDLE: Final = (
    0.2  # of a word's height, from its middle: above are what is underlined below, and the rules of tables
)
COVERED: Final = 0.9  # of a word's width
MOST_ANNOTATIONS: Final = 2_000
MOST_QUADS: Final = 200  # of one annotation


def without_crossed(page: Any, words: PageWords, edges: Sequence[Edge]) -> tuple[PageWords, int]:
    """The words without those that are crossed out, and how many these are."""
    lines = [edge for edge in edges if edge.level]
    lines += [_middle(box) for box in _struck(page, words.place)]
    if not lines or not words.words:
        return words, 0
    gone = crossed(words.words, lines)
    if not gone:
        return words, 0
    kept = tuple(word for at, word in enumerate(words.words) if at not in gone)
    return replace(words, words=kept), len(gone)


def crossed(words: Sequence[Word], lines: Sequence[Edge]) -> set[int]:
    """Which of the words have a line through their middle, from their beginning to their end.

    A line that goes through no number crosses nothing out: a rule of the page, and a stamp on it.
    """
    reach = MIDDLE * max([word.box[3] - word.box[1] for word in words])
    middles = sorted({(word.box[1] + word.box[3]) / 2 for word in words})
    lines = [
        one for one in lines if bisect_left(middles, one.at - reach) < bisect_right(middles, one.at + reach)
    ]
    if not lines:  # as on most pages
        return set()
    placed = sorted([((word.box[1] + word.box[3]) / 2, at) for at, word in enumerate(words)])
    gone: set[int] = set()
    for line in lines:
        first = bisect_left(placed, (line.at - reach, 0))
        last = bisect_right(placed, (line.at + reach, len(words)))
        through = set()
        for _, at in placed[first:last]:
            left, top, right, bottom = words[at].box
            is_middle = abs(line.at - (top + bottom) / 2) <= MIDDLE * (bottom - top)
            if is_middle and min(line.end, right) - max(line.start, left) >= COVERED * (right - left):
                through.add(at)
        if any(any(map(str.isdigit, words[at].text)) for at in through):
            gone |= through
    return gone


def _struck(page: Any, place: Place) -> Iterator[Box]:
    """What a reader's program marked as struck out, on the page as it is shown."""
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), MOST_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        if pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_STRIKEOUT:
            quad = pdfium.FS_QUADPOINTSF()
            for nth in range(min(pdfium.FPDFAnnot_CountAttachmentPoints(annotation), MOST_QUADS)):
                if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, nth, ctypes.byref(quad)):
                    across = (quad.x1, quad.x2, quad.x3, quad.x4)
                    up = (quad.y1, quad.y2, quad.y3, quad.y4)
                    yield place((min(across), min(up), max(across), max(up)))
        pdfium.FPDFPage_CloseAnnot(annotation)


def _middle(box: Box) -> Edge:
    left, top, right, bottom = box
    return Edge(level=True, at=(top + bottom) / 2, start=left - 1, end=right + 1)

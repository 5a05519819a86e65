"""Turns a PDF page into its words, with boxes as a person sees the page. Runs in the reader process alone."""

import ctypes
import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium

from agent.extract.paper.unchecked import INT, POINTER, address, unchecked
from agent.facts.documents import Box, Word

LEAST_HEIGHT = 1.0  # points: what is smaller is not meant to be read
SLANT = (
    0.25  # of a word's run: as far it may climb or fall beside; a scan is turned by less, a watermark by more
)
ASLANT = 4
LINE_END_HYPHENS = "\x02\ufffe"  # PDFium's marks for a hyphen at the end of a line
_WORD = re.compile(r"\S+")
_HYPHEN = re.compile(f"[{LINE_END_HYPHENS}\u00ad]")
_UNREADABLE = re.compile("[\x00-\x1f\ufffd]+")  # glyphs of which the font does not say the character
_RECT = ctypes.sizeof(pdfium.FS_RECTF)  # four floats: left, top, right, bottom
_loose_box = unchecked(pdfium.FPDFText_GetLooseCharBox, INT, POINTER, INT, POINTER)

Place = Callable[[Box], Box]
"""From one page's coordinates to another's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """The words of a page. Sideways pages are turned until they read from left to right."""

    words: tuple[Word, ...]
    aside: tuple[Word, ...]  # words that run in another direction: stamps, notes along the edge
    place: Place  # from the PDF's own coordinates to these
    quarters: int  # clockwise, in which the words run on the page as shown


def page_words(page: Any, text_page: Any) -> PageWords:
    """The words of a PDFium page in points from the top left corner of the page as it is shown.

    Boxes are the fonts' line boxes (FPDFText_GetLooseCharBox) of the first and the last character. Words
    outside of the page, and those less than a point high, are nothing that a person sees.
    """
    show, width, height = _shown(page)
    quarters = page.get_rotation() // 90 % 4
    left_edge, _, _, top_edge = page.get_bbox()
    across, down = 2 * width, 2 * height
    seen: list[tuple[str, Box, int]] = []
    counts = [0, 0, 0, 0, 0]
    for text, first, last in _runs(text_page):
        left, bottom, start, top = first
        end, low, right, high = last
        is_level = bottom == low and top == high and left <= end and start <= right
        if is_plain := is_level and not quarters:
            box = (left - left_edge, top_edge - top, right - left_edge, top_edge - bottom)
        else:
            box = show((left, bottom, right, top) if is_level else _around(first, last))
        x0, y0, x1, y1 = box
        is_drawn = x1 - x0 >= LEAST_HEIGHT or y1 - y0 >= LEAST_HEIGHT
        if not (is_drawn and 0 <= x0 + x1 <= across and 0 <= y0 + y1 <= down):
            continue
        if not " " < text[0] < "~" and _UNREADABLE.fullmatch(text):
            continue
        direction = 0 if is_plain else _direction(text, first, last, quarters)
        counts[direction] += len(text)
        seen.append((text, box, direction))
    main = max((0, 1, 2, 3), key=counts.__getitem__)
    upright = _upright(main, width, height)
    if counts[0] == sum(counts):  # as nearly every page
        words = tuple([Word(text=text, box=box) for text, box, _ in seen])
        return PageWords(words=words, aside=(), place=show, quarters=0)
    turned = [(Word(text=text, box=upright(box)), direction) for text, box, direction in seen]
    is_aside = [direction != main and len(word.text) > 1 for word, direction in turned]
    return PageWords(
        words=tuple(word for (word, _), aside in zip(turned, is_aside, strict=True) if not aside),
        aside=tuple(word for (word, _), aside in zip(turned, is_aside, strict=True) if aside),
        place=lambda box: upright(show(box)),
        quarters=main,
    )


def _runs(text_page: Any) -> Iterator[tuple[str, Box, Box]]:
    """Each word with the boxes of its first and last character, in the PDF's own coordinates."""
    text = _text(text_page, text_page.count_chars())
    spans = [match.span() for match in _WORD.finditer(text)]
    if has_hyphens := _HYPHEN.search(text):
        spans = [piece for start, end in spans for piece in _unhyphenated(text, start, end)]
    words = [text[start:end] for start, end in spans]
    boxes = _char_boxes(text_page, [at for start, end in spans for at in (start, end - 1)])
    return zip(map(_cleaned, words) if has_hyphens else words, boxes[::2], boxes[1::2], strict=True)


def _text(text_page: Any, count: int) -> str:
    """The text, one character for each of PDFium's: as a whole where the counts agree, else one by one.

    Characters beyond U+FFFF and glyphs without a character shift the whole text against the boxes.
    """
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    if written - 1 == count:
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", errors="replace")
        if len(text) == count:
            return text
    return "".join(_character(pdfium.FPDFText_GetUnicode(text_page, at)) for at in range(count))


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _unhyphenated(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A word that PDFium joined over the end of a line is two."""
    for at in range(start, end - 1):
        if text[at] in LINE_END_HYPHENS:
            yield start, at + 1
            start = at + 1
    yield start, end


def _cleaned(text: str) -> str:
    return _HYPHEN.sub("-", text)  # what is drawn as a hyphen is one


def _char_boxes(text_page: Any, places: Sequence[int]) -> list[Box]:
    """The line boxes of these characters, in the PDF's own coordinates; where one has no height, its ink."""
    if not places:
        return []
    rects = (ctypes.c_float * (4 * len(places)))()
    start = ctypes.addressof(rects)
    slots = range(start, start + _RECT * len(places), _RECT)
    deque(map(_loose_box, repeat(address(text_page.raw)), places, slots), maxlen=0)
    edges = memoryview(rects).cast("B").cast("f").tolist()  # an eighth of list(rects)'s time
    boxes: list[Box] = list(zip(edges[::4], edges[3::4], edges[2::4], edges[1::4], strict=True))
    for nth, (left, bottom, right, top) in enumerate(boxes):
        if right <= left or top <= bottom:
            boxes[nth] = text_page.get_charbox(places[nth])
    return boxes


def _shown(page: Any) -> tuple[Place, float, float]:
    """From a page's own coordinates (upwards, any origin) to the page as it is shown, with its size.

    ISO 32000-1, table 30: CropBox, and Rotate clockwise in quarters.
    """
    left, bottom, right, top = page.get_bbox()
    across, up = right - left, top - bottom
    match page.get_rotation() // 90 % 4:
        case 0:
            return (lambda b: (b[0] - left, top - b[3], b[2] - left, top - b[1])), across, up
        case 1:
            return (lambda b: (b[1] - bottom, b[0] - left, b[3] - bottom, b[2] - left)), up, across
        case 2:
            return (lambda b: (right - b[2], b[1] - bottom, right - b[0], b[3] - bottom)), across, up
        case _:
            return (lambda b: (top - b[3], right - b[2], top - b[1], right - b[0])), up, across


def _upright(direction: int, width: float, height: float) -> Place:
    """Turns a shown page until words that run to the right (0), down (1), left (2) or up (3) run right."""
    match direction:
        case 0:
            return lambda b: b
        case 1:
            return lambda b: (b[1], width - b[2], b[3], width - b[0])
        case 2:
            return lambda b: (width - b[2], height - b[3], width - b[0], height - b[1])
        case _:
            return lambda b: (height - b[3], b[0], height - b[1], b[2])


def _direction(text: str, first: Box, last: Box, quarters: int) -> int:
    """Where a word runs on the page as shown: 0 right, 1 down, 2 left, 3 up, 4 aslant. Arabic and Hebrew run left, upright."""
    across = last[0] + last[2] - first[0] - first[2]
    down = first[1] + first[3] - last[1] - last[3]
    if quarters:
        across, down = ((-down, across), (-across, -down), (down, -across))[quarters - 1]
    if min(abs(across), abs(down)) > max(SLANT * max(abs(across), abs(down)), 2 * (first[3] - first[1])):
        return ASLANT
    if abs(down) > abs(across):
        return 1 if down > 0 else 3
    return 2 if across < 0 and not "\u0590" <= text[0] <= "\u08ff" else 0


def _around(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])

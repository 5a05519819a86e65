"""Draws the pages of a PDF as pictures on which the boxes of spans lie. Runs in the reader process alone."""

import io
from collections.abc import Sequence

import pypdfium2

from agent.extract.paper.fonts import draw_with_fonts
from agent.extract.paper.words import page_words
from agent.facts.documents import PagePicture

MOST_PAGES = 20  # of one part
MOST_PIXELS = 2_500_000  # of one page: a page of A4 at 150 dots an inch has 2.2 million
SHARPEST = 2.0  # pixels a point
LEAST_SIDE, LONGEST_SIDE = 1.0, 14_400.0  # points: ISO 32000-1, annex C
COLOURS = 32


def draw_pages(content: bytes, pages: Sequence[int]) -> tuple[PagePicture, ...]:
    """Pictures of these pages, those that there are; turned as the words were (words.py)."""
    draw_with_fonts()
    pdf = pypdfium2.PdfDocument(content)
    try:
        if pdf.get_formtype():
            pdf.init_forms()
        wanted = [number for number in pages if 1 <= number <= len(pdf)][:MOST_PAGES]
        drawn = (_draw(pdf, number) for number in wanted)
        return tuple(picture for picture in drawn if picture is not None)
    finally:
        pdf.close()


def _draw(pdf: pypdfium2.PdfDocument, number: int) -> PagePicture | None:
    page = pdf[number - 1]
    try:
        width, height = page.get_size()
        if not (LEAST_SIDE <= width <= LONGEST_SIDE and LEAST_SIDE <= height <= LONGEST_SIDE):
            return None
        text_page = page.get_textpage()
        quarters = page_words(page, text_page).quarters
        text_page.close()
        scale = min(SHARPEST, (MOST_PIXELS / (width * height)) ** 0.5)
        image = page.render(scale=scale, rotation=(-90 * quarters) % 360).to_pil()
        out = io.BytesIO()
        image.convert("RGB").quantize(COLOURS).save(out, "PNG", optimize=True)
    finally:
        page.close()
    if quarters % 2:
        width, height = height, width
    return PagePicture(page=number, width=width, height=height, png=out.getvalue())

"""Turns scanned pages of a PDF, and pictures of pages, into documents. Runs in the scan process alone.

Pillow and PDFium decode what strangers sent: in this process, under its limits, and only formats that scanners write.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import pypdfium2
from PIL import Image, ImageOps, UnidentifiedImageError

from agent.extract.paper import geometry
from agent.extract.paper.fonts import draw_with_fonts
from agent.facts.documents import Document, Fault, Row, Source, Unread, Word

MOST_PAGES: Final = 10  # of one part
MOST_FRAMES: Final = 200  # of a TIFF, that are named where they are not read
MOST_DECODED: Final = 40_000_000  # pixels of a picture as it comes: A4 at 600 dpi has 35
MOST_RENDERED: Final = 6_000_000  # pixels of a PDF's page, more than are read
FORMATS: Final = ("PNG", "JPEG", "TIFF")
RENDERED_DPI: Final = 200
PAPER: Final = 842  # points of the longer side of a page, where a picture does not say its size
_LEAST_DPI, _MOST_DPI = (
    90,
    1_200,
)  # what a picture says of itself that may be a scan's; cameras and screens say 72

Words = Callable[[Image.Image, float], tuple[Word, ...]]
"""The words of a picture, in points, where a pixel's side is so many points."""


def read_scan(part: str, content: bytes, pages: Sequence[int], words: Words) -> Document | Unread:
    """The rows of these pages of a PDF, or of all pages of a PDF or a picture where none are named.

    What is beyond the limits, or shows no words, is `unseen`.
    """
    is_pdf = b"%PDF-" in content[:1024]
    try:
        found = _pdf_pages(content, pages) if is_pdf else _frames(content)
        return _read(part, found, words, Source.PDF if is_pdf else Source.PICTURE)
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        pypdfium2.PdfiumError,
        OSError,
        SyntaxError,
    ):
        return Unread(part=part, fault=Fault.BROKEN, detail="its picture can't be decoded")


def _read(
    part: str, pictures: Iterator[tuple[int, Image.Image | None, float]], words: Words, source: Source
) -> Document | Unread:
    rows: list[Row] = []
    unseen: list[int] = []
    recognised: list[int] = []
    for number, picture, points in pictures:
        found = geometry.rows(words(picture, points), number) if picture is not None else ()
        rows += found
        (recognised if found else unseen).append(number)
    if not rows:
        return Unread(part=part, fault=Fault.NO_TEXT, detail="no words were recognised in its pictures")
    return Document(
        part=part, source=source, rows=tuple(rows), unseen=tuple(unseen), recognised=tuple(recognised)
    )


def _pdf_pages(content: bytes, pages: Sequence[int]) -> Iterator[tuple[int, Image.Image | None, float]]:
    """Pages as pictures, each with its number and a pixel's side in points; None beyond the limit."""
    draw_with_fonts()
    pdf = pypdfium2.PdfDocument(content)
    try:
        for at, number in enumerate(pages or range(1, len(pdf) + 1)):
            if at >= MOST_PAGES:
                yield number, None, 1.0
                continue
            try:
                page = pdf[number - 1]
            except pypdfium2.PdfiumError:
                yield number, None, 1.0
                continue
            width, height = page.get_size()
            scale = min(RENDERED_DPI / 72, (MOST_RENDERED / (width * height)) ** 0.5)
            yield number, page.render(scale=scale, grayscale=True).to_pil(), 1 / scale
            page.close()
    finally:
        pdf.close()


def _frames(content: bytes) -> Iterator[tuple[int, Image.Image | None, float]]:
    """The pictures of a file, as they are held upright (Exif's orientation)."""
    with Image.open(io.BytesIO(content), formats=FORMATS) as file:
        for at in range(min(getattr(file, "n_frames", 1), MOST_FRAMES)):
            file.seek(at)
            if at >= MOST_PAGES or file.width * file.height > MOST_DECODED:
                yield at + 1, None, 1.0
                continue
            dpi = file.info.get("dpi")
            picture = _on_white(ImageOps.exif_transpose(file))
            yield at + 1, picture, _points(picture, dpi)


def _on_white(picture: Image.Image) -> Image.Image:
    """A picture in shades of grey; what is transparent in it is white."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture)
    if picture.mode.startswith("I;16"):
        picture = picture.point(lambda value: value / 256)
    return picture.convert("L")


def _points(picture: Image.Image, dpi: object) -> float:
    """A pixel's side in points: as the picture says, else as if it were a page."""
    if isinstance(dpi, tuple) and len(dpi) == 2 and dpi[0] == dpi[1] and _LEAST_DPI <= dpi[0] <= _MOST_DPI:
        return 72 / float(dpi[0])
    return PAPER / max(picture.size)

"""What the libraries alone do with a PDF: the baselines of `python -m bench reading`."""

import io
import logging
import os
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pdfplumber
import pypdfium2

from bench.papers import Paper
from bench.turns import Way


def plumber(content: bytes) -> None:
    """What its manual shows; pages are closed, or a long file fills the memory."""
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()
            page.close()


def text(content: bytes) -> None:
    """PDFium's text."""
    with closing(pypdfium2.PdfDocument(content)) as pdf:
        for index in range(len(pdf)):
            pdf[index].get_textpage().get_text_range()


def words(content: bytes) -> list[tuple[str, float, float, float, float]]:
    """Words with boxes as PDFium alone gives them: the text of a page, the boxes of first and last character."""
    found = []
    with closing(pypdfium2.PdfDocument(content)) as pdf:
        for index in range(len(pdf)):
            page = pdf[index].get_textpage()
            start = None
            for at, character in enumerate(page.get_text_range() + " "):
                if not character.isspace():
                    start = at if start is None else start
                elif start is not None:
                    left, bottom, _, top = page.get_charbox(start)
                    _, low, right, high = page.get_charbox(at - 1)
                    found.append((character, left, min(bottom, low), right, max(top, high)))
                    start = None
    return found


@cache
def invoice2data() -> ModuleType | None:
    """The package, where it is installed: the bench runs without it."""
    try:
        import invoice2data as found
    except ImportError:
        return None
    logging.getLogger("invoice2data").setLevel(
        logging.CRITICAL
    )  # it says for each file that it has no template
    return found  # type: ignore[no-any-return]


def templates_way(library: ModuleType, paper: Paper, folder: Path) -> Way:
    """Its own templates, loaded outside the clock; a file whose time is new, because it keeps texts by path and time."""
    from invoice2data.extract.loader import read_templates

    path = folder / paper.name
    path.write_bytes(paper.content)
    templates = _templates(read_templates)
    turn = iter(range(1_000_000))

    def read() -> None:
        os.utime(path, (1, next(turn)))
        found = library.extract_data(str(path), templates=templates)
        assert not found, f"invoice2data reads {paper.name} now: say so in bench/README.md"

    return read


@cache
def _templates(read_templates: Callable[[], Any]) -> Any:
    return read_templates()

"""Turns a PDF into a document: words by PDFium, rows by geometry, ruled cells by pdfplumber.

Runs in the reader process alone (agent/extract/worker.py): PDFium aborts and loops on hostile files.
"""

from collections.abc import Sequence
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from msgspec.structs import replace

from agent.extract.paper import ruled
from agent.extract.paper.crossed import without_crossed
from agent.extract.paper.embedded import with_embedded
from agent.extract.paper.fields import Field, text_fields, with_fields
from agent.extract.paper.fonts import read_without_fonts
from agent.extract.paper.page_looks import Looks, looks_of, without_unseen
from agent.extract.paper.page_objects import Objects, objects_of
from agent.extract.paper.rulings import Edge, page_edges
from agent.extract.paper.words import PageWords, page_words
from agent.facts.documents import Cell, Document, Fault, Row, Source, Unread

MAX_PAGES = 500
MAX_CHARACTERS = 300_000
MAX_ANNOTATIONS = 2_000
LEAST_EDGES = 4  # fewer rule no table
SHOWN_ANNOTATIONS = (  # form fields, typed notes, stamps
    pdfium.FPDF_ANNOT_WIDGET,
    pdfium.FPDF_ANNOT_FREETEXT,
    pdfium.FPDF_ANNOT_STAMP,
)


def read_pdf(part: str, content: bytes) -> Document | Unread:
    """The rows of a PDF, page by page; boxes in points from the top left corner of the page as it is shown.

    A file that asks for a password to be opened is ENCRYPTED; one that only forbids copying is read. Pages without
    words, or with a picture and few of them, are `unseen`; where there are no others it is NO_TEXT. Words
    that a scanner's program recognised behind a picture are no surer than those that we recognise.
    """
    read_without_fonts()
    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            return Unread(part=part, fault=Fault.ENCRYPTED, detail="it opens with a password alone")
        return Unread(part=part, fault=Fault.BROKEN, detail="it is no PDF that can be opened")
    try:
        return with_embedded(_read(part, pdf), pdf)
    finally:
        pdf.close()


def _read(part: str, pdf: Any) -> Document | Unread:
    if len(pdf) > MAX_PAGES:
        return Unread(part=part, fault=Fault.TOO_LARGE, detail=f"{len(pdf)} pages; {MAX_PAGES} are read")
    if pdf.get_formtype() != pdfium.FORMTYPE_NONE:
        pdf.init_forms()
    rows: list[Row] = []
    unseen: list[int] = []
    layered: list[int] = []
    warnings: list[str] = []
    characters = tables = 0
    for number in range(1, len(pdf) + 1):
        try:
            page, fields = _open_page(pdf, number - 1)
        except pypdfium2.PdfiumError:
            warnings.append(f"page {number} is broken and was not read")
            continue
        try:
            text_page = page.get_textpage()
            characters += text_page.count_chars()
            if characters > MAX_CHARACTERS:
                detail = f"more than {MAX_CHARACTERS} characters"
                return Unread(part=part, fault=Fault.TOO_LARGE, detail=detail)
            words, said = with_fields(page, page_words(page, text_page), fields)
            warnings += (f"page {number}: {one}" for one in said)
            text_page.close()
            drawn = objects_of(page)
            looks, words, unshown = _seen(page, drawn, words)
            edges = page_edges(drawn, words.place)
            words, crossed = without_crossed(page, words, edges)
            unshown += [f"{crossed} words that are crossed out were not read"] if crossed else []
            warnings += (f"page {number}: {one}" for one in unshown)
            found = _page_rows(edges, words, number, tables)
            if looks is Looks.LAYERED:
                found = _unsure(found)
                layered.append(number)
            elif looks is Looks.PICTURE or (not found and drawn):
                unseen.append(number)
        finally:
            page.close()
        rows += found
        tables = max([tables, *(row.table for row in found if row.table is not None)])
    if all(row.page in unseen for row in rows):
        if warnings and not unseen:
            return Unread(part=part, fault=Fault.BROKEN, detail="none of its pages can be read")
        return Unread(part=part, fault=Fault.NO_TEXT, detail="its pages are pictures, without text")
    return Document(
        part=part, source=Source.PDF, rows=tuple(rows), warnings=tuple(warnings), unseen=tuple(unseen),
        recognised=tuple(layered),
    )  # fmt: skip


def _open_page(pdf: Any, index: int) -> tuple[Any, list[Field]]:
    """A page, with the values of its form fields drawn as text where it has any, and these fields."""
    page = pdf[index]
    if not _has_shown_annotations(page):
        return page, []
    fields = text_fields(pdf, page)
    pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
    page.close()
    return pdf[index], fields


def _has_shown_annotations(page: Any) -> bool:
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind in SHOWN_ANNOTATIONS:
            return True
    return False


def _seen(page: Any, drawn: Objects, words: PageWords) -> tuple[Looks, PageWords, list[str]]:
    """What a page is, and its words without those that nobody can see; a scan's own are hidden by their nature."""
    looks = looks_of(page, drawn, words) if words.words else Looks.TEXT
    if looks is not Looks.TEXT:
        return looks, words, []
    words, count = without_unseen(drawn, words)
    return looks, words, [f"{count} words that nobody can see were not read"] if count else []


def _unsure(rows: Sequence[Row]) -> list[Row]:
    """Rows that a scanner's program recognised: it does not say how sure it was."""
    return [replace(row, cells=tuple(replace(cell, confidence=0.5) for cell in row.cells)) for row in rows]


def _page_rows(edges: Sequence[Edge], words: PageWords, number: int, last_table: int) -> list[Row]:
    rows = ruled.page_rows(words.words, edges if len(edges) >= LEAST_EDGES else [], number, last_table)
    aside = (Cell(text=word.text, box=word.box) for word in words.aside)
    return [*rows, *(Row(cells=(cell,), page=number, table=None) for cell in aside)]

"""The fields of a PDF form: what a person does not see is hidden, what PDFium does not draw as words becomes words.

PDFium draws a field by its appearance stream, else by its value (ISO 32000-1, 12.7.3.3). Runs in the reader process
alone.
"""

import ctypes
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw as pdfium

from agent.extract.paper.words import PageWords
from agent.facts.documents import Box, Word

MOST_FIELDS = 2_000  # of a page
MOST_CHARACTERS = 5_000  # of a value
LEAST_SIDE = 4.0  # points of a field that a person reads
_NO_VIEW = pdfium.FPDF_ANNOT_FLAG_NOVIEW
_HIDDEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN
_PASSWORD, _COMB = 1 << 13, 1 << 24  # ISO 32000-1, table 228
_LINE = 14.0  # points: the height of a line in a field, where it has room
_WIDTH = 0.4  # of a character, in heights of its line


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A text field that is shown; its box is in the PDF's own coordinates."""

    value: str
    box: Box
    is_drawn: bool  # as running words; else its letters stand in a comb of their own, which is left undrawn


def text_fields(pdf: Any, page: Any) -> list[Field]:
    """The text fields of a page with a value, and fields and notes that are not for the screen hidden."""
    found: list[Field] = []
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), MOST_FIELDS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        flags = pdfium.FPDFAnnot_GetFlags(annotation)
        if flags & (_NO_VIEW | _HIDDEN):
            pdfium.FPDFAnnot_SetFlags(annotation, flags | _HIDDEN)
        elif pdf.formenv is not None and (field := _field(pdf.formenv.raw, annotation)):
            if not field.is_drawn:
                pdfium.FPDFAnnot_SetFlags(annotation, flags | _HIDDEN)
            found.append(field)
        pdfium.FPDFPage_CloseAnnot(annotation)
    return found


def with_fields(page: Any, words: PageWords, fields: list[Field]) -> tuple[PageWords, list[str]]:
    """The words of a page with those of fields that are not drawn; one that shows another value than it holds has none."""
    kept, added = list(words.words), []
    warnings = []
    seen = words.place(page.get_bbox()) if fields else (0.0, 0.0, 0.0, 0.0)
    for field in fields:
        box = words.place(field.box)
        if min(box[2] - box[0], box[3] - box[1]) < LEAST_SIDE or not _is_inside(box, seen):
            continue
        inside = [word for word in kept if _is_inside(word.box, box)] if field.is_drawn else []
        shown, held = _told(" ".join(word.text for word in inside)), _told(field.value)
        if not shown:
            added += _set(field.value, box)
        elif shown not in held and held not in shown:
            kept = [word for word in kept if word not in inside]
            said = " ".join(word.text for word in inside)
            warnings.append(f"a field shows {said[:60]!r} and holds {field.value[:60]!r}: neither was read")
    return replace(words, words=(*kept, *added)), warnings


def _field(form: Any, annotation: Any) -> Field | None:
    """A text field with a value; None for other fields, which are as they are drawn."""
    if pdfium.FPDFAnnot_GetFormFieldType(form, annotation) != pdfium.FPDF_FORMFIELD_TEXTFIELD:
        return None
    flags = pdfium.FPDFAnnot_GetFormFieldFlags(form, annotation)
    value = _value(form, annotation)
    rect = pdfium.FS_RECTF()
    if flags & _PASSWORD or not value.strip() or not pdfium.FPDFAnnot_GetRect(annotation, rect):
        return None
    left, right = sorted((rect.left, rect.right))
    bottom, top = sorted((rect.bottom, rect.top))
    return Field(value=value, box=(left, bottom, right, top), is_drawn=not flags & _COMB)


def _value(form: Any, annotation: Any) -> str:
    size = pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, None, 0)
    if not 2 < size <= 2 * MOST_CHARACTERS:
        return ""
    buffer = (ctypes.c_ushort * (size // 2))()
    pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, size)
    return bytes(buffer).decode("utf-16-le", errors="replace").rstrip("\0")


def _told(text: str) -> str:
    """Letters and digits alone: fields are formatted as they are shown (1234.5 as $1,234.50)."""
    return "".join(one for one in text.casefold() if one.isalnum())


def _is_inside(one: Box, other: Box) -> bool:
    """True where the middle of one lies in the other."""
    x, y = (one[0] + one[2]) / 2, (one[1] + one[3]) / 2
    return other[0] <= x <= other[2] and other[1] <= y <= other[3]


def _set(value: str, box: Box) -> list[Word]:
    """A value as words in its field: lines from the top, letters of one width."""
    left, top, right, bottom = box
    lines = value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    height = min((bottom - top) / len(lines), _LINE)
    words = []
    for number, line in enumerate(lines):
        step = min((right - left) / max(len(line), 1), _WIDTH * height)
        at = 0
        for piece in line.split():
            at = line.index(piece, at)
            x, y = left + at * step, top + number * height
            words.append(
                Word(
                    text=piece,
                    box=(round(x, 2), round(y, 2), round(x + len(piece) * step, 2), round(y + height, 2)),
                )
            )
            at += len(piece)
    return words

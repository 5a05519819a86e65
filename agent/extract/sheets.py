"""Turns a workbook (XLSX, XLSB, XLS, ODS) into a document, a page and a table for each sheet that is shown.

Runs in the reader process alone (agent/extract/worker.py).
"""

import io
import math
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import python_calamine as calamine

from agent.extract.archive import Unopened, opened
from agent.extract.body import grid_cell
from agent.facts.documents import Document, Fault, Row, Source, Unread

MAX_ROWS = 50_000
MAX_CELLS = 200_000  # with something in them
MAX_AREA = 4_000_000  # cells from the first to the last, empty ones too
PLACES = 6  # decimals that are kept: what a binary fraction shows beyond them was never typed
MOST_DIGITS = 15  # of a whole number that a binary fraction holds exactly, as Excel does

_ENCRYPTED = "EncryptedPackage\0".encode("utf-16-le")  # [MS-OFFCRYPTO] 2.3.4.4
Value = int | float | str | bool | time | date | datetime | timedelta


def read_sheets(part: str, content: bytes) -> Document | Unread:
    """The rows of all sheets that are shown; boxes are column and row, counted from 1.

    A whole number of more than 15 digits that was stored as a number has lost its last ones: its cell is
    empty, and a warning says where it was.
    """
    fault = _fault(content)
    if fault is not None:
        return Unread(part=part, fault=fault[0], detail=fault[1])
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            return _read(part, workbook)
    except calamine.PasswordError:
        return Unread(part=part, fault=Fault.ENCRYPTED, detail="it opens with a password alone")
    except calamine.CalamineError as error:
        return Unread(
            part=part, fault=Fault.BROKEN, detail=f"it is no workbook that can be opened: {error}"[:200]
        )


def _fault(content: bytes) -> tuple[Fault, str] | None:
    """Why a workbook is not opened at all: told by its container, before anything is unpacked."""
    if not content.startswith(b"PK"):
        return (Fault.ENCRYPTED, "it opens with a password alone") if _ENCRYPTED in content else None
    try:
        opened(content).close()
    except Unopened as why:
        return why.fault, why.detail
    return None


def _read(part: str, workbook: calamine.CalamineWorkbook) -> Document | Unread:
    rows: list[Row] = []
    warnings: list[str] = []
    cells = 0
    for number, meta in enumerate(workbook.sheets_metadata, start=1):
        if meta.visible != calamine.SheetVisibleEnum.Visible or meta.typ != calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_index(number - 1)
        if sheet.height * sheet.width > MAX_AREA or sheet.height > MAX_ROWS:
            return _too_large(part)
        top, left = sheet.start or (0, 0)
        for offset, values in enumerate(sheet.to_python(), start=top + 1):
            texts = [_text(value) for value in values]
            lost = [column for column, text in enumerate(texts, start=left + 1) if text is None]
            warnings += (_lost(meta.name, column, offset) for column in lost)
            if not any(texts) and not lost:
                continue
            cells += sum(map(bool, texts))
            if len(rows) == MAX_ROWS or cells > MAX_CELLS:
                return _too_large(part)
            row = tuple(
                grid_cell(text or "", column, offset) for column, text in enumerate(texts, start=left + 1)
            )
            rows.append(Row(cells=row, page=number, table=number))
    if not rows:
        return Unread(part=part, fault=Fault.NO_TEXT, detail="the sheets that it shows are empty")
    return Document(part=part, source=Source.SHEET, rows=tuple(rows), warnings=tuple(warnings))


def _too_large(part: str) -> Unread:
    return Unread(part=part, fault=Fault.TOO_LARGE, detail=f"more than {MAX_ROWS} rows or {MAX_CELLS} cells")


def _lost(sheet: str, column: int, row: int) -> str:
    digits = f"more than {MOST_DIGITS} digits was stored as a number and has lost its last ones"
    return f"sheet {sheet}, row {row}, column {column}: a number of {digits}"


def _text(value: Value) -> str | None:
    """A cell's value as text; None for a number whose last digits are lost."""
    match value:
        case str():
            return value.strip()
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return _number(value)
        case datetime():
            at_midnight = value.time() == time()
            return value.date().isoformat() if at_midnight else value.isoformat(sep=" ", timespec="seconds")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat(timespec="seconds")
        case timedelta():
            return str(value)


def _number(value: float) -> str | None:
    """A plain decimal: no exponent, no binary noise, no ".0"."""
    if not math.isfinite(value):
        return ""
    if abs(value) >= 10**MOST_DIGITS:
        return None
    kept = round(value, PLACES)
    return str(int(kept)) if kept == int(kept) else f"{Decimal(repr(kept)):f}"

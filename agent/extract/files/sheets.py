"""Turns a workbook (XLSX, XLSB, XLS, ODS) into a document, a page and a table for each sheet that is shown.

Runs in the reader process alone (agent/extract/worker.py).
"""

import io
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import python_calamine as calamine

from agent.extract.files.archive import Unopened, opened
from agent.extract.files.body import grid_cell
from agent.extract.files.delimited import is_lost
from agent.extract.files.unshown_rows import Unshown, unshown_rows
from agent.facts.documents import Document, Fault, Row, Source, Unread

MAX_ROWS = 50_000
MAX_CELLS = 200_000  # with something in them
MAX_AREA = 4_000_000  # cells from the first to the last, empty ones too
PLACES = 6  # decimals that are kept: what a binary fraction shows beyond them was never typed
GROUP = 3  # digits after a mark that may part thousands
MOST_DIGITS = 15  # of a whole number that a binary fraction holds exactly, as Excel does
LOST_DIGITS = f"a number of more than {MOST_DIGITS} digits was stored as a number and has lost its last ones"

MOST_MERGED = 10_000  # ranges of a sheet

_MONEY = re.compile(r"\d[.,]\d\d(?!\d)|\A\W{0,3}[\d.,]{1,9}\W{0,2}元?\Z")
_ENCRYPTED = "EncryptedPackage\0".encode("utf-16-le")  # [MS-OFFCRYPTO] 2.3.4.4
Value = int | float | str | bool | time | date | datetime | timedelta


def read_sheets(part: str, content: bytes) -> Document | Unread:
    """The rows that are shown of all sheets that are; boxes are column and row, counted from 1.

    A whole number of more than 15 digits that was stored as a number has lost its last ones: its cell is
    empty, and a warning says where it was.
    """
    fault = _fault(content)
    if fault is not None:
        return Unread(part=part, fault=fault[0], detail=fault[1])
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            return _read(part, workbook, unshown_rows(content))
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


def _read(
    part: str, workbook: calamine.CalamineWorkbook, unshown: Mapping[str, Unshown]
) -> Document | Unread:
    rows: list[Row] = []
    warnings: list[str] = []
    cells = 0
    for number, meta in _shown(workbook):
        sheet = workbook.get_sheet_by_index(number - 1)
        if sheet.height * sheet.width > MAX_AREA or sheet.height > MAX_ROWS:
            return _too_large(part)
        unseen = unshown.get(meta.name, Unshown())
        skipped = struck = 0
        for at, left, texts in _texts(sheet):
            if at in unseen.hidden:
                skipped += any(texts)
                continue
            if at in unseen.struck:
                struck += any(texts)
                continue
            lost = [column for column, text in enumerate(texts, start=left) if text is None]
            warnings += (f"sheet {meta.name}, cell {_letters(column)}{at}: {LOST_DIGITS}" for column in lost)
            if not any(texts) and not lost:
                continue
            cells += sum(map(bool, texts))
            if len(rows) == MAX_ROWS or cells > MAX_CELLS:
                return _too_large(part)
            row = tuple(grid_cell(text or "", column, at) for column, text in enumerate(texts, start=left))
            rows.append(Row(cells=row, page=number, table=number))
        left_out = ((skipped, "hidden rows"), (struck, "rows that are struck through"))
        warnings += (f"sheet {meta.name}: {count} {what} were not read" for count, what in left_out if count)
    if not rows:
        return Unread(part=part, fault=Fault.NO_TEXT, detail="the sheets that it shows are empty")
    return Document(part=part, source=Source.SHEET, rows=tuple(rows), warnings=tuple(warnings))


def _shown(workbook: calamine.CalamineWorkbook) -> Iterator[tuple[int, calamine.SheetMetadata]]:
    """The sheets of cells that are not hidden, each with its number."""
    for number, meta in enumerate(workbook.sheets_metadata, start=1):
        is_sheet = meta.typ == calamine.SheetTypeEnum.WorkSheet
        if is_sheet and meta.visible == calamine.SheetVisibleEnum.Visible:
            yield number, meta


def _texts(sheet: calamine.CalamineSheet) -> Iterator[tuple[int, int, list[str | None]]]:
    """Each row's number, the number of its first column, and its texts."""
    top, left = sheet.start or (0, 0)
    grid = sheet.to_python()
    _fill_down(grid, (sheet.merged_cell_ranges or ())[:MOST_MERGED], top, left)
    for at, values in enumerate(grid, start=top + 1):
        yield at, left + 1, [_text(value) for value in values]


def _too_large(part: str) -> Unread:
    return Unread(part=part, fault=Fault.TOO_LARGE, detail=f"more than {MAX_ROWS} rows or {MAX_CELLS} cells")


def _fill_down(
    grid: list[list[Value]], merged: Iterable[tuple[tuple[int, int], tuple[int, int]]], top: int, left: int
) -> None:
    """Repeats what stands in a cell that is merged downwards: a document, a day or a reference of several rows.

    An amount is not repeated: it is paid once.
    """
    for (first, column), (last, last_column) in merged:
        at, below, across = first - top, last - top, column - left
        if column != last_column or not 0 <= at < below < len(grid) or not 0 <= across < len(grid[at]):
            continue
        value = grid[at][across]
        is_text = isinstance(value, str) and not _MONEY.search(value.strip())
        if value and (is_text or isinstance(value, date)):
            for row in grid[at + 1 : below + 1]:
                row[across] = row[across] or value


def _letters(column: int) -> str:
    """A column's name as programs show it: A, Z, AA."""
    letters = ""
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def _text(value: Value) -> str | None:
    """A cell's value as text; None for a number whose last digits are lost."""
    match value:
        case str():
            return None if is_lost(value.strip()) else value.strip()
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
    if kept == int(kept):
        return str(int(kept))
    whole, _, part = f"{Decimal(repr(kept)):f}".partition(".")
    return f"{whole}.{part}" if len(part) != GROUP else f"{whole}.{part}0"  # 796.152 is no 796 thousand

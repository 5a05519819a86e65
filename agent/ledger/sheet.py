"""EDGE a CSV or XLSX file of the operator's to rows of text."""

import csv
import io
from datetime import date, datetime
from pathlib import Path

from agent.errors import AgentError


def read_rows(path: Path) -> list[list[str]]:
    """All rows. AgentError where the file is missing, not UTF-8, or no workbook."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise AgentError(
            f"{path}: can't be opened ({error.strerror}); give the path of a CSV or XLSX file"
        ) from error
    if content[:2] == b"PK" or content[:4] == b"\xd0\xcf\x11\xe0":
        return _workbook(path)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AgentError(
            f"{path}: is not UTF-8 (byte {error.start}); save it as CSV UTF-8 or XLSX"
        ) from error
    try:
        return list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise AgentError(f"{path}: is no CSV file ({error}); save it as CSV UTF-8 or XLSX") from error


def _workbook(path: Path) -> list[list[str]]:
    from python_calamine import CalamineError, CalamineWorkbook  # only where a workbook is imported

    try:
        rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    except (CalamineError, IndexError, OSError) as error:
        raise AgentError(
            f"{path}: can't be read as a workbook ({error}); save it as XLSX or CSV UTF-8"
        ) from error
    return [
        [_text(cell, f"{path}: row {number}, column {place}") for place, cell in enumerate(row, start=1)]
        for number, row in enumerate(rows, start=1)
    ]


def _text(cell: object, where: str) -> str:
    match cell:
        case datetime():
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
        case float() if cell.is_integer():
            if abs(cell) >= 10**15:
                raise AgentError(
                    f"{where}: the number {cell:.0f} has lost its last digits; format the column as text"
                )
            return str(int(cell))
        case float():
            return repr(cell)
        case _:
            return str(cell)

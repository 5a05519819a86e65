"""EDGE a CSV or XLSX file of the operator's to rows of text."""

import csv
import io
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Final

from agent.errors import AgentError
from agent.undeclared import guessed

_DELIMITERS: Final = ",\t;"  # where several fit alike, the first
_LEAST_FIELDS: Final = 3  # of a row that tells what parts its fields: lists within a cell have ";" too
_SAMPLE: Final = 60  # rows that tell it


def read_rows(path: Path) -> list[list[str]]:
    """All rows. AgentError where the file is missing, in a charset that is not sure, or no workbook."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise AgentError(
            f"{path}: can't be opened ({error.strerror}); give the path of a CSV or XLSX file"
        ) from error
    if content[:2] == b"PK" or content[:4] == b"\xd0\xcf\x11\xe0":
        return _workbook(path)
    try:
        return _delimited(_decoded(content, path))
    except csv.Error as error:
        raise AgentError(f"{path}: is no CSV file ({error}); save it as CSV UTF-8 or XLSX") from error


def _decoded(content: bytes, path: Path) -> str:
    """UTF-8, or a charset of East Asia (GB18030, Big5, ...) or UTF-16 where every byte of the file is that."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        guess = guessed(content)
        if guess is None or "\ufffd" in guess.text:
            raise AgentError(
                f"{path}: is not UTF-8 (byte {error.start}); save it as CSV UTF-8 or XLSX"
            ) from error
        return guess.text


def _delimited(text: str) -> list[list[str]]:
    """Rows of fields parted by commas, or by what parts more rows of its beginning into as many fields."""
    head = text.splitlines(keepends=True)[:_SAMPLE]
    delimiter = max(_DELIMITERS, key=lambda one: _fit(head, one))
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def _fit(lines: list[str], delimiter: str) -> int:
    """How many rows have the same number of fields, at least three."""
    counts = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter))
    return max((rows for fields, rows in counts.items() if fields >= _LEAST_FIELDS), default=0)


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

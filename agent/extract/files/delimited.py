"""Turns delimited text (CSV with comma, semicolon, tab or pipe) into a document of rows with columns."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from agent.extract.files.body import grid_cell
from agent.facts.documents import Document, Fault, Row, Source, Unread

MAX_ROWS = 50_000
MAX_CELLS = 200_000
MOST_LINES = 50  # in one quoted field; more is a quote that was never closed
_SAMPLE = 60  # records that choose the delimiter
_DELIMITERS = "\t;|,"  # where several fit alike, the first: a comma is also the decimal sign of amounts
_SEPARATOR_LINE = re.compile(r"sep=([\t;|,])\n")  # what Excel writes above
_LEAST_FIELDS_BELOW, _LEAST_LINES_BELOW = 5, 3  # of a table below other lines
_LOST = re.compile(r"\d(?:[.,]\d{1,14})?E\+(?:1[5-9]|[2-9]\d)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_FRONT = re.compile(r"-?[$€£¥]?\d{1,3}|-?\d+")  # of a number that a delimiter parts
_BACK = re.compile(r"\d{3}(?:\.\d\d)?|\d\d")
_FORMULA_TEXT = re.compile(r'="([^"]*)"')  # ="00123" keeps the zeros in Excel

Records = list[list[str]]


def read_delimited(part: str, text: str) -> Document | Unread:
    """All rows of the text as one table, what stands above the headings too; boxes are column and record.

    A number that a program saved without its last digits is an empty cell and a warning.
    """
    text, delimiter = _delimiter(text)
    rows: list[Row] = []
    warnings: list[str] = []
    cells = headings = 0
    for number, record in enumerate(_records(text, delimiter), start=1):
        texts = [cleaned(field) for field in record]
        if not any(texts):
            continue
        if sum(map(bool, texts)) > 1 and not any(map(_DIGIT.search, texts)):
            headings = len(texts)
        elif headings and _is_split(texts, headings):
            detail = (
                f"row {number} has more values than headings: the {delimiter!r} in its number parts it in two"
            )
            return Unread(part=part, fault=Fault.BROKEN, detail=detail)
        cells += len(texts)
        if len(rows) == MAX_ROWS or cells > MAX_CELLS:
            return Unread(
                part=part, fault=Fault.TOO_LARGE, detail=f"more than {MAX_ROWS} rows or {MAX_CELLS} cells"
            )
        lost = [column for column, text in enumerate(texts, start=1) if is_lost(text)]
        warnings += (
            f"row {number}, column {column}: a number has lost its last digits ({texts[column - 1]})"
            for column in lost
        )
        columns = enumerate(texts, start=1)
        row = tuple(grid_cell("" if column in lost else text, column, number) for column, text in columns)
        rows.append(Row(cells=row, page=1, table=1))
    return Document(part=part, source=Source.CSV, rows=tuple(rows), warnings=tuple(warnings))


def _is_split(texts: list[str], headings: int) -> bool:
    """True for a record longer than its headings, where a number was written with the delimiter: LC-1,812,40."""
    parted = sum(bool(_FRONT.fullmatch(one) and _BACK.fullmatch(other)) for one, other in pairwise(texts))
    return 0 < parted == sum(map(bool, texts)) - headings


def is_lost(text: str) -> bool:
    """True for a number of more than 15 digits as Excel shows and saves it: 2.4502E+19."""
    return _LOST.fullmatch(text) is not None


def is_delimited(text: str) -> bool:
    """Whether a plain text is a table: almost all lines have the same three or more fields.

    Below a preamble, as banks write it, most of the lines have the same five or more.
    """
    best = max((_fit(text, delimiter) for delimiter in _DELIMITERS), default=(0.0, 0))
    return (best[0] >= 0.9 and best[1] >= 3) or any(_is_list_below(text, one) for one in _DELIMITERS)


def _is_list_below(text: str, delimiter: str) -> bool:
    counts = [len(record) for record in _first(text, delimiter) if any(field.strip() for field in record)]
    most, lines = max(Counter(counts).items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    below = counts[counts.index(most) :] if counts else []
    return most >= _LEAST_FIELDS_BELOW and lines >= _LEAST_LINES_BELOW and lines >= 0.8 * len(below)


def cleaned(field: str) -> str:
    """A field without what exports add: padding, ="…", and the apostrophe or backtick that says text."""
    field = field.strip()
    if found := _FORMULA_TEXT.fullmatch(field):
        field = found.group(1).strip()
    if field[:1] in ("'", "`") and field[-1:] != field[:1]:
        field = field[1:].strip()
    return field


def _delimiter(text: str) -> tuple[str, str]:
    if found := _SEPARATOR_LINE.match(text):
        return text[found.end() :], found.group(1)
    return text, max(_DELIMITERS, key=lambda delimiter: _fit(text, delimiter)[0])


def _fit(text: str, delimiter: str) -> tuple[float, int]:
    """How many of the first records have the same number of fields, at least two, and which number."""
    sample = [record for record in _first(text, delimiter) if any(field.strip() for field in record)]
    counts = Counter(len(record) for record in sample if len(record) > 1)
    if not counts:
        return 0.0, 0
    fields, records = max(counts.items(), key=lambda item: (item[1], item[0]))
    pieces = [field for record in sample for field in record[1:]]
    foreign = sum(
        field[:1] in set(_DELIMITERS) - {delimiter} for field in pieces
    )  # a padded field of another
    return records / len(sample) * (1 - foreign / len(pieces)), fields


def _first(text: str, delimiter: str) -> Records:
    start = text[:100_000].split("\n")[: 2 * _SAMPLE]
    return list(_read(start, delimiter, csv.QUOTE_MINIMAL))[:_SAMPLE]


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    lines = text.split("\n")
    quoted = list(_read(lines, delimiter, csv.QUOTE_MINIMAL))
    if any(field.count("\n") > MOST_LINES for record in quoted for field in record):
        return _read(lines, delimiter, csv.QUOTE_NONE)
    return iter(quoted)


def _read(lines: list[str], delimiter: str, quoting: Literal[0, 3]) -> Iterator[list[str]]:
    """The records of the lines; a field over the csv module's limit (131,072 characters) ends them."""
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter, quoting=quoting)
    try:
        yield from reader
    except csv.Error:
        return

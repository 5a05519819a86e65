"""Turns a table that lies on its side, a document a column, so that each document has a row."""

from collections import Counter
from dataclasses import replace
from typing import Final

from agent.extract.text.script import Script, within
from agent.facts.documents import Cell, Document, Row
from agent.rules.vocabulary import Column

_LEAST: Final = 2  # documents side by side


def turned(script: Script) -> Document | None:
    """The document with its table upright; None where no table of a format has all its documents in one row of headings."""
    named = Counter(script.row_of(one.start) for one in script.references if one.item)
    wide = [row for row, count in named.items() if count >= _LEAST and script.rows[row].table is not None]
    if len(wide) != 1 or not _heads(script, wide[0]):
        return None
    [row] = wide
    table = script.rows[row].table
    if sum(script.rows[other].table == table for other in named) > 1:
        return None
    first = last = row
    while first and _is_of(script, first - 1, row):
        first -= 1
    while last + 1 < len(script.rows) and _is_of(script, last + 1, row):
        last += 1
    if first == last:
        return None
    lying = script.rows[first : last + 1]
    upright = [
        Row(cells=tuple(_cell(one, column) for one in lying), page=lying[0].page, table=table)
        for column in range(max(len(one.cells) for one in lying))
    ]
    return replace(script.document, rows=(*script.rows[:first], *upright, *script.rows[last + 1 :]))


def _heads(script: Script, row: int) -> bool:
    """True for a row whose first cell is a heading of numbers, and whose documents stand in cells of their own."""
    cells = [one for one in script.places_of_row(row) if one.end > one.start]
    headings = within(script.hits.of("columns", Column.INVOICE), cells[0].start, cells[0].end)
    held = [script.references_in(one.start, one.end) for one in cells[1:]]
    return bool(headings) and all(len(each) < _LEAST for each in held) and sum(map(bool, held)) >= _LEAST


def _is_of(script: Script, row: int, home: int) -> bool:
    """True for a row of the same table with a word first and something in the columns of the documents."""
    if script.rows[row].table != script.rows[home].table:
        return False
    cells = script.rows[row].cells
    held = [
        place.column for place in script.places_of_row(home) if script.references_in(place.start, place.end)
    ]
    filled = [column for column in held if column < len(cells) and cells[column].text.strip()]
    return bool(cells and any(one.isalpha() for one in cells[0].text)) and len(filled) >= _LEAST


def _cell(row: Row, column: int) -> Cell:
    return row.cells[column] if column < len(row.cells) else Cell(text="", box=row.cells[-1].box)

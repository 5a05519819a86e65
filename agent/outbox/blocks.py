"""The text that a template gives to the blocks of a letter: paragraphs, answers to choose from, tables.

A template is plain lines. An empty line ends a paragraph; a line end inside one stays. Lines with "> " before
them stand in a box; "A. ", "1A. " or "- " begins an answer or a point of a list. Tables come as marks that no
value can hold.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from agent.outbox.tables import Table

_MARK: Final = "\x00"  # around a table's number; clean() takes it out of every value
_POINT: Final = re.compile(r"(\d?[A-H]\.|-)\s+(.*)\Z", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a paragraph; `label` is the letter of an answer, or "-"."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Lines that belong together; boxed where they ask for something."""

    lines: tuple[Line, ...]
    is_boxed: bool


Block = Paragraph | Table


def mark(table: Table | None, tables: list[Table]) -> str:
    """Files the table, and gives what a template says to place it; "" for None."""
    if table is None:
        return ""
    tables.append(table)
    return f"{_MARK}{len(tables) - 1}{_MARK}"


def blocks(text: str, tables: Sequence[Table]) -> tuple[Block, ...]:
    """Paragraphs and tables in their order."""
    found: list[Block] = []
    pending: list[str] = []

    def close() -> None:
        if pending:
            boxed = pending[0].startswith(">")
            found.append(Paragraph(lines=tuple(map(_line, pending)), is_boxed=boxed))
            pending.clear()

    for raw in text.splitlines():
        line = raw.strip(" \t")
        if not line or _MARK in line or (pending and line.startswith(">") != pending[0].startswith(">")):
            close()
        found.extend(tables[int(number)] for number in line.split(_MARK)[1::2])
        if line and _MARK not in line:
            pending.append(line)
    close()
    return tuple(found)


def _line(raw: str) -> Line:
    text = raw.removeprefix(">").strip()
    point = _POINT.match(text)
    return Line(label=point[1], text=point[2]) if point else Line(label="", text=text)

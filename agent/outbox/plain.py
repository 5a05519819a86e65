"""Blocks to plain text of 72 columns, where a wide East Asian character takes two."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, assert_never

from agent.outbox.blocks import Block, Paragraph
from agent.outbox.tables import Table
from agent.outbox.wording import TIED

COLUMNS: Final = 72
_GAP: Final = "  "
_NARROWEST: Final = 10  # below this a column of words is set under its row instead
_WIDE: Final = (
    "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\U00020000-\U0003fffd"
)
# A word, or one wide character, with the signs that may not be parted from it at a line's end (GB/T 15834).
_PIECE: Final = re.compile(rf" *[（《【“‘]*(?:[{_WIDE}]|[^ {_WIDE}]+)[，。、；：？！）】》”’…]*")


def plain(blocks: Iterable[Block]) -> str:
    """The text part of a letter, its lines ended by LF, empty lines between blocks."""
    return "\n".join("\n".join(_set(block)) + "\n" for block in blocks).replace(TIED, " ")


def _set(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            margin = "  " if block.is_boxed else ""
            for line in block.lines:
                label = f"{line.label} " if line.label else ""
                hang = " " * len(label)
                for number, piece in enumerate(wrapped(line.text, COLUMNS - len(margin) - len(label))):
                    yield margin + (hang if number else label) + piece
        case Table():
            yield from _table(block)
        case _:
            assert_never(block)


def width(text: str) -> int:
    """Columns on a terminal: 2 for wide and full-width characters (UAX 11), 0 for combining marks, else 1."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in ("Mn", "Me") else 1


def wrapped(text: str, columns: int) -> list[str]:
    """Lines of at most `columns`; breaks at spaces, between wide characters, in a word where it must."""
    lines, line, used = [], "", 0
    for piece in _PIECE.findall(text):
        needed = width(piece)
        if used + width(piece.rstrip()) > columns and line.strip():
            lines.append(line.rstrip())
            piece = piece.lstrip()
            line, used, needed = "", 0, width(piece)
        while needed > columns:
            head = _fitting(piece, columns)
            lines.append(head)
            piece = piece[len(head) :]
            needed = width(piece)
        line += piece
        used += needed
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _fitting(text: str, columns: int) -> str:
    used = 0
    for number, character in enumerate(text):
        used += _columns(character)
        if used > columns and number:
            return text[:number]
    return text


def _table(table: Table) -> Iterator[str]:
    rows = [table.headings, *table.rows, *([table.total] if table.total else [])]
    widths = _widths(rows, table.is_whole)
    yield from wrapped(table.caption, COLUMNS)
    if not any(table.headings):
        for row in table.rows:
            yield from _row(row, widths, table.is_right)
    elif not widths:
        yield from _stacked(table)
    else:
        rule = _GAP.join("-" * columns for columns in widths)
        yield rule
        yield from _row(table.headings, widths, table.is_right)
        yield rule
        for row in table.rows:
            yield from _row(row, widths, table.is_right)
        yield rule
        if table.total:
            yield from _row(table.total, widths, table.is_right)
    if table.more:
        yield from wrapped(table.more, COLUMNS)


def _widths(rows: Sequence[Sequence[str]], is_whole: Sequence[bool]) -> list[int]:
    """As wide as the widest cell; headings give way, then words, the first column last. Empty: no room."""
    room = COLUMNS - len(_GAP) * (len(is_whole) - 1)
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    if sum(widths) > room:
        heads = [max(map(width, _PIECE.findall(heading)), default=0) for heading in rows[0]]
        bodies = zip(*rows[1:], strict=True)
        widths = [max(head, *map(width, cells)) for head, cells in zip(heads, bodies, strict=True)]
    while sum(widths) > room:
        words = [n for n, whole in enumerate(is_whole) if not whole and widths[n] > _NARROWEST]
        if not words:
            return []
        widest = max(words, key=lambda n: (n > 0, widths[n]))
        widths[widest] = max(_NARROWEST, widths[widest] - (sum(widths) - room))
    return widths


def _row(cells: Sequence[str], widths: Sequence[int], is_right: Sequence[bool]) -> Iterator[str]:
    columns = [wrapped(cell, columns) for cell, columns in zip(cells, widths, strict=True)]
    for number in range(max(map(len, columns))):
        texts = [lines[number] if number < len(lines) else "" for lines in columns]
        yield _GAP.join(map(_padded, texts, widths, is_right)).rstrip()


def _padded(text: str, columns: int, is_right: bool) -> str:
    space = " " * (columns - width(text))
    return space + text if is_right else text + space


def _stacked(table: Table) -> Iterator[str]:
    """A row as lines of "heading: cell", where the columns are too wide to stand side by side."""
    for row in [*table.rows, *([table.total] if table.total else [])]:
        for heading, cell in zip(table.headings, row, strict=True):
            if cell:
                yield from wrapped(f"{heading}: {cell}", COLUMNS)
        yield ""

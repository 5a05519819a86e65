"""Turns the blocks of a mail's text, or of any plain text, into a document of rows and cells."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from agent.extract.paper.spaced import join_spaced
from agent.facts.documents import Cell, Document, Row, Source
from agent.facts.mail import Block, Grid, Line

MAX_ROWS = 20_000
MAX_CHARACTERS = 1_000_000
LEAST_TABS, LEAST_TABBED = 2, 2  # tabs of a line, and lines, that make a table
LEAST_PIPES = 2  # of a line of a table
TAB = 8  # columns to the next tab stop
HANZI = 2.0  # columns that an East Asian wide character takes: one em

MOST_SIGNED = 10  # lines of a signature
_DIGIT = re.compile(r"\d")

# Runs of words with one space between; pipes and box drawing lines are rules of a table drawn in text.
_PIECE = re.compile(r"[^\s|\u2502\u2503]+(?:[ \u00a0\u2009\u202f][^\s|\u2502\u2503]+)*")
_PIPED_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?")
_EMPHASIS = re.compile(r"\A(?P<sign>\*{1,3}|_{1,3}|`)(?P<said>[^*_`].*?)(?P=sign)\Z")
_PIECE_WITH_PIPES = re.compile(r"\S+(?:[ \u00a0\u2009\u202f]\S+)*")


def body_document(
    blocks: Iterable[Block], *, part: str = "body", source: Source = Source.BODY, table: int = 1
) -> Document:
    """The rows of a text: columns and lines counted from 1, wide characters two; blank lines have none.

    Text columns are cells where two spaces, a tab, an ideographic space or a drawn rule part them. Each table
    has a `table` number, counted from `table`. What is over the limits is left out with a warning.
    """
    rows: list[Row] = []
    line = characters = 0
    for block in _with_piped_tables(_with_tab_tables(blocks)):
        for cells, number in _block_rows(block, line, table):
            characters += sum(len(cell.text) for cell in cells)
            if len(rows) == MAX_ROWS or characters > MAX_CHARACTERS:
                warning = f"only the first {len(rows)} lines were read"
                return Document(part=part, source=source, rows=tuple(rows), warnings=(warning,))
            if cells:
                rows.append(Row(cells=cells, page=1, table=number))
        line += len(block.rows) if isinstance(block, Grid) else 1
        table += isinstance(block, Grid)
    return Document(part=part, source=source, rows=tuple(rows))


def without_signature(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks above the line "-- " (RFC 3676, section 4.3), where they say something and few lines stand below it."""
    marks = [at for at, block in enumerate(blocks) if isinstance(block, Line) and block.text.strip() == "--"]
    if not marks:
        return blocks
    above, below = blocks[: marks[-1]], blocks[marks[-1] + 1 :]
    is_said = any(isinstance(block, Grid) or _DIGIT.search(block.text) for block in above)
    is_short = sum(not isinstance(block, Grid) and bool(block.text.strip()) for block in below) <= MOST_SIGNED
    return above if is_said and is_short and not any(isinstance(block, Grid) for block in below) else blocks


def _with_tab_tables(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with lines that as many tabs part as a table, as they were copied from a sheet.

    Tab stops would put "INV-2003" and a heading of three letters in different columns.
    """
    for is_tabbed, run in groupby(blocks, key=lambda block: _tabs(block) >= LEAST_TABS):
        lines = list(run)
        texts = [block.text.strip(" ") for block in lines if isinstance(block, Line)]
        if is_tabbed and len(texts) >= LEAST_TABBED and _is_copied(texts):
            yield Grid(rows=tuple(tuple(text.split("\t")) for text in texts), depth=lines[0].depth)
        else:
            yield from lines


def _with_piped_tables(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with the tables of Markdown as tables: a rule of dashes and pipes below their headings says so.

    So are lines of as many pipes below headings where the pipes do not stand under each other: no column shows then.
    """
    lines = list(blocks)
    at = 0
    while at < len(lines):
        end = _end_of_piped(lines, at)
        if end > at:
            heads = _piped(lines[at])
            rows = [_piped(line) for line in lines[at:end] if not _is_piped_rule(line)]
            yield Grid(rows=tuple(row[: len(heads)] for row in rows), depth=lines[at].depth)
        else:
            yield lines[at]
        at = max(end, at + 1)


def _end_of_piped(lines: Sequence[Block], at: int) -> int:
    """Where a table ends whose headings stand in this line; the line itself where none begins."""
    count = _pipes(lines[at])
    rule = lines[at + 1] if count and at + 1 < len(lines) else None
    if rule is None:
        return at
    if not _is_piped_rule(rule):
        is_head = count >= LEAST_PIPES and _pipes(rule) == count and not _has_digits(lines[at])
        if not is_head or _pipe_places(lines[at]) == _pipe_places(rule):
            return at
        return next((row for row in range(at, len(lines)) if _pipes(lines[row]) != count), len(lines))
    if len(_piped(lines[at])) != len(_piped(rule)):
        return at
    return next((row for row in range(at + 2, len(lines)) if _pipes(lines[row]) == 0), len(lines))


def _is_piped_rule(block: Block) -> bool:
    return (
        isinstance(block, Line)
        and "|" in block.text
        and _PIPED_RULE.fullmatch(block.text.strip()) is not None
    )


def _pipe_places(block: Block) -> tuple[int, ...]:
    return tuple(at for at, sign in enumerate(block.text) if sign == "|") if isinstance(block, Line) else ()


def _has_digits(block: Block) -> bool:
    return isinstance(block, Line) and _DIGIT.search(block.text) is not None


def _pipes(block: Block) -> int:
    return block.text.count("|") if isinstance(block, Line) else 0


def _piped(block: Block) -> tuple[str, ...]:
    """The cells of such a line, without the signs that only make them bold."""
    text = block.text.strip() if isinstance(block, Line) else ""
    inner = text.removeprefix("|").removesuffix("|")
    return tuple(_EMPHASIS.sub(r"\g<said>", cell.strip()) for cell in inner.split("|"))


def _tabs(block: Block) -> int:
    """How many tabs part a line's texts."""
    return block.text.strip(" ").count("\t") if isinstance(block, Line) and block.text.strip() else 0


def _is_copied(texts: Sequence[str]) -> bool:
    """True where the first line, of headings, has as many tabs as most, and no other more: empty cells at the end get lost.

    Tabs that only move to a stop are as many as the words before them are short.
    """
    counts = [text.count("\t") for text in texts]
    return counts[0] == max(counts) and counts.count(counts[0]) * 2 > len(counts)


def text_blocks(text: str) -> Iterator[Line]:
    """The lines of a plain text."""
    return (Line(text=line) for line in text.split("\n"))


def _block_rows(block: Block, line: int, table: int) -> Iterator[tuple[tuple[Cell, ...], int | None]]:
    match block:
        case Line():
            yield text_cells(block.text, line + 1), None
        case Grid():
            for offset, row in enumerate(block.rows, start=line + 1):
                cells = (grid_cell(text.strip(), column, offset) for column, text in enumerate(row, start=1))
                yield tuple(cells), table


def grid_cell(text: str, column: int, row: int) -> Cell:
    """A cell of a format table in its column and row, counted from 1."""
    return Cell(text=text, box=(float(column), float(row), float(column + 1), float(row + 1)))


def text_cells(text: str, line: int) -> tuple[Cell, ...]:
    """The cells of one line of text in their display columns."""
    if not text:
        return ()
    text = text[:MAX_CHARACTERS]
    if text.isascii() and text.isprintable() and "  " not in text and "|" not in text:  # as running text is
        said = text.strip()
        left = 1.0 + text.find(said)
        return (Cell(text=said, box=(left, float(line), left + len(said), float(line + 1))),) if said else ()
    is_ruled = text.count("|") + text.count("\u2502") + text.count("\u2503") > 1
    pattern = _PIECE if is_ruled else _PIECE_WITH_PIPES
    cells: list[Cell] = []
    at, column = 0, 1
    for piece in pattern.finditer(text):
        column += _width(text[at : piece.start()], column)
        at = piece.end()
        right = column + _width(piece.group(), column)
        box = (float(column), float(line), float(right), float(line + 1))
        cells.append(Cell(text=piece.group(), box=box))
        column = right
    return tuple(join_spaced(cells, em=HANZI))


def _width(text: str, column: int) -> int:
    """How many display columns a text takes from `column` on (Unicode Standard Annex 11)."""
    if text.isascii() and "\t" not in text:
        return len(text)
    start = column
    for character in text:
        if character == "\t":
            column += TAB - (column - 1) % TAB
        elif unicodedata.east_asian_width(character) in "WF":
            column += 2
        elif unicodedata.category(character) not in ("Mn", "Me", "Cf"):
            column += 1
    return column - start

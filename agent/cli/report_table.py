"""A report's table to the terminal, in the company's language."""

import sys
from collections.abc import Sequence
from typing import Final

from rich import box
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.table import Table as Drawn

from agent.figures.table import Table
from agent.figures.written import Writer

_MOST_ROWS: Final = 30  # of a list
_LONGEST: Final = 28  # columns of a cell of words
_LEAST_LINE: Final = 100  # columns of a sentence


def print_table(table: Table, writer: Writer, *, is_explained: bool) -> None:
    """A title, the rows, and what must be known of them. Columns line up in any script; figures are never cut."""
    console = Console(highlight=False, markup=False)
    console.print(writer.title(table.name), style="bold")
    if not table.rows:
        console.print(f"  {writer.line('empty')}\n")
        return
    listed = table.rows[:_MOST_ROWS] if table.is_list else table.rows
    cells = [
        [_cell(writer.cell(c.kind, cell)) for c, cell in zip(table.columns, row, strict=True)]
        for row in listed
    ]
    headings = [writer.heading(column.name) for column in table.columns]
    widths = [max(map(cell_len, column)) for column in zip(headings, *cells, strict=True)]
    # What is piped has no width of its own.
    console.width = max(console.width if sys.stdout.isatty() else 0, sum(widths) + 2 * len(widths))
    drawn = Drawn(
        box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False, padding=(0, 1, 0, 0)
    )
    for column, heading, width in zip(table.columns, headings, widths, strict=True):
        justify = "left" if column.kind.is_text else "right"
        drawn.add_column(heading, justify=justify, no_wrap=True, min_width=width)  # type: ignore[arg-type]
    for texts in cells:
        drawn.add_row(*texts)
    console.print(drawn)
    console.width = max(console.width, _LEAST_LINE)
    for line in _lines(table, writer, is_explained=is_explained, count=len(listed)):
        console.print(f"  {line}", style="dim")
    console.print()


def _lines(table: Table, writer: Writer, *, is_explained: bool, count: int) -> Sequence[str]:
    more = [writer.line("more", count=len(table.rows) - count)] if len(table.rows) > count else []
    return [*more, *writer.notes(table), *(writer.definitions(table) if is_explained else ())]


def _cell(text: str) -> str:
    return text if cell_len(text) <= _LONGEST else f"{set_cell_size(text, _LONGEST - 1).rstrip()}…"

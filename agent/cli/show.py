"""Lines to the terminal: JSON Lines for programs, a well-set table for people."""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click

Line = dict[str, Any]
_TEXTS = {"subject", "from", "to", "reference", "codes", "discrepancies", "reason", "why", "invoices"}
_HEADINGS = {"d1_30": "1-30 days", "d31_60": "31-60", "d61_90": "61-90", "d90_plus": "over 90"}
_LEAST_TEXT = 12  # columns of a terminal
_AMOUNTS = {
    "amount", "open_amount", "unapplied", "current", "d1_30", "d31_60", "d61_90", "d90_plus", "total",
    "debit", "credit", "balance", "opening", "invoiced", "received", "credited", "closing",
}  # fmt: skip


def show(lines: Iterable[Line], *, as_json: bool, columns: Sequence[str], nothing: str) -> None:
    """All fields as JSON, or the columns named as a table."""
    if as_json:
        for line in lines:
            click.echo(json.dumps(line, ensure_ascii=False))
        return
    rows = list(lines)
    if not rows:
        click.echo(nothing)
        return
    table(rows, columns)


def table(rows: Sequence[Line], columns: Sequence[str]) -> None:
    """A table whose columns line up in any script; amounts to the right with thousands set apart.

    Free text gives way first where the terminal is narrow; ids, dates and amounts are never cut, so that a table may
    be wider than the terminal.
    """
    from rich import box  # slow to import, and JSON needs none of it
    from rich.cells import cell_len
    from rich.console import Console
    from rich.table import Table

    cells = [[_cell(column, row[column]) for column in columns] for row in rows]
    headings = [_HEADINGS.get(column, column.replace("_", " ")) for column in columns]
    widths = [max(cell_len(cell) for cell in column) for column in zip(headings, *cells, strict=True)]
    least = sum(
        min(width, _LEAST_TEXT) if column in _TEXTS else width
        for column, width in zip(columns, widths, strict=True)
    )
    # What is piped has no width of its own.
    console = Console(highlight=False, markup=False)
    shown = console.width if sys.stdout.isatty() else sum(widths) + 3 * len(columns)
    console.width = max(shown, least + 3 * len(columns))
    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False)
    for column, heading, width in zip(columns, headings, widths, strict=True):
        drawn.add_column(
            heading,
            justify="right" if column in _AMOUNTS else "left",
            no_wrap=True,
            overflow="ellipsis",
            min_width=min(width, _LEAST_TEXT) if column in _TEXTS else width,
        )
    for row in cells:
        drawn.add_row(*row)
    console.print(drawn)


def _cell(column: str, value: Any) -> str:
    if value is None or value == [] or value == "":
        return ""
    if column in _AMOUNTS:
        whole, point, places = str(value).partition(".")
        sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
        return f"{sign}{int(digits):,}{point}{places}"
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, list):
        return ", ".join(str(part) for part in value)
    return str(value)

"""Lines to the terminal: JSON Lines for programs, a well-set table for people."""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click

Line = dict[str, Any]
_AMOUNTS = {"amount", "open_amount", "unapplied", "current", "d1_30", "d31_60", "d61_90", "d90_plus", "total"}


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
    """A table whose columns line up in any script; amounts to the right with thousands set apart."""
    from rich import box  # slow to import, and JSON needs none of it
    from rich.console import Console
    from rich.table import Table

    # Piped output keeps its width: a table cut off at 80 columns can't be read by anyone.
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 200)
    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False)
    for column in columns:
        is_amount = column in _AMOUNTS
        drawn.add_column(
            column.replace("_", " "),
            justify="right" if is_amount else "left",
            no_wrap=is_amount,
            overflow="fold",
        )
    for row in rows:
        drawn.add_row(*(_cell(column, row[column]) for column in columns))
    console.print(drawn)


def _cell(column: str, value: Any) -> str:
    from rich.markup import escape

    if value is None or value == [] or value == "":
        return ""
    if column in _AMOUNTS:
        whole, point, places = str(value).partition(".")
        sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
        return f"{sign}{int(digits):,}{point}{places}"
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, list):
        return escape(", ".join(str(part) for part in value))
    return escape(str(value))

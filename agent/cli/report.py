"""`remitd report`: figures as tables on a terminal, JSON Lines, a workbook or a picture."""

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import click

from agent.cli.context import as_json, shared, where
from agent.cli.past import Shown, shown, timed
from agent.errors import AgentError

if TYPE_CHECKING:
    from agent.figures.table import Table
    from agent.figures.written import Writer

ALL: Final = "all"
_MOST_ROWS: Final = 30  # of a table on a terminal
_LONGEST_NAME: Final = 28  # columns of a customer's name there


@click.command()
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@click.option("--customer", metavar="ID", help="Of this customer alone.")
@click.option(
    "--months", type=click.IntRange(1, 120), default=12, show_default=True, help="How many months back."
)
@click.option("--explain", "is_explained", is_flag=True, help="Say under each table what its figures mean.")
@as_json
@timed
@shared
def report(
    names: tuple[str, ...], customer: str | None, months: int, is_explained: bool, as_json: bool
) -> None:
    """Figures of receivables and collecting: aging, dso, bpdso, cei, turnover, promises, trend, forecast, unapplied,
    waiting, disputes; all of them: all."""
    from agent import app
    from agent.config import load
    from agent.figures.reports import tables
    from agent.figures.scope import Scope
    from agent.figures.written import Writer, json_line
    from agent.rules.reports import load_report_words

    at = where()
    wanted = _wanted(names)
    books = shown(at)
    scope = Scope(
        books=books.books,
        today=books.today,
        zone=app.zone(at.folder),
        journal=books.journal,
        customer_id=_customer(books, customer),
        months=months,
    )
    found = tables(scope, wanted)
    if as_json:
        for table in found:
            for row in table.rows:
                click.echo(json.dumps(json_line(table, row), ensure_ascii=False))
        return
    language = load(at.folder).company.language
    writer = Writer(load_report_words(at.folder / "rules", app.default_rules(), language))
    for table in found:
        _print(table, writer, is_explained=is_explained)


def _wanted(names: Sequence[str]) -> list[str]:
    """Reports asked for, each once. AgentError where there is none of the name."""
    from agent.figures.reports import NAMES

    for name in names:
        if name not in (*NAMES, ALL):
            raise AgentError(f"report {name}: there is none; there are {', '.join(NAMES)}, and {ALL}")
    return list(NAMES) if ALL in names else list(dict.fromkeys(names))


def _customer(books: Shown, customer: str | None) -> str | None:
    """The customer's id, or of who stands for it. AgentError where there is none."""
    found = books.books.survivor(customer) if customer else None
    if found and found not in books.books.customers:
        raise AgentError(f"{customer} is no customer of this home; see: remitd aging")
    return found


def _print(table: "Table", writer: "Writer", *, is_explained: bool) -> None:
    """A title, the rows, and what must be known of them."""
    from rich import box  # slow to import, and JSON needs none of it
    from rich.cells import cell_len, set_cell_size
    from rich.console import Console
    from rich.table import Table as Drawn

    console = Console(highlight=False, markup=False)
    console.print(writer.title(table.name), style="bold")
    if not table.rows:
        console.print(f"  {writer.line('empty')}\n")
        return
    places = [place for place, column in enumerate(table.columns) if column.is_shown]
    cells = []
    listed = table.rows[:_MOST_ROWS] if table.is_list else table.rows
    for row in listed:
        texts = [writer.cell(table.columns[place].kind, row[place]) for place in places]
        cells.append(
            [
                text if cell_len(text) <= _LONGEST_NAME else f"{set_cell_size(text, _LONGEST_NAME - 1)}…"
                for text in texts
            ]
        )
    headings = [writer.heading(table.columns[place].name) for place in places]
    widths = [max(map(cell_len, column)) for column in zip(headings, *cells, strict=True)]
    least = sum(widths) + 2 * len(places)
    console.width = max(console.width if sys.stdout.isatty() else 0, least)
    drawn = Drawn(
        box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False, padding=(0, 1, 0, 0)
    )
    for place, heading, width in zip(places, headings, widths, strict=True):
        is_text = table.columns[place].kind.is_text
        drawn.add_column(heading, justify="left" if is_text else "right", no_wrap=True, min_width=width)
    for texts in cells:
        drawn.add_row(*texts)
    console.print(drawn)
    console.width = max(console.width, 100)
    if len(table.rows) > len(listed):
        console.print(f"  {writer.line('more', count=len(table.rows) - len(listed))}", style="dim")
    for line in (*writer.notes(table), *(writer.definitions(table) if is_explained else ())):
        console.print(f"  {line}", style="dim")
    console.print()

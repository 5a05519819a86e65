"""`remitd report`: figures as tables on a terminal, JSON Lines, a workbook or a picture."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from agent.cli.context import Where, as_json, shared, where
from agent.cli.past import Shown, shown, timed
from agent.errors import AgentError

if TYPE_CHECKING:
    from agent.figures.scope import Scope
    from agent.figures.table import Table

ALL: Final = "all"


@click.command()
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@click.option("--customer", metavar="ID", help="Of this customer alone.")
@click.option(
    "--months", type=click.IntRange(1, 120), default=12, show_default=True, help="How many months back."
)
@click.option(
    "--xlsx", "sheet", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), help="A workbook."
)
@click.option(
    "--svg", "picture", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), help="Plots."
)
@click.option("--explain", "is_explained", is_flag=True, help="Say under each table what its figures mean.")
@as_json
@timed
@shared
def report(
    names: tuple[str, ...],
    customer: str | None,
    months: int,
    sheet: Path | None,
    picture: Path | None,
    is_explained: bool,
    as_json: bool,
) -> None:
    """Figures of receivables and collecting: aging, dso, bpdso, cei, turnover, promises, trend, forecast, unapplied,
    waiting, disputes; all of them: all."""
    from agent import app
    from agent.figures.reports import tables
    from agent.figures.scope import Scope
    from agent.figures.written import json_line

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
    _show(found, scope, at, sheet, picture, is_explained=is_explained, is_silent=as_json)


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


def _show(
    found: Sequence["Table"],
    scope: "Scope",
    at: Where,
    sheet: Path | None,
    picture: Path | None,
    *,
    is_explained: bool,
    is_silent: bool,
) -> None:
    """In the company's language: into the files asked for; on the terminal where there are none, and no JSON."""
    from agent import app
    from agent.config import load
    from agent.figures.written import Writer
    from agent.rules.reports import load_report_words

    company = load(at.folder).company
    writer = Writer(load_report_words(at.folder / "rules", app.default_rules(), company.language))
    whose = scope.name_of(scope.customer_id)
    title = f"{company.name} – {whose}" if whose else company.name
    as_of = writer.line("as_of", day=scope.today)
    if sheet:
        from agent.figures.sheet import workbook

        _write(sheet, workbook(found, writer, scope.end_of(scope.today), f"{title}, {as_of}"))
    if picture:
        from agent.figures.panels import panels
        from agent.figures.picture import svg

        drawn = [panel for table in found for panel in panels(table, writer)]
        _write(picture, svg(drawn, writer, title, as_of))
    if not (sheet or picture or is_silent):
        from agent.cli.report_table import print_table

        for table in found:
            print_table(table, writer, is_explained=is_explained)


def _write(path: Path, content: bytes) -> None:
    """The file, in the place of an earlier one. AgentError where it can't be written."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise AgentError(
            f"{path}: can't be written ({error.strerror}); name a file in a folder that is there"
        ) from error
    click.echo(f"written: {path}", err=True)

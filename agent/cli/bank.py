"""`remitd bank`: what the bank says, as a file from its portal."""

import json
from pathlib import Path

import click

from agent.cli.context import shared, where


@click.group()
@shared
def bank() -> None:
    """Bank statements from files; those that come by mail are read by `run`."""


@bank.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="The statement as a line of `remitd messages`.")
@shared
def bank_import(file: Path, as_json: bool) -> None:
    """Read a statement (camt.052/053/054, MT940, OFX, BAI2, CSV, XLSX); the same file again changes nothing."""
    from agent import app
    from agent.cli.lines import message_line
    from agent.pipeline.statements import import_statement

    at = where()
    with app.working_desk(at.folder, app.clock(at.now)) as (desk, opener):
        done = import_statement(desk, opener, file)
        message = done.message or desk.books.messages[done.known_as]
    if as_json:
        click.echo(json.dumps(message_line(message), ensure_ascii=False))
        return
    if done.message is None:
        click.echo(f"{file.name}: known before, as {done.known_as}; nothing was changed")
        return
    back = f", {done.taken_back} taken back" if done.taken_back else ""
    what = "payment" if done.cleared == 1 else "payments"
    click.echo(f"{file.name}: {done.cleared} {what} cleared, {done.recorded} new{back}")
    for why in message.why:
        click.echo(f"  {why}")

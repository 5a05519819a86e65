"""What payments left behind, as commands: deductions that wait for staff, refunds, cash left on account."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

import click

from agent.cli.context import shared, where
from agent.cli.show import show

if TYPE_CHECKING:
    from agent.pipeline.bookkeeping import Commit

_why = click.option("--why", required=True, help="Kept in the journal.")
_as_json = click.option("--json", "as_json", is_flag=True, help="JSON Lines, for programs.")


@contextmanager
def _deciding() -> Iterator[tuple["Commit", date]]:
    """A commit in the name of staff, and the day at the company."""
    from agent import app

    at = where()
    clock = app.clock(at.now)
    with app.open_home(at.folder) as home, home.bookkeeper.commit(clock(), "staff") as commit:
        yield commit, app.today(at.folder, at.now)


@click.group(invoke_without_command=True)
@_as_json
@shared
@click.pass_context
def deductions(context: click.Context, as_json: bool) -> None:
    """What payers withheld for a stated reason; or allow or refuse it."""
    if context.invoked_subcommand:
        return
    from agent import app
    from agent.cli.lines import deduction_lines

    with app.open_home(where().folder) as home:
        columns = [
            "invoice_no",
            "customer_id",
            "payment_id",
            "currency",
            "amount",
            "code",
            "certificate_due",
            "status",
        ]
        show(
            deduction_lines(home.books),
            as_json=as_json,
            columns=columns,
            nothing="Nothing has been withheld.",
        )


@deductions.command("allow")
@click.argument("invoice")
@_why
@shared
def deductions_allow(invoice: str, why: str) -> None:
    """Write off what was withheld from an invoice, under its reason code."""
    from agent.pipeline.residuals import allow_deductions

    with _deciding() as (commit, today):
        said = list(allow_deductions(commit, invoice, why, today))
    click.echo("\n".join(said))


@deductions.command("refuse")
@click.argument("invoice")
@_why
@shared
def deductions_refuse(invoice: str, why: str) -> None:
    """What was withheld stays owed: a short payment, which is dunned."""
    from agent.pipeline.residuals import refuse_deductions

    with _deciding() as (commit, today):
        said = list(refuse_deductions(commit, invoice, why, today))
    click.echo("\n".join(said))


@click.command()
@click.argument("payment_id", metavar="PAYMENT")
@click.argument("amount")
@_why
@shared
def refund(payment_id: str, amount: str, why: str) -> None:
    """Record that unapplied cash was sent back to the payer; moves no money."""
    from agent.pipeline.residuals import refund as refund_cash

    with _deciding() as (commit, today):
        said = refund_cash(commit, payment_id, amount, why, today)
    click.echo(said)


@click.command("on-account")
@click.argument("payment_id", metavar="PAYMENT")
@_why
@shared
def on_account(payment_id: str, why: str) -> None:
    """Leave a payment's unapplied cash on account; nobody is asked about it any more."""
    from agent.pipeline.residuals import leave_on_account

    with _deciding() as (commit, today):
        said = leave_on_account(commit, payment_id, why, today)
    click.echo(said)

"""What payments left behind, as commands: deductions that wait for staff, refunds, cash left on account."""

import click

from agent.cli.context import as_json, deciding, shared, today, where, why_kept
from agent.cli.show import show


@click.group(invoke_without_command=True)
@as_json
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
@why_kept
@shared
def deductions_allow(invoice: str, why: str) -> None:
    """Write off what was withheld from an invoice, under its reason code."""
    from agent.pipeline.residuals import allow_deductions

    with deciding() as commit:
        said = list(allow_deductions(commit, invoice, why, today()))
    click.echo("\n".join(said))


@deductions.command("refuse")
@click.argument("invoice")
@why_kept
@shared
def deductions_refuse(invoice: str, why: str) -> None:
    """What was withheld stays owed: a short payment, which is dunned."""
    from agent.pipeline.residuals import refuse_deductions

    with deciding() as commit:
        said = list(refuse_deductions(commit, invoice, why, today()))
    click.echo("\n".join(said))


@click.command()
@click.argument("payment_id", metavar="PAYMENT")
@click.argument("amount")
@why_kept
@shared
def refund(payment_id: str, amount: str, why: str) -> None:
    """Record that unapplied cash was sent back to the payer; moves no money."""
    from agent.pipeline.residuals import refund as refund_cash

    with deciding() as commit:
        said = refund_cash(commit, payment_id, amount, why, today())
    click.echo(said)


@click.command("on-account")
@click.argument("payment_id", metavar="PAYMENT")
@why_kept
@shared
def on_account(payment_id: str, why: str) -> None:
    """Leave a payment's unapplied cash on account; nobody is asked about it any more."""
    from agent.pipeline.residuals import leave_on_account

    with deciding() as commit:
        said = leave_on_account(commit, payment_id, why, today())
    click.echo(said)

"""What the books hold, as lists: invoices, payments, messages, and what each customer owes."""

import click

from agent.cli.context import as_json, shared, where
from agent.cli.past import shown, timed
from agent.cli.show import show
from agent.errors import AgentError


@click.command()
@click.option("--customer", metavar="ID", help="Of this customer alone.")
@click.option("--all", "with_paid", is_flag=True, help="Settled ones too.")
@as_json
@timed
@shared
def invoices(customer: str | None, with_paid: bool, as_json: bool) -> None:
    """Invoices and credit notes, open ones unless --all."""
    from agent.cli.lines import invoice_lines

    at = shown(where())
    customer = at.books.survivor(customer) if customer else None
    if customer and customer not in at.books.customers:
        was = f"was no customer of this home by {at.as_of}" if at.as_of else "is no customer of this home"
        raise AgentError(f"{customer} {was}; see: remitd aging")
    lines = invoice_lines(at.books, customer=customer, with_paid=with_paid, today=at.today)
    columns = [
        "invoice_no",
        "customer_id",
        "due_date",
        "currency",
        "amount",
        "open_amount",
        "status",
        "dunning_level",
    ]
    show(lines, as_json=as_json, columns=columns, nothing=at.nothing("No open invoices."))


@click.command()
@as_json
@timed
@shared
def payments(as_json: bool) -> None:
    """Every payment that was told of, and what became of it."""
    from agent.cli.lines import payment_line

    at = shown(where())
    columns = [
        "payment_id",
        "customer_id",
        "date",
        "currency",
        "amount",
        "reference",
        "status",
        "cleared",
        "unapplied",
        "discrepancies",
    ]
    lines = map(payment_line, at.books.payments.values())
    show(lines, as_json=as_json, columns=columns, nothing=at.nothing("No payments yet."))


@click.command()
@as_json
@timed
@shared
def messages(as_json: bool) -> None:
    """Every message received, what it is, and what became of it."""
    from agent.cli.lines import message_line

    at = shown(where())
    columns = ["mail_id", "received_at", "from", "subject", "kind", "status"]
    lines = map(message_line, at.books.messages.values())
    show(lines, as_json=as_json, columns=columns, nothing=at.nothing("No messages yet."))


@click.command()
@as_json
@timed
@shared
def aging(as_json: bool) -> None:
    """What each customer owes, by days past due and currency."""
    from agent.cli.lines import aging_lines

    at = shown(where())
    columns = ["customer_id", "currency", "current", "d1_30", "d31_60", "d61_90", "d90_plus", "total"]
    lines = aging_lines(at.books, at.today)
    show(lines, as_json=as_json, columns=columns, nothing=at.nothing("Nobody owes anything."))

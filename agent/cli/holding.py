"""What keeps an amount from being asked for, as commands: hold, dispute, promise, resolve, write off; and the list of it."""

from collections.abc import Callable
from datetime import date as day
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from agent.cli.context import DAY, as_json, by_staff, deciding, shared, today, where, why_kept
from agent.cli.past import shown, timed
from agent.cli.show import show
from agent.errors import AgentError

if TYPE_CHECKING:
    from agent.pipeline.staff import Care

_F = TypeVar("_F", bound=Callable[..., Any])


def cared_for(command: _F) -> _F:
    """Give a command --owner and --revisit."""
    command = click.option(
        "--revisit", type=DAY, help="The day on which its owner, else staff, is reminded of it."
    )(command)
    return click.option(
        "--owner", "owners", metavar="ADDRESS", multiple=True, help="The colleague who looks after it."
    )(command)


def care_of(owners: tuple[str, ...], revisit: datetime | None) -> "Care":
    """AgentError where an owner is no mail address."""
    from agent.pipeline.staff import Care

    for owner in owners:
        if owner.count("@") != 1:
            raise AgentError(f"--owner {owner}: is no mail address")
    return Care(
        owners=tuple(owner.lower() for owner in owners), revisit_on=revisit.date() if revisit else None
    )


@click.command()
@click.option("--customer", metavar="ID", help="Of this customer alone.")
@click.option("--all", "with_ended", is_flag=True, help="Those that have ended too.")
@as_json
@timed
@shared
def holds(customer: str | None, with_ended: bool, as_json: bool) -> None:
    """What is not asked for now: how much, why, who looks after it, and until when."""
    from agent.cli.hold_lines import hold_lines

    at = shown(where())
    customer = at.books.survivor(customer) if customer else None
    if customer and customer not in at.books.customers:
        raise AgentError(f"{customer} is no customer of this home; see: remitd aging")
    columns = [
        "line",
        "invoice_no",
        "customer_id",
        "kind",
        "currency",
        "amount",
        "reason",
        "owners",
        "until",
        "status",
    ]
    show(
        hold_lines(at.books, customer=customer, with_ended=with_ended, today=at.today),
        as_json=as_json,
        columns=columns,
        nothing=at.nothing("Nothing is held."),
    )


@click.command()
@click.argument("what", metavar="INVOICE|CUSTOMER")
@click.argument("amount", required=False)
@click.option("--until", type=DAY, required=True, help="The last day of the hold.")
@why_kept
@cared_for
@by_staff
@shared
def hold(
    what: str,
    amount: str | None,
    until: datetime,
    why: str,
    owners: tuple[str, ...],
    revisit: datetime | None,
) -> None:
    """Stop dunning of an invoice, or of an amount of it, or of all open invoices of a customer."""
    from agent.pipeline.staff import hold as hold_items

    if until.date() < today():
        raise AgentError(f"--until {until:%Y-%m-%d}: is past, and holds nothing; give {today()} or later")
    with deciding() as commit:
        said = list(hold_items(commit, what, until.date(), why, care_of(owners, revisit), amount))
    click.echo("\n".join(said))


@click.command()
@click.argument("invoice")
@click.argument("amount", required=False)
@why_kept
@cared_for
@by_staff
@shared
def dispute(
    invoice: str, amount: str | None, why: str, owners: tuple[str, ...], revisit: datetime | None
) -> None:
    """Record that a customer disputes an invoice, or a part of it."""
    from agent import app
    from agent.config import load
    from agent.decide.owners import owners_of
    from agent.pipeline.staff import dispute as dispute_item

    folder = where().folder
    kind = app.hold_rules(folder / "rules").dispute.kind_of(why)
    with deciding() as commit:
        care, item = care_of(owners, revisit), commit.books.items.get(invoice)
        if item and not owners:
            customer = commit.books.customers.get(item.customer_id)
            care = care_of(owners_of(customer, kind.owner, dict(load(folder).roles)), revisit)
        said = dispute_item(commit, invoice, amount, why, care, kind.name)
    click.echo(said)


@click.command()
@click.argument("invoice")
@click.argument("date", metavar="DATE", type=DAY)
@click.argument("amount", required=False)
@cared_for
@by_staff
@shared
def promise(
    invoice: str, date: datetime, amount: str | None, owners: tuple[str, ...], revisit: datetime | None
) -> None:
    """Record that a customer promised to pay an invoice, or a part of it."""
    from agent.pipeline.staff import promise as promise_item

    with deciding() as commit:
        said = promise_item(commit, invoice, date.date(), amount, today(), care_of(owners, revisit))
    click.echo(said)


@click.command()
@click.argument("invoice")
@click.option(
    "--as",
    "outcome",
    type=click.Choice(["justified", "rejected", "withdrawn"]),
    required=True,
    help="How it ends.",
)
@click.option(
    "--credit", metavar="CN", help="The credit note of a justified dispute, also before it is imported."
)
@click.option("--write-off", metavar="AMOUNT", help="What is written off for a justified dispute.")
@why_kept
@by_staff
@shared
def resolve(invoice: str, outcome: str, credit: str | None, write_off: str | None, why: str) -> None:
    """End the dispute of an invoice. What is rejected or withdrawn may be asked for again, from today on."""
    from agent.facts.holds import HoldEnd
    from agent.pipeline.resolving import resolve as resolve_dispute

    with deciding() as commit:
        said = resolve_dispute(
            commit, invoice, HoldEnd(outcome), credit=credit, write_off=write_off, why=why, today=today()
        )
    click.echo(said)


@click.command("write-off")
@click.argument("invoice")
@click.argument("amount")
@click.option(
    "--as", "what", type=click.Choice(["write-off", "discount"]), default="write-off", show_default=True,
    help="A discount is granted though its days are over.",
)  # fmt: skip
@why_kept
@by_staff
@shared
def write_off(invoice: str, amount: str, what: str, why: str) -> None:
    """Take an amount off an invoice without cash: what was paid short, or a late discount."""
    from agent.pipeline.resolving import write_off as write_off_item

    with deciding() as commit:
        said = write_off_item(commit, invoice, amount, is_discount=what == "discount", why=why)
    click.echo(said)


@click.command()
@click.argument("customer", required=False)
@click.argument("invoices", metavar="[INVOICE]...", nargs=-1)
@click.option("--pay", "payments", metavar="AMOUNT@DATE", multiple=True, help="One payment of the plan.")
@click.option("--offer", "is_offer", is_flag=True, help="Offer it in a letter; it stands once they agree.")
@click.option("--accept", metavar="PLAN", help="The customer agreed to what was offered.")
@click.option("--cancel", metavar="PLAN", help="Give a plan up; its invoices are due as they say again.")
@click.option("--why", help="Kept in the journal.")
@as_json
@by_staff
@shared
def instalments(
    customer: str | None,
    invoices: tuple[str, ...],
    payments: tuple[str, ...],
    is_offer: bool,
    accept: str | None,
    cancel: str | None,
    why: str | None,
    as_json: bool,
) -> None:
    """Plans of instalments: the list of them; or agree on one, offer, accept or cancel it."""
    from agent.cli.hold_lines import plan_lines
    from agent.pipeline.instalments import accept_plan, cancel_plan, make_plan

    if not (customer or accept or cancel):
        at = shown(where())
        columns = [
            "plan_id",
            "customer_id",
            "status",
            "invoice_no",
            "due_date",
            "currency",
            "amount",
            "missing",
            "state",
        ]
        lines = plan_lines(at.books, at.today)
        show(
            lines, as_json=as_json, columns=columns, nothing=at.nothing("There are no plans of instalments.")
        )
        return
    if not why:
        raise AgentError("--why is missing: say why, for the journal")
    if bool(customer) + bool(accept) + bool(cancel) > 1:
        raise AgentError("give a customer and invoices, or --accept, or --cancel; one at a time")
    with deciding() as commit:
        if accept:
            said = accept_plan(commit, accept, why)
        elif cancel:
            said = cancel_plan(commit, cancel, why)
        else:
            assert customer
            pay = _payments(invoices, payments)
            said = make_plan(commit, customer, invoices, pay, why=why, is_offer=is_offer, today=today())
    click.echo(said)


def _payments(invoices: tuple[str, ...], payments: tuple[str, ...]) -> list[tuple[str, day]]:
    if not invoices or not payments:
        raise AgentError(
            "name the invoices, and each payment as --pay AMOUNT@DATE, such as 500.00@2026-12-01"
        )
    found = []
    for payment in payments:
        amount, _, due_on = payment.partition("@")
        try:
            found.append((amount, day.fromisoformat(due_on)))
        except ValueError as error:
            raise AgentError(f"--pay {payment}: write it like 500.00@2026-12-01") from error
    return found

"""What keeps an amount from being asked for, as commands: hold, dispute, promise, resolve, write off; and the list of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date as day
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from agent.cli.context import actor, as_json, by_staff, shared, where
from agent.cli.past import shown, timed
from agent.cli.show import show
from agent.errors import AgentError

if TYPE_CHECKING:
    from agent.pipeline.bookkeeping import Commit
    from agent.pipeline.staff import Care

_F = TypeVar("_F", bound=Callable[..., Any])
_DAY = click.DateTime(["%Y-%m-%d"])
_why = click.option("--why", required=True, help="Kept in the journal.")


def cared_for(command: _F) -> _F:
    """Give a command --owner and --revisit."""
    command = click.option(
        "--revisit", type=_DAY, help="The day on which its owner, else staff, is reminded of it."
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


@contextmanager
def deciding() -> Iterator[tuple["Commit", day]]:
    """A commit in the name of staff, and the day at the company."""
    from agent import app

    at = where()
    with app.open_home(at.folder) as home, home.bookkeeper.commit(app.clock(at.now)(), actor(at)) as commit:
        yield commit, app.today(at.folder, at.now)


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
@click.option("--until", type=_DAY, required=True, help="The last day of the hold.")
@_why
@cared_for
@by_staff
@shared
def hold(what: str, until: datetime, why: str, owners: tuple[str, ...], revisit: datetime | None) -> None:
    """Stop dunning of an invoice, or of all open invoices of a customer."""
    from agent.pipeline.staff import hold as hold_items

    with deciding() as (commit, _):
        said = list(hold_items(commit, what, until.date(), why, care_of(owners, revisit)))
    click.echo("\n".join(said))


@click.command()
@click.argument("invoice")
@click.argument("amount", required=False)
@_why
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
    kind = app.hold_rules(folder).dispute.kind_of(why)
    with deciding() as (commit, _):
        care, item = care_of(owners, revisit), commit.books.items.get(invoice)
        if item and not owners:
            customer = commit.books.customers.get(item.customer_id)
            care = care_of(owners_of(customer, kind.owner, dict(load(folder).roles)), revisit)
        said = dispute_item(commit, invoice, amount, why, care, kind.name)
    click.echo(said)


@click.command()
@click.argument("invoice")
@click.argument("date", metavar="DATE", type=_DAY)
@click.argument("amount", required=False)
@cared_for
@by_staff
@shared
def promise(
    invoice: str, date: datetime, amount: str | None, owners: tuple[str, ...], revisit: datetime | None
) -> None:
    """Record that a customer promised to pay an invoice, or a part of it."""
    from agent.pipeline.staff import promise as promise_item

    with deciding() as (commit, today):
        said = promise_item(commit, invoice, date.date(), amount, today, care_of(owners, revisit))
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
@_why
@by_staff
@shared
def resolve(invoice: str, outcome: str, credit: str | None, write_off: str | None, why: str) -> None:
    """End the dispute of an invoice. What is rejected or withdrawn may be asked for again, from today on."""
    from agent.facts.holds import HoldEnd
    from agent.pipeline.resolving import resolve as resolve_dispute

    with deciding() as (commit, today):
        said = resolve_dispute(
            commit, invoice, HoldEnd(outcome), credit=credit, write_off=write_off, why=why, today=today
        )
    click.echo(said)


@click.command("write-off")
@click.argument("invoice")
@click.argument("amount")
@click.option(
    "--as", "what", type=click.Choice(["write-off", "discount"]), default="write-off", show_default=True,
    help="A discount is granted though its days are over.",
)  # fmt: skip
@_why
@by_staff
@shared
def write_off(invoice: str, amount: str, what: str, why: str) -> None:
    """Take an amount off an invoice without cash: what was paid short, or a late discount."""
    from agent.pipeline.resolving import write_off as write_off_item

    with deciding() as (commit, _):
        said = write_off_item(commit, invoice, amount, is_discount=what == "discount", why=why)
    click.echo(said)

"""`remitd statement`: what a customer's account was, what moved it, and what it is made of."""

import json
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
import msgspec

from agent.cli.context import as_json, shared, where
from agent.cli.past import Shown, shown, timed
from agent.cli.show import table
from agent.dates import AGING_BUCKETS
from agent.errors import AgentError
from agent.facts.statements import Statement
from agent.ledger.statement import statements
from agent.money import Money

_COLUMNS = ("date", "type", "number", "po_no", "due_date", "debit", "credit", "balance", "days", "flag")
_DAY = click.DateTime(["%Y-%m-%d"])
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("customer")
@click.option(
    "--from", "first", type=_DAY, help="The first day of the period; else the first of --to's month."
)
@click.option(
    "--to", "last", type=_DAY, help="The last day of the period; else today, or the day of --as-of."
)
@click.option("--currency", metavar="CUR", help="This one alone.")
@click.option("--pdf", metavar="FILE", type=_FILE, help="Also as PDF; of several currencies each in a file.")
@as_json
@timed
@shared
def statement(
    customer: str,
    first: datetime | None,
    last: datetime | None,
    currency: str | None,
    pdf: Path | None,
    as_json: bool,
) -> None:
    """A customer's statement of account, one for each currency."""
    from agent import app

    folder = where().folder
    at = shown(where())
    customer = known_customer(at, customer)
    first_on, last_on = period(at.today, first, last)
    zone = app.zone(folder)
    made = statements(
        at.books, customer, first_on=first_on, last_on=last_on, known_at=_known_at(at), zone=zone
    )
    made = [one for one in made if currency in (None, one.currency)]
    if pdf:
        _write(at, made, pdf, quiet=as_json)
    if as_json:
        for one in made:
            click.echo(json.dumps(statement_line(one), ensure_ascii=False))
    elif not made:
        click.echo(at.nothing(f"{customer} has no items and no payments."))
    else:
        for one in made:
            _print(one)


def known_customer(at: Shown, customer: str) -> str:
    """Whom the statement is of. AgentError for nobody."""
    customer = at.books.survivor(customer)
    if customer not in at.books.customers:
        was = f"was no customer of this home by {at.as_of}" if at.as_of else "is no customer of this home"
        raise AgentError(f"{customer} {was}; see: remitd aging")
    return customer


def period(today: date, first: datetime | None, last: datetime | None) -> tuple[date, date]:
    """The days asked for; by default the month so far. AgentError where they are the wrong way round."""
    last_on = last.date() if last else today
    if last_on > today:
        raise AgentError(
            f"--to {last_on}: is after {today}; a statement shows what was, so give a day up to it"
        )
    first_on = first.date() if first else last_on.replace(day=1)
    if first_on > last_on:
        raise AgentError(f"--from {first_on}: is after {last_on}, the last day; give an earlier day")
    return first_on, last_on


def _known_at(at: Shown) -> datetime:
    from agent import app

    return at.instant or app.clock(where().now)()


def _write(at: Shown, made: list[Statement], pdf: Path, *, quiet: bool) -> None:
    """The papers to files, named apart by currency where there are several."""
    from agent import app
    from agent.outbox.statement_pdf import statement_pdf
    from agent.pipeline.accounts import paper_of, token_of

    folder = where().folder
    with app.working_desk(folder, app.clock(where().now)) as (desk, _):
        assert desk.fonts
        for one in made:
            paper = paper_of(desk, at.books, one, token=token_of(one), answer_on=None)
            path = pdf if len(made) == 1 else pdf.with_stem(f"{pdf.stem}_{one.currency}")
            try:
                path.write_bytes(statement_pdf(paper, desk.fonts()))
            except OSError as error:
                raise AgentError(
                    f"{path}: can't be written ({error.strerror}); give another place"
                ) from error
            click.echo(f"{path}", err=quiet)


def statement_line(made: Statement) -> dict[str, Any]:
    """One statement for programs: every field always there, amounts as strings."""
    sums = {
        name: getattr(made, name).amount
        for name in ("opening", "invoiced", "received", "credited", "closing", "unapplied", "overdue")
    }
    return {
        "customer_id": made.customer_id,
        "currency": made.currency,
        "from": made.first_on.isoformat(),
        "to": made.last_on.isoformat(),
        "known_at": msgspec.to_builtins(made.known_at),
        **sums,
        "aging": {name: one.amount for name, one in zip(AGING_BUCKETS, made.buckets, strict=True)},
        "lines": [_plain(line) for line in made.lines],
        "items": [_plain(item) for item in made.items],
        "cash": [_plain(one) for one in made.cash],
    }


def _plain(row: Any) -> dict[str, Any]:
    return {field.name: _value(getattr(row, field.name)) for field in fields(row)}


def _value(value: object) -> object:
    if isinstance(value, Money):
        return value.amount
    return value.isoformat() if isinstance(value, date) else value


def _print(made: Statement) -> None:
    """The strip, what moved, what is open by age: in the order in which a person reads it."""
    click.echo(f"{made.customer_id} {made.currency}  {made.first_on} to {made.last_on}")
    strip = ("opening", "invoiced", "received", "credited", "closing")
    table([{name: getattr(made, name).amount for name in strip}], strip)
    if made.lines:
        click.echo()
        table([_row(line) for line in made.lines], _COLUMNS)
    if made.items:
        click.echo("\nOpen:")
        rows = [
            _plain(item) | {"amount": item.open.amount, "days": item.days_overdue or ""}
            for item in made.items
        ]
        table(rows, ("invoice", "po_no", "due_on", "amount", "days", "flag"))
        click.echo()
        table(
            [{name: one.amount for name, one in zip(AGING_BUCKETS, made.buckets, strict=True)}
             | {"unapplied": f"-{made.unapplied.amount}" if made.unapplied else "0.00", "closing": made.closing.amount}],
            (*AGING_BUCKETS, "unapplied", "closing"),
        )  # fmt: skip
    click.echo()


def _row(line: Any) -> dict[str, Any]:
    owed = line.amount.minor > 0
    return {
        "date": line.on.isoformat(),
        "type": line.movement.replace("_", " "),
        "number": line.number,
        "po_no": line.po_no,
        "due_date": line.due_on and line.due_on.isoformat(),
        "debit": line.amount.amount if owed else "",
        "credit": "" if owed else (-line.amount).amount,
        "balance": line.balance.amount,
        "days": line.days_overdue or "",
        "flag": line.flag,
    }

"""`remitd statement`: what a customer's account was, what moved it, and what it is made of."""

import json
from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
import msgspec

from agent.cli.context import DAY, actor, as_json, by_staff, shared, where
from agent.cli.past import Shown, shown, timed
from agent.cli.show import table
from agent.dates import AGING_BUCKETS
from agent.errors import AgentError
from agent.facts.letters import LetterStatus
from agent.facts.statements import Statement
from agent.ledger.statement import statements
from agent.money import Money

_COLUMNS = ("date", "type", "number", "po_no", "due_date", "debit", "credit", "balance", "days", "flag")
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("customer")
@click.option(
    "--from", "first", type=DAY, help="The first day of the period; else the first of --to's month."
)
@click.option("--to", "last", type=DAY, help="The last day of the period; else today, or the day of --as-of.")
@click.option("--currency", metavar="CUR", help="This one alone.")
@click.option("--pdf", metavar="FILE", type=_FILE, help="Also as PDF; of several currencies each in a file.")
@click.option("--xlsx", metavar="FILE", type=_FILE, help="Also as a workbook.")
@click.option("--send", "is_sent", is_flag=True, help="Write it to the customer, with both files.")
@as_json
@by_staff
@timed
@shared
def statement(
    customer: str,
    first: datetime | None,
    last: datetime | None,
    currency: str | None,
    pdf: Path | None,
    xlsx: Path | None,
    is_sent: bool,
    as_json: bool,
) -> None:
    """A customer's statement of account, one for each currency; changes nothing without --send."""
    from agent import app

    folder = where().folder
    at = shown(where())
    customer = known_customer(at, customer)
    first_on, last_on = period(at.today, first, last)
    known_at = at.instant or app.clock(where().now)()
    made = statements(
        at.books, customer, first_on=first_on, last_on=last_on, known_at=known_at, zone=app.zone(folder)
    )
    made = [one for one in made if currency in (None, one.currency)]
    if is_sent and at.as_of:
        raise AgentError("--send tells what is known now; leave --as-of out, and give the last day with --to")
    if as_json:
        for one in made:
            click.echo(json.dumps(statement_line(one), ensure_ascii=False))
    elif not made:
        click.echo(at.nothing(f"{customer} has no items and no payments."))
    else:
        for one in made:
            _print(one)
    said = [*_files(at, made, pdf=pdf, xlsx=xlsx), *(_send(customer, made) if is_sent else ())]
    for line in said:
        click.echo(line, err=as_json)


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


def _files(at: Shown, made: list[Statement], *, pdf: Path | None, xlsx: Path | None) -> Iterator[str]:
    """The papers as files, named apart by currency where there are several."""
    if pdf is None and xlsx is None:
        return
    from agent import app
    from agent.outbox.statement_pdf import statement_pdf
    from agent.outbox.statement_sheet import statement_sheet
    from agent.pipeline.accounts import paper_of, token_of

    with app.working_desk(where().folder, app.clock(where().now)) as (desk, _):
        fonts = desk.fonts
        assert fonts
        for one in made:
            paper = paper_of(desk, at.books, one, token=token_of(one), answer_on=None)
            for path, content in ((pdf, lambda p: statement_pdf(p, fonts())), (xlsx, statement_sheet)):
                if path:
                    place = path if len(made) == 1 else path.with_stem(f"{path.stem}_{one.currency}")
                    _put(place, content(paper))
                    yield f"written: {place}"


def _put(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise AgentError(f"{path}: can't be written ({error.strerror}); give another place") from error


def _send(customer: str, made: list[Statement]) -> Iterator[str]:
    """A letter for each currency in which anything is open or has moved."""
    from agent import app
    from agent.pipeline.accounts import statements_of, write_statement

    at, said = where(), []
    with (
        app.working_desk(at.folder, app.clock(at.now)) as (desk, _),
        desk.bookkeeper.commit(desk.clock(), actor(at)) as commit,
    ):
        wanted = {one.currency: one for one in made if one.moved}
        for was in wanted.values():
            # The books again, under the lock: what came since the table was printed is in the letter.
            now = statements_of(desk, commit.books, customer, was.first_on, was.last_on)
            one = next(one for one in now if one.currency == was.currency)
            letter = write_statement(desk, commit, one)
            if letter is None:
                raise AgentError(
                    f"{customer} has no address that works; give it one in emails and import it again"
                )
            after = "; release it with: remitd letters approve " + letter.letter_id
            said.append(
                f"{letter.letter_id}: {one.currency} statement to {', '.join(letter.to)}, {letter.status}"
                f"{after if letter.status is LetterStatus.HELD else ''}"
            )
        desk.blobs.sync()
    if not said:
        yield f"{customer}: nothing is open and nothing moved, so there is nothing to send"
    yield from said


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
        "flag": (line.flag or "").replace("_", " "),
    }

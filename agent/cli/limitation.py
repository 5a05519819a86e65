"""`remitd limitation`: how long each open invoice can still be enforced, what began its time anew, and the proof."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from agent.cli.context import as_json, shared, where
from agent.cli.past import Shown, shown, timed
from agent.cli.show import show
from agent.errors import AgentError

if TYPE_CHECKING:
    from agent.facts.ledger import Item
    from agent.facts.limitation import Interruption, Limitation


@click.command()
@click.argument("what", metavar="[CUSTOMER|INVOICE]", required=False)
@as_json
@timed
@shared
def limitation(what: str | None, as_json: bool) -> None:
    """Until when each open invoice can be enforced, and what interrupted its time. No legal advice."""
    at = shown(where())
    lines = list(_lines(at, where().folder, what))
    columns = ["invoice_no", "customer_id", "currency", "open_amount", "due_date", "law", "started",
               "interrupted", "by", "journal_line", "expires", "days_left"]  # fmt: skip
    show(lines, as_json=as_json, columns=columns, nothing=at.nothing("No open invoices."))
    click.echo(
        "Counted by rules/limitation.toml. Not legal advice: have counsel check the dates.", err=as_json
    )


def _lines(at: Shown, folder: Path, what: str | None) -> Iterator[dict[str, Any]]:
    from agent import app
    from agent.config import load
    from agent.decide.limitation import limitation as of_item
    from agent.pipeline.evidence.proved import proved

    rules, country = app.limitation_rules(folder / "rules"), load(folder).company.country
    items = [one for one in _asked(at, what) if one.open and not one.is_credit]
    found = [of_item(item, at.books, rules, country=country, zone=app.zone(folder)) for item in items]
    if any(one.interruptions for one in found):
        found = proved(found, app.raw_lines(folder), last_seq=at.books.seq)
    for one in sorted(found, key=lambda one: (one.expires_on or date.max, one.invoice)):
        yield line(one, at.books.items[one.invoice], at.today)


def _asked(at: Shown, what: str | None) -> Iterable["Item"]:
    books = at.books
    if what is None:
        return books.items.values()
    if what in books.items:
        return (books.items[what],)
    if books.survivor(what) in books.customers:
        return books.all_items(books.survivor(what))
    raise AgentError(f"{what}: is no customer and no invoice; see: remitd aging, remitd invoices --all")


def line(one: "Limitation", item: "Item", today: date) -> dict[str, Any]:
    """One invoice's clock; without a period for its law, what is counted is null."""
    last, left = one.last, one.expires_on and (one.expires_on - today).days
    return {
        "invoice_no": one.invoice,
        "customer_id": item.customer_id,
        "currency": item.open.currency,
        "open_amount": item.open.amount,
        "due_date": item.due_on.isoformat(),
        "law": one.law,
        "started": one.started_on.isoformat() if one.started_on else None,
        "interrupted": last.on.isoformat() if last else None,
        "by": last.ground.value if last else None,
        "journal_line": last.seq if last else None,
        "expires": one.expires_on.isoformat() if one.expires_on else None,
        "days_left": left,
        "interruptions": [_told(one) for one in one.interruptions],
    }


def _told(one: "Interruption") -> dict[str, Any]:
    return {
        "date": one.on.isoformat(),
        "by": one.ground.value,
        "record": one.record,
        "journal_line": one.seq,
        "counts": one.counts,
    }

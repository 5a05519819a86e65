"""(books, today) to the gate of each open item: what holds how much of it, until when, and the record that says so."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from agent.decide.holds import Held, Reason, holding
from agent.facts.books import Books, Query
from agent.facts.holds import HoldKind
from agent.facts.ledger import Item
from agent.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """One gate that is closed for one item."""

    gate: Reason
    item: Item
    amount: Money | None  # None: all that is open
    until: date | None  # the last day, where it opens by itself
    about: str  # the letter, payment or message to look at; "" where the item says it all
    why: str


_REASONS: Final = {
    HoldKind.DISPUTE: Reason.DISPUTE,
    HoldKind.PROMISE: Reason.PROMISE,
    HoldKind.INSTALMENT: Reason.PROMISE,
    HoldKind.STAFF: Reason.HOLD,
}
_SAID: Final = {
    HoldKind.DISPUTE: "disputed",
    HoldKind.PROMISE: "promised",
    HoldKind.INSTALMENT: "to be paid as agreed in a plan",
    HoldKind.STAFF: "held by a person",
}


def closed_gates(books: Books, today: date) -> Iterator[Closed]:
    """Every gate of every open item, in the order of the records that closed them, then of the items."""
    unsettled = map(books.payments.__getitem__, books.unsettled)
    for held in holding(books.queries.values(), unsettled, books):
        item = books.items.get(held.invoice)
        if item and _is_open(item):
            is_smaller = held.amount and held.amount.currency == item.open.currency
            yield Closed(
                gate=held.reason, item=item, amount=min(held.amount, item.open) if held.amount and is_smaller else None,
                until=None, about=_about(held), why=_why(held),
            )  # fmt: skip
    for numbers in books.items_by_customer.values():
        for item in map(books.items.__getitem__, numbers):
            if _is_open(item):
                yield from _of_item(item, today)


def _is_open(item: Item) -> bool:
    return item.open.minor > 0 and not item.is_credit


def _about(held: Held) -> str:
    return held.by.raised.letter_id if isinstance(held.by, Query) else held.by.payment_id


def _why(held: Held) -> str:
    if isinstance(held.by, Query):
        return f"our question of {held.by.asked_at.date()} ({', '.join(held.by.raised.codes)}) is open"
    name = held.by.payment_id
    if held.reason is Reason.DEDUCTION:
        return f"withheld with {name} ({held.withheld}), for a person to allow or refuse"
    if held.reason is Reason.REVIEW:
        return f"{name} names it and waits for a person"
    day = f" dated {held.by.claim.paid_on}" if held.by.claim.paid_on else ""
    return f"{name}{day} is told and not seen at the bank"


def _of_item(item: Item, today: date) -> Iterator[Closed]:
    if item.missing_at:
        why = "an import did not have it: it may be paid there"
        yield Closed(gate=Reason.MISSING, item=item, amount=None, until=None, about="", why=why)
    for part in item.held_on(today):
        hold = part.hold
        until = f" until {hold.until}" if hold.until else ""
        why = f"{_SAID[hold.kind]}{until}" + (f": {hold.reason}" if hold.reason else "")
        yield Closed(
            gate=_REASONS[hold.kind], item=item, amount=part.amount, until=hold.until, about="", why=why
        )

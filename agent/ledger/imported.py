"""(books, what an import says of an item) to the books after it: added, corrected, missing, found again."""

from dataclasses import replace
from typing import assert_never

from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.ledger import Face, Item
from agent.ledger.cash import reopened
from agent.ledger.index import (
    add_customer,
    add_item,
    add_purchase_order,
    change_item,
    list_as_closed,
    list_as_open,
)
from agent.ledger.merge import merge
from agent.money import Money


def import_event(
    books: Books,
    event: e.FeedEvent,
    recorded: e.Recorded,
) -> None:
    """An event of an import or an export; AssertionError where a correction would lose or make cents."""
    match event:
        case e.CustomerAdded(customer=customer) | e.CustomerChanged(customer=customer):
            add_customer(books, customer)
        case e.CustomerMerged():
            merge(books, event)
        case e.InvoiceAdded(item=item):
            books.began_at = books.began_at or recorded.at
            add_item(books, item)
        case e.InvoiceCorrected():
            _correct(books, event)
        case e.ItemMissing():
            item = books.items[event.invoice]
            change_item(books, replace(item, missing_at=recorded.at, missing_why=event.why))
        case e.ItemFound():
            item = books.items[event.invoice]
            change_item(books, replace(item, missing_at=None, missing_why=None))
        case e.LedgerImported() | e.InvoiceDiffered() | e.ApplicationsExported():
            pass  # what is exported: see agent.ledger.postings
        case _:
            assert_never(event)


def open_after(item: Item, now: Face) -> Money | None:
    """What is open once the face is corrected; None where that is no valid item: then nothing may be booked.

    The currency and the side stay, and no more is applied than the new amount.
    """
    if now.amount.currency != item.billed.currency or now.amount.minor * item.billed.minor <= 0:
        return None
    left = item.open + (now.amount - item.billed)
    low, high = sorted((Money(0, left.currency), now.amount))
    return left if low <= left <= high else None


def _correct(books: Books, event: e.InvoiceCorrected) -> None:
    item = books.items[event.invoice]
    assert item.face == event.was, f"{event.invoice}: corrected from what it was not"
    left = open_after(item, event.now)
    assert left is not None, (
        f"{event.invoice}: {event.now.amount} billed, with {item.open} of {item.billed} open"
    )
    at_import = item.open_at_import
    corrected = replace(
        reopened(item, left),
        billed=event.now.amount,
        issued_on=event.now.issued_on,
        due_on=event.now.due_on,
        po_no=event.now.po_no,
        # What the first file said was open, had it known: importing the corrected file again says nothing new.
        open_at_import=None if at_import is None else at_import + (event.now.amount - item.billed),
    )
    if item.open:
        list_as_closed(books, item)
    change_item(books, corrected)
    if left:
        list_as_open(books, corrected)
    add_purchase_order(books, item, corrected)

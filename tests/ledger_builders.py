"""Small ledgers for tests: customers and items by few words, and books that know them."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from agent.facts.books import Books
from agent.facts.events import CustomerAdded, Event, InvoiceAdded, Recorded
from agent.facts.holds import PROMISED, Hold, HoldKind
from agent.facts.ledger import Customer, Item
from agent.ledger import fold
from agent.money import Money
from agent.pipeline.bookkeeping import Bookkeeper
from agent.store.file_journal import FileJournal
from agent.store.tinydb_views import TinyDbViews

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def customer(customer_id: str = "C1", **changes: Any) -> Customer:
    """A customer with one address."""
    fields: dict[str, Any] = {
        "customer_id": customer_id,
        "name": f"{customer_id} Trading Ltd",
        "aliases": (),
        "emails": (f"ap@{customer_id.lower()}.example",),
        "bank_accounts": (),
        "language": "en",
        "currency": "USD",
        "terms": "n/30",
        "credit_limit": None,
        "parent_id": None,
        "time_zone": None,
    }
    return Customer(**(fields | changes))


def held(
    item: Item, kind: HoldKind, amount: str | None = None, until: date | None = None, **more: Any
) -> Item:
    """The item with one more hold."""
    hold = Hold(
        seq=1000 + len(item.holds),
        kind=kind,
        amount=Money.parse(amount) if amount else None,
        since=NOON,
        until=until,
        settled=item.settled if kind in PROMISED else None,
        **more,
    )
    return replace(item, holds=(*item.holds, hold))


def item(invoice_no: str, amount: str = "100.00 USD", customer_id: str = "C1", **changes: Any) -> Item:
    """An item that is wholly open."""
    fields: dict[str, Any] = {
        "invoice_no": invoice_no,
        "customer_id": customer_id,
        "issued_on": date(2026, 10, 1),
        "due_on": date(2026, 10, 31),
        "billed": Money.parse(amount),
        "open": Money.parse(amount),
        "po_no": None,
        "terms": "n/30",
    }
    return Item(**(fields | changes))


def events_of(*records: Customer | Item) -> list[Event]:
    """What an import of these would write."""
    return [CustomerAdded(customer=r) if isinstance(r, Customer) else InvoiceAdded(item=r) for r in records]


def folded_books(*records: Customer | Item | Event) -> Books:
    """Books after these events."""
    books = fold.empty()
    for number, record in enumerate(records, start=1):
        event = events_of(record)[0] if isinstance(record, Customer | Item) else record
        fold.apply(
            books,
            Recorded(seq=number, at=NOON, actor="test", subject="", event=event, prev="", hash=str(number)),
        )
    return books


@contextmanager
def keeper(state: Path) -> Iterator[Bookkeeper]:
    """A bookkeeper over real files."""
    with closing(FileJournal(state, lock_wait_seconds=0.3)) as journal:
        yield Bookkeeper(journal, TinyDbViews(state / "books.json"), fold.empty())

"""The records of a checkpoint to books with all their indexes."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final

from agent.facts.books import Books, Stop
from agent.facts.payments import Payment
from agent.ledger import fold, index
from agent.ledger.credit import file_credit
from agent.ledger.learning import add_learnt


def _add_payment(books: Books, payment: Payment) -> None:
    index.add_payment(books, payment)
    index.index_applications(books, payment)


# In this order: what comes later is found by what came before.
_ADDED: Final[tuple[tuple[str, Callable[[Books, Any], None]], ...]] = (
    ("customers", index.add_customer),
    ("items", index.add_item),
    ("learnt", add_learnt),
    ("messages", index.add_message),
    ("payments", _add_payment),
    ("letters", index.add_letter),
    ("postings", index.add_posting),
    ("credit", file_credit),
)


def restore(records: dict[str, list[Any]], *, seq: int, head: str) -> Books:
    """Books as they stood at the checkpoint."""
    books = fold.empty()
    for name, add in _ADDED:
        for record in records[name]:
            add(books, record)
    for place in records["keys"]:
        index.know_key(books, place["mailbox"], place["key"], place["mail_id"])
    books.received = {received.invoice_no: received for received in records["received"]}
    books.merged = {merged.customer.customer_id: merged for merged in records["merged"]}
    books.batches = {batch.number: batch for batch in records["batches"]}
    for query in records["queries"]:
        books.queries[query.raised.letter_id] = query
    checkpoint = records["checkpoint"][0]
    books.suspect_addresses = set(checkpoint["suspect_addresses"])
    bank_seen_on = checkpoint["bank_seen_on"]  # also days that only an entry taken back since had shown
    books.bank_seen_on = date.fromisoformat(bank_seen_on) if bank_seen_on else None
    reviewed_on = checkpoint["credit_reviewed_on"]
    books.credit_reviewed_on = date.fromisoformat(reviewed_on) if reviewed_on else None
    last_run_at = checkpoint["last_run_at"]
    books.last_run_at = datetime.fromisoformat(last_run_at) if last_run_at else None
    books.policies = checkpoint["policies"]
    began_at = checkpoint["began_at"]
    books.began_at = datetime.fromisoformat(began_at) if began_at else None
    stop = checkpoint["stop"]
    books.stop = Stop(**{**stop, "at": datetime.fromisoformat(stop["at"])}) if stop else None
    books.seq, books.head = seq, head
    return books

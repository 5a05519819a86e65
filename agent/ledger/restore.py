"""The records of a checkpoint to books with all their indexes."""

from datetime import date, datetime
from typing import Any

from agent.facts.books import Books
from agent.ledger import fold, index
from agent.ledger.learning import add_learnt


def restore(records: dict[str, list[Any]], *, seq: int, head: str) -> Books:
    """Books as they stood at the checkpoint."""
    books = fold.empty()
    for customer in records["customers"]:
        index.add_customer(books, customer)
    for item in records["items"]:
        index.add_item(books, item)
    for learnt in records["learnt"]:
        add_learnt(books, learnt)
    for message in records["messages"]:
        index.add_message(books, message)
    for place in records["keys"]:
        index.know_key(books, place["mailbox"], place["key"], place["mail_id"])
    for payment in records["payments"]:
        index.add_payment(books, payment)
        index.index_applications(books, payment)
    for letter in records["letters"]:
        index.add_letter(books, letter)
    for posting in records["postings"]:
        index.add_posting(books, posting)
    books.merged = {merged.customer.customer_id: merged for merged in records["merged"]}
    books.batches = {batch.number: batch for batch in records["batches"]}
    for query in records["queries"]:
        books.queries[query.raised.letter_id] = query
    checkpoint = records["checkpoint"][0]
    books.suspect_addresses = set(checkpoint["suspect_addresses"])
    bank_seen_on = checkpoint["bank_seen_on"]  # also days that only an entry taken back since had shown
    books.bank_seen_on = date.fromisoformat(bank_seen_on) if bank_seen_on else None
    last_run_at = checkpoint["last_run_at"]
    books.last_run_at = datetime.fromisoformat(last_run_at) if last_run_at else None
    began_at = checkpoint["began_at"]
    books.began_at = datetime.fromisoformat(began_at) if began_at else None
    books.seq, books.head = seq, head
    return books

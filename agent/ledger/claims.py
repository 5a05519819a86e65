"""(books, what a customer or staff say of an item) to the books after it."""

from dataclasses import replace
from typing import assert_never

from agent.facts import events as e
from agent.facts.books import Books


def claim_event(books: Books, event: e.ClaimEvent) -> None:
    """What was said of an item; what is only evidence changes nothing."""
    match event:
        case e.DisputeRecorded():
            item = books.items[event.invoice]
            books.items[event.invoice] = replace(item, disputed=event.amount, dispute_reason=event.reason)
        case e.PromiseRecorded():
            item = books.items[event.invoice]
            books.items[event.invoice] = replace(item, promised=event.amount, promised_on=event.promised_on)
        case e.ItemHeld():
            books.items[event.invoice] = replace(books.items[event.invoice], held_until=event.until)
        case e.StatementRequested() | e.BalanceConfirmed():
            pass
        case _:
            assert_never(event)

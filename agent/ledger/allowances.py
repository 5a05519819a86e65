"""(books, what comes off items by a person's word alone) to the books after it; cents are conserved."""

from dataclasses import replace
from typing import assert_never

from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.ledger import Allowance
from agent.ledger.cash import give_back, take
from agent.ledger.index import change_item


def allowance_event(books: Books, event: e.AllowanceEvent, recorded: e.Recorded) -> None:
    """AssertionError where a credit note would not be worth what it takes, or nothing such stands."""
    match event:
        case e.SettledWithoutCash():
            assert not sum(one.amount.minor for one in event.applications), event
            for one in event.applications:
                take(books, one)
                item = books.items[one.invoice]
                allowed = (*item.allowed, Allowance(application=one, decided_at=recorded.at))
                change_item(books, replace(item, allowed=allowed))
        case e.SettledWithoutCashUndone():
            for one in event.applications:
                left = list(books.items[one.invoice].allowed)
                left.remove(next(known for known in reversed(left) if known.application == one))
                give_back(books, one)
                change_item(books, replace(books.items[one.invoice], allowed=tuple(left)))
        case _:
            assert_never(event)

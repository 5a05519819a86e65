"""(books, what comes off items by a person's word alone) to the books after it; cents are conserved."""

from dataclasses import replace
from datetime import datetime
from typing import assert_never

from agent.facts import events as e
from agent.facts.books import Books
from agent.ledger.cash import give_back, take


def allowance_event(books: Books, event: e.AllowanceEvent, at: datetime) -> None:
    """AssertionError where a credit note would not be worth what it takes, or nothing such stands."""
    match event:
        case e.SettledWithoutCash():
            assert not sum(one.amount.minor for one in event.applications), event
            for one in event.applications:
                take(books, one)
                item = books.items[one.invoice]
                books.items[one.invoice] = replace(
                    item, allowed=(*item.allowed, one), allowed_at=(*item.allowed_at, at)
                )
        case e.SettledWithoutCashUndone():
            for one in event.applications:
                item = books.items[one.invoice]
                place = item.allowed.index(one)  # ValueError where it is not there: it was taken back before
                give_back(books, one)
                books.items[one.invoice] = replace(
                    books.items[one.invoice],
                    allowed=item.allowed[:place] + item.allowed[place + 1 :],
                    allowed_at=item.allowed_at[:place] + item.allowed_at[place + 1 :],
                )
        case _:
            assert_never(event)

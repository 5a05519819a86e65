"""(books, what a person taught or took back) to books that know payers and invoices by it, besides what is on file."""

from dataclasses import replace
from typing import assert_never

from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.learnt import Learnt, LearntKind
from agent.ids import account_keys
from agent.ledger.numbers import Numbers


def learnt_event(books: Books, event: e.AliasLearnt | e.AliasForgotten, recorded: e.Recorded) -> None:
    """What is learnt stands apart from the customer's record, so that an import leaves it as it is."""
    match event:
        case e.AliasLearnt():
            assert event.learnt_id not in books.learnt, event.learnt_id
            learnt = Learnt(
                learnt_id=event.learnt_id,
                kind=event.kind,
                value=event.value,
                customer_id=event.customer_id,
                payment_id=event.payment_id,
                invoice=event.invoice,
                actor=recorded.actor,
                at=recorded.at,
                why=event.why,
            )
        case e.AliasForgotten():
            learnt = replace(books.learnt[event.learnt_id], is_live=False)
        case _:
            assert_never(event)
    add_learnt(books, learnt)


def add_learnt(books: Books, learnt: Learnt) -> None:
    """Put one thing learnt into the books and their indexes, or out of the indexes where it is forgotten."""
    was_known = learnt.learnt_id in books.learnt
    books.learnt[learnt.learnt_id] = learnt
    if learnt.kind is LearntKind.NUMBER:
        _index_number(books, learnt, was_known)
        return
    if learnt.kind is LearntKind.ACCOUNT:
        places = [books.learnt_accounts.setdefault(key, []) for key in account_keys(learnt.value)]
    else:
        places = [books.learnt_names.setdefault(learnt.customer_id, [])]
        books.renamed.append(learnt.customer_id)
    for known in places:
        if learnt.is_live:
            known.append(learnt.learnt_id)
        elif learnt.learnt_id in known:
            known.remove(learnt.learnt_id)


def _index_number(books: Books, learnt: Learnt, was_known: bool) -> None:
    numbers = books.anchors
    assert isinstance(numbers, Numbers)
    assert learnt.invoice in books.items, learnt.learnt_id
    if learnt.is_live:
        numbers.know_older(learnt.value, learnt.invoice)
    elif was_known:
        numbers.forget_older()
        for one in books.learnt.values():
            if one.kind is LearntKind.NUMBER and one.is_live and one.invoice:
                numbers.know_older(one.value, one.invoice)

"""What customers did: whose cash came for what by which day, also after it was taken back, returned or cleared later."""

from collections import Counter
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import chain
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from agent.facts import events as e
from agent.facts.books import Books
from agent.money import Money
from tests.ledger_builders import NOON, customer, folded_books, item
from tests.test_ledger_fold import cash, paid
from tests.test_ledger_restore import Story

Case = dict[str, Any]


def told(payment_id: str, amount: str, paid_on: date | None) -> e.PaymentRecorded:
    recorded = paid(payment_id, amount)
    claim = replace(recorded.payment.claim, paid_on=paid_on)
    return e.PaymentRecorded(payment=replace(recorded.payment, claim=claim))


def happened(step: dict[str, Any]) -> e.Event:
    """One line of a case."""
    payment_id = step.get("payment", "P1")
    match step["what"]:
        case "told":
            return told(payment_id, step.get("amount", "500.00 USD"), step.get("paid_on"))
        case "applied":
            return cash(payment_id, "I1", step["cash"], step.get("discount", "0.00"), step.get("off", "0.00"))
        case "unapplied":
            applied = cash(payment_id, "I1", step["cash"], step.get("discount", "0.00"))
            return e.CashUnapplied(payment_id=payment_id, applications=applied.applications)
        case "returned":
            applied = cash(payment_id, "I1", step["cash"])
            return e.CashReversed(
                payment_id=payment_id,
                applications=applied.applications,
                why="returned",
                returned_on=step["on"],
            )
        case "cleared":
            return e.PaymentCleared(payment_id=payment_id, mail_id="M", cleared_on=step["on"], because=())
        case "clearing undone":
            return e.ClearingUndone(payment_id=payment_id)
        case "merged":
            return e.CustomerMerged(customer_id="C1", into="C2", why="one firm")
        case _:
            raise AssertionError(step)


def test_settled(case: Case) -> None:
    """An invoice of 100.00 USD due on 2026-10-31, after these events: when it was settled, and how late."""
    books = folded_books(
        customer(), customer("C2"), item("I1"), *(happened(step) for step in case.get("happens", ()))
    )
    owner = case.get("customer", "C1")

    told = [(str(one.settled_on), str(one.days_late), str(one.cash)) for one in books.settlements(owner)]

    assert [tuple(row) for row in case.get("settled", ())] == told


def test_a_credit_note_taken_brings_no_cash_and_is_never_a_settlement() -> None:
    taken = e.CashApplied(
        payment_id="P1",
        applications=(
            *cash("P1", "I1", "100.00").applications,
            *cash("P1", "CN", "-10.00").applications,
        ),
    )
    books = folded_books(customer(), item("I1"), item("CN", "-10.00 USD"), paid("P1", "90.00 USD"), taken)

    assert ["I1"] == list(books.received)


def receipts(books: Books) -> Counter[tuple[str, str]]:
    """Cents by invoice and payment, as the payments themselves say it."""
    found: Counter[tuple[str, str]] = Counter()
    for payment in books.payments.values():
        for application in payment.applications:
            if application.amount.minor > 0:
                found[application.invoice, payment.payment_id] += application.amount.minor
    return found


@given(dice=st.randoms(use_true_random=False), count=st.integers(min_value=0, max_value=150))
def test_receipts_are_what_the_payments_apply_whatever_was_taken_back(dice: Any, count: int) -> None:
    books = Story(dice).tell(count)
    said = {
        (one.invoice_no, receipt.payment_id): receipt.amount.minor
        for one in books.received.values()
        for receipt in one.receipts
    }

    assert dict(receipts(books)) == said
    for one in books.received.values():
        for receipt in one.receipts:
            payment = books.payments[receipt.payment_id]
            assert receipt.cleared_on == (payment.cleared_on if payment.cleared else None)
    for owner, invoices in books.invoices_by_customer.items():
        assert {owner} == {books.items[invoice].customer_id for invoice in invoices}
    assert sorted(books.items) == sorted(chain(*books.invoices_by_customer.values()))


def test_days_late_are_weighted_by_cash() -> None:
    books = folded_books(
        customer(),
        item("I1"),
        told("P1", "75.00 USD", date(2026, 10, 31)),
        told("P2", "25.00 USD", date(2026, 11, 20)),
        cash("P1", "I1", "75.00"),
        cash("P2", "I1", "25.00"),
    )
    (settlement,) = books.settlements("C1")

    assert (Fraction(5), Money(10_000, "USD")) == (settlement.days_late, settlement.cash)
    assert NOON.date() == settlement.settled_on

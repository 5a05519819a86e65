"""What customers did: whose cash came for what by which day, also after it was taken back, returned or cleared later."""

from collections import Counter
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
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
    assert ("C1", 1) == (books.histories["C1"].customer_id, books.histories["C1"].invoices)


@pytest.mark.parametrize(("old", "into"), [("C1", "C2"), ("C2", "C1")])
def test_a_relation_is_as_old_as_its_first_invoice_and_a_merged_customer_s_counts(
    old: str, into: str
) -> None:
    books = folded_books(
        customer(),
        customer("C2"),
        item("I1", issued_on=date(2026, 5, 1)),
        item("I2", issued_on=date(2025, 5, 1)),
        item("I3", customer_id="C2", issued_on=date(2026, 1, 1)),
        e.CustomerMerged(customer_id=old, into=into, why="one firm"),
    )

    assert {into: (date(2025, 5, 1), 3)} == {
        name: (one.since, one.invoices) for name, one in books.histories.items()
    }


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
        assert one.invoice_no in books.received_by_customer[books.items[one.invoice_no].customer_id]
        for receipt in one.receipts:
            payment = books.payments[receipt.payment_id]
            assert receipt.cleared_on == (payment.cleared_on if payment.cleared else None)
    listed = [invoice for known in books.received_by_customer.values() for invoice in known]
    assert sorted(books.received) == sorted(listed), "each stands under one customer"


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

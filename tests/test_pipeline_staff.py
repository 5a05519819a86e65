"""What staff decide: within what the books allow, or one sentence that says why not."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from agent.errors import AgentError
from agent.facts import events as e
from agent.facts.payments import Origin, Payment, Status
from agent.facts.readings import PaymentRead
from agent.money import Money
from agent.pipeline import staff
from agent.pipeline.bookkeeping import Bookkeeper
from tests.ledger_builders import NOON, customer, events_of, item, keeper


def opened(books: Bookkeeper, *, payer: str | None = "C1", status: Status = Status.UNAPPLIED) -> None:
    """The books of the table's head."""
    records = (
        customer("C1"), customer("C2"), customer("C3", parent_id="C1"),
        item("I1"), item("I2", "80.00 USD"), item("CN", "-20.00 USD"), item("E1", "50.00 EUR"),
        item("X1", customer_id="C2"), item("K1", customer_id="C3"),
    )  # fmt: skip
    money = Money.parse("150.00 USD")
    read = PaymentRead(amount=money.decimal, currency="USD", paid_on=None)
    payment = Payment(
        payment_id="P1", mail_id="M1", message_id="", origin=Origin.ADVICE, customer_id=payer, amount=money, claim=read
    )  # fmt: skip
    with books.commit(NOON, "test") as commit:
        for event in events_of(*records):
            commit.add("x", event)
        commit.add("P1", e.PaymentRecorded(payment=payment))
        commit.add("P1", e.PaymentDecided(payment_id="P1", status=status, because=()))


def test_apply_payment(case: dict[str, Any], tmp_path: Path) -> None:
    with keeper(tmp_path) as books:
        opened(books, payer=case.get("payer", "C1") or None, status=Status(case.get("status", "unapplied")))
        before = dict(books.books.items)
        if "fault" in case:
            with pytest.raises(AgentError) as fault, books.commit(NOON, "staff") as commit:
                staff.apply_payment(commit, "P1", case["amounts"])
            assert case["fault"] in str(fault.value)
            assert before == books.catch_up().items
            return
        with books.commit(NOON, "staff") as commit:
            staff.apply_payment(commit, "P1", case["amounts"])
        payment = books.books.payments["P1"]

        assert payment.unapplied is not None
        assert case["want"] == f"{payment.status} {payment.unapplied.amount}"
        assert {
            books.books.items[invoice].customer_id for invoice in case["amounts"]
        } <= books.books.speaks_for(payment.customer_id or "")


def test_a_dispute_or_promise_is_of_what_is_open_at_most(tmp_path: Path) -> None:
    with keeper(tmp_path) as books:
        opened(books)
        with books.commit(NOON, "staff") as commit:
            staff.dispute(commit, "I1", "30.00", "damaged")
            staff.promise(commit, "I2", date(2026, 12, 1), None, NOON.date())
        with (
            pytest.raises(AgentError, match=r"100.01 USD is no part of it"),
            books.commit(NOON, "staff") as commit,
        ):
            staff.dispute(commit, "I1", "100.01", "damaged")
        first, second = books.catch_up().items["I1"], books.books.items["I2"]

    assert first.dispute
    assert ("30.00 USD", "damaged", "disputed") == (
        str(first.disputed), first.dispute.reason, first.status_on(NOON.date())
    )  # fmt: skip
    assert ("80.00 USD", "promised", "open") == (
        str(second.promised), second.status_on(date(2026, 12, 1)), second.status_on(date(2026, 12, 2))
    )  # fmt: skip


def test_a_hold_of_a_customer_holds_its_open_invoices_and_no_credit_note(tmp_path: Path) -> None:
    with keeper(tmp_path) as books:
        opened(books)
        with books.commit(NOON, "staff") as commit:
            said = list(staff.hold(commit, "C1", date(2026, 12, 31), "asked us to wait"))

        held = {number for number, one in books.books.items.items() if one.held_until == date(2026, 12, 31)}
        assert {"I1", "I2", "E1"} == held
        assert 3 == len(said)

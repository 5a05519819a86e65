"""What a statement of account says of items and payments, on both sides of each day; everything ties."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from agent.facts import events as e
from agent.facts.books import Books, Message
from agent.facts.payments import Application, Origin, Payment, Status
from agent.facts.readings import PaymentRead
from agent.facts.statements import Statement
from agent.ledger import fold
from agent.ledger.index import add_message, add_payment
from agent.ledger.statement import statements
from agent.money import Money
from tests.ledger_builders import customer, folded_books, item

TOLD_AT = datetime(2026, 10, 15, 9, tzinfo=UTC)
ZONE = ZoneInfo("UTC")


def usd(amount: str) -> Money:
    return Money.of(amount, "USD")


def books_of(case: dict[str, Any]) -> Books:
    """The ledger of a case, folded from the events that would have made it."""
    records: list[Any] = [customer("C1"), customer("C2", parent_id="C1")]
    for number, billed, issued, *rest in case["items"]:
        opened = rest[0] if rest else billed
        due = case.get("due", {}).get(number, "2026-12-31")
        records.append(
            item(
                number, f"{billed} USD", rest[1] if len(rest) > 1 else "C1",
                open=usd(opened), open_at_import=usd(opened),
                issued_on=date.fromisoformat(issued), due_on=date.fromisoformat(due),
            )
        )  # fmt: skip
    books = folded_books(*records)
    add_message(
        books, replace(Message(mail_id="M", mailbox="", key="", sha256="", size=0), received_at=TOLD_AT)
    )
    for reference, amount, paid, lines in case.get("payments", ()):
        _pay(books, case, reference, amount, paid, lines)
    return books


def _pay(
    books: Books, case: dict[str, Any], reference: str, amount: str, paid: str, lines: list[Any]
) -> None:
    paid_on = date.fromisoformat(paid) if paid else None
    read = PaymentRead(amount=usd(amount).decimal, currency="USD", paid_on=paid_on, reference=reference)
    payment = Payment(
        payment_id=reference, mail_id="M", message_id="", origin=Origin.BANK, customer_id="C1",
        amount=usd(amount), claim=read, status=Status.UNAPPLIED, cleared=True,
    )  # fmt: skip
    applications = tuple(
        Application(
            invoice=number, amount=usd(cash), discount=usd(discount), write_off=usd(waived),
            reason="rounding" if waived != "0.00" else None,
        )
        for number, cash, discount, waived in lines
    )  # fmt: skip
    events: list[tuple[e.Event, datetime]] = [(e.PaymentRecorded(payment=payment), TOLD_AT)]
    if applications:
        events.append((e.CashApplied(payment_id=reference, applications=applications), TOLD_AT))
    for name, back, day in case.get("refunds", ()):
        if name == reference:
            at = datetime.fromisoformat(f"{day}T09:00:00+00:00")
            events.append((e.CashRefunded(payment_id=name, amount=usd(back), why="asked"), at))
    returned = case.get("returned", {}).get(reference)
    if returned or reference in case.get("reversed", ()):
        day_back = date.fromisoformat(returned) if returned else None
        events.append(
            (e.CashReversed(payment_id=reference, applications=(), why="", returned_on=day_back), TOLD_AT)
        )
    for event, at in events:
        fold.apply(
            books,
            e.Recorded(seq=books.seq + 1, at=at, actor="t", subject="", event=event, prev="", hash="h"),
        )
    status = case.get("status", {}).get(reference)
    if status:
        add_payment(books, replace(books.payments[reference], status=Status(status)))


def made_of(case: dict[str, Any]) -> Statement:
    made = statements(
        books_of(case), case.get("customer", "C1"),
        first_on=date(2026, 10, 1), last_on=date(2026, 10, 31), known_at=TOLD_AT, zone=ZONE,
    )  # fmt: skip
    (one,) = made
    return one


@pytest.mark.table("statement")
def test_a_statement_says_what_moved_and_what_is_open(case: dict[str, Any]) -> None:
    one = made_of(case)
    assert one.opening.amount == case.get("opening", "0.00")
    assert one.closing.amount == case["closing"]
    if "lines" in case:
        found = [f"{x.on} {x.movement} {x.number} {x.amount.amount} {x.balance.amount}" for x in one.lines]
        assert found == case["lines"]
    if "open" in case:
        assert [f"{x.invoice} {x.open.amount}" for x in one.items] == case["open"]
    assert [f"{x.reference} {x.amount.amount}" for x in one.cash] == case.get("cash", [])
    if "sums" in case:
        assert [one.invoiced.amount, one.received.amount, one.credited.amount] == case["sums"]
    if "aging" in case:
        assert [bucket.amount for bucket in one.buckets] == case["aging"]


def test_currencies_have_a_statement_each_and_a_customer_without_anything_none() -> None:
    books = folded_books(
        customer("C1"), customer("C2"), item("A", "10.00 USD"), item("B", "20.00 EUR"), item("D", "5 JPY")
    )
    days = {"first_on": date(2026, 10, 1), "last_on": date(2026, 10, 31), "known_at": TOLD_AT, "zone": ZONE}
    made = statements(books, "C1", **days)  # type: ignore[arg-type]
    assert [(one.currency, one.closing.amount) for one in made] == [
        ("EUR", "20.00"),
        ("JPY", "5"),
        ("USD", "10.00"),
    ]
    assert statements(books, "C2", **days) == []  # type: ignore[arg-type]

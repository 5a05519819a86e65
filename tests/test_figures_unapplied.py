"""How long unapplied cash waits, and how late a payment is: both sides of each boundary."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from agent.facts import events as e
from agent.facts.payments import Origin, Payment, Status
from agent.facts.readings import PaymentRead
from agent.figures.habits import lateness
from agent.figures.scope import Scope
from agent.figures.unapplied import unapplied_tables
from agent.ledger import fold
from agent.money import Money
from tests.ledger_builders import customer

UTC_ZONE = ZoneInfo("UTC")
TODAY = date(2026, 11, 20)


def _payment(paid_on: date, amount: str = "60.00 USD") -> Payment:
    money = Money.parse(amount)
    return Payment(
        payment_id="P1", mail_id="M1", message_id="", origin=Origin.BANK, customer_id="C1", amount=money,
        status=Status.UNAPPLIED, cleared=True, cleared_on=paid_on,
        claim=PaymentRead(amount=money.decimal, currency="USD", paid_on=paid_on),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("days", "column"),
    [(0, 1), (7, 1), (8, 2), (30, 2), (31, 3), (90, 3), (91, 4)],
)
def test_unapplied_cash_by_age(days: int, column: int) -> None:
    books = fold.empty()
    paid = e.PaymentRecorded(payment=_payment(TODAY - timedelta(days=days)))
    events: tuple[e.Event, ...] = (e.CustomerAdded(customer=customer()), paid)
    for seq, event in enumerate(events, start=1):
        fold.apply(
            books,
            e.Recorded(
                seq=seq, at=datetime(2026, 11, 20, tzinfo=UTC), actor="", subject="", event=event, prev="",
                hash=str(seq),
            ),
        )  # fmt: skip
    scope = Scope(books=books, today=TODAY, zone=UTC_ZONE, journal=tuple)
    ((_, *amounts, _, _, _, _, _),) = unapplied_tables(scope)[0].rows
    assert [Money(6000 if place == column else 0, "USD") for place in range(1, 5)] == amounts[:4]


@pytest.mark.parametrize(
    ("days", "name"),
    [
        (-9, "on_time"), (0, "on_time"), (1, "late_1_7"), (7, "late_1_7"), (8, "late_8_30"), (30, "late_8_30"),
        (31, "late_over_30"),
    ],
)  # fmt: skip
def test_lateness(days: int, name: str) -> None:
    assert name == lateness(days)

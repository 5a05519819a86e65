"""The figures of a day, and how long unapplied cash waits: both sides of each boundary."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from agent.facts import events as e
from agent.facts.payments import Application, Origin, Payment, Status
from agent.facts.readings import PaymentRead
from agent.figures.daily import figures_of
from agent.figures.habits import lateness
from agent.figures.scope import Scope
from agent.figures.unapplied import unapplied_tables
from agent.ledger import fold
from agent.ledger.past import until
from agent.money import Money
from tests.ledger_builders import customer, item

UTC_ZONE = ZoneInfo("UTC")
TODAY = date(2026, 11, 20)


def _payment(paid_on: date, amount: str = "60.00 USD") -> Payment:
    money = Money.parse(amount)
    return Payment(
        payment_id="P1", mail_id="M1", message_id="", origin=Origin.BANK, customer_id="C1", amount=money,
        status=Status.UNAPPLIED, cleared=True, cleared_on=paid_on,
        claim=PaymentRead(amount=money.decimal, currency="USD", paid_on=paid_on),
    )  # fmt: skip


def _journal() -> list[e.Recorded]:
    """Two invoices on 1 October; 60.00 come on 10 November, and are applied on the 16th."""
    nothing = Money(0, "USD")
    applied = Application(
        invoice="A", amount=Money(6000, "USD"), discount=nothing, write_off=nothing, reason=None
    )
    events: list[tuple[date, e.Event]] = [
        (date(2026, 9, 1), e.CustomerAdded(customer=customer())),
        (date(2026, 10, 1), e.InvoiceAdded(item=item("A", due_on=date(2026, 11, 13)))),
        (date(2026, 10, 1), e.InvoiceAdded(item=item("B", due_on=date(2026, 11, 14)))),
        (date(2026, 11, 10), e.PaymentRecorded(payment=_payment(date(2026, 11, 10)))),
        (date(2026, 11, 16), e.CashApplied(payment_id="P1", applications=(applied,))),
        (date(2026, 11, 16), e.PaymentDecided(payment_id="P1", status=Status.APPLIED, because=())),
    ]
    return [
        e.Recorded(
            seq=seq, at=datetime(day.year, day.month, day.day, 9, tzinfo=UTC), actor="", subject="", event=event,
            prev="", hash=str(seq),
        )
        for seq, (day, event) in enumerate(events, start=1)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "owed", "overdue", "unapplied"),
    [
        (date(2026, 11, 9), "200.00", "0.00", "0.00"),
        (date(2026, 11, 10), "200.00", "0.00", "60.00"),
        (date(2026, 11, 13), "200.00", "0.00", "60.00"),
        (date(2026, 11, 14), "200.00", "100.00", "60.00"),
        (date(2026, 11, 15), "200.00", "200.00", "60.00"),
        (date(2026, 11, 16), "140.00", "140.00", "0.00"),
    ],
)
def test_figures_of_an_earlier_day_are_those_of_the_books_of_then(
    day: date, owed: str, overdue: str, unapplied: str
) -> None:
    journal = _journal()
    now, then = fold.empty(), fold.empty()
    for line in journal:
        fold.apply(now, line)
    for line in until(journal, datetime(day.year, day.month, day.day, 23, tzinfo=UTC)):
        fold.apply(then, line)
    found = figures_of(now, day, UTC_ZONE)["USD"]
    assert (owed, overdue, unapplied) == (found.open.amount, found.overdue.amount, found.unapplied.amount)
    assert figures_of(then, day, UTC_ZONE)["USD"] == found


@pytest.mark.parametrize(
    ("days", "column"),
    [(0, 1), (7, 1), (8, 2), (30, 2), (31, 3), (90, 3), (91, 4)],
)
def test_unapplied_cash_by_age(days: int, column: int) -> None:
    books = fold.empty()
    for line in _journal()[:1]:
        fold.apply(books, line)
    paid = e.PaymentRecorded(payment=_payment(TODAY - timedelta(days=days)))
    fold.apply(
        books,
        e.Recorded(
            seq=2, at=datetime(2026, 11, 20, tzinfo=UTC), actor="", subject="", event=paid, prev="", hash="2"
        ),
    )
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

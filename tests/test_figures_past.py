"""What was open on earlier days, from one pass over the journal: the same as folding the journal anew for each day."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.events import Event, Recorded, Stamped
from agent.facts.ledger import Face
from agent.facts.payments import Application, Origin, Payment
from agent.facts.readings import PaymentRead
from agent.figures.past import KINDS, open_at
from agent.ledger import fold
from agent.ledger.past import until
from agent.money import Money
from tests.ledger_builders import NOON, customer, item

NUMBERS = ("A", "B", "C")
STEPS = st.lists(
    st.tuples(st.integers(0, 11), st.integers(0, 60), st.integers(0, 10)), min_size=1, max_size=40
)


def _journal(steps: list[tuple[int, int, int]]) -> list[Recorded]:
    """A life of three items and one payment: applied, taken back, corrected, with commands stamped out of order."""
    events: list[Event] = [
        e.CustomerAdded(customer=customer()),
        e.PaymentRecorded(payment=_payment()),
    ]
    stamps = [0, 0]
    books = fold.empty()
    journal: list[Recorded] = []
    ran_on = 0

    def record(event: Event, day: int) -> None:
        seq = len(journal) + 1
        line = Recorded(
            seq=seq, at=NOON + timedelta(days=day), actor="test", subject="", event=event, prev="", hash=str(seq)
        )  # fmt: skip
        fold.apply(books, line)
        journal.append(line)

    for event, day in zip(events, stamps, strict=True):
        record(event, day)
    for kind, size, day in steps:
        if kind == 0:
            ran_on = max(ran_on, day)  # runs are never stamped out of order
            record(e.RunStarted(version="1", rules=""), ran_on)
        elif event_ := _event(books, kind, size):
            record(event_, day)
    return journal


def _payment() -> Payment:
    return Payment(
        payment_id="P1", mail_id="M1", message_id="", origin=Origin.BANK, customer_id="C1",
        amount=Money.parse("10000.00 USD"), claim=PaymentRead(amount=None, currency="USD", paid_on=None),
    )  # fmt: skip


def _event(books: Books, kind: int, size: int) -> Event | None:
    """What a clerk may do to the item of this number now; None where it can't be done."""
    number = NUMBERS[size % len(NUMBERS)]
    known, payment = books.items.get(number), books.payments["P1"]
    if kind == 9:
        return e.QueryClosed(letter_id="L-1", why="")
    if known is None:
        return e.InvoiceAdded(
            item=item(number, "100.00 USD", open=Money(100_00 if size % 2 else 40_00, "USD"))
        )
    nothing = Money(0, "USD")
    if kind in (1, 2, 3) and known.open:
        taken = Money(max(1, known.open.minor * size // 60), "USD") if kind < 3 else known.open
        applied = Application(invoice=number, amount=taken, discount=nothing, write_off=nothing, reason=None)
        return e.CashApplied(payment_id="P1", applications=(applied,))
    if kind in (4, 5) and payment.applications:
        return e.CashUnapplied(payment_id="P1", applications=payment.applications[:1])
    if kind == 6 and payment.applications and size > 40:
        return e.CashUnapplied(payment_id="P1", applications=payment.applications)
    if kind in (7, 8):
        amount = Money(known.billed.minor + size, "USD")
        due_on = known.due_on + timedelta(days=size % 3)
        face = Face(amount=amount, issued_on=known.issued_on, due_on=due_on, po_no=known.po_no)
        return e.InvoiceCorrected(invoice=number, was=known.face, now=face)
    if kind == 10 and known.open:
        off = Money(max(1, known.open.minor * size // 60), "USD")
        waived = Application(
            invoice=number, amount=nothing, discount=nothing, write_off=off, reason="insolvent"
        )
        return e.SettledWithoutCash(applications=(waived,), why="insolvent")
    if kind == 11 and known.allowed:
        return e.SettledWithoutCashUndone(applications=(known.allowed[-1].application,))
    return None


def _open(books: Books) -> dict[str, tuple[Money, Money, date]]:
    return {number: (one.open, one.billed, one.due_on) for number, one in books.items.items() if one.open}


@given(STEPS)
def test_one_pass_tells_what_folding_anew_for_each_day_tells(steps: list[tuple[int, int, int]]) -> None:
    journal = _journal(steps)
    instants = [NOON + timedelta(days=day, seconds=second) for day in range(-1, 11) for second in (-1, 0)]
    passed = [
        {number: (one.open, one.billed, one.due_on) for number, one in items.items()}
        for items in open_at(journal, instants)
    ]
    for instant, got in zip(instants, passed, strict=True):
        books = fold.empty()
        for line in until(journal, instant):
            fold.apply(books, line)
        assert _open(books) == got, instant


@given(STEPS)
def test_lines_whose_events_were_not_asked_for_tell_the_same(steps: list[tuple[int, int, int]]) -> None:
    """Their stamps still count: what stands below a line that is stamped later was not there yet."""
    journal = _journal(steps)
    instants = [NOON + timedelta(days=day) for day in range(11)]
    few = [Stamped(one.seq, one.at, one.event if isinstance(one.event, KINDS) else None) for one in journal]
    got = [dict(items) for items in open_at(few, instants)]  # a mapping holds until the next is asked for
    assert [dict(items) for items in open_at(journal, instants)] == got


def test_a_payment_that_went_back_opens_its_items_from_that_day_on() -> None:
    journal = _journal([(1, 1, 0), (3, 1, 1)])
    applied = journal[-1].event
    assert isinstance(applied, e.CashApplied)
    back = e.CashReversed(payment_id="P1", applications=applied.applications, why="returned")
    journal.append(replace(journal[-1], seq=len(journal) + 1, at=NOON + timedelta(days=3), event=back))
    days: list[Any] = [NOON + timedelta(days=day) for day in range(5)]
    stood = [sum(one.open.minor for one in items.values()) for items in open_at(journal, days)]
    assert [100_00, 0, 0, 100_00, 100_00] == stood

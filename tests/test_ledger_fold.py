"""The fold: cents are conserved, a checkpoint restores the same books, and a wrong event writes nothing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.facts import events as e
from agent.facts.payments import Application, Origin, Payment, Status
from agent.facts.readings import PaymentRead
from agent.ledger.restore import restore
from agent.money import Money, total
from agent.store.tinydb_views import TinyDbViews
from tests.ledger_builders import NOON, customer, events_of, folded_books, item, keeper


def paid(payment_id: str, amount: str) -> e.PaymentRecorded:
    read = PaymentRead(
        amount=Money.parse(amount).decimal, currency=amount[-3:], paid_on=None, reference=f"R {payment_id}"
    )
    payment = Payment(
        payment_id=payment_id, mail_id="M-1", message_id="<m@x.example>", origin=Origin.ADVICE, customer_id="C1",
        amount=Money.parse(amount), claim=read,
    )  # fmt: skip
    return e.PaymentRecorded(payment=payment)


def cash(
    payment_id: str, invoice: str, amount: str, discount: str = "0.00", write_off: str = "0.00"
) -> e.CashApplied:
    application = Application(
        invoice=invoice,
        amount=Money.of(amount, "USD"),
        discount=Money.of(discount, "USD"),
        write_off=Money.of(write_off, "USD"),
        reason=None,
    )
    return e.CashApplied(payment_id=payment_id, applications=(application,))


def test_cash_discount_and_write_off_come_off_the_item() -> None:
    books = folded_books(
        customer(), item("I1"), paid("P1", "98.00 USD"), cash("P1", "I1", "97.00", "2.00", "1.00")
    )

    assert "0.00 USD" == str(books.items["I1"].open)
    assert "1.00 USD" == str(books.payments["P1"].unapplied)
    assert [] == books.open_items("C1")


@pytest.mark.parametrize(
    ("invoice", "amount"),
    [("I1", "100.01"), ("I1", "-0.01"), ("CN", "-10.01"), ("CN", "0.01")],
)
def test_more_than_is_open_or_to_the_wrong_side_is_never_folded(invoice: str, amount: str) -> None:
    with pytest.raises(AssertionError):
        folded_books(
            customer(),
            item("I1"),
            item("CN", "-10.00 USD"),
            paid("P1", "500.00 USD"),
            cash("P1", invoice, amount),
        )


def test_more_than_was_received_is_never_folded() -> None:
    with pytest.raises(AssertionError, match="applied of"):
        folded_books(customer(), item("I1"), paid("P1", "99.99 USD"), cash("P1", "I1", "100.00"))


def test_a_commit_that_fails_writes_nothing_and_the_books_forget_it(tmp_path: Path) -> None:
    with keeper(tmp_path) as books:
        with books.commit(NOON, "test") as commit:
            for event in events_of(customer(), item("I1")):
                commit.add("x", event)
        with books.commit(NOON, "test") as commit:
            commit.add("P1", paid("P1", "10.00 USD"))
        with pytest.raises(AssertionError), books.commit(NOON, "test") as commit:
            commit.add("P1", cash("P1", "I1", "100.00"))
        assert () == books.catch_up().payments["P1"].applications, "the keeper starts over"

    with keeper(tmp_path) as books:
        assert () == books.catch_up().payments["P1"].applications


def test_reversing_a_payment_opens_its_items_again() -> None:
    applied = cash("P1", "I1", "100.00")
    reversed_ = e.CashReversed(payment_id="P1", applications=applied.applications, why="returned")
    books = folded_books(customer(), item("I1"), paid("P1", "100.00 USD"), applied, reversed_)

    assert ("100.00 USD", "0.00 USD") == (str(books.items["I1"].open), str(books.payments["P1"].unapplied))
    assert ["I1"] == [open_item.invoice_no for open_item in books.open_items("C1")]
    assert Status.REVERSED == books.payments["P1"].status


amounts = st.lists(st.integers(min_value=1, max_value=10_000), min_size=1, max_size=8)


@given(billed=amounts, paid_cents=st.integers(min_value=0, max_value=60_000))
def test_cents_are_conserved_whatever_is_applied(billed: list[int], paid_cents: int) -> None:
    received = Money(paid_cents + 1, "USD")
    left, events = received.minor, []
    for number, cents in enumerate(billed):
        taken = min(cents, left)
        left -= taken
        events.append(cash("P1", f"I{number}", Money(taken, "USD").amount))
    books = folded_books(
        customer(),
        *(item(f"I{number}", str(Money(cents, "USD"))) for number, cents in enumerate(billed)),
        paid("P1", str(received)),
        *events,
    )
    payment = books.payments["P1"]
    applied, unapplied = payment.applied, payment.unapplied

    assert applied is not None
    assert unapplied is not None
    assert received == applied + unapplied
    assert Money(sum(billed), "USD") == total((i.open for i in books.items.values()), "USD") + applied


def test_a_checkpoint_restores_the_books_and_their_indexes(tmp_path: Path) -> None:
    with keeper(tmp_path) as books:
        with books.commit(NOON, "test") as commit:
            for event in events_of(
                customer(bank_accounts=("DE 12",)), item("INV-0007"), item("I2", po_no="PO 9")
            ):
                commit.add("x", event)
            commit.add("P1", paid("P1", "150.00 USD"))
            commit.add("P1", cash("P1", "INV-0007", "100.00"))
        books.checkpoint()
    saved = TinyDbViews(tmp_path / "books.json").load()
    assert saved is not None
    position, records = saved
    restored = restore(records, seq=position.seq, head=position.head)

    for name in ("customers", "items", "payments", "items_by_customer", "payments_by_reference", "payments_by_invoice",
                 "customers_by_account", "customers_by_email", "customers_by_domain", "seq", "head"):  # fmt: skip
        assert getattr(books.books, name) == getattr(restored, name), name
    assert restored.anchors.shortened("0007")


def test_another_process_s_events_are_folded_before_the_next_commit(tmp_path: Path) -> None:
    with keeper(tmp_path) as first, keeper(tmp_path) as second:
        with first.commit(NOON, "test") as commit:
            commit.add("C1", e.CustomerAdded(customer=customer()))
        with second.commit(NOON, "test") as commit:
            assert ["C1"] == list(commit.books.customers)
            commit.add("I1", e.InvoiceAdded(item=item("I1")))

        assert ["I1"] == list(first.catch_up().items)
